import type { NearWord, SearchHit, SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import { type Clause, type ParsedQuery, parseQuery } from '../query.ts'
import { type SpelledQuery, spellOut } from '../spellings.ts'
import { type Selection, StatementColumns } from './columns.ts'
import { anyExpression, matchExpression, STATEMENT_ORDERED } from './expression.ts'
import { meetFields } from './fields.ts'
import { readHits } from './hits.ts'
import { nearClauses, tellNearWords } from './near.ts'
import { rankStatements } from './ranking.ts'
import { ReadableWords } from './readable-words.ts'
import { type IndexDatabase, openForReading } from './schema.ts'
import { Sounds } from './sounds.ts'
import { suggestWords } from './suggest.ts'
import { Vocabulary } from './vocabulary.ts'

/** Statements that come before those of the next tier. */
interface Tier {
  ids: readonly number[]
  /** The demands by which they are ranked, and those that are marked in them. */
  ranked: readonly Clause[]
  marked: readonly Clause[]
}

/** What matches through near spellings alone. */
interface NearMatches {
  query: ParsedQuery
  selection: Selection
  words: NearWord[]
}

/** Other spellings that are told of. */
const SPELLINGS_SHOWN_MAX = 12

/** Answers queries over a read-only connection; one for each worker thread. */
export class IndexReader {
  readonly #db: IndexDatabase
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
      this.#columns.sync(this.#db)
      return suggestWords(new ReadableWords(this.#db, this.#columns, scope), beginning, most)
    })()
  }

  /** Reads columns and vocabulary before the first query needs them. */
  warm(): void {
    this.#db.transaction(() => {
      this.#columns.sync(this.#db)
      this.#vocabulary.sync(this.#db, this.#columns.generation)
    })()
  }

  close(): void {
    this.#db.close()
  }

  #answer(query: SearchQuery, scope: SearchScope): SearchResult {
    this.#columns.sync(this.#db)
    const parsed = parseQuery(query.text)
    const words = new ReadableWords(this.#db, this.#columns, scope)
    const spelled = query.spellings ? this.#spell(parsed, query, words) : null
    const typed = this.#columns.select(this.#match(parsed), query, scope)
    const wanted = spelled?.query ?? parsed
    const exact = spelled === null ? typed : this.#columns.select(this.#match(wanted), query, scope)
    const near = query.fuzzy ? this.#findNear(wanted, exact.ids, query, scope, words) : null
    // By date all spellings of a name are one list; by relevance what was typed comes first.
    const first = query.sort === 'relevance' ? typed.ids : exact.ids
    const nearClauses = near?.query.include ?? []
    const page = this.#page(query, [
      { ids: first, ranked: parsed.include, marked: wanted.include },
      { ids: without(exact.ids, first), ranked: wanted.include, marked: wanted.include },
      { ids: near?.selection.ids ?? [], ranked: nearClauses, marked: nearClauses },
    ])
    return {
      hits: page.hits,
      total: exact.ids.length,
      totalFuzzy: near?.selection.ids.length ?? 0,
      bounded: page.bounded,
      facets: exact.ids.length === 0 && near !== null ? near.selection.facets : exact.facets,
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
    const sounds = new Sounds(this.#db, words)
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

  /** Ids of the statements that meet every demand, before any scope. */
  #match(parsed: ParsedQuery): readonly number[] {
    const { generation } = this.#columns
    const ids = this.#columns.keepYears(
      this.#matchWords(parsed.include, parsed.exclude),
      parsed.years,
    )
    return meetFields(this.#db, generation, ids, parsed.fields)
  }

  #matchWords(include: readonly Clause[], exclude: readonly Clause[]): readonly number[] {
    const expression = matchExpression(include, exclude, STATEMENT_ORDERED)
    if (expression !== null) return this.#ids(expression)
    if (exclude.length === 0) return this.#columns.allIds()
    const left = new Set(this.#ids(anyExpression(exclude, STATEMENT_ORDERED)))
    return this.#columns.allIds().filter((id) => !left.has(id))
  }

  #ids(expression: string): number[] {
    const table = `st_${this.#columns.generation}`
    return this.#db
      .prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`)
      .pluck()
      .all(expression) as number[]
  }

  /** What matches only through near spellings of its words or of the names in its fields; null where there are none. */
  #findNear(
    wanted: ParsedQuery,
    exactIds: readonly number[],
    query: SearchQuery,
    scope: SearchScope,
    words: ReadableWords,
  ): NearMatches | null {
    this.#vocabulary.sync(this.#db, this.#columns.generation)
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
        ? { ...near, include: [{ ...only, any: only.any.slice(wanted.include[0]!.any.length) }] }
        : near
    const exact = new Set(exactIds)
    const selection = this.#columns.select(this.#match(asked), query, scope)
    const ids = selection.ids.filter((id) => !exact.has(id))
    const ways = [...(inWords?.ways ?? []), ...(inFields?.ways ?? [])]
    return {
      query: near,
      selection: { ...selection, ids },
      words: tellNearWords(ways, query.text, new Set(ids), words),
    }
  }

  /** The hits of one page: what matches as typed, then in other spellings, then nearly. */
  #page(query: SearchQuery, tiers: readonly Tier[]): { hits: SearchHit[]; bounded: boolean } {
    const hits: SearchHit[] = []
    let bounded = false
    let from = (query.page - 1) * query.perPage
    let left = query.perPage
    for (const { ids, ranked, marked } of tiers) {
      const wanted = from < ids.length ? Math.min(from + left, ids.length) : 0
      const sorted = this.#sort(query, ranked, ids, wanted)
      const shown = sorted.ids.slice(from, wanted)
      hits.push(...readHits(this.#db, this.#columns.generation, shown, marked))
      bounded ||= sorted.bounded
      left -= shown.length
      from = Math.max(0, from - ids.length)
    }
    return { hits, bounded }
  }

  #sort(
    query: SearchQuery,
    include: readonly Clause[],
    ids: readonly number[],
    wanted: number,
  ): { ids: number[]; bounded: boolean } {
    if (wanted === 0 || ids.length === 0) return { ids: [], bounded: false }
    if (query.sort !== 'relevance') {
      return { ids: this.#columns.sortByDate(ids, query.sort), bounded: false }
    }
    if (include.length === 0) return { ids: this.#columns.sortByDate(ids, 'added'), bounded: false }
    const ranked = rankStatements(this.#db, this.#columns.generation, include, ids, wanted)
    if (ranked.ids.length >= Math.min(wanted, ids.length)) return ranked
    // What a bound left out still has its place on the later pages.
    const known = new Set(ranked.ids)
    return { ids: [...ranked.ids, ...ids.filter((id) => !known.has(id))], bounded: ranked.bounded }
  }
}

function without(ids: readonly number[], others: readonly number[]): readonly number[] {
  if (others.length === 0) return ids
  const left = new Set(others)
  return ids.filter((id) => !left.has(id))
}

function shownSpellings(spelled: SpelledQuery['found'], words: ReadableWords): string[] {
  const found = spelled.slice(0, SPELLINGS_SHOWN_MAX)
  return [...new Set(found.map(({ sequence, name }) => name ?? words.showing(sequence)))]
}
