import { spacedForm, tokenise, type Word } from '#lib/text/tokenise.ts'
import { fieldNamed, type NameField, readYears, type YearRange } from './query-fields.ts'
import { type QueryNote, QueryNotes } from './query-notes.ts'

/** Forms that stand one after the other; several forms keep their order. */
export interface Sequence {
  forms: readonly string[]
  /** The last form is the beginning of a word. */
  prefix: boolean
}

/**
 * One demand of a query. It is met where one of `any` is met; each of those is met where all of its sequences stand.
 */
export interface Clause {
  any: readonly (readonly Sequence[])[]
  /** How much each of `any` is worth in the ranking; as much as what was typed, 1, where nothing is said. */
  worth?: readonly number[]
  /** Quoted words are looked for as they stand: no near spellings. */
  quoted: boolean
}

/** A demand that the names of one field have to meet. */
export interface FieldClause extends Clause {
  field: NameField
}

/** What must be there and what must not. */
export interface Demands<T> {
  include: readonly T[]
  exclude: readonly T[]
}

/** All of its demands have to be met: of the words, of the names in fields, and of the years told of. */
export interface ParsedQuery extends Demands<Clause> {
  fields: Demands<FieldClause>
  years: Demands<YearRange>
  /** What was left out or taken otherwise than written. */
  notes: readonly QueryNote[]
  /** The query was longer than what is looked at. */
  cut: boolean
}

/** What is looked at of a query: more is no question any more. */
export const QUERY_MAX_LENGTH = 2_000
export const QUERY_MAX_CLAUSES = 32
/** A shorter beginning would stand for half the dictionary. */
export const PREFIX_MIN_LENGTH = 2

const PIECE = /(-)?(?:([\p{L}\p{M}]+)[:：])?(?:"([^"]*)"|“([^”]*)”|«([^»]*)»)|(\S+)/gu
const BARE_FIELD = /^(-)?([\p{L}\p{M}]+)[:：](?!\/\/)(.*)$/u
const OPENS_QUOTE = /^["“«]/

/** One word or quotation of the query. */
interface Piece {
  /** As it was written. */
  written: string
  negated: boolean
  field: string | null
  value: string
  quoted: boolean
}

/**
 * Reads the query language: words, "phrases" (also “ ” and « »), `-exclusion`, `beginning*`, and the fields `speaker:`,
 * `place:` and `year:1988..1990`. Nothing is an error: what has no meaning is taken as words or left out, and told of.
 */
export function parseQuery(text: string): ParsedQuery {
  const looked = text.slice(0, QUERY_MAX_LENGTH)
  const notes = new QueryNotes()
  const reading = new QueryReading(notes)
  for (const match of looked.matchAll(PIECE)) reading.read(pieceOf(match))
  const include = joinSpaced(reading.include, looked)
  const lists = {
    include: dropRepeated(include),
    exclude: dropRepeated(reading.exclude),
    fieldsIn: dropRepeated(reading.fieldsIn),
    fieldsOut: dropRepeated(reading.fieldsOut),
    yearsIn: reading.yearsIn,
    yearsOut: reading.yearsOut,
  }
  const most = <T>(list: readonly T[]) => list.slice(0, QUERY_MAX_CLAUSES)
  const cut =
    looked.length < text.trimEnd().length ||
    Object.values(lists).some((list) => list.length > QUERY_MAX_CLAUSES)
  const isEmpty = Object.values(lists).every((list) => list.length === 0)
  if (isEmpty && text.trim() !== '' && notes.all.length === 0) notes.add('onlySigns', text.trim())
  // Before all others, which it may have cut off.
  if (cut) notes.all.unshift({ code: 'cut', text: '' })
  return {
    include: most(lists.include),
    exclude: most(lists.exclude),
    fields: { include: most(lists.fieldsIn), exclude: most(lists.fieldsOut) },
    years: { include: most(lists.yearsIn), exclude: most(lists.yearsOut) },
    notes: notes.all,
    cut,
  }
}

function pieceOf(match: RegExpExecArray): Piece {
  const [written, minus, field, straight, curly, guillemets, bare] = match
  const phrase = straight ?? curly ?? guillemets
  if (phrase !== undefined) {
    const negated = minus !== undefined
    return { written, negated, field: field ?? null, value: phrase, quoted: true }
  }
  const named = BARE_FIELD.exec(bare!)
  if (named !== null && (named[3] !== '' || fieldNamed(named[2]!) !== null)) {
    const [, sign, name, value] = named
    return { written, negated: sign !== undefined, field: name!, value: value!, quoted: false }
  }
  const negated = /^-[\p{L}\p{N}]/u.test(bare!)
  return { written, negated, field: null, value: bare!, quoted: false }
}

/** The demands of a query as they are read, piece by piece. */
class QueryReading {
  readonly include: Clause[] = []
  readonly exclude: Clause[] = []
  readonly fieldsIn: FieldClause[] = []
  readonly fieldsOut: FieldClause[] = []
  readonly yearsIn: YearRange[] = []
  readonly yearsOut: YearRange[] = []
  readonly #notes: QueryNotes

  constructor(notes: QueryNotes) {
    this.#notes = notes
  }

  read(piece: Piece): void {
    const { written, value, quoted } = piece
    const unsigned = value.replace(/^-/, '')
    if (!quoted && (OPENS_QUOTE.test(unsigned) || value.split('"').length % 2 === 0)) {
      this.#notes.add('unbalancedQuote', written)
    }
    const field = piece.field === null ? null : fieldNamed(piece.field)
    if (piece.field === null) this.#readWords(piece)
    else if (field === null) this.#readUnknown(piece)
    else if (tokenise(value).length === 0 && (field !== 'year' || value.trim() === '')) {
      this.#notes.add('emptyField', written)
    } else if (field === 'year') this.#readYears(piece)
    else this.#readNames(piece, field)
  }

  #readNames(piece: Piece, field: NameField): void {
    const clauses = this.#clausesOf(piece).map((clause) => ({ ...clause, field }))
    ;(piece.negated ? this.fieldsOut : this.fieldsIn).push(...clauses)
  }

  #readWords(piece: Piece): void {
    const clauses = this.#clausesOf(piece)
    if (piece.quoted && clauses.length === 0) this.#notes.add('emptyQuotes', piece.written)
    ;(piece.negated ? this.exclude : this.include).push(...clauses)
  }

  /** The name of a field that there is not may have been meant as a word. */
  #readUnknown({ written, negated, field, value, quoted }: Piece): void {
    this.#notes.add('unknownField', written)
    const word = { written, negated, field: null, value: field!, quoted: false }
    for (const piece of [word, { ...word, value, quoted }]) this.#readWords(piece)
  }

  #readYears({ written, negated, value }: Piece): void {
    const years = readYears(value)
    if (years === null) {
      this.#notes.add('badYear', written)
      return
    }
    const { range, reversed, solar } = years
    if (reversed) this.#notes.add('reversedYears', written)
    if (solar) this.#notes.add('solarYears', written, [range.from, range.to])
    ;(negated ? this.yearsOut : this.yearsIn).push(range)
  }

  #clausesOf({ value, quoted }: Piece): Clause[] {
    const words = tokenise(value)
    if (quoted) {
      const clause = phraseClause(words)
      return clause === null ? [] : [clause]
    }
    const prefix = /[\p{L}\p{M}\p{N}]\*\W*$/u.test(value)
    return words.map((word, index) => {
      const isBeginning = prefix && index === words.length - 1
      if (isBeginning && word.parts.at(-1)!.length < PREFIX_MIN_LENGTH) {
        this.#notes.add('shortBeginning', value)
      }
      return wordClause(word, isBeginning)
    })
  }
}

