import type { PassageHit, SearchHit } from '../contract.ts'
import { cutStretch } from '../highlight.ts'
import type { Clause, Sequence } from '../query.ts'
import type { Asker, Row } from './ask.ts'
import { all, anyWordFilter, idsIn, type Phrases } from './filters.ts'

const PASSAGES_PER_HIT = 3
/** Passages read for each statement of a page, in the engine's order, to choose the best of each from. */
const PASSAGES_READ_PER_HIT = 3

const RETRIEVED = ['id', 'statement', 'position', 'number', 'key', 'passage_language', 'text']

/** The hits of one page, with their best passages in text order and the words of the query marked in them. */
export async function readHits(
  asker: Asker,
  ids: readonly number[],
  clauses: readonly Clause[],
  text: string,
  phrases: Phrases,
): Promise<SearchHit[]> {
  if (ids.length === 0) return []
  const sequences = clauses.flatMap(({ any }) => any.flat())
  const rows = new Map<number, Row[]>(ids.map((id) => [id, []]))
  let counts: Record<string, number> = {}
  if (sequences.length > 0) {
    const filter = all([idsIn('statement', ids), 'position > 0', anyWordFilter(clauses, phrases)])
    const read = { index: 'passages' as const, filter, attributesToRetrieve: RETRIEVED }
    const most = ids.length * PASSAGES_READ_PER_HIT
    const [best, each, counted] = await asker.askAll([
      { ...read, q: text, matchingStrategy: 'frequency', limit: most },
      { ...read, distinct: 'statement', limit: ids.length },
      { index: 'passages', filter, limit: 0, facets: ['statement'] },
    ])
    for (const answer of [best!, each!]) collect(answer.hits)
    counts = counted!.facetDistribution?.statement ?? {}
  }
  const bare = ids.filter((id) => rows.get(id)!.length === 0)
  if (bare.length > 0) {
    // Without words in the query, or found by title and names alone: the beginning, unmarked.
    const openings = await asker.ask({
      index: 'passages',
      filter: all([idsIn('statement', bare), 'position = 1']),
      limit: bare.length,
      attributesToRetrieve: RETRIEVED,
    })
    collect(openings.hits)
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

  function collect(found: readonly Row[]): void {
    for (const row of found) {
      const own = rows.get(row.statement)
      if (own?.every(({ id }) => id !== row.id)) own.push(row)
    }
  }
}

function passageHit(row: Row, sequences: readonly Sequence[]): PassageHit {
  return {
    number: row.number,
    key: row.key,
    language: row.passage_language,
    ...cutStretch(row.text, sequences),
  }
}
