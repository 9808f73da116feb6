import { AppError } from '#lib/errors.ts'
import { detectEncoding } from '../decode.ts'

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

/**
 * A whole text in the encoding that it names itself, if any; a mark at its beginning is believed before that.
 * @throws AppError `invalid` (import.fileNotUtf8, import.unknownEncoding)
 */
export function decodeNamed(bytes: Uint8Array, named?: string): string {
  const { encoding: told } = detectEncoding(bytes)
  const encoding = told.startsWith('utf-16') ? told : (named ?? told)
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
