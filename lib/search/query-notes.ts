/** What was not taken as it was written, or may have been meant otherwise: told to the reader, never an error. */
export const QUERY_NOTE_CODES = [
  'cut',
  'unbalancedQuote',
  'emptyQuotes',
  'emptyField',
  'unknownField',
  'badYear',
  'reversedYears',
  'solarYears',
  'shortBeginning',
  'onlySigns',
] as const
export type QueryNoteCode = (typeof QUERY_NOTE_CODES)[number]

/** One explanation; `text` is the stretch of the query that it speaks of, empty where it speaks of all of it. */
export interface QueryNote {
  code: QueryNoteCode
  text: string
  /** Gregorian years, first and last, that were looked for instead of the ones written. */
  years?: [number, number]
}

/** More would be no explanation any more. */
const NOTES_MAX = 6
const NOTE_TEXT_MAX_LENGTH = 60

/** Collects explanations: each once, few of them, about short stretches of the query. */
export class QueryNotes {
  readonly all: QueryNote[] = []

  add(code: QueryNoteCode, text = '', years?: [number, number]): void {
    const short =
      text.length > NOTE_TEXT_MAX_LENGTH
        ? `${text.slice(0, NOTE_TEXT_MAX_LENGTH).trimEnd()}…`
        : text
    const known = this.all.some((note) => note.code === code && note.text === short)
    if (known || this.all.length >= NOTES_MAX) return
    this.all.push({ code, text: short, ...(years === undefined ? {} : { years }) })
  }
}
