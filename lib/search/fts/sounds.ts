import { isOrdinaryWord, nameKeys, scriptOf, spellingDistance } from '#lib/text/romanisation.ts'
import type { Sequence } from '../query.ts'
import type { FindOptions, SpellingSource } from '../spellings.ts'
import type { ReadableWords } from './readable-words.ts'
import type { IndexDatabase } from './schema.ts'

/** Words of one key that are compared with a word of the query. */
const COMPARED_MAX = 3_000

/** Under which keys a word of the index is kept: by script, since spellings are looked for in the other one. */
export function soundKeys(term: string): string[] {
  const script = scriptOf(term)
  return script === null ? [] : nameKeys(term).map((key) => `${script[0]}${key}`)
}

/**
 * The words that may be this one in the other script, nearest first; `termsOf` gives those of a key. An ordinary word is
 * not taken for an ordinary word of the other language (man, من).
 */
export function nearestSpellings(
  word: string,
  { most, nearest = Infinity, slack = 1, ordinary = false }: FindOptions,
  termsOf: (key: string, most: number) => readonly string[],
  isReadable: (term: string) => boolean,
): string[] {
  const script = scriptOf(word)
  if (script === null) return []
  const other = script === 'latin' ? 'p' : 'l'
  const bothOrdinary = !ordinary && isOrdinaryWord(word)
  const distances = new Map<string, number>()
  for (const key of nameKeys(word)) {
    for (const term of termsOf(other + key, COMPARED_MAX)) {
      if (distances.has(term) || (bothOrdinary && isOrdinaryWord(term))) continue
      const distance = spellingDistance(word, term, slack)
      if (distance !== null && distance <= nearest) distances.set(term, distance)
    }
  }
  return [...distances]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .map(([term]) => term)
    .filter(isReadable)
    .slice(0, most)
}

/** The index's own words by how they sound, as far as they stand in what the viewer may read. */
export class Sounds implements SpellingSource {
  readonly #db: IndexDatabase
  readonly #words: ReadableWords

  constructor(db: IndexDatabase, words: ReadableWords) {
    this.#db = db
    this.#words = words
  }

  find(word: string, options: FindOptions): string[] {
    const select = this.#db
      .prepare(`SELECT term FROM sounds_${this.#words.generation} WHERE key = ? LIMIT ?`)
      .pluck()
    return nearestSpellings(
      word,
      options,
      (key, most) => select.all(key, most) as string[],
      (term) => this.isReadable({ forms: [term], prefix: false }),
    )
  }

  isReadable(sequence: Sequence): boolean {
    return this.#words.isReadable(sequence)
  }
}
