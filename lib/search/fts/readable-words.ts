import type { Statement } from 'better-sqlite3'
import type { SearchScope } from '../contract.ts'
import { findHighlights } from '../highlight.ts'
import { type Sequence, sequence } from '../query.ts'
import type { StatementColumns } from './columns.ts'
import { anyExpression, STATEMENT_ORDERED } from './expression.ts'
import { type IndexDatabase, PASSAGE_STRIDE } from './schema.ts'

/** Statements on their way out of the index that are read to correct the order of words; there are seldom any. */
const LEFT_OUT_READ_MAX = 100

/** How many statements a word stands in, as they were counted when they were written. */
interface TermCounts {
  term: string
  statements: number
  registered: number
  staff: number
  hidden: number
}

/**
 * The index's words as far as the viewer may read what they stand in. Everything that is told of words goes through
 * here: whether one is known, how frequent it is and how it is written must be as if nothing else were in the index.
 */
export class ReadableWords {
  readonly #db: IndexDatabase
  readonly #columns: StatementColumns
  readonly #scope: SearchScope
  /** A statement of the viewer's in which the words stand, or null. */
  readonly #known = new Map<string, number | null>()
  #counted: ReadonlyMap<string, number> | null = null
  readonly #counts: Statement
  readonly #statementsWith: Statement

  constructor(db: IndexDatabase, columns: StatementColumns, scope: SearchScope) {
    this.#db = db
    this.#columns = columns
    this.#scope = scope
    const g = columns.generation
    this.#counts = db.prepare(`SELECT * FROM terms_${g} WHERE term = ?`)
    this.#statementsWith = db.prepare(`SELECT rowid FROM st_${g} WHERE st_${g} MATCH ?`).pluck()
  }

  get generation(): number {
    return this.#columns.generation
  }

  has(term: string): boolean {
    const counts = this.#counts.get(term) as TermCounts | undefined
    if (counts === undefined || counts.statements <= 0) return false
    // The counts can only say that there is none: embargoes, expiries and what is left out are looked up.
    if (counts.hidden === 0 && this.#openCount(counts) <= 0) return false
    return this.isReadable(sequence(term))
  }

  /** How many statements of the viewer's audiences each of these terms stands in; embargoes and expiries left out. */
  countById(ids: readonly number[]): number[] {
    const select = this.#db.prepare(`SELECT * FROM terms_${this.generation} WHERE id = ?`)
    return ids.map((id) => this.#openCount(select.get(id) as TermCounts))
  }

  /** Terms that begin so, the most frequent for this viewer first. */
  *beginningWith(beginning: string): Generator<string> {
    if (this.#scope.audiences.length === 0) return
    const rows = this.#db
      .prepare(
        `SELECT * FROM terms_${this.generation} WHERE term >= ? AND term < ? AND statements > 0`,
      )
      .all(beginning, `${beginning}\u{10ffff}`) as TermCounts[]
    const counted = rows.map((row) => ({ term: row.term, statements: this.#openCount(row) }))
    counted.sort((a, b) => b.statements - a.statements || (a.term < b.term ? -1 : 1))
    for (const { term } of counted) if (this.has(term)) yield term
  }

  isReadable(words: Sequence): boolean {
    return this.#statementOf(words) !== null
  }

  /** Whether the words stand in one of these statements, all of them the viewer's. */
  standIn(words: Sequence, statements: ReadonlySet<number>): boolean {
    return this.#firstWith(words, (id) => statements.has(id)) !== null
  }

  /** The words as a statement that the viewer may read has them; normalised where only its title or names do. */
  showing(words: Sequence): string {
    const normalised = words.forms.join(' ')
    const id = this.#statementOf(words)
    if (id === null) return normalised
    const lines = this.#db
      .prepare(`SELECT lines FROM forms_${this.generation} WHERE id = ?`)
      .pluck()
      .get(id) as string | undefined
    const place = (lines ?? '').split('\n').findIndex((line) => line.includes(` ${normalised} `))
    if (place < 1) return normalised
    const text = this.#db
      .prepare(`SELECT text FROM passages_${this.generation} WHERE id = ?`)
      .pluck()
      .get(id * PASSAGE_STRIDE + place) as string
    const [mark] = findHighlights(text, [words])
    return mark === undefined ? normalised : text.slice(...mark)
  }

  #openCount({ term, statements, registered, staff, hidden }: TermCounts): number {
    const { audiences } = this.#scope
    const open = { public: statements - registered - staff - hidden, registered, staff, nobody: 0 }
    const counted = audiences.reduce((sum, audience) => sum + open[audience], 0)
    return counted - (this.#leftOut().get(term) ?? 0)
  }

  /** In how many of the statements that are left out, and were counted, each word stands. */
  #leftOut(): ReadonlyMap<string, number> {
    if (this.#counted !== null) return this.#counted
    const counted = new Map<string, number>()
    const everything = { ...this.#scope, exclude: [] }
    const lines = this.#db
      .prepare(`SELECT lines FROM forms_${this.generation} WHERE id = ?`)
      .pluck()
    for (const id of this.#scope.exclude.slice(0, LEFT_OUT_READ_MAX)) {
      if (!this.#columns.isReadable(id, everything) || this.#columns.isTimed(id)) continue
      for (const term of new Set((lines.get(id) as string).split(/[ \n]+/))) {
        counted.set(term, (counted.get(term) ?? 0) + 1)
      }
    }
    this.#counted = counted
    return counted
  }

  #statementOf(words: Sequence): number | null {
    const key = words.forms.join(' ')
    let id = this.#known.get(key)
    if (id === undefined) {
      id = this.#firstWith(words, (each) => this.#columns.isReadable(each, this.#scope))
      this.#known.set(key, id)
    }
    return id
  }

  #firstWith(words: Sequence, isWanted: (id: number) => boolean): number | null {
    const expression = anyExpression([{ any: [[words]], quoted: true }], STATEMENT_ORDERED)
    const rows = this.#statementsWith.iterate(expression) as IterableIterator<number>
    for (const id of rows) if (isWanted(id)) return id
    return null
  }
}
