import type { Answered, Asker, Question } from './ask.ts'
import { all, idsIn, idsNotIn } from './filters.ts'

/** Statements whose words stand apart are ranked up to this number; beyond it the result is said to be bounded. */
const SCATTERED_MAX = 1_000

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

export interface Ranked {
  ids: number[]
  bounded: boolean
}

/**
 * The best of a set, asked for before it is known how many there are: by each text in turn those whose words stand
 * together in one passage, in the engine's own order.
 */
export async function rankTogether(asker: Asker, set: RankedSet, most: number): Promise<number[]> {
  if (most <= 0) return []
  const texts = set.texts.filter((text) => text !== '')
  const answers = await asker.askAll(texts.map((text) => bestOf(text, set.besideTexts, most)))
  const ids = [...new Set(answers.flatMap(statementsOf))].slice(0, most)
  return checkedIn(asker, set, ids)
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
  together: readonly number[],
  known: readonly number[] | null,
): Promise<Ranked> {
  const enough = Math.min(to, total)
  if (from >= enough) return { ids: [], bounded: false }
  if (together.length >= enough) return { ids: together.slice(from, enough), bounded: false }
  const [text = ''] = set.texts
  if (known !== null) {
    const ids = [...together, ...(await rankScattered(asker, text, without(known, together)))]
    return { ids: ids.slice(from, enough), bounded: false }
  }
  const others = await rankOthers(asker, set, together, enough - together.length)
  const first = [...together, ...others]
  if (first.length >= enough) return { ids: first.slice(from, enough), bounded: false }
  const scattered = all([set.statements, idsNotIn('id', first)])
  const rest = await readIds(asker, scattered, Math.max(SCATTERED_MAX, enough - first.length))
  const ids = [...first, ...(await rankScattered(asker, text, rest))]
  return { ids: ids.slice(from, enough), bounded: ids.length < total }
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
  return checkedIn(asker, set, statementsOf(await asker.ask(bestOf('', filter, most))))
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

async function rankScattered(
  asker: Asker,
  text: string,
  ids: readonly number[],
): Promise<readonly number[]> {
  // Of one word nothing is scattered.
  if (ids.length < 2 || !text.includes(' ')) return ids
  const answer = await asker.ask({
    ...bestOf(text, idsIn('statement', ids), ids.length),
    matchingStrategy: 'frequency',
  })
  const ranked = statementsOf(answer)
  const seen = new Set(ranked)
  return [...ranked, ...ids.filter((id) => !seen.has(id))]
}

function bestOf(text: string, filter: string, most: number): Question {
  return {
    index: 'passages',
    q: text,
    filter,
    distinct: 'statement',
    limit: most,
    attributesToRetrieve: ['statement'],
    matchingStrategy: 'all',
  }
}

function statementsOf({ hits }: Answered): number[] {
  return hits.map(({ statement }) => statement)
}

function without(ids: readonly number[], others: readonly number[]): number[] {
  const left = new Set(others)
  return ids.filter((id) => !left.has(id))
}
