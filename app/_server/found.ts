import { notFound } from 'next/navigation'
import { AppError } from '#lib/errors.ts'

/** Reads for a page: null where there is nothing or nothing for this viewer, which is the same 404 (`NothingHere`). */
export function findOrNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}

/** The same for pages that need JavaScript anyway: Next's own 404, whose text is drawn by it. */
export function orNotFound<T>(read: () => T): T {
  const found = findOrNull(() => ({ value: read() }))
  return found ? found.value : notFound()
}
