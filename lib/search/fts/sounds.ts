import { isOrdinaryWord, nameKeys, scriptOf, spellingDistance } from '#lib/text/romanisation.ts'
import type { SearchScope } from '../contract.ts'
import { findHighlights } from '../highlight.ts'
import type { Sequence } from '../query.ts'
import type { FindOptions, SpellingSource } from '../spellings.ts'
import type { StatementColumns } from './columns.ts'
import { anyExpression, STATEMENT_ORDERED } from './expression.ts'
import { type IndexDatabase, PASSAGE_STRIDE } from './schema.ts'

/** Words of one key that are compared with a word of the query. */
const COMPARED_MAX = 3_000

/** Under which keys a word of the index is kept: by script, since spellings are looked for in the other one. */
export function soundKeys(term: string): string[] {
  const script = scriptOf(term)
  return script === null ? [] : nameKeys(term).map((key) => `${script[0]}${key}`)
}

/** The index's own words by how they sound, as far as they stand in what the viewer may read. */
export class Sounds implements SpellingSource {
  readonly #db: IndexDatabase
  readonly #columns: StatementColumns
  readonly #scope: SearchScope
  /** A statement of the viewer's in which the words stand, or null. */
  readonly #known = new Map<string, number | null>()

  constructor(db: IndexDatabase, columns: StatementColumns, scope: SearchScope) {
    this.#db = db
    this.#columns = columns
    this.#scope = scope
  }

  find(
    word: string,
    { most, nearest = Infinity, slack = 1, ordinary = false }: FindOptions,
  ): string[] {
    const script = scriptOf(word)
    if (script === null) return []
    const other = script === 'latin' ? 'p' : 'l'
    const select = this.#db
      .prepare(`SELECT term FROM sounds_${this.#columns.generation} WHERE key = ? LIMIT ?`)
      .pluck()
    const distances = new Map<string, number>()
    for (const key of nameKeys(word)) {
      for (const term of select.all(other + key, COMPARED_MAX) as string[]) {
        if (distances.has(term) || (!ordinary && isOrdinaryWord(term))) continue
        const distance = spellingDistance(word, term, slack)
        if (distance !== null && distance <= nearest) distances.set(term, distance)
      }
    }
    return [...distances]
      .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
      .map(([term]) => term)
      .filter((term) => this.isReadable({ forms: [term], prefix: false }))
      .slice(0, most)
  }

  isReadable(sequence: Sequence): boolean {
    return this.#statementOf(sequence) !== null
  }

  /** The words as a statement that the viewer may read has them; normalised where only its title or names do. */
  showing(sequence: Sequence): string {
    const normalised = sequence.forms.join(' ')
    const id = this.#statementOf(sequence)
    if (id === null) return normalised
    const generation = this.#columns.generation
    const lines = this.#db
      .prepare(`SELECT lines FROM forms_${generation} WHERE id = ?`)
      .pluck()
      .get(id) as string | undefined
    const place = (lines ?? '').split('\n').findIndex((line) => line.includes(` ${normalised} `))
    if (place < 1) return normalised
    const text = this.#db
      .prepare(`SELECT text FROM passages_${generation} WHERE id = ?`)
      .pluck()
      .get(id * PASSAGE_STRIDE + place) as string
    const [mark] = findHighlights(text, [sequence])
    return mark === undefined ? normalised : text.slice(...mark)
  }

  #statementOf(sequence: Sequence): number | null {
    const key = sequence.forms.join(' ')
    let id = this.#known.get(key)
    if (id === undefined) {
      id = this.#lookUp(sequence)
      this.#known.set(key, id)
    }
    return id
  }

  #lookUp(sequence: Sequence): number | null {
    const table = `st_${this.#columns.generation}`
    const rows = this.#db
      .prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`)
      .pluck()
      .iterate(
        anyExpression([{ any: [[sequence]], quoted: true }], STATEMENT_ORDERED),
      ) as IterableIterator<number>
    for (const id of rows) if (this.#columns.isReadable(id, this.#scope)) return id
    return null
  }
}
