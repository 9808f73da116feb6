import type { Asker, Question, Row } from './ask.ts'
import { all, idsIn, idsNotIn, wordIn } from './filters.ts'
import { PASSAGE_ATTRIBUTES, PASSAGES_READ_PER_HIT } from './hits.ts'

/** Statements whose words stand apart are ranked up to this number; beyond it the result is said to be bounded. */
const SCATTERED_MAX = 1_000
/** Passages of a rare word that are read at once, which are likely to be all of them. */
const RARE_READ_MAX = 60
/** Passages that are read for each statement wanted, where further ones are. */
const FURTHER_READ_PER_HIT = 2

/** Which passages of a word are read: all of it, the best one of each statement, or further ones of the same too. */
export type Reading = 'all' | 'best' | 'further'

/** Statements whose best passages are read while they are ranked; of more the page's own are read. */
const READ_WITH_MAX = 100

/** Statements that are ranked among each other: all that meet a filter. */
export interface RankedSet {
  /** All of it, over statements. */
  statements: string
  /** That part of it in which the words stand together, over passages; may hold more than the set. */
  passages: string
  /** The same as far as a text does not demand it by itself. */
  besideTexts: string
  /** The query as the engine's ranking reads it, the best spelling first. */
  texts: readonly string[]
  /** The passages' filter could not name all that is left out: what it finds is checked. */
  unsure: boolean
}

/** Statements whose words stand together in one passage, the best first, and passages of theirs that were read. */
export interface Together {
  ids: readonly number[]
  rows: readonly Row[]
  /** All passages with one of the texts have been read. */
  whole: boolean
}

export interface Ranked {
  ids: readonly number[]
  rows: readonly Row[]
  bounded: boolean
}

export const NONE: Together = { ids: [], rows: [], whole: false }

/**
 * The best of a set, asked for before it is known how many there are: by each text in turn those whose words stand
 * together in one passage.
 */
export async function rankTogether(
  asker: Asker,
  set: RankedSet,
  most: number,
  readingOf: (word: string) => Reading,
): Promise<Together> {
  if (most <= 0) return NONE
  const answers = await Promise.all(
    set.texts
      .filter((text) => text !== '')
      .map((text) =>
        isWord(text)
          ? rankWord(asker, text, set.besideTexts, most, readingOf(text))
          : rankText(asker, text, set.besideTexts, most),
      ),
  )
  const rows = answers.flatMap((one) => one.rows)
  const whole = answers.length > 0 && answers.every((one) => one.whole)
  const best = [...new Set(statementsOf(rows))].slice(0, whole ? undefined : most)
  const checked = new Set(await checkedIn(asker, set, best))
  return { ids: best.filter((id) => checked.has(id)), rows, whole }
}

async function rankText(
  asker: Asker,
  text: string,
  filter: string,
  most: number,
): Promise<Omit<Together, 'ids'>> {
  const { hits: rows } = await asker.ask(bestOf(text, filter, most))
  return { rows, whole: false }
}

/**
 * The best passages of one word, which needs no ranking by the engine: that would weigh every passage that holds it.
 * First come titles and names, as near to being that word alone as the engine finds them, then the others in the order
 * of the archive.
 */
async function rankWord(
  asker: Asker,
  word: string,
  filter: string,
  most: number,
  reading: Reading,
): Promise<Omit<Together, 'ids'>> {
  const holding = all([filter, wordIn([word])])
  if (reading === 'all') {
    const { hits } = await asker.ask(eachOf(holding, RARE_READ_MAX))
    const isHead = ({ position }: Row) => position === 0
    const rows = [...hits.filter(isHead), ...hits.filter((row) => !isHead(row))]
    if (hits.length < RARE_READ_MAX) return { rows, whole: true }
  }
  const heads = { ...bestOf(word, all([holding, 'position = 0']), most) }
  const texts = all([holding, 'position > 0'])
  const read = most * FURTHER_READ_PER_HIT
  const [first, others] = await asker.askAll([
    { ...heads, attributesToRetrieve: HEAD_ATTRIBUTES },
    reading === 'further' ? eachOf(texts, read) : bestOf('', texts, most),
  ])
  const rows = [...first!.hits, ...others!.hits]
  const isEnough = reading !== 'further' || others!.hits.length < read
  if (isEnough || new Set(statementsOf(rows)).size >= most) return { rows, whole: false }
  const { hits } = await asker.ask(bestOf('', texts, most))
  return { rows: [...rows, ...hits], whole: false }
}

/** Whether the engine is asked for one word. */
export function isWord(text: string): boolean {
  return !text.includes(' ') && !text.startsWith('"')
}

/**
 * The places `from` to `to` of a set of `total`: first those of `together`, then others whose words stand together in
 * ways that no text has, then those whose words are scattered over the statement. `known` are all ids of the set where
 * they have been read.
 */