/** The word of a clause that near spellings can be looked for: one bare word, or null. */
export function singleForm(clause: Clause): string | null {
  if (clause.quoted || clause.any.length === 0) return null
  const [first] = clause.any
  if (first!.length !== 1) return null
  const { forms, prefix } = first![0]!
  return prefix || forms.length !== 1 ? null : forms[0]!
}

/** Forms one after the other, as whole words. */
export function sequence(...forms: string[]): Sequence {
  return { forms, prefix: false }
}

function wordClause(word: Word, prefix: boolean): Clause {
  const last = word.parts.at(-1)!
  if (prefix && last.length >= PREFIX_MIN_LENGTH) {
    const any = [[{ forms: word.parts, prefix: true }]]
    if (word.parts.length > 1) any.push([{ forms: [word.parts.join('')], prefix: true }])
    return { any, quoted: false }
  }
  const any = [[sequence(...word.parts)]]
  if (word.parts.length > 1) any.push([sequence(word.parts.join(''))])
  return { any, quoted: false }
}

function phraseClause(words: readonly Word[]): Clause | null {
  if (words.length === 0) return null
  const apart = words.flatMap(({ parts }) => parts)
  const together = words.map(({ parts }) => parts.join(''))
  const any = [[sequence(...apart)]]
  if (together.length !== apart.length) any.push([sequence(...together)])
  return { any, quoted: true }
}

/** Two neighbouring words that others write as one (می رفتند) may also stand as one. */
function joinSpaced(clauses: readonly Clause[], text: string): Clause[] {
  if (!/\p{Script=Arabic}/u.test(text)) return [...clauses]
  const result: Clause[] = []
  for (const clause of clauses) {
    const before = result.at(-1)
    const left = before === undefined ? null : singleForm(before)
    const right = singleForm(clause)
    const spaced = left === null || right === null ? null : spacedForm(asWord(left), asWord(right))
    if (spaced === null) {
      result.push(clause)
      continue
    }
    result[result.length - 1] = {
      any: [[sequence(left!), sequence(right!)], [sequence(spaced)]],
      quoted: false,
    }
  }
  return result
}

function asWord(form: string): Word {
  return { start: 0, end: 0, parts: [form], others: [] }
}

function dropRepeated<T extends Clause>(clauses: readonly T[]): T[] {
  const seen = new Set<string>()
  return clauses.filter((clause) => {
    const key = JSON.stringify({ ...clause, quoted: false })
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
