import {
  compareSpellings,
  isOrdinaryWord,
  nameKeys,
  scriptOf,
  spellingLengths,
} from '#lib/text/romanisation.ts'
import type { Sequence } from '../query.ts'
import type { FindOptions, SpellingSource } from '../spellings.ts'
import type { ReadableWords } from './readable-words.ts'
import type { Reading } from './schema.ts'

/** Words of one key that are compared with a word of the query. */
const COMPARED_MAX = 3_000

/** A word of the other script, how far it is, and what is forgiven between the two. */
export interface HeardSpelling {
  term: string
  distance: number
  limit: number
}

/** Gives the words of a key, at most so many; those of other lengths need not be among them. */
type TermsOf = (
  key: string,
  most: number,
  lengths: readonly [least: number, most: number],
) => readonly string[]

/** Under which keys a word of the index is kept: by script, since spellings are looked for in the other one. */
export function soundKeys(term: string): string[] {
  const script = scriptOf(term)
  return script === null ? [] : nameKeys(term).map((key) => `${script[0]}${key}`)
}

/** The words that sound like this one in the other script with so much slack, nearest first, whoever may read them. */
export function hearSpellings(word: string, slack: number, termsOf: TermsOf): HeardSpelling[] {
  const script = scriptOf(word)
  if (script === null) return []
  const other = script === 'latin' ? 'p' : 'l'
  const lengths = spellingLengths(word, script)
  const compared = new Set<string>()
  const heard: HeardSpelling[] = []
  for (const key of nameKeys(word)) {
    for (const term of termsOf(other + key, COMPARED_MAX, lengths)) {
      if (compared.has(term)) continue
      compared.add(term)
      const [persian, latin] = script === 'persian' ? [word, term] : [term, word]
      const found = compareSpellings(persian, latin, slack)
      if (found !== null) heard.push({ term, ...found })
    }
  }
  return heard.sort((a, b) => a.distance - b.distance || (a.term < b.term ? -1 : 1))
}

/**
 * Of the words that sound like this one those that may be it, in their order. An ordinary word is not taken for an
 * ordinary word of the other language (man, من).
 */
export function nearestSpellings(
  word: string,
  { most, nearest = Infinity, slack = 1, ordinary = false }: FindOptions,
  heard: readonly HeardSpelling[],
  isReadable: (term: string) => boolean,
): string[] {
  const isOrdinary = !ordinary && isOrdinaryWord(word)
  const found: string[] = []
  for (const { term, distance, limit } of heard) {
    if (found.length === most) break
    if (distance > nearest || distance > limit * slack) continue
    if (isOrdinary && isOrdinaryWord(term)) continue
    if (isReadable(term)) found.push(term)
  }
  return found
}

/** The index's own words by how they sound, as far as they stand in what the viewer may read. */
export class Sounds implements SpellingSource {
  readonly #reading: Reading
  readonly #words: ReadableWords
  /** With so much slack or less. */
  readonly #heard = new Map<string, { slack: number; heard: HeardSpelling[] }>()

  constructor(reading: Reading, words: ReadableWords) {
    this.#reading = reading
    this.#words = words
  }

  find(word: string, options: FindOptions): string[] {
    const { slack = 1 } = options
    let known = this.#heard.get(word)
    if (known === undefined || known.slack < slack) {
      known = { slack, heard: this.#hear(word, slack) }
      this.#heard.set(word, known)
    }
    return nearestSpellings(word, options, known.heard, (term) =>
      this.isReadable({ forms: [term], prefix: false }),
    )
  }

  isReadable(sequence: Sequence): boolean {
    return this.#words.isReadable(sequence)
  }

  #hear(word: string, slack: number): HeardSpelling[] {
    const select = this.#reading
      .prepare(
        `SELECT term FROM sounds_${this.#words.generation}
         WHERE key = ? AND length BETWEEN ? AND ? LIMIT ?`,
      )
      .pluck()
    return hearSpellings(
      word,
      slack,
      (key, most, [shortest, longest]) => select.all(key, shortest, longest, most) as string[],
    )
  }
}
