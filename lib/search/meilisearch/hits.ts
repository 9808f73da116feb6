import type { PassageHit, SearchHit } from '../contract.ts'
import { cutStretch } from '../highlight.ts'
import type { Clause, Sequence } from '../query.ts'
import type { Answered, Asker, Row } from './ask.ts'
import { all, anyWordFilter, idsIn, type Phrases } from './filters.ts'

const PASSAGES_PER_HIT = 3
/** Passages read for each statement of a page, in the engine's order, to choose the best of each from. */
export const PASSAGES_READ_PER_HIT = 3

/** Passages read for each statement from which near words are told. */
const MARKED_READ_PER_HIT = 2

/** What is read of a passage that is shown. */
export const PASSAGE_ATTRIBUTES = [
  'id',
  'statement',
  'position',
  'number',
  'key',
  'passage_language',
  'text',
]

/**
 * The hits of one page, with their best passages in text order and the words of the query marked in them; `read` are
 * passages that have been read already, the best of their statements.
 */
export async function readHits(
  asker: Asker,
  ids: readonly number[],
  clauses: readonly Clause[],
  text: string,
  phrases: Phrases,
  read: readonly Row[],
): Promise<SearchHit[]> {
  if (ids.length === 0) return []
  const sequences = clauses.flatMap(({ any }) => any.flat())
  if (sequences.length === 0) return makeHits(asker, ids, [], sequences)
  const holding = (statements: readonly number[]) => ({
    index: 'passages' as const,
    filter: all([idsIn('statement', statements), 'position > 0', anyWordFilter(clauses, phrases)]),
    attributesToRetrieve: PASSAGE_ATTRIBUTES,
  })
  const known = new Set(read.flatMap(({ position, statement }) => (position > 0 ? statement : [])))
  const unknown = ids.filter((id) => !known.has(id))
  const most = ids.length * PASSAGES_READ_PER_HIT
  // Of one word any passages are as good as others.
  const several = clauses.length > 1
  const further = { ...holding(ids), q: text, matchingStrategy: 'frequency' as const, limit: most }
  const one = { ...holding(unknown), distinct: 'statement', limit: unknown.length }
  const answers = await asker.askAll([
    ...(several ? [further] : []),
    ...(unknown.length > 0 ? [one] : []),
    { ...holding(ids), limit: most, facets: ['statement'] },
  ])
  return makeHits(asker, ids, [{ hits: [...read] }, ...answers], sequences)
}

/**
 * The hits of these statements from passages that have been read, the best first; the last answer counts the passages
 * that hold a word of the query.
 */
export async function makeHits(
  asker: Asker,
  ids: readonly number[],
  answers: readonly Answered[],
  sequences: readonly Sequence[],
): Promise<SearchHit[]> {
  const rows = new Map<number, Row[]>(ids.map((id) => [id, []]))
  for (const answer of answers) collectRows(rows, answer)
  const counts = answers.at(-1)?.facetDistribution?.statement ?? {}
  const bare = ids.filter((id) => rows.get(id)!.length === 0)
  if (bare.length > 0) {
    // Without words in the query, or found by title and names alone: the beginning, unmarked.
    const openings = await asker.ask({
      index: 'passages',
      filter: all([idsIn('statement', bare), 'position = 1']),
      limit: bare.length,
      attributesToRetrieve: PASSAGE_ATTRIBUTES,
    })
    collectRows(rows, openings)
  }
  return ids.map((id) => ({
    id,
    passages: rows
      .get(id)!
      .slice(0, PASSAGES_PER_HIT)
      .sort((a, b) => a.position - b.position)
      .map((row) => passageHit(row, sequences)),
    matchingPassages: counts[String(id)] ?? 0,
  }))
}

/** Adds passages to those of their statements; titles and names are no passage. */
function collectRows(rows: ReadonlyMap<number, Row[]>, { hits }: Answered): void {
  for (const row of hits) {
    const own = rows.get(row.statement)
    if (row.position > 0 && own?.every(({ id }) => id !== row.id)) own.push(row)
  }
}

/** One passage of each of these statements with a near word in it, to tell by what it is marked. */
export async function readMarked(
  asker: Asker,
  ids: readonly number[],
  clauses: readonly Clause[],
  phrases: Phrases,
): Promise<PassageHit[]> {
  const filter = all([idsIn('statement', ids), 'position > 0', anyWordFilter(clauses, phrases)])
  const { hits } = await asker.ask({
    index: 'passages',
    filter,
    attributesToRetrieve: PASSAGE_ATTRIBUTES,
    limit: ids.length * MARKED_READ_PER_HIT,
  })
  const sequences = clauses.flatMap(({ any }) => any.flat())
  return hits.map((row) => passageHit(row, sequences))
}

function passageHit(row: Row, sequences: readonly Sequence[]): PassageHit {
  return {
    number: row.number,
    key: row.key,
    language: row.passage_language,
    ...cutStretch(row.text, sequences),
  }
}
