import type { Statement } from 'better-sqlite3'
import type { SearchScope } from '../contract.ts'
import { findHighlights } from '../highlight.ts'
import { type Sequence, sequence } from '../query.ts'
import { eachPlace } from './postings.ts'
import { PASSAGE_STRIDE, type Reading } from './schema.ts'
import { distinctForms, isTerm } from './statement-forms.ts'
import type { WordPlaces } from './word-places.ts'

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
  readonly #db: Reading
  readonly #places: WordPlaces
  readonly #scope: SearchScope
  #counted: ReadonlyMap<string, number> | null = null
  readonly #counts: Statement

  constructor(db: Reading, places: WordPlaces, scope: SearchScope) {
    this.#db = db
    this.#places = places
    this.#scope = scope
    this.#counts = db.prepare(`SELECT * FROM terms_${this.generation} WHERE term = ?`)
  }

  get generation(): number {
    return this.#places.columns.generation
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
    for (const { term } of counted) if (isTerm(term) && this.has(term)) yield term
  }

  isReadable(words: Sequence): boolean {
    return this.#places.of(words).length > 0
  }

  /** Whether the words stand in one of these statements, given by their slots. */
  standIn(words: Sequence, statements: ReadonlySet<number>): boolean {
    return this.#places.of(words).slots.some((slot) => statements.has(slot))
  }

  /** The words as a statement that the viewer may read has them; normalised where only its title or names do. */
  showing(words: Sequence): string {
    const normalised = words.forms.join(' ')
    const id = this.#passageWith(words)
    if (id === null) return normalised
    const text = this.#db
      .prepare(`SELECT text FROM passages_${this.generation} WHERE id = ?`)
      .pluck()
      .get(id) as string
    const [mark] = findHighlights(text, [words])
    return mark === undefined ? normalised : text.slice(...mark)
  }

  /** The first passage in which the words stand, in the statement with the smallest id; null where none has them. */
  #passageWith(words: Sequence): number | null {
    const { columns } = this.#places
    const places = this.#places.of(words)
    let first: number | null = null
    for (let row = 0; row < places.length; row++) {
      const slot = places.slots[row]!
      const base = columns.idOf(slot) * PASSAGE_STRIDE
      if (first !== null && base > first) continue
      eachPlace(places.runs[row]! - columns.firstRuns[slot]!, places.masks[row]!, (place) => {
        if (place > 0 && (first === null || base + place < first)) first = base + place
      })
    }
    return first
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
    const { columns } = this.#places
    const lines = this.#db
      .prepare(`SELECT forms FROM passages_${this.generation} WHERE id >= ? AND id < ?`)
      .pluck()
    for (const id of this.#scope.exclude.slice(0, LEFT_OUT_READ_MAX)) {
      if (!columns.isCounted(id, this.#scope.audiences)) continue
      const base = id * PASSAGE_STRIDE
      for (const term of distinctForms(lines.all(base, base + PASSAGE_STRIDE) as string[])) {
        counted.set(term, (counted.get(term) ?? 0) + 1)
      }
    }
    this.#counted = counted
    return counted
  }
}