export async function rankSet(
  asker: Asker,
  set: RankedSet,
  total: number,
  [from, to]: readonly [number, number],
  together: Together,
  known: readonly number[] | null,
): Promise<Ranked> {
  const enough = Math.min(to, total)
  if (from >= enough) return { ids: [], rows: [], bounded: false }
  const best = together.ids
  const placed = (ids: readonly number[], scattered: readonly Row[], bounded: boolean) => ({
    ids: ids.slice(from, enough),
    rows: [...together.rows, ...scattered],
    bounded,
  })
  if (best.length >= enough) return placed(best, [], false)
  const [text = ''] = set.texts
  if (known !== null) {
    const rest = without(known, best)
    const [others, { ids, rows }] = await Promise.all([
      // Of one word everything stands together.
      text.includes(' ') ? rankOthers(asker, set, best, rest.length) : [],
      rankScattered(asker, text, rest, enough - best.length),
    ])
    return placed([...best, ...others, ...without(ids, others)], rows, false)
  }
  const others = await rankOthers(asker, set, best, enough - best.length)
  const first = [...best, ...others]
  if (first.length >= enough) return placed(first, [], false)
  const scattered = all([set.statements, idsNotIn('id', first)])
  const rest = await readIds(asker, scattered, Math.max(SCATTERED_MAX, enough - first.length))
  const { ids, rows } = await rankScattered(asker, text, rest, enough - first.length)
  return placed([...first, ...ids], rows, first.length + ids.length < total)
}

/** Statements whose words stand together in another way than the texts have them, in any order. */
async function rankOthers(
  asker: Asker,
  set: RankedSet,
  together: readonly number[],
  most: number,
): Promise<number[]> {
  if (!set.texts.includes('')) return []
  const filter = all([set.passages, idsNotIn('statement', together)])
  const { hits } = await asker.ask(bestOf('', filter, most))
  return checkedIn(asker, set, statementsOf(hits))
}

async function checkedIn(asker: Asker, set: RankedSet, ids: number[]): Promise<number[]> {
  if (!set.unsure || ids.length === 0) return ids
  const filter = all([set.statements, idsIn('id', ids)])
  const checked = new Set(await readIds(asker, filter, ids.length))
  return ids.filter((id) => checked.has(id))
}

/** Ids of the statements that meet a filter, in the order of the archive or of a date. */
export async function readIds(
  asker: Asker,
  filter: string,
  most: number,
  sort: string[] = [],
): Promise<number[]> {
  if (most <= 0) return []
  const { hits } = await asker.ask({
    index: 'statements',
    filter,
    limit: most,
    attributesToRetrieve: ['id'],
    ...(sort.length === 0 ? {} : { sort }),
  })
  return hits.map(({ id }) => id)
}

/** All of these statements, the best `most` of them first in their order. */
async function rankScattered(
  asker: Asker,
  text: string,
  ids: readonly number[],
  most: number,
): Promise<Pick<Together, 'ids' | 'rows'>> {
  // Of one word nothing is scattered.
  if (ids.length === 0 || !text.includes(' ')) return { ids, rows: [] }
  const best = bestOf(text, idsIn('statement', ids), Math.min(most, ids.length))
  const question = { ...best, matchingStrategy: 'frequency' } as const
  const placed = (rows: readonly Row[]) => {
    const ranked = [...new Set(statementsOf(rows))]
    return { ids: [...ranked, ...without(ids, ranked)], rows }
  }
  if (most < ids.length) return placed((await asker.ask(question)).hits)
  // Further passages of all of them, which are shown too, tell their order as well, unless some take all the room.
  const limit = ids.length * PASSAGES_READ_PER_HIT
  const { hits } = await asker.ask({ ...question, distinct: undefined, limit })
  const isEnough = hits.length < limit || new Set(statementsOf(hits)).size === ids.length
  return isEnough ? placed(hits) : placed([...(await asker.ask(question)).hits, ...hits])
}

/** What is read of titles and names, which are not shown from here. */
const HEAD_ATTRIBUTES = ['id', 'statement', 'position']

/** Passages that meet a filter, several of one statement too. */
function eachOf(filter: string, most: number): Question {
  const { distinct: _, ...each } = bestOf('', filter, most)
  return each
}

function bestOf(text: string, filter: string, most: number): Question {
  return {
    index: 'passages',
    q: text,
    filter,
    distinct: 'statement',
    limit: most,
    attributesToRetrieve: most > READ_WITH_MAX ? ['statement'] : PASSAGE_ATTRIBUTES,
    matchingStrategy: 'all',
  }
}

function statementsOf(rows: readonly Row[]): number[] {
  return rows.map(({ statement }) => statement)
}

function without(ids: readonly number[], others: readonly number[]): number[] {
  const left = new Set(others)
  return ids.filter((id) => !left.has(id))
}
