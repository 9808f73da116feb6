import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import type { IndexName } from './settings.ts'
import type { TermList } from './terms.ts'

/** What a query needs of the server. */
export interface Reading {
  client: Meilisearch
  uid: (name: IndexName) => string
  terms: TermList
}

/** One search among those of a request. */
export type Question = Omit<MultiSearchQuery, 'indexUid'> & { index: IndexName }

export interface Answered {
  hits: Record<string, unknown>[]
  totalHits?: number
  facetDistribution?: Record<string, Record<string, number>>
}

/** Asks all of them in one request; the answers are in the same order. */
export async function askMany(reading: Reading, queries: readonly Question[]): Promise<Answered[]> {
  if (queries.length === 0) return []
  const { results } = await reading.client.multiSearch({
    queries: queries.map(({ index, ...query }) => ({ ...query, indexUid: reading.uid(index) })),
  })
  return results as unknown as Answered[]
}
