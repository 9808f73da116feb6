import { createHash } from 'node:crypto'
import { AppError } from '#lib/errors.ts'

/** The largest document or record that an import takes unless a setting says otherwise, in bytes (25 MiB). */
export const IMPORT_MAX_BYTES = 25 * 1024 * 1024

/**
 * Reads bytes as UTF-8, as they stand: a byte order mark is kept, because offsets are those of the file.
 * @throws AppError `invalid`: fileEmpty, fileBinary, fileNotUtf8 (with the offset of the first bad byte)
 */
export function decodeFile(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new AppError('invalid', 'import.fileBinary')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    const values = { byte: firstBadByte(bytes) }
    throw new AppError('invalid', 'import.fileNotUtf8', { values, cause })
  }
  if (withoutMark(text).trim() === '') throw new AppError('invalid', 'import.fileEmpty')
  return text
}

/** A text without the byte order mark that may begin it. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** Where decoding stops, found by halving: a prefix is good as long as it fails at most by being cut short. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.byteLength]
  while (good < bad) {
    const middle = Math.floor((good + bad + 1) / 2)
    if (isPrefix(bytes.subarray(0, middle))) good = middle
    else bad = middle - 1
  }
  return good
}

function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** SHA-256 (FIPS 180-4) as 64 hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
