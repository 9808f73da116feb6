import type { Clause } from '../query.ts'

/** A way to meet a demand, as it is looked for in a line of forms. */
export interface Needle {
  text: string
  /** What finding it counts for. */
  worth: number
}

/** Constants of BM25, in letters, since lines are not cut into words. */
const SATURATION = 1.2
const LENGTH_SHARE = 0.75
const LETTERS_USUAL = 700
const HEAD_WEIGHT = 2
/** What is added for words side by side, half of it for words so many letters apart; and for the order of the query. */
const CLOSE_SHARE = 0.5
const LETTERS_APART = 120
const ORDER_SHARE = 0.1

/** For each demand, what is looked for. */
export function needlesOf(include: readonly Clause[]): Needle[][] {
  return include.map(({ any, worth }) =>
    any.flatMap((way, index) =>
      way.map(({ forms, prefix }) => ({
        text: ` ${forms.join(' ')}${prefix ? '' : ' '}`,
        worth: worth?.[index] ?? 1,
      })),
    ),
  )
}

/**
 * How well a passage answers: BM25 of its words, more where they stand close together and in the order of the query.
 */
export function closeness(
  line: string,
  isHead: boolean,
  needles: readonly Needle[][],
  rarities: readonly number[],
): number {
  const found: { at: number; demand: number }[] = []
  let score = 0
  needles.forEach((ways, demand) => {
    let count = 0
    for (const { text, worth } of ways) {
      for (let at = line.indexOf(text); at !== -1; at = line.indexOf(text, at + 1)) {
        found.push({ at, demand })
        count += worth
      }
    }
    if (isHead) count *= HEAD_WEIGHT
    const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * line.length) / LETTERS_USUAL
    score += (rarities[demand]! * count * (SATURATION + 1)) / (count + SATURATION * length)
  })
  const { span, inOrder } = narrowest(found, needles.length)
  const close = 1 / (1 + span / LETTERS_APART)
  return score * (1 + CLOSE_SHARE * close + (inOrder ? ORDER_SHARE : 0))
}

/** The narrowest stretch in which every demand is met once, and whether any narrow one has them in their order. */
function narrowest(
  found: { at: number; demand: number }[],
  demands: number,
): { span: number; inOrder: boolean } {
  found.sort((a, b) => a.at - b.at)
  const counts = new Uint16Array(demands)
  let missing = demands
  let from = 0
  let span = Infinity
  for (const { at, demand } of found) {
    if (counts[demand]!++ === 0) missing--
    while (missing === 0) {
      const first = found[from++]!
      span = Math.min(span, at - first.at)
      if (--counts[first.demand]! === 0) missing++
    }
  }
  return { span, inOrder: isInOrder(found, demands) }
}

/** Whether the demands can be met one after the other. */
function isInOrder(found: readonly { demand: number }[], demands: number): boolean {
  let next = 0
  for (const { demand } of found) if (demand === next) next++
  return next === demands
}
