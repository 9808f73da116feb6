import type { SearchHit, SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import {
  type Clause,
  type ParsedQuery,
  parseQuery,
  type Sequence,
  sequence,
  singleForm,
} from '../query.ts'
import { type Selection, StatementColumns } from './columns.ts'
import { anyExpression, matchExpression, STATEMENT_ORDERED } from './expression.ts'
import { readHits } from './hits.ts'
import { rankStatements } from './ranking.ts'
import { type IndexDatabase, openForReading } from './schema.ts'
import { Vocabulary } from './vocabulary.ts'

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
    const exact = this.#columns.select(this.#match(parsed.include, parsed.exclude), query, scope)
    const nearClauses = query.fuzzy ? this.#nearClauses(parsed.include) : null
    const near =
      nearClauses === null ? null : this.#selectNear(nearClauses, parsed, exact.ids, query, scope)
    const page = this.#page(query, parsed, exact.ids, nearClauses, near?.ids ?? [])
    return {
      hits: [
        ...this.#hits(page.exact, parsed.include),
        ...this.#hits(page.near, nearClauses ?? parsed.include),
      ],
      total: exact.ids.length,
      totalFuzzy: near?.ids.length ?? 0,
      bounded: page.bounded,
      facets: exact.ids.length === 0 && near !== null ? near.facets : exact.facets,
      alsoSearched: [],
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

  #hits(ids: readonly number[], clauses: readonly Clause[]): SearchHit[] {
    return readHits(this.#db, this.#columns.generation, ids, clauses)
  }

  /** The ids of one page: what matches as typed, then what matches nearly. */
  #page(
    query: SearchQuery,
    parsed: ParsedQuery,
    exact: readonly number[],
    nearClauses: readonly Clause[] | null,
    near: readonly number[],
  ): { exact: number[]; near: number[]; bounded: boolean } {
    const from = (query.page - 1) * query.perPage
    const to = from + query.perPage
    const first = this.#sort(query, parsed.include, exact, from < exact.length ? to : 0)
    const wanted = Math.min(to - exact.length, near.length)
    const second = this.#sort(query, nearClauses ?? [], near, Math.max(0, wanted))
    return {
      exact: first.ids.slice(from, to),
      near: second.ids.slice(Math.max(0, from - exact.length), Math.max(0, wanted)),
      bounded: first.bounded || second.bounded,
    }
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
