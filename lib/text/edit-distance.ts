/** Letters of a word that one number has a bit for, and one to carry. */
const BITS = 30
/** At which places of a word a letter stands, by the letter's number. */
const places = new Int32Array(2 ** 16)
const rows = [new Int32Array(128), new Int32Array(128), new Int32Array(128)]

/** Optimal string alignment distance, or `limit + 1` where it is above the limit. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 120 || b.length > 120) return limit + 1
  // What both begin and end with needs no edit; of near words little is left.
  let start = 0
  const shorter = Math.min(a.length, b.length)
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)
  ) {
    end++
  }
  return a.length - start - end <= BITS
    ? Math.min(limit + 1, distanceByBits(a, b, start, end))
    : alignedDistance(a.slice(start, a.length - end), b.slice(start, b.length - end), limit)
}

/**
 * A whole column of the table at once, a bit for each letter of `a` but those at the start and the end that both have:
 * after Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances (2003).
 */
function distanceByBits(a: string, b: string, start: number, end: number): number {
  const length = a.length - start - end
  const to = b.length - end
  if (length === 0) return to - start
  for (let i = 0; i < length; i++) places[a.charCodeAt(start + i)]! |= 1 << i
  const last = 1 << (length - 1)
  let distance = length
  let more = -1
  let less = 0
  let diagonal = 0
  let before = 0
  for (let j = start; j < to; j++) {
    const equal = places[b.charCodeAt(j)]!
    const swapped = ((~diagonal & equal) << 1) & before
    diagonal = (((equal & more) + more) ^ more) | equal | less | swapped
    const up = less | ~(diagonal | more)
    const down = diagonal & more
    if ((up & last) !== 0) distance++
    else if ((down & last) !== 0) distance--
    const shifted = (up << 1) | 1
    more = (down << 1) | ~(diagonal | shifted)
    less = shifted & diagonal
    before = equal
  }
  for (let i = 0; i < length; i++) places[a.charCodeAt(start + i)] = 0
  return distance
}

function alignedDistance(a: string, b: string, limit: number): number {
  let [before, last, row] = rows as [Int32Array, Int32Array, Int32Array]
  for (let j = 0; j <= b.length; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    // Farther from the diagonal every way is above the limit.
    const from = Math.max(1, i - limit)
    const to = Math.min(b.length, i + limit)
    row[from - 1] = from === 1 ? i : limit + 1
    let least = row[from - 1]!
    const letter = a.charCodeAt(i - 1)
    const previous = i > 1 ? a.charCodeAt(i - 2) : -1
    let otherBefore = from > 1 ? b.charCodeAt(from - 2) : -1
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = last[j - 1]! + (letter === other ? 0 : 1)
      if (last[j]! < cost) cost = last[j]! + 1
      if (row[j - 1]! < cost) cost = row[j - 1]! + 1
      if (previous === other && letter === otherBefore && before[j - 2]! < cost) {
        cost = before[j - 2]! + 1
      }
      row[j] = cost
      if (cost < least) least = cost
      otherBefore = other
    }
    if (to < b.length) row[to + 1] = limit + 1
    if (least > limit) return limit + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(limit + 1, last[b.length]!)
}
