import { type IndexedForms, indexedForms } from '#lib/text/tokenise.ts'
import type { StatementDocument } from '../contract.ts'
import { placeBit, runOf } from './postings.ts'
import { BREAK } from './schema.ts'

/** Titles weigh most, then names, then the text. */
const TITLE_WEIGHT = 4
const NAME_WEIGHT = 2
const TEXT_WEIGHT = 1
/** Shorter forms and numbers are no names, and are not completed. */
const TERM_MIN_LENGTH = 2

/** Where one word stands in a statement: in one run of its passages, or in several. */
interface WordRun {
  run: number
  mask: number
  weight: number
}

/** The forms of a statement as the index keeps them. */
export interface StatementForms {
  /** Of titles and names, then of each passage: the words in their order, for phrases. */
  bodies: string[]
  /** The same with other forms of the words set apart behind them, to find by plain text search what stands there. */
  lines: string[]
  words: Map<string, WordRun[]>
  /** Number of words of titles, names and text. */
  length: number
}

export function readForms(document: StatementDocument): StatementForms {
  const titles = streamsOf(Object.values(document.titles).map((title) => title ?? ''))
  const names = streamsOf([...document.names, ...document.extra])
  const head = {
    body: `${titles.body} ${BREAK} ${names.body}`,
    others: [titles.others, names.others].filter(Boolean).join(' '),
  }
  const forms: StatementForms = {
    bodies: [head.body],
    lines: [formsLine(head)],
    words: new Map(),
    length: 0,
  }
  count(forms, 0, titles, TITLE_WEIGHT)
  count(forms, 0, names, NAME_WEIGHT)
  for (let index = 0; index < document.passages.length; index++) {
    const passage = streamsOf([document.passages[index]!.text])
    forms.bodies.push(passage.body)
    forms.lines.push(formsLine(passage))
    count(forms, index + 1, passage, TEXT_WEIGHT)
  }
  return forms
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

/** Counts the words of a place. Other forms of a word are found like the word, and are no further words. */
function count(forms: StatementForms, place: number, { texts }: Streams, weight: number): void {
  const run = runOf(place)
  const bit = placeBit(place)
  for (const { ordered, others } of texts) {
    forms.length += ordered.length
    for (const form of ordered) add(forms.words, form, run, bit, weight)
    for (const form of others) add(forms.words, form, run, bit, TEXT_WEIGHT)
  }
}

function add(
  words: StatementForms['words'],
  form: string,
  run: number,
  bit: number,
  weight: number,
): void {
  const runs = words.get(form)
  const last = runs?.[runs.length - 1]
  if (last !== undefined && last.run === run) {
    last.mask = (last.mask | bit) >>> 0
    last.weight += weight
  } else if (runs === undefined) words.set(form, [{ run, mask: bit, weight }])
  else runs.push({ run, mask: bit, weight })
}
