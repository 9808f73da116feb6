import type { FacetName, SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import type { ParsedQuery, Sequence } from '../query.ts'
import type { Asker, Question } from './ask.ts'
import { chosenFacets, freeFacets, readFacets } from './counts.ts'
import { all, choiceFilter, fieldsFilter, idsIn, idsNotIn, scopeFilter } from './filters.ts'
import {
  countRows,
  countsIn,
  makeHits,
  openings,
  PASSAGE_ATTRIBUTES,
  PASSAGES_READ_PER_HIT,
  unreadOf,
} from './hits.ts'
import { isTold, LOOKED_THROUGH_MAX, PLACE_ATTRIBUTES, wrongOf } from './phrase-places.ts'
import { ORDERED_ATTRIBUTES } from './settings.ts'

/** Passages that are read at once, and are likely to be all. */
const PASSAGES_READ = 60

/** The phrase of a query that asks for one phrase and for no other word or name; null for other queries. */
export function phraseAlone(typed: ParsedQuery, query: SearchQuery): Sequence | null {
  const [clause, ...more] = typed.include
  if (clause === undefined || more.length > 0 || query.sort !== 'relevance') return null
  if (typed.exclude.length + typed.fields.include.length > 0) return null
  const [way, ...ways] = clause.any
  const [phrase, ...sequences] = way ?? []
  const alone = clause.quoted && ways.length + sequences.length === 0
  return alone && phrase !== undefined && phrase.forms.length > 1 ? phrase : null
}

/**
 * A page of what holds one phrase. A phrase stands within one passage, so that passages alone tell which statements
 * match; each carries the facets of its statement. Where every statement has one such passage, as with most phrases,
 * they are the whole answer; else each statement is counted once by the server.
 */
export async function readPhrasePage(
  asker: Asker,
  phrase: Sequence,
  typed: ParsedQuery,
  query: SearchQuery,
  scope: SearchScope,
): Promise<SearchResult> {
  const chosen = chosenFacets(query)
  const free = freeFacets(chosen)
  const filterOf = (except?: FacetName) =>
    all([fieldsFilter(typed), scopeFilter(scope, 'passages'), choiceFilter(query, except)])
  const places = (filter: string): Question => ({
    index: 'passages',
    q: `"${phrase.forms.join(' ')}"`,
    attributesToSearchOn: ORDERED_ATTRIBUTES,
    filter,
    attributesToRetrieve: PASSAGE_ATTRIBUTES,
  })
  const isSure = isTold(phrase.forms)
  const attributes = isSure ? [] : ORDERED_ATTRIBUTES
  // A chosen facet is counted without its own choices: what is wrong among those too has to be known.
  const whole = all([fieldsFilter(typed), scopeFilter(scope, 'passages')])
  const lookedThrough = {
    ...places(whole),
    attributesToRetrieve: PLACE_ATTRIBUTES,
    limit: LOOKED_THROUGH_MAX,
  }
  const [some, early] = await Promise.all([
    asker.ask({
      ...places(filterOf()),
      attributesToRetrieve: [...PASSAGE_ATTRIBUTES, ...attributes],
      limit: PASSAGES_READ,
      facets: free,
    }),
    isSure || chosen.length === 0 ? null : asker.ask(lookedThrough),
  ])
  const areAll = some.hits.length < PASSAGES_READ
  const looked = early ?? (isSure || areAll ? some : await asker.ask(lookedThrough))
  const wrong = isSure ? [] : wrongOf(looked, phrase.forms)
  const right = idsNotIn('id', wrong)
  const statements = (facets: readonly FacetName[], except?: FacetName): Question => ({
    ...places(all([filterOf(except), right])),
    distinct: 'statement',
    page: query.page,
    hitsPerPage: except === undefined ? query.perPage : 0,
    facets: [...facets],
  })
  const hits = some.hits.filter(({ id }) => !wrong.includes(id))
  const found = [...new Set(hits.map(({ statement }) => statement))]
  const from = (query.page - 1) * query.perPage
  const isWhole = areAll && wrong.length === 0 && found.length === hits.length
  const [page, ...each] = await Promise.all([
    isWhole ? { ...some, totalHits: found.length } : asker.ask(statements(free)),
    ...chosen.map((facet) => asker.ask(statements([facet], facet))),
  ])
  const ids = areAll
    ? found.slice(from, from + query.perPage)
    : page.hits.map(({ statement }) => statement)
  // Few are all read already; of many those of the page are read once more.
  const shown = areAll
    ? null
    : await asker.ask({
        ...places(all([filterOf(), right, 'position > 0', idsIn('statement', ids)])),
        limit: ids.length * PASSAGES_READ_PER_HIT,
        facets: ['statement'],
      })
  const rows = shown === null ? hits : [...page.hits, ...shown.hits]
  const unread = unreadOf(ids, rows)
  const beginnings = unread.length === 0 ? [] : (await asker.ask(openings(unread))).hits
  const counts = shown === null ? countRows(hits) : countsIn(shown)
  return {
    hits: makeHits(ids, { rows, beginnings, counts, sequences: [phrase] }),
    total: page.totalHits ?? 0,
    totalFuzzy: 0,
    bounded: !isSure && looked.hits.length >= LOOKED_THROUGH_MAX,
    facets: readFacets(page, each, chosen),
    alsoSearched: [],
    nearWords: [],
    queryCut: typed.cut,
  }
}
