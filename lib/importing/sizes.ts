import { AppError } from '#lib/errors.ts'

/** The largest file that can be brought in, in bytes (1 GiB). A document or record is bounded further by its reader. */
export const UPLOAD_MAX_BYTES = 1024 * 1024 * 1024

export function fileTooLarge(maxBytes: number): AppError {
  return new AppError('invalid', 'import.fileTooLarge', {
    values: { megabytes: Math.floor(maxBytes / 1024 / 1024) },
  })
}
