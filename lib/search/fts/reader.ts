import type { SearchHit, SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import {
  type Clause,
  type ParsedQuery,
  parseQuery,
  type Sequence,
  sequence,
  singleForm,
} from '../query.ts'
import { type SpelledQuery, spellOut } from '../spellings.ts'
import { type Selection, StatementColumns } from './columns.ts'
import { anyExpression, matchExpression, STATEMENT_ORDERED } from './expression.ts'
import { readHits } from './hits.ts'
import { rankStatements } from './ranking.ts'
import { type IndexDatabase, openForReading } from './schema.ts'
import { Sounds } from './sounds.ts'
import { Vocabulary } from './vocabulary.ts'

/** Statements that come before those of the next tier. */
interface Tier {
  ids: readonly number[]
  /** The demands by which they are ranked, and those that are marked in them. */
  ranked: readonly Clause[]
  marked: readonly Clause[]
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
    const sounds = new Sounds(this.#db, this.#columns, scope)
    const spelled = query.spellings
      ? spellOut(parsed.include, query.text, sounds, query.namesakes ?? [])
      : null
    const typed = this.#columns.select(this.#match(parsed.include, parsed.exclude), query, scope)
    const clauses = spelled?.clauses ?? parsed.include
    const exact =
      spelled === null
        ? typed
        : this.#columns.select(this.#match(clauses, parsed.exclude), query, scope)
    const nearClauses = query.fuzzy ? this.#nearClauses(clauses) : null
    const near =
      nearClauses === null
        ? null
        : this.#selectNear(nearClauses, { ...parsed, include: clauses }, exact.ids, query, scope)
    // By date all spellings of a name are one list; by relevance what was typed comes first.
    const first = query.sort === 'relevance' ? typed.ids : exact.ids
    const page = this.#page(query, [
      { ids: first, ranked: parsed.include, marked: clauses },
      { ids: without(exact.ids, first), ranked: clauses, marked: clauses },
      { ids: near?.ids ?? [], ranked: nearClauses ?? [], marked: nearClauses ?? [] },
    ])
    return {
      hits: page.hits,
      total: exact.ids.length,
      totalFuzzy: near?.ids.length ?? 0,
      bounded: page.bounded,
      facets: exact.ids.length === 0 && near !== null ? near.facets : exact.facets,
      alsoSearched: shownSpellings(spelled, sounds),
      queryCut: parsed.cut,
    }
  }

  /** Ids of the statements in which every word stands, before any scope. */
  #match(include: readonly Clause[], exclude: readonly Clause[]): readonly number[] {
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

  /** The clauses with their near spellings beside them, or null when no word has any. */
  #nearClauses(include: readonly Clause[]): Clause[] | null {
    const words = include.map(singleForm)
    if (words.every((word) => word === null)) return null
    this.#vocabulary.sync(this.#db, this.#columns.generation)
    const ways = words.map((word) => (word === null ? [] : this.#nearWays(word)))
    // A space put into a name (گوهر دشت) or left out of it: the whole stands for both of its parts.
    for (let index = 0; index + 1 < words.length; index++) {
      const [left, right] = [words[index], words[index + 1]]
      if (!left || !right || !this.#vocabulary.has(this.#db, left + right)) continue
      for (const at of [index, index + 1]) ways[at]!.push([sequence(left + right)])
    }
    if (ways.every((some) => some.length === 0)) return null
    return include.map((clause, index) => ({ ...clause, any: [...clause.any, ...ways[index]!] }))
  }

  #nearWays(word: string): Sequence[][] {
    if (/^\d+$/.test(word)) return []
    const near = this.#vocabulary.findNear(this.#db, word)
    const ways = near.map(({ term }) => [sequence(term)])
    const split = this.#vocabulary.findSplit(this.#db, word)
    return split === null ? ways : [...ways, [sequence(...split)]]
  }

  #selectNear(
    clauses: readonly Clause[],
    parsed: ParsedQuery,
    exactIds: readonly number[],
    query: SearchQuery,
    scope: SearchScope,
  ): Selection {
    const exact = new Set(exactIds)
    // Of one word only the near spellings are asked for: the word itself is known already.
    const asked =
      clauses.length === 1
        ? [{ ...clauses[0]!, any: clauses[0]!.any.slice(parsed.include[0]!.any.length) }]
        : clauses
    const ids = this.#match(asked, parsed.exclude)
    const selection = this.#columns.select(ids, query, scope)
    return { ...selection, ids: selection.ids.filter((id) => !exact.has(id)) }
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

function shownSpellings(spelled: SpelledQuery | null, sounds: Sounds): string[] {
  const found = (spelled?.found ?? []).slice(0, SPELLINGS_SHOWN_MAX)
  return [...new Set(found.map(({ sequence, name }) => name ?? sounds.showing(sequence)))]
}
