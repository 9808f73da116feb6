import { AppError } from '#lib/errors.ts'
import { detectEncoding as detect } from '../decode.ts'

/** The encoding of a text by its first bytes, which may end in the middle of a letter. */
export function detectEncoding(sample: Uint8Array): string {
  return detect(sample, true).encoding
}

/** The text of a stream; a byte that is none of its encoding ends it, since it would be lost. */
export async function* decodeStream(
  source: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let bytes = 0
  const decode = (piece?: Uint8Array) => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch (cause) {
      throw new AppError('invalid', 'import.fileNotUtf8', { values: { byte: bytes }, cause })
    }
  }
  for await (const piece of source) {
    yield decode(piece)
    bytes += piece.byteLength
  }
  yield decode()
}

/** A whole text. @throws AppError `invalid` (import.fileNotUtf8, import.unknownEncoding) */
export function decodeText(bytes: Uint8Array, named?: string): string {
  const marked = detectEncoding(bytes.subarray(0, 64 * 1024))
  const encoding = marked.startsWith('utf-16') ? marked : (named ?? marked)
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch (cause) {
    throw new AppError('invalid', 'import.unknownEncoding', { values: { encoding }, cause })
  }
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    throw new AppError('invalid', 'import.fileNotUtf8', { values: { byte: 0 }, cause })
  }
}
