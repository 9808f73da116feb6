import type { SearchScope } from '../contract.ts'
import { editsAllowed } from '../fts/vocabulary.ts'
import { askMany, type Reading } from './ask.ts'
import { all, quote, scopeFilter } from './filters.ts'

/** Near spellings that one word is looked for under. */
const NEAR_TERMS_MAX = 20

/** Of the words that a query may need, those that stand in what the viewer may read, and in how many statements. */
export class ReadableTerms {
  readonly #reading: Reading
  readonly #counts: ReadonlyMap<string, number>

  private constructor(reading: Reading, counts: ReadonlyMap<string, number>) {
    this.#reading = reading
    this.#counts = counts
  }

  /** Asks for all words that near spellings of these may consist of, in one request. */
  static async of(
    reading: Reading,
    words: readonly string[],
    scope: SearchScope,
  ): Promise<ReadableTerms> {
    const asked = new Set<string>()
    words.forEach((word, index) => {
      const next = words[index + 1]
      const parts = splitsOf(word).flat()
      for (const term of [word, ...parts, ...(next === undefined ? [] : [word + next])]) {
        if (reading.terms.has(term)) asked.add(term)
      }
      for (const { term } of reading.terms.findNear(word)) asked.add(term)
    })
    const terms = [...asked]
    const readable = scopeFilter(scope, 'statements')
    const answers = await askMany(
      reading,
      terms.map((term) => ({
        index: 'statements',
        filter: all([`words = ${quote(term)}`, readable]),
        hitsPerPage: 0,
      })),
    )
    return new ReadableTerms(
      reading,
      new Map(terms.map((term, index) => [term, answers[index]!.totalHits ?? 0])),
    )
  }

  has(term: string): boolean {
    return (this.#counts.get(term) ?? 0) > 0
  }

  /**
   * Words within the allowed number of edits, the nearest and most frequent first; the word itself left out. A word
   * that the viewer does not know may itself have lost the letter that makes it long enough.
   */
  findNear(word: string): string[] {
    const allowed = editsAllowed(word.length + (this.has(word) ? 0 : 1))
    return this.#reading.terms
      .findNear(word)
      .filter(({ term, edits }) => edits <= allowed && this.has(term))
      .map((near) => ({ ...near, statements: this.#counts.get(near.term)! }))
      .sort(
        (a, b) => a.edits - b.edits || b.statements - a.statements || (a.term < b.term ? -1 : 1),
      )
      .slice(0, NEAR_TERMS_MAX)
      .map(({ term }) => term)
  }

  /** Two words that the word is made of when a space was left out (گوهردشت), or null. */
  findSplit(word: string): [string, string] | null {
    return splitsOf(word).find(([left, right]) => this.has(left) && this.has(right)) ?? null
  }
}

/** The ways to cut a word in two, the middle first. */
function splitsOf(word: string): [string, string][] {
  const splits: [string, string][] = []
  for (let at = Math.floor(word.length / 2), step = 1; at >= 3 && at <= word.length - 3; ) {
    splits.push([word.slice(0, at), word.slice(at)])
    at += step
    step = step > 0 ? -(step + 1) : -(step - 1)
  }
  return splits
}
