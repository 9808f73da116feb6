import { type NearTerm, nearestKnown, splitWord, TermBuckets } from '../near-terms.ts'
import type { ReadableWords } from './readable-words.ts'
import type { Reading } from './schema.ts'
import { isTerm } from './statement-forms.ts'

/**
 * The index's own words in memory, to find near spellings. Only words that the viewer may read are given out.
 */
export class Vocabulary {
  #generation = -1
  #lastId = 0
  #buckets = new TermBuckets()

  /** Reads the words that are new since the last time. */
  sync(db: Reading, generation: number): void {
    if (generation !== this.#generation) {
      this.#generation = generation
      this.#lastId = 0
      this.#buckets = new TermBuckets()
    }
    const rows = db
      .prepare(`SELECT id, term FROM terms_${generation} WHERE id > ? ORDER BY id`)
      .raw()
      .iterate(this.#lastId) as IterableIterator<[number, string]>
    for (const [id, term] of rows) {
      if (isTerm(term)) this.#buckets.add(id, term)
      this.#lastId = id
    }
  }

  /** Words of the viewer's that a word may have been meant as, the nearest and most frequent first. */
  findNear(words: ReadableWords, word: string): NearTerm[] {
    const found = this.#buckets.near(word, words)
    const counts = words.countById(found.map(({ id }) => id))
    return nearestKnown(
      found.map(({ term, edits }, index) => ({ term, edits, statements: counts[index]! })),
      words,
    )
  }

  findSplit(words: ReadableWords, word: string): [string, string] | null {
    return splitWord(word, words)
  }
}
