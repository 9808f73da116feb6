import { FACET_NAMES, type FacetName, type SearchQuery } from '#lib/search/contract.ts'
import { QUERY_MAX_LENGTH } from '#lib/search/query.ts'

/** The parameters of a search, without those that say what is so anyway; pairs, because filters repeat. */
export function searchParameters(query: SearchQuery): [name: string, value: string][] {
  const pairs: [string, string][] = []
  // What is not looked at need not be repeated in every link of the page.
  if (query.text) pairs.push(['q', query.text.slice(0, QUERY_MAX_LENGTH)])
  for (const name of FACET_NAMES) {
    for (const value of query.facets[name] ?? []) pairs.push([name, value])
  }
  if (query.person) pairs.push(['person', query.person])
  if (query.sort !== 'relevance') pairs.push(['sort', query.sort])
  if (!query.fuzzy) pairs.push(['fuzzy', '0'])
  if (!query.spellings) pairs.push(['spellings', '0'])
  if (query.page > 1) pairs.push(['page', String(query.page)])
  return pairs
}

/** The path of a search with some of it changed, without a language prefix. Any change but of the page begins at page 1. */
export function searchPath(query: SearchQuery, changes: Partial<SearchQuery> = {}): string {
  const parameters = new URLSearchParams(searchParameters({ ...query, page: 1, ...changes }))
  return parameters.size > 0 ? `/search?${parameters}` : '/search'
}

/** The filters of a search with one value added or, where it was chosen, taken away. */
export function toggleFacet(
  query: SearchQuery,
  name: FacetName,
  value: string,
): SearchQuery['facets'] {
  const chosen = query.facets[name] ?? []
  const others = chosen.filter((other) => other !== value)
  return { ...query.facets, [name]: others.length < chosen.length ? others : [...chosen, value] }
}

/** How many filters are chosen. */
export function countFilters(query: SearchQuery): number {
  return FACET_NAMES.reduce((sum, name) => sum + (query.facets[name]?.length ?? 0), 0)
}
