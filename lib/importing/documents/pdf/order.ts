/** What stands together on a line: a letter with its marks, a ligature, a space. In logical order inside itself. */
export interface Cluster {
  text: string
  x: number
  width: number
}

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const LETTER = /\p{L}/u
const DIGIT = /^\p{Nd}+$/u
/** Between two digits these belong to the number: UAX #9, class CS, and the Arabic separators. */
const NUMBER_SEPARATOR = /^[.,:/\u00a0\u060c\u066b\u066c]$/u

type Class = 'R' | 'L' | 'digit' | 'neutral'

/**
 * Words in the order in which they are read, from clusters in the order in which they stand from left to right: the
 * reverse of what the bidirectional algorithm did when the line was set.
 *
 * @see Unicode Standard Annex #9, rules W2, W4, W7, N1 and L2
 */
export function toLogical(visual: readonly Cluster[], isRtl: boolean): Cluster[] {
  const classes = classify(visual)
  return isRtl ? fromRightToLeft(visual, classes) : fromLeftToRight(visual, classes)
}

/** How many letters of a text read in each direction. */
export function weighDirections(clusters: readonly Pick<Cluster, 'text'>[]): {
  rtl: number
  ltr: number
} {
  const weight = { rtl: 0, ltr: 0 }
  for (const { text } of clusters) {
    if (LETTER.test(text)) weight[RTL_LETTER.test(text) ? 'rtl' : 'ltr'] += 1
  }
  return weight
}

function classify(visual: readonly Cluster[]): Class[] {
  const classes = visual.map(({ text }): Class => {
    if (DIGIT.test(text)) return 'digit'
    if (LETTER.test(text)) return RTL_LETTER.test(text) ? 'R' : 'L'
    return 'neutral'
  })
  // One separator between two digits is part of the number.
  for (let index = 1; index < classes.length - 1; index++) {
    const isInside = classes[index - 1] === 'digit' && classes[index + 1] === 'digit'
    if (isInside && NUMBER_SEPARATOR.test(visual[index]!.text)) classes[index] = 'digit'
  }
  return classes
}

/** The whole line turned over, but for numbers and for the words of the other direction, which stay as they stand. */
function fromRightToLeft(visual: readonly Cluster[], classes: readonly Class[]): Cluster[] {
  const logical: Cluster[] = []
  for (let end = visual.length; end > 0; ) {
    const start = startOfLeftToRight(classes, end)
    logical.push(...visual.slice(start, end))
    end = start
  }
  return logical
}

/** Where the piece that ends before `end` begins, if it reads from left to right; else just the one cluster. */
function startOfLeftToRight(classes: readonly Class[], end: number): number {
  if (classes[end - 1] !== 'L' && classes[end - 1] !== 'digit') return end - 1
  let start = end
  for (let at = end - 1; at >= 0 && classes[at] !== 'R'; at--) {
    if (classes[at] === 'L') start = at
  }
  if (start < end) {
    // Digits right before a word without a space between are one with it, as in 3D.
    while (start > 0 && classes[start - 1] === 'digit') start -= 1
    return start
  }
  start = end - 1
  while (start > 0 && classes[start - 1] === 'digit') start -= 1
  return start
}

/** Stretches of right-to-left words are turned over, the numbers inside them kept; the rest stays as it stands. */
function fromLeftToRight(visual: readonly Cluster[], classes: readonly Class[]): Cluster[] {
  const logical: Cluster[] = []
  for (let start = 0; start < visual.length; ) {
    if (classes[start] !== 'R') {
      logical.push(visual[start]!)
      start += 1
      continue
    }
    let end = start + 1
    for (let at = end; at < visual.length && classes[at] !== 'L'; at++) {
      if (classes[at] === 'R') end = at + 1
    }
    logical.push(...fromRightToLeft(visual.slice(start, end), classes.slice(start, end)))
    start = end
  }
  return logical
}
