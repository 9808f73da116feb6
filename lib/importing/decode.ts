import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import chardet from 'chardet'
import { AppError } from '#lib/errors.ts'
import type { Encoding } from './encodings.ts'

/** The largest document or record that an import takes unless a setting says otherwise, in bytes (25 MiB). */
export const IMPORT_MAX_BYTES = 25 * 1024 * 1024

export interface DecodedText {
  /** As it stands: a byte order mark is kept, because offsets are those of the file. */
  text: string
  encoding: Encoding
  /** Told from the bytes; another one may have been chosen. */
  detected: Encoding
  /** Whether a mark at its beginning or its form leaves no doubt. */
  isCertain: boolean
}

/** Control characters that no text holds beside tabs, line ends and form feeds. */
const CONTROLS = /(?![\t\n\f\r\v\u007f-\u009f])\p{Cc}/gu

/**
 * Reads bytes as text, in the encoding that is told from them unless one is chosen.
 * @throws AppError `invalid`: fileEmpty, fileBinary, fileNotUtf8 (UTF-8 was chosen; with the offset of the first bad byte)
 */
export function decodeText(bytes: Uint8Array, chosen: Encoding | null = null): DecodedText {
  if (bytes.byteLength === 0) throw new AppError('invalid', 'import.fileEmpty')
  const { encoding: detected, isCertain } = detectEncoding(bytes)
  const encoding = chosen ?? detected
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    const values = { byte: firstBadByte(bytes) }
    throw new AppError('invalid', 'import.fileNotUtf8', { values, cause })
  }
  const controls = text.match(CONTROLS)?.length ?? 0
  if (text.includes('\0') || controls > text.length * 0.01)
    throw new AppError('invalid', 'import.fileBinary')
  if (withoutMark(text).trim() === '') throw new AppError('invalid', 'import.fileEmpty')
  return { text, encoding, detected, isCertain }
}

/** Reads bytes as UTF-8 and nothing else. @throws AppError as `decodeText` */
export function decodeFile(bytes: Uint8Array): string {
  return decodeText(bytes, 'utf-8').text
}

/**
 * The encoding of bytes: by their mark, by their form, else by the statistics of their letters. A sample of a longer
 * text may end in the middle of a letter.
 */
export function detectEncoding(
  bytes: Uint8Array,
  isSample = false,
): { encoding: Encoding; isCertain: boolean } {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { encoding: 'utf-8', isCertain: true }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', isCertain: true }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', isCertain: true }
  const wide = detectWide(bytes)
  if (wide !== null) return { encoding: wide, isCertain: false }
  for (let cut = 0; cut <= (isSample ? 3 : 0); cut++) {
    if (isUtf8(bytes.subarray(0, bytes.byteLength - cut)))
      return { encoding: 'utf-8', isCertain: true }
  }
  if (isDamagedUtf8(bytes)) return { encoding: 'utf-8', isCertain: false }
  // The statistics of chardet know many encodings; of those that are read here, the likeliest counts.
  const likeliest = chardet
    .analyse(bytes.subarray(0, 100_000))
    .find(({ name }) => /^(?:windows-125[26]|ISO-8859-[16])$/u.test(name))
  const isArabic = likeliest !== undefined && /6$/u.test(likeliest.name)
  return { encoding: isArabic ? 'windows-1256' : 'windows-1252', isCertain: false }
}

/** Where nearly all that is not ASCII is UTF-8, the rest is damage, and no letters of another encoding. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1_000_000))
  const bad = text.match(/\ufffd/gu)?.length ?? 0
  const letters = text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0
  return letters > 10 * bad
}

/** UTF-16 without a mark: every second byte is one of the few that begin the letters of a script. */
function detectWide(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4_096)
  if (sample.length < 4 || bytes.byteLength % 2 === 1) return null
  const isScript = (byte: number) => byte === 0 || byte === 0x06 || byte === 0x20
  const share = (offset: number) => {
    let count = 0
    for (let at = offset; at < sample.length; at += 2) if (isScript(sample[at]!)) count += 1
    return count / Math.floor(sample.length / 2)
  }
  const [even, odd] = [share(0), share(1)]
  if (odd > 0.9 && even < 0.6) return 'utf-16le'
  return even > 0.9 && odd < 0.6 ? 'utf-16be' : null
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

/** Whether bytes are UTF-8, but for a last letter that may be cut short. */
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
