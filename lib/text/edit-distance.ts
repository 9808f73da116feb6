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
  return alignedDistance(a.slice(start, a.length - end), b.slice(start, b.length - end), limit)
}

function alignedDistance(a: string, b: string, limit: number): number {
  let [before, last, row] = rows as [Int32Array, Int32Array, Int32Array]
  for (let j = 0; j <= b.length; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let least = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1))
      if (
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === other &&
        before[j - 2]! + 1 < cost
      ) {
        cost = before[j - 2]! + 1
      }
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    ;[before, last, row] = [last, row, before]
  }
  return last[b.length]!
}
