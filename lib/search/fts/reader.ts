import type { Statement } from 'better-sqlite3'
import type { NearWord, SearchHit, SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import { type Clause, type ParsedQuery, parseQuery } from '../query.ts'
import { type SpelledQuery, spellOut } from '../spellings.ts'
import { type Selection, StatementColumns } from './columns.ts'
import { meetFields } from './fields.ts'
import { readHits } from './hits.ts'
import { type Matches, matchClauses } from './matching.ts'
import { nearClauses, tellNearWords } from './near.ts'
import { rankMatches } from './ranking.ts'
import { ReadableWords } from './readable-words.ts'
import { type IndexDatabase, openForReading, type Reading } from './schema.ts'
import { Sounds } from './sounds.ts'
import { suggestWords } from './suggest.ts'
import { Vocabulary } from './vocabulary.ts'
import { WordPlaces } from './word-places.ts'

/** Statements that come before those of the next tier. */
interface Tier {
  slots: Int32Array
  /** How they match the demands by which they are ranked, and the demands that are marked in them. */
  matches: Matches | null
  ranked: readonly Clause[]
  marked: readonly Clause[]
}

/** What matches a query, under the viewer's scope and the chosen filters. */
interface Found {
  matches: Matches
  selection: Selection
}

/** What matches through near spellings alone. */
interface NearMatches extends Found {
  query: ParsedQuery
  words: NearWord[]
}

/** Other spellings that are told of. */
const SPELLINGS_SHOWN_MAX = 12
const NONE = new Int32Array(0)

/** Answers queries over a read-only connection; one for each worker thread. */
export class IndexReader {
  readonly #db: IndexDatabase
  readonly #statements = new Map<string, Statement>()
  readonly #reading: Reading = { prepare: (sql: string) => this.#prepare(sql) as never }
  readonly #columns = new StatementColumns()
  readonly #vocabulary = new Vocabulary()

  /** @throws UnusableIndexError */
  constructor(path: string) {
    this.#db = openForReading(path)
  }

  /** Columns, matches and passages are all read from one snapshot. */
  search(query: SearchQuery, scope: SearchScope): SearchResult {
    return this.#db.transaction(() => this.#answer(query, scope))()
  }

  /** Words that begin so, for this viewer. */
  suggest(beginning: string, scope: SearchScope, most: number): string[] {
    return this.#db.transaction(() => {
      this.#sync()
      const places = new WordPlaces(this.#reading, this.#columns, scope)
      return suggestWords(new ReadableWords(this.#reading, places, scope), beginning, most)
    })()
  }

  /** Reads columns and vocabulary before the first query needs them. */
  warm(): void {
    this.#db.transaction(() => {
      this.#sync()
      this.#vocabulary.sync(this.#reading, this.#columns.generation)
    })()
  }

  close(): void {
    this.#db.close()
  }

  #sync(): void {
    const { generation } = this.#columns
    this.#columns.sync(this.#reading)
    if (this.#columns.generation !== generation) this.#statements.clear()
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#db.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  #answer(query: SearchQuery, scope: SearchScope): SearchResult {
    this.#sync()
    const parsed = parseQuery(query.text)
    const places = new WordPlaces(this.#reading, this.#columns, scope)
    const words = new ReadableWords(this.#reading, places, scope)
    const spelled = query.spellings ? this.#spell(parsed, query, words) : null
    const typed = this.#find(parsed, query, places)
    const wanted = spelled?.query ?? parsed
    const exact = spelled === null ? typed : this.#find(wanted, query, places)
    const exactSlots = exact.selection.slots
    const near = query.fuzzy ? this.#findNear(wanted, exactSlots, query, places, words) : null
    const nearSlots = near?.selection.slots ?? NONE
    // By date all spellings of a name are one list; by relevance what was typed comes first.
    const byRelevance = query.sort === 'relevance'
    const first = byRelevance ? typed : exact
    const marked = wanted.include
    const nearClauses = near?.query.include ?? []
    const hits = this.#page(query, places, [
      {
        slots: first.selection.slots,
        matches: first.matches,
        ranked: byRelevance ? parsed.include : marked,
        marked,
      },
      {
        slots: this.#without(exactSlots, first.selection.slots),
        matches: exact.matches,
        ranked: marked,
        marked,
      },
      {
        slots: nearSlots,
        matches: near?.matches ?? null,
        ranked: nearClauses,
        marked: nearClauses,
      },
    ])
    const counted = exactSlots.length === 0 && near !== null ? near : exact
    return {
      hits,
      total: exactSlots.length,
      totalFuzzy: nearSlots.length,
      bounded: false,
      facets: counted.selection.facets(),
      alsoSearched: shownSpellings(spelled?.found ?? [], words),
      nearWords: near?.words ?? [],
      queryCut: parsed.cut,
    }
  }

  /** The query with other spellings of its names beside those that were typed, in its words and in its fields. */
  #spell(
    parsed: ParsedQuery,
    query: SearchQuery,
    words: ReadableWords,
  ): { query: ParsedQuery; found: SpelledQuery['found'] } | null {
    const sounds = new Sounds(this.#reading, words)
    const namesakes = query.namesakes ?? []
    const inWords = spellOut(parsed.include, query.text, sounds, namesakes)
    const inFields = spellOut(parsed.fields.include, query.text, sounds, namesakes)
    if (inWords === null && inFields === null) return null
    const fields = { ...parsed.fields, include: inFields?.clauses ?? parsed.fields.include }
    return {
      query: { ...parsed, include: inWords?.clauses ?? parsed.include, fields },
      found: [...(inWords?.found ?? []), ...(inFields?.found ?? [])],
    }
  }

  /** The statements that meet every demand. */
  #find(parsed: ParsedQuery, query: SearchQuery, places: WordPlaces): Found {
    const matches = matchClauses(places, parsed.include, parsed.exclude)
    const told = this.#columns.keepYears(matches.slots, parsed.years)
    const slots = meetFields(this.#reading, this.#columns, told, parsed.fields)
    return { matches, selection: this.#columns.select(slots, query) }
  }

  /** What matches only through near spellings of its words or of the names in its fields; null where there are none. */
  #findNear(
    wanted: ParsedQuery,
    exactSlots: Int32Array,
    query: SearchQuery,
    places: WordPlaces,
    words: ReadableWords,
  ): NearMatches | null {
    this.#vocabulary.sync(this.#reading, this.#columns.generation)
    const inWords = nearClauses(wanted.include, this.#vocabulary, words)
    const inFields = nearClauses(wanted.fields.include, this.#vocabulary, words)
    if (inWords === null && inFields === null) return null
    const near: ParsedQuery = {
      ...wanted,
      include: inWords?.clauses ?? wanted.include,
      fields: { ...wanted.fields, include: inFields?.clauses ?? wanted.fields.include },
    }
    // Of one word only the near spellings are asked for: the word itself is known already.
    const [only] = near.include
    const asked =
      only !== undefined && near.include.length === 1 && inFields === null
        ? { ...near, include: [withoutFirst(only, wanted.include[0]!.any.length)] }
        : near
    const { matches, selection } = this.#find(asked, query, places)
    const slots = this.#without(selection.slots, exactSlots)
    const ways = [...(inWords?.ways ?? []), ...(inFields?.ways ?? [])]
    return {
      query: near,
      matches,
      selection: { ...selection, slots },
      words: tellNearWords(ways, query.text, new Set(slots), words),
    }
  }

  /** The hits of one page: what matches as typed, then in other spellings, then nearly. */
  #page(query: SearchQuery, places: WordPlaces, tiers: readonly Tier[]): SearchHit[] {
    const hits: SearchHit[] = []
    let from = (query.page - 1) * query.perPage
    let left = query.perPage
    for (const tier of tiers) {
      const { length } = tier.slots
      const wanted = from < length ? Math.min(from + left, length) : 0
      const shown = this.#sort(query, places, tier, wanted).slice(from)
      hits.push(...readHits(this.#reading, places, shown, tier.marked))
      left -= shown.length
      from = Math.max(0, from - length)
    }
    return hits
  }

  /** The first statements of a tier, so many of them. */
  #sort(query: SearchQuery, places: WordPlaces, tier: Tier, wanted: number): number[] {
    if (wanted === 0) return []
    const { slots, matches, ranked } = tier
    if (query.sort !== 'relevance' || ranked.length === 0 || matches === null) {
      const sort = query.sort === 'given' ? 'given' : 'added'
      return [...this.#columns.sortByDate(slots, sort, wanted)]
    }
    return rankMatches(this.#reading, places, matches, ranked, slots, wanted)
  }

  #without(slots: Int32Array, others: Int32Array): Int32Array {
    if (slots.length === 0 || others.length === 0) return slots
    const left = new Uint8Array(this.#columns.size)
    for (const slot of others) left[slot] = 1
    return slots.filter((slot) => left[slot] === 0)
  }
}

/** A demand without its first ways. */
function withoutFirst(clause: Clause, ways: number): Clause {
  return { ...clause, any: clause.any.slice(ways), worth: (clause.worth ?? []).slice(ways) }
}

function shownSpellings(spelled: SpelledQuery['found'], words: ReadableWords): string[] {
  const found = spelled.slice(0, SPELLINGS_SHOWN_MAX)
  return [...new Set(found.map(({ sequence, name }) => name ?? words.showing(sequence)))]
}
