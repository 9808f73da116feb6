import { notFound } from 'next/navigation'
import { AppError } from '#lib/errors.ts'

/** What `read` gives, or the page for addresses where there is nothing (to see). */
export function orNotFound<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
