import type { Authority } from '#lib/authorities/model.ts'
import { findNamesakes } from '#lib/authorities/namesakes.ts'
import { unsafeAuthoritiesById } from '#lib/authorities/queries.ts'
import { database } from '#lib/database.ts'
import type { StatementListing } from '#lib/statements/present.ts'
import { listByIds } from '#lib/statements/queries.ts'
import { tokenise } from '#lib/text/tokenise.ts'
import type { Viewer } from '#lib/viewer.ts'
import { askIndex } from './ask.ts'
import {
  FACET_NAMES,
  type FacetCount,
  type FacetName,
  type NearWord,
  type PassageHit,
  type SearchQuery,
  type SearchResult,
} from './contract.ts'
import { readRecordedTexts } from './documents.ts'
import { type ParsedQuery, parseQuery, QUERY_MAX_LENGTH } from './query.ts'
import type { QueryNote } from './query-notes.ts'
import { matchRecorded, QueryWords, type RecordedMatch } from './recorded.ts'

/** A value of a facet. `names` are those of the record that it stands for, null where the value is a code or a year. */
export interface PresentedFacetValue extends FacetCount {
  names: Authority['names'] | null
}

/** One page of results, as this viewer may see it. */
export interface SearchPage {
  query: string
  /** Statements that match as typed or in other spellings of the same names, and those that match only through near spellings. */
  total: number
  totalFuzzy: number
  engine: 'embedded' | 'meilisearch'
  /** The search server could not answer and the embedded index did. */
  fallback: boolean
  /** Something that this viewer may read is still on its way into the index, or the search server could not answer. */
  incomplete: boolean
  /** Only a part of what matches was ranked by relevance. */
  bounded: boolean
  queryCut: boolean
  page: number
  perPage: number
  alsoSearched: string[]
  /** Which words of the query the near matches were found by. */
  nearWords: NearWord[]
  /** What of the query was not taken as it was written. */
  notes: readonly QueryNote[]
  hits: PresentedHit[]
  facets: Record<FacetName, PresentedFacetValue[]>
}

export interface PresentedHit {
  statement: StatementListing
  passages: PassageHit[]
  matchingPassages: number
  /** Where else words of the query stand that are in none of these passages: title, names, description; at most three. */
  recorded: RecordedMatch[]
}

/**
 * Searches the published statements that this viewer may read: matches, counts and facets come from nothing else, and
 * each hit is read again from the archive under the same rule.
 *
 * @throws AppError `unavailable` when the engine does not answer
 */
export async function searchStatements(viewer: Viewer, query: SearchQuery): Promise<SearchPage> {
  const parsed = parseQuery(query.text)
  const words = tokenise(query.text.slice(0, QUERY_MAX_LENGTH)).flatMap(({ parts }) => parts)
  const namesakes = query.spellings ? findNamesakes(viewer, words) : []
  const asked = await askIndex(viewer, (engine, scope) =>
    engine.search({ ...query, namesakes }, scope),
  )
  const result = asked.answer
  // Read after the answer: what was withdrawn meanwhile is not shown either.
  const listings = new Map(
    listByIds(
      viewer,
      result.hits.map(({ id }) => id),
    ).map((listing) => [listing.id, listing]),
  )
  return {
    query: query.text,
    total: result.total,
    totalFuzzy: result.totalFuzzy,
    engine: asked.engine,
    fallback: asked.fallback,
    incomplete: asked.incomplete,
    bounded: result.bounded,
    queryCut: result.queryCut,
    page: query.page,
    perPage: query.perPage,
    alsoSearched: result.alsoSearched,
    nearWords: result.nearWords,
    notes: parsed.notes,
    hits: presentHits(parsed, result, listings),
    facets: nameFacets(result.facets),
  }
}

function presentHits(
  query: ParsedQuery,
  result: SearchResult,
  listings: ReadonlyMap<number, StatementListing>,
): PresentedHit[] {
  const words = new QueryWords(query, result)
  const hits = result.hits.flatMap(({ id, passages, matchingPassages }) => {
    const statement = listings.get(id)
    if (statement === undefined) return []
    return [{ statement, passages, matchingPassages, missing: words.missingIn(passages) }]
  })
  const unexplained = hits.filter(({ missing }) => missing.all.length > 0)
  const texts = readRecordedTexts(
    database(),
    unexplained.map(({ statement }) => statement.id),
  )
  return hits.map(({ missing, ...hit }) => ({
    ...hit,
    recorded: matchRecorded(texts.get(hit.statement.id) ?? [], missing),
  }))
}

/** Names of the records behind the values; they stand in statements that this viewer may read. */
function nameFacets(facets: SearchResult['facets']): SearchPage['facets'] {
  const ids = [...facets.event, ...facets.place].map(({ value }) => value)
  const records = unsafeAuthoritiesById(database(), ids)
  return Object.fromEntries(
    FACET_NAMES.map((name) => [
      name,
      facets[name].map((count) => ({ ...count, names: records.get(count.value)?.names ?? null })),
    ]),
  ) as SearchPage['facets']
}
