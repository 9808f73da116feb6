import type { Asker, Question, Row } from './ask.ts'
import { all, idsIn, idsNotIn, wordIn } from './filters.ts'
import { PASSAGE_ATTRIBUTES } from './hits.ts'

/** Statements whose words stand apart are ranked up to this number; beyond it the result is said to be bounded. */
const SCATTERED_MAX = 1_000
/** Passages of one word that are read for each statement wanted: of rare words hardly any has two. */
const FURTHER_SHARE = 1.5
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
}

export interface Ranked extends Together {
  bounded: boolean
}

export const NONE: Together = { ids: [], rows: [] }

/**
 * The best of a set, asked for before it is known how many there are: by each text in turn those whose words stand
 * together in one passage, each by its best passage or, where `further`, by several.
 */
export async function rankTogether(
  asker: Asker,
  set: RankedSet,
  most: number,
  further = false,
): Promise<Together> {
  if (most <= 0) return NONE
  const texts = set.texts.filter((text) => text !== '')
  const answers = await asker.askAll(
    texts.flatMap((text) => questionsOf(text, set.besideTexts, most, further)),
  )
  const rows = answers.flatMap(({ hits }) => hits)
  const best = [...new Set(statementsOf(rows))].slice(0, most)
  const checked = new Set(await checkedIn(asker, set, best))
  return { ids: best.filter((id) => checked.has(id)), rows }
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
  if (from >= enough) return { ...NONE, bounded: false }
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
): Promise<Together> {
  // Of one word nothing is scattered.
  if (ids.length < 2 || !text.includes(' ')) return { ids, rows: [] }
  const { hits } = await asker.ask({
    ...bestOf(text, idsIn('statement', ids), Math.min(most, ids.length)),
    matchingStrategy: 'frequency',
  })
  const ranked = statementsOf(hits)
  return { ids: [...ranked, ...without(ids, ranked)], rows: hits }
}

/**
 * What finds the best passages of a text. One word needs no ranking by the engine, which would weigh every passage
 * that holds it: first come titles and names, as near to being that word alone as the engine finds them, then the
 * others in the order of the archive.
 */
function questionsOf(text: string, filter: string, most: number, further: boolean): Question[] {
  if (text.includes(' ') || text.startsWith('"')) return [bestOf(text, filter, most)]
  const holding = all([filter, wordIn([text])])
  const others = bestOf('', all([holding, 'position > 0']), most)
  const { distinct, ...each } = others
  return [
    {
      ...bestOf(text, all([holding, 'position = 0']), most),
      attributesToRetrieve: HEAD_ATTRIBUTES,
    },
    further ? { ...each, limit: Math.ceil(most * FURTHER_SHARE) } : others,
  ]
}

/** What is read of titles and names, which are not shown from here. */
const HEAD_ATTRIBUTES = ['id', 'statement', 'position']

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
