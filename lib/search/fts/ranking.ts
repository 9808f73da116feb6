import type { Clause } from '../query.ts'
import { closeness, type Needle, needlesOf } from './closeness.ts'
import type { Matches } from './matching.ts'
import { eachPlace } from './postings.ts'
import { PASSAGE_STRIDE, type Reading } from './schema.ts'
import type { WordPlaces } from './word-places.ts'

/** So many of the best are looked at word by word; the order of the rest is that of the words of whole statements. */
export const READ_CLOSELY = 200
/** Steps of score in which the best are looked for. */
const STEPS = 2_048
/** Further passages in which the words stand together add a little to the best one, the whole statement a little. */
const FURTHER_PASSAGE_WEIGHT = 0.1
const STATEMENT_WEIGHT = 0.1
/** Passages that are read closely, shared out among the statements; so many of each at least. */
const PASSAGES_READ = 2_000
const PASSAGES_READ_EACH = 10

/**
 * The best of the selected statements, `wanted` of them: words together in one passage before words scattered over the
 * statement; inside each, words close together before words far apart, titles and names before text, rare before
 * frequent; ties by id. All are ranked; only the best are read closely.
 */
export function rankMatches(
  db: Reading,
  words: WordPlaces,
  matches: Matches,
  include: readonly Clause[],
  selected: Int32Array,
  wanted: number,
): number[] {
  const { columns } = words
  const several = include.length > 1
  const scores = Float64Array.from(selected, (slot) => matches.scores[slot]!)
  let highest = 0
  for (const score of scores) if (score > highest) highest = score
  if (several) {
    // Above all that are not together, each by its own score.
    for (let index = 0; index < scores.length; index++) {
      if (standsTogether(words, matches, selected[index]!)) scores[index]! += highest
    }
  }
  const best = pickBest(selected, scores, Math.max(wanted, READ_CLOSELY), (slot) =>
    columns.idOf(slot),
  )
  if (!several) return best.slice(0, wanted)
  const read = readClosely(db, words, matches, include, best.slice(0, READ_CLOSELY))
  return [...read, ...best.slice(READ_CLOSELY)].slice(0, wanted)
}

function standsTogether({ columns }: WordPlaces, { together }: Matches, slot: number): boolean {
  const first = columns.firstRuns[slot]!
  const last = first + columns.runsOf(slot)
  for (let run = first; run < last; run++) if (together[run] !== 0) return true
  return false
}

/** The best `most` by score, ties by id, in their order. */
function pickBest(
  slots: Int32Array,
  scores: Float64Array,
  most: number,
  idOf: (slot: number) => number,
): number[] {
  const least = leastWanted(scores, most)
  const kept: number[] = []
  for (let index = 0; index < slots.length; index++) if (scores[index]! >= least) kept.push(index)
  kept.sort((a, b) => scores[b]! - scores[a]! || idOf(slots[a]!) - idOf(slots[b]!))
  return kept.slice(0, most).map((index) => slots[index]!)
}

/** A score that at least so many reach, and not many more. */
function leastWanted(scores: Float64Array, most: number): number {
  if (scores.length <= most) return -Infinity
  let highest = 0
  for (const score of scores) if (score > highest) highest = score
  const counts = new Uint32Array(STEPS + 1)
  const scale = highest === 0 ? 0 : STEPS / highest
  for (const score of scores) counts[Math.floor(score * scale)]!++
  let reached = 0
  for (let step = STEPS; step > 0; step--) {
    reached += counts[step]!
    if (reached >= most) return step / scale
  }
  return -Infinity
}

/** The same statements, in the order of how their words stand in the passages in which they stand together. */
function readClosely(
  db: Reading,
  words: WordPlaces,
  matches: Matches,
  include: readonly Clause[],
  slots: readonly number[],
): number[] {
  const forms = db
    .prepare(`SELECT forms FROM passages_${words.columns.generation} WHERE id = ?`)
    .pluck()
  const needles = needlesOf(include)
  const most = Math.max(PASSAGES_READ_EACH, Math.floor(PASSAGES_READ / slots.length))
  const read = slots.map((slot, place) => {
    const base = words.columns.idOf(slot) * PASSAGE_STRIDE
    const lines = placesTogether(words, matches, slot, most).map((at) => ({
      isHead: at === 0,
      line: forms.get(base + at) as string,
    }))
    return { slot, place, score: scoreOf(lines, needles, matches, slot) }
  })
  return read.sort((a, b) => b.score - a.score || a.place - b.place).map(({ slot }) => slot)
}

function placesTogether(
  { columns }: WordPlaces,
  { together }: Matches,
  slot: number,
  most: number,
): number[] {
  const places: number[] = []
  const first = columns.firstRuns[slot]!
  const runs = columns.runsOf(slot)
  for (let run = 0; run < runs; run++) {
    eachPlace(run, together[first + run]!, (place) => {
      if (places.length < most) places.push(place)
    })
  }
  return places
}

/** Statements without such a passage keep their order, behind the others. */
function scoreOf(
  lines: readonly { isHead: boolean; line: string }[],
  needles: readonly Needle[][],
  { rarities, scores }: Matches,
  slot: number,
): number {
  if (lines.length === 0) return -1
  const each = lines
    .map(({ isHead, line }) => closeness(line, isHead, needles, rarities))
    .sort((a, b) => b - a)
  const further = each.slice(1).reduce((sum, score) => sum + score, 0)
  return each[0]! + further * FURTHER_PASSAGE_WEIGHT + scores[slot]! * STATEMENT_WEIGHT
}
