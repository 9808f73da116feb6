/** One line of a stream, without its end; null where it is longer than a line may be. */
export interface Line {
  /** From 1. */
  number: number
  bytes: Buffer | null
}

const LINE_FEED = 0x0a

/** Cuts a stream into its lines, of which only one is held at a time, and none beyond `maxBytes`. */
export async function* splitLines(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line> {
  let number = 1
  let parts: Uint8Array[] = []
  let length = 0
  const add = (part: Uint8Array) => {
    length += part.byteLength
    if (length <= maxBytes) parts.push(part)
    else parts = []
  }
  const take = (): Line => {
    const line = { number, bytes: length <= maxBytes ? Buffer.concat(parts) : null }
    number += 1
    parts = []
    length = 0
    return line
  }
  for await (const piece of source) {
    let from = 0
    for (let at = piece.indexOf(LINE_FEED); at !== -1; at = piece.indexOf(LINE_FEED, from)) {
      add(piece.subarray(from, at))
      yield take()
      from = at + 1
    }
    if (from < piece.byteLength) add(piece.subarray(from))
  }
  if (length > 0) yield take()
}
