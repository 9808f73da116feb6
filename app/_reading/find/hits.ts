import { findHighlights } from '#lib/search/highlight.ts'
import type { Sequence } from '#lib/search/query.ts'
import type { PresentedStatement } from '#lib/statements/present.ts'
import { shownTexts, type TextView } from '../text-view.ts'

/** Marks of one text of a passage; `first` is the number of the first of them among all on the page, from 1. */
export interface TextMarks {
  first: number
  highlights: readonly (readonly [number, number])[]
}

/** Where one mark stands: the number of its passage, and how far down the text, from 0 to 1. */
export interface Hit {
  passage: number
  at: number
}

/** All marks of a page, in reading order. */
export interface PageHits {
  hits: Hit[]
  marksOf: (passageKey: string, text: 'original' | 'translation') => TextMarks
}

const NO_MARKS: TextMarks = { first: 0, highlights: [] }
/** What a passage takes beside its words, reckoned in letters. */
const PASSAGE_LETTERS = 60

export const NO_HITS: PageHits = { hits: [], marksOf: () => NO_MARKS }

/** Finds the sequences in every text that is shown. */
export function collectHits(
  statement: Pick<PresentedStatement, 'text' | 'translations'>,
  view: TextView,
  sequences: readonly Sequence[],
): PageHits {
  if (sequences.length === 0) return NO_HITS
  const marks = new Map<string, TextMarks>()
  const places: { passage: number; letters: number }[] = []
  let letters = 0
  const { original, translation } = shownTexts(statement, view)
  const translated = new Map(translation?.passages.map(({ key, text }) => [key, text]))
  for (const { key, number, text } of statement.text.passages) {
    const shown = { original: original ? text : null, translation: translated.get(key) ?? null }
    for (const kind of ['original', 'translation'] as const) {
      const own = shown[kind]
      if (own === null) continue
      const highlights = findHighlights(own, sequences)
      if (highlights.length > 0) {
        marks.set(`${kind} ${key}`, { first: places.length + 1, highlights })
      }
      for (const [start] of highlights) places.push({ passage: number, letters: letters + start })
    }
    // Beside each other they take the room of the longer one.
    letters +=
      Math.max(shown.original?.length ?? 0, shown.translation?.length ?? 0) + PASSAGE_LETTERS
  }
  return {
    hits: places.map((place) => ({ passage: place.passage, at: place.letters / letters })),
    marksOf: (key, kind) => marks.get(`${kind} ${key}`) ?? NO_MARKS,
  }
}
