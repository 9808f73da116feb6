import {
  FACET_NAMES,
  type FacetCount,
  type FacetName,
  type SearchQuery,
  type SearchResult,
} from '../contract.ts'
import type { Answered, Asker } from './ask.ts'
import { FACET_VALUES_MAX } from './settings.ts'

/** How many statements meet a filter, some of them, and their facets. */
export interface Counted {
  total: number
  /** All of them where they are no more than were asked for, else null. */
  all: number[] | null
  /** As many as were asked for, in the order of the index. */
  some: number[]
  facets: SearchResult['facets']
}

/** Ids that are asked for with a total: all, where they are as few as a facet may have values, or so many. */
export type IdsWanted = 'all' | number

/**
 * Counts statements. `filterOf` makes the filter without the choices of one facet, under which that one is counted;
 * facets that nothing is chosen in come with the total.
 */
export async function countStatements(
  asker: Asker,
  filterOf: (except?: FacetName) => string,
  chosen: readonly FacetName[] | null,
  ids: IdsWanted,
): Promise<Counted> {
  const count = (filter: string, facets: string[], hitsPerPage: number) =>
    asker.ask({
      index: 'statements',
      filter,
      hitsPerPage,
      attributesToRetrieve: ['id'],
      ...(facets.length === 0 ? {} : { facets }),
    })
  const free = chosen === null ? [] : freeFacets(chosen)
  const [whole, ...each] = await Promise.all([
    // Of a statement all would be read for its id, with each of its words; a facet has it beside.
    ids === 'all' ? count(filterOf(), [...free, 'id'], 0) : count(filterOf(), free, ids),
    ...(chosen ?? []).map((facet) => count(filterOf(facet), [facet], 0)),
  ])
  const total = whole.totalHits ?? 0
  const some =
    ids === 'all'
      ? Object.keys(whole.facetDistribution?.id ?? {})
          .map(Number)
          .sort((a, b) => a - b)
      : whole.hits.map(({ id }) => id)
  return {
    total,
    all: some.length === total ? some : null,
    some,
    facets: readFacets(whole, each, chosen ?? []),
  }
}

/** Facets in which a value is chosen, each counted without its own choices. */
export function chosenFacets({ facets }: SearchQuery): FacetName[] {
  return FACET_NAMES.filter((facet) => (facets[facet]?.length ?? 0) > 0)
}

/** Facets in which nothing is chosen: they are counted with the total. */
export function freeFacets(chosen: readonly FacetName[]): FacetName[] {
  return FACET_NAMES.filter((facet) => !chosen.includes(facet))
}

/** The facets from the answer that has the free ones and those of the chosen ones, in their order. */
export function readFacets(
  whole: Answered,
  each: readonly Answered[],
  chosen: readonly FacetName[],
): SearchResult['facets'] {
  const entries = FACET_NAMES.map((facet) => {
    const answer = each[chosen.indexOf(facet)] ?? whole
    const counts = answer.facetDistribution?.[facet] ?? {}
    const found: FacetCount[] = Object.entries(counts).map(([value, count]) => ({ value, count }))
    found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return [facet, found.slice(0, FACET_VALUES_MAX)] as const
  })
  return Object.fromEntries(entries) as SearchResult['facets']
}
