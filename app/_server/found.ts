import { notFound } from 'next/navigation'
import { AppError } from '#lib/errors.ts'

/** Reads for a page: what the viewer may not read, and what isn't there, is the same 404. */
export function orNotFound<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
