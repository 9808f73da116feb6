import type { Audience } from '#lib/statements/vocabularies.ts'

/**
 * What every search engine of the archive does. Engines hold nothing of their own: all that is in them is rebuilt
 * from the archive's database. They never decide access: the query carries who may see what, and rows are read
 * again through the viewer's own scope before anything is shown.
 */

export type FacetName = 'type' | 'knows' | 'event' | 'place' | 'language' | 'year'
export const FACET_NAMES: readonly FacetName[] = [
  'type',
  'knows',
  'event',
  'place',
  'language',
  'year',
]

/** One published statement as the engines know it: only what its readers may see. */
export interface StatementDocument {
  /** `statements.id`. */
  id: number
  reference: string
  revision: number
  /** Changes with anything that this document is made from; index and archive are compared by it. */
  state: string
  titles: Partial<Record<string, string>>
  /** The text's language and those of its translations. */
  languages: string[]
  type: string | null
  /** Codes of `directness`, of the statement and of its passages. */
  knows: string[]
  /** Authority ids. */
  events: string[]
  places: string[]
  people: string[]
  /** Every name of the records above and what else should be findable: abstract, display name, occasion, source. */
  names: string[]
  extra: string[]
  /** For `speaker:`, who speaks in it and the witness as readers know them; for `place:`, every name of its places. */
  speakers: string[]
  placeNames: string[]
  /** Gregorian years of the events told, in full ("1988"). */
  years: string[]
  /** ISO dates, for sorting: the first day that the stated date allows; null sorts last. */
  dateGiven: string | null
  dateAdded: string
  audience: Audience
  /** ISO instants between which the statement is readable by its audience; null is open. */
  visibleFrom: string | null
  visibleUntil: string | null
  passages: PassageDocument[]
}

export interface PassageDocument {
  key: string
  /** From 1, the place in the published revision. */
  number: number
  language: string
  speaker: string
  text: string
}

/** Who is asking, as an engine needs it: which audiences are open to them. Owners read their drafts at the desk, not here. */
export interface SearchScope {
  audiences: readonly Audience[]
  /** ISO instant, for embargoes. */
  now: string
  /** Statements with a pending removal or change of audience, left out in the query itself. */
  exclude: readonly number[]
  /**
   * How many statements the index should hold beside those, whoever may see them. An engine outside of this process
   * answers with an error rather than from an index that has lost some.
   */
  expected?: number | undefined
}

export type SearchSort = 'relevance' | 'given' | 'added'

export interface SearchQuery {
  text: string
  facets: Partial<Record<FacetName, readonly string[]>>
  /** People pages list by this; it is not a facet. */
  person?: string | undefined
  sort: SearchSort
  /** Typo tolerance and near spellings; false also inside quotation marks. */
  fuzzy: boolean
  /** One name in every spelling: the other script, the other names of a record, years of the other calendar. */
  spellings: boolean
  /** Names of records that words of the query are one of; the viewer may see each of them. */
  namesakes?: readonly Namesake[] | undefined
  /** From 1. */
  page: number
  /** 1 to 100. */
  perPage: number
}

/** A run of words of the query that is a record's name, and the record's other names. */
export interface Namesake {
  /** Normalised. */
  words: readonly string[]
  /** As the record has them. */
  names: readonly string[]
}

export interface PassageHit {
  number: number
  key: string
  language: string
  /** The original passage, or a stretch of it cut at words around the first match. */
  text: string
  /** Whole words, as UTF-16 offsets [start, end) in `text`. */
  highlights: [number, number][]
  /** Whether `text` leaves out what stands before or after it. */
  cutBefore: boolean
  cutAfter: boolean
}

export interface SearchHit {
  id: number
  /** The best passages, in text order, at most three; the first one without marks where none holds a word of the query. */
  passages: PassageHit[]
  /** Passages of this statement in which a word of the query stands. */
  matchingPassages: number
}

export interface FacetCount {
  value: string
  count: number
}

export interface SearchResult {
  hits: SearchHit[]
  /** Statements that match as typed or, where asked for, in another spelling of the same names. */
  total: number
  /** Statements that match only through near spellings. */
  totalFuzzy: number
  /** True where only a part of what matches was ranked by relevance; the totals stay exact. */
  bounded: boolean
  /**
   * Counted over the statements that match as typed or, where there are none, over the near ones; each facet under the
   * choices made in the others, so that a second value of the same facet can be added. Most frequent first.
   */
  facets: Record<FacetName, FacetCount[]>
  /** Other spellings that were looked for, as they stand in what this viewer may read. */
  alsoSearched: string[]
  /** By which near spellings the near matches were found; empty where there are none. */
  nearWords: NearWord[]
  /** The query was longer than what is looked at: the rest of it was left out. */
  queryCut: boolean
}

/** A word of the query and what it was taken for: words that stand in the near matches of this viewer. */
export interface NearWord {
  /** As it was typed. */
  typed: string
  /** As they stand in what this viewer may read, the nearest first; at most eight. */
  found: string[]
}

/**
 * All that an engine tells comes from what the scope allows: whether a word is known, which spellings are near, what is
 * completed and in which order must be the same as if nothing else were in the index.
 */
export interface SearchEngine {
  readonly name: 'embedded' | 'meilisearch'
  search(query: SearchQuery, scope: SearchScope): Promise<SearchResult>
  /**
   * Words that begin so, as they stand in what the scope allows, the most frequent there first. `beginning` is a
   * normalised form of at least two letters; numbers are not completed.
   */
  suggest(beginning: string, scope: SearchScope, most: number): Promise<string[]>
  /** Replaces or adds; idempotent. */
  put(documents: readonly StatementDocument[]): Promise<void>
  /** Removes what is there; idempotent. */
  remove(ids: readonly number[]): Promise<void>
  /** Number of statements in the index. */
  count(): Promise<number>
  /** id → `state` of all that is indexed, to compare with the archive. */
  inventory(): Promise<Map<number, string>>
  /** id → digest (`PassageDigests`) of the passages that are really there, read one by one. */
  digests(): Promise<Map<number, string>>
  /** Builds a new index from the documents and swaps it in; the old one answers until then. */
  rebuild(documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>): Promise<void>
  close(): Promise<void>
}
