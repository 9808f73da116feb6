import { type IndexedForms, indexedForms } from '#lib/text/tokenise.ts'
import type { StatementDocument } from '../contract.ts'
import { Numbers } from './numbers.ts'
import { type FormRows, placeBit, runOf } from './postings.ts'

/** Stands between passages and between names, so that no phrase runs across; no query can hold it. */
const BREAK = '¶'
/** Titles weigh most, then names, then the text. */
const TITLE_WEIGHT = 4
const NAME_WEIGHT = 2
const TEXT_WEIGHT = 1
/** Shorter forms and numbers are no names, and are not completed. */
const TERM_MIN_LENGTH = 2

/** Where the forms of a statement stand, as the index keeps it. */
export interface FormPlaces {
  /**
   * Of titles and names, then of each passage: the words in their order and, set apart behind them, other forms of
   * the words, to find by plain text search what stands there.
   */
  lines: string[]
  /** How much of each line are the words in their order; see `bodyOf`. */
  bodyLengths: number[]
  rows: FormRows
  /** Number of words of titles, names and text. */
  length: number
}

/** The forms of a statement, each once, in the order in which they come first. */
export interface StatementForms extends FormPlaces {
  forms: string[]
}

/** What is read of a statement. */
export type FormsSource = Pick<StatementDocument, 'titles' | 'names' | 'extra' | 'passages'>

export function readForms({ titles, names, extra, passages }: FormsSource): StatementForms {
  const title = streamsOf(Object.values(titles).map((text) => text ?? ''))
  const name = streamsOf([...names, ...extra])
  const head = {
    body: `${title.body} ${BREAK} ${name.body}`,
    others: [title.others, name.others].filter(Boolean).join(' '),
  }
  const texts = passages.map(({ text }) => streamsOf([text]))
  const streams = [head, ...texts]
  const tally = new FormTally()
  tally.add(title, 0, TITLE_WEIGHT)
  tally.add(name, 0, NAME_WEIGHT)
  for (const [index, text] of texts.entries()) tally.add(text, index + 1, TEXT_WEIGHT)
  return {
    lines: streams.map(formsLine),
    bodyLengths: streams.map(({ body }) => body.length),
    forms: tally.forms,
    rows: tally.rows(),
    length: tally.length,
  }
}

/** The words of a line in their order, for phrases. */
export function bodyOf({ lines, bodyLengths }: FormPlaces, place: number): string {
  return lines[place]!.slice(1, 1 + bodyLengths[place]!)
}

/** Forms of several texts, set apart so that no phrase runs from one into the next. */
interface Streams {
  body: string
  others: string
  texts: readonly IndexedForms[]
}

function streamsOf(texts: readonly string[]): Streams {
  const forms = texts.map(indexedForms)
  return {
    body: forms.map(({ ordered }) => ordered.join(' ')).join(` ${BREAK} `),
    others: forms.flatMap(({ others }) => others).join(' '),
    texts: forms,
  }
}

/** The line of several texts. */
export function lineOf(texts: readonly string[]): string {
  return formsLine(streamsOf(texts))
}

/** One line for each passage, to find in it by plain text search which words it holds. */
function formsLine({ body, others }: { body: string; others: string }): string {
  return others === '' ? ` ${body} ` : ` ${body} ${BREAK} ${others.replaceAll(' ', ` ${BREAK} `)} `
}

export function distinctForms(lines: readonly string[]): Set<string> {
  const forms = new Set(lines.flatMap((line) => line.split(' ')))
  forms.delete('')
  forms.delete(BREAK)
  return forms
}

/** Whether a form is a word of the vocabulary, that can be misspelt, completed or written in another script. */
export function isTerm(form: string): boolean {
  return form.length >= TERM_MIN_LENGTH && !/^\d+$/.test(form)
}

/** Counts in which runs of passages the forms of a statement stand. */
class FormTally {
  readonly forms: string[] = []
  length = 0
  readonly #indexes = new Map<string, number>()
  /** The last row of each form. */
  readonly #last: number[] = []
  readonly #forms = new Numbers()
  readonly #runs = new Numbers()
  readonly #masks = new Numbers()
  readonly #weights = new Numbers()

  /** Adds the forms of a place. Other forms of a word are found like the word, and are no further words. */
  add({ texts }: Streams, place: number, weight: number): void {
    const run = runOf(place)
    const bit = placeBit(place)
    for (const { ordered, others } of texts) {
      this.length += ordered.length
      for (const form of ordered) this.#add(form, run, bit, weight)
      for (const form of others) this.#add(form, run, bit, TEXT_WEIGHT)
    }
  }

  rows(): FormRows {
    const { length } = this.#forms
    return {
      length,
      forms: new Uint32Array(this.#forms.values.subarray(0, length)),
      runs: new Uint16Array(this.#runs.values.subarray(0, length)),
      masks: new Uint32Array(this.#masks.values.subarray(0, length)),
      weights: new Uint32Array(this.#weights.values.subarray(0, length)),
    }
  }

  #add(form: string, run: number, bit: number, weight: number): void {
    const index = this.#indexes.get(form)
    if (index === undefined) {
      this.#indexes.set(form, this.forms.length)
      this.#addRow(this.forms.push(form) - 1, run, bit, weight)
      return
    }
    const last = this.#last[index]!
    if (this.#runs.values[last] !== run) {
      this.#addRow(index, run, bit, weight)
      return
    }
    this.#masks.values[last]! |= bit
    this.#weights.values[last]! += weight
  }

  #addRow(index: number, run: number, bit: number, weight: number): void {
    this.#last[index] = this.#forms.length
    this.#forms.push(index)
    this.#runs.push(run)
    this.#masks.push(bit)
    this.#weights.push(weight)
  }
}
