import { afterEach, beforeEach } from 'vitest'
import type { SearchEngine, SearchQuery, SearchResult, SearchScope } from '#lib/search/contract.ts'
import { SCOPE } from './search-documents.ts'

/** Opens an engine with an empty index of its own. */
export type OpenEngine = () => Promise<SearchEngine>

/** What the tests of a suite ask of the engine under test, as a reader of what is public but for changes of the scope. */
export interface EngineUnderTest
  extends Pick<SearchEngine, 'put' | 'remove' | 'rebuild' | 'count' | 'inventory'> {
  /** Asks as the suite usually does, but for these changes. */
  search(
    text: string,
    query?: Partial<SearchQuery>,
    scope?: Partial<SearchScope>,
  ): Promise<SearchResult>
  suggest(beginning: string, scope?: Partial<SearchScope>, most?: number): Promise<string[]>
}

/** Gives each test of a suite an engine of its own, closed after it. */
export function useEngine(open: OpenEngine, usual: Partial<SearchQuery> = {}): EngineUnderTest {
  let engine: SearchEngine
  beforeEach(async () => {
    engine = await open()
  })
  afterEach(() => engine.close())
  return {
    put: (documents) => engine.put(documents),
    remove: (ids) => engine.remove(ids),
    rebuild: (documents) => engine.rebuild(documents),
    count: () => engine.count(),
    inventory: () => engine.inventory(),
    suggest: (beginning, scope, most = 10) =>
      engine.suggest(beginning, { ...SCOPE, ...scope }, most),
    search: (text, query, scope) =>
      engine.search(
        {
          text,
          facets: {},
          sort: 'relevance',
          fuzzy: false,
          spellings: false,
          page: 1,
          perPage: 20,
          ...usual,
          ...query,
        },
        { ...SCOPE, ...scope },
      ),
  }
}

export function idsOf({ hits }: SearchResult): number[] {
  return hits.map(({ id }) => id)
}

/** What is marked in the hits, as it is written there. */
export function marked({ hits }: SearchResult): string[] {
  return hits.flatMap(({ passages }) =>
    passages.flatMap(({ text, highlights }) =>
      highlights.map(([start, end]) => text.slice(start, end)),
    ),
  )
}
