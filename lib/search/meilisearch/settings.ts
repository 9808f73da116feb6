import type { Settings } from 'meilisearch'
import { FACET_NAMES } from '../contract.ts'

/**
 * Everything that Meilisearch is told about the three indexes: change it here and raise the version. Lists without an
 * order of their own stand in that of the alphabet, as the server gives them back.
 */

/** Raised whenever documents or normalisation change; what another version wrote counts as stale. */
export const INDEX_VERSION = 5
/** Of Meilisearch itself: the versions that this adapter has been tested with begin here. */
export const SERVER_VERSION_MIN = [1, 50] as const

export const INDEXES = ['statements', 'passages', 'terms'] as const
export type IndexName = (typeof INDEXES)[number]
/** What stands behind the name of an index while its successor is built. */
export const BUILDING = '_building'

export function indexUid(prefix: string, name: IndexName): string {
  return `${prefix}_${name}`
}

/** Totals are counted to the end, not to the thousandth hit. */
const TOTAL_HITS_MAX = 2_000_000
/** Values that one facet may show, and statements that one page may show. */
export const FACET_VALUES_MAX = 200

const facets = [...FACET_NAMES, 'person', 'audience']
const equal = (...names: string[]) => ({
  attributePatterns: names,
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
})
const comparable = (...names: string[]) => ({
  attributePatterns: names,
  features: { facetSearch: false, filter: { equality: true, comparison: true } },
})

/** Where words stand in the order of the text: titles and names, which come first, and a passage. */
export const ORDERED_ATTRIBUTES = ['head', 'body']

/** Words are ours: nothing is guessed, stemmed, completed or forgiven by the engine. */
const common = {
  prefixSearch: 'disabled',
  typoTolerance: { enabled: false },
  stopWords: [],
  synonyms: {},
  facetSearch: false,
  pagination: { maxTotalHits: TOTAL_HITS_MAX },
  faceting: { maxValuesPerFacet: FACET_VALUES_MAX, sortFacetValuesBy: { '*': 'count' } },
  searchCutoffMs: 1_500,
} satisfies Settings

export const INDEX_SETTINGS: Record<IndexName, Settings> = {
  statements: {
    ...common,
    // Nothing is searched here: every word is a value to filter by, and filters know no limit of positions or words.
    searchableAttributes: ['reference'],
    displayedAttributes: ['id', 'state'],
    filterableAttributes: [
      equal('words', 'beginnings', 'speaker_names', 'place_names', ...facets),
      comparable('id', 'from', 'until', 'years'),
    ],
    sortableAttributes: ['added', 'given', 'id'],
    rankingRules: ['sort'],
    localizedAttributes: null,
  },
  passages: {
    ...common,
    searchableAttributes: [...ORDERED_ATTRIBUTES, 'others'],
    displayedAttributes: [
      'id',
      'statement',
      'position',
      'number',
      'key',
      'passage_language',
      'text',
      ...ORDERED_ATTRIBUTES,
    ],
    filterableAttributes: [
      equal('words', 'beginnings', 'state', 'speaker_names', 'place_names', ...facets),
      comparable('id', 'statement', 'position', 'from', 'until', 'years'),
    ],
    sortableAttributes: [],
    rankingRules: ['words', 'proximity', 'attributeRank', 'exactness'],
    proximityPrecision: 'byWord',
    // Already cut into words by us: the languages say so, lest one passage be taken for another language.
    localizedAttributes: [
      { attributePatterns: [...ORDERED_ATTRIBUTES, 'others'], locales: ['eng', 'pes'] },
    ],
  },
  terms: {
    ...common,
    searchableAttributes: ['id'],
    displayedAttributes: ['id', 'term', 'counts', 'stamp'],
    filterableAttributes: [comparable('stamp')],
    sortableAttributes: [],
    rankingRules: ['sort'],
    localizedAttributes: null,
  },
}
