import { editDistance } from '#lib/text/edit-distance.ts'
import { Numbers } from './numbers.ts'
import { bitCount } from './postings.ts'
import type { ReadableWords } from './readable-words.ts'
import type { Reading } from './schema.ts'
import { isTerm } from './statement-forms.ts'

/** Near spellings that one word is looked for under, nearest and most frequent first. */
const NEAR_TERMS_MAX = 20
const ONE_EDIT_FROM = 5
const TWO_EDITS_FROM = 9

/** Bits of the signatures that one edit may change: a swap changes no letters, and more pairs than any other edit. */
const LETTERS_CHANGED = 2
const PAIRS_CHANGED = 4
const PAIRS_SWAPPED = 6
/** Letters of one script, a to z or those of Arabic, share what stands above these bits of their numbers. */
const SCRIPT_BITS = 8

/** The words of one length and script. */
export interface Bucket {
  terms: string[]
  ids: Numbers
  /** A bit for each letter, and one of 64 for each pair of neighbours; by their numbers, so that several share one. */
  letters: Numbers
  pairs: Numbers
  furtherPairs: Numbers
}

export interface NearTerm {
  term: string
  edits: number
  /** Statements of the viewer's audiences in which it stands. */
  statements: number
}

/** Number of edits forgiven in a word of so many letters. */
export function editsAllowed(length: number): 0 | 1 | 2 {
  return length >= TWO_EDITS_FROM ? 2 : length >= ONE_EDIT_FROM ? 1 : 0
}

/**
 * The index's own words in memory, by length and script, to find near spellings: a letter signature leaves out nearly all of
 * them, the distance decides. Only words that the viewer may read are given out.
 */
export class Vocabulary {
  #generation = -1
  #lastId = 0
  #buckets = new Map<string, Bucket>()

  /** Reads the words that are new since the last time. */
  sync(db: Reading, generation: number): void {
    if (generation !== this.#generation) {
      this.#generation = generation
      this.#lastId = 0
      this.#buckets = new Map()
    }
    const rows = db
      .prepare(`SELECT id, term FROM terms_${generation} WHERE id > ? ORDER BY id`)
      .raw()
      .iterate(this.#lastId) as IterableIterator<[number, string]>
    for (const [id, term] of rows) {
      if (isTerm(term)) this.#add(id, term)
      this.#lastId = id
    }
  }

  /**
   * Words of the viewer's within the allowed number of edits (one is also a swap of neighbours), the word itself left
   * out. A word that they do not know may itself have lost the letter that makes it long enough.
   */
  findNear(words: ReadableWords, word: string): NearTerm[] {
    const grown = words.has(word) ? 0 : 1
    const allowed = editsAllowed(word.length + grown)
    if (allowed === 0) return []
    const found: { id: number; term: string; edits: number }[] = []
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      const bucket = this.#buckets.get(bucketOf(word, length))
      if (bucket === undefined) continue
      for (const index of likely(bucket, word, allowed)) {
        const term = bucket.terms[index]!
        const edits = editDistance(word, term, allowed)
        const forgiven = Math.min(allowed, editsAllowed(Math.max(word.length, length)))
        if (edits > 0 && edits <= forgiven) {
          found.push({ id: bucket.ids.values[index]!, term, edits })
        }
      }
    }
    const counts = words.countById(found.map(({ id }) => id))
    const sorted = found
      .map(({ term, edits }, index) => ({ term, edits, statements: counts[index]! }))
      .sort(
        (a, b) => a.edits - b.edits || b.statements - a.statements || (a.term < b.term ? -1 : 1),
      )
    const near: NearTerm[] = []
    for (const term of sorted) {
      if (near.length === NEAR_TERMS_MAX) break
      if (words.has(term.term)) near.push(term)
    }
    return near
  }

  /** Two words of the viewer's that the word is made of when a space was left out (گوهردشت), or null. */
  findSplit(words: ReadableWords, word: string): [string, string] | null {
    for (let at = Math.floor(word.length / 2), step = 1; at >= 3 && at <= word.length - 3; ) {
      const [left, right] = [word.slice(0, at), word.slice(at)]
      if (words.has(left) && words.has(right)) return [left, right]
      at += step
      step = step > 0 ? -(step + 1) : -(step - 1)
    }
    return null
  }

  #add(id: number, term: string): void {
    const key = bucketOf(term, term.length)
    let bucket = this.#buckets.get(key)
    if (bucket === undefined) {
      bucket = newBucket()
      this.#buckets.set(key, bucket)
    }
    addToBucket(bucket, id, term)
  }
}

/** Where words of a length are kept that may be near this one: no edits lead from one script to another. */
export function bucketOf(word: string, length: number): string {
  return `${length} ${word.charCodeAt(0) >> SCRIPT_BITS}`
}

export function newBucket(): Bucket {
  return {
    terms: [],
    ids: new Numbers(),
    letters: new Numbers(),
    pairs: new Numbers(),
    furtherPairs: new Numbers(),
  }
}

export function addToBucket(bucket: Bucket, id: number, term: string): void {
  bucket.terms.push(term)
  bucket.ids.push(id)
  bucket.letters.push(lettersOf(term))
  const [pairs, furtherPairs] = pairsOf(term)
  bucket.pairs.push(pairs)
  bucket.furtherPairs.push(furtherPairs)
}

/** Places of the words that so many edits may lead to, as far as their signatures tell. */
export function likely(bucket: Bucket, word: string, edits: number): number[] {
  const found: number[] = []
  const ownLetters = lettersOf(word)
  const [ownPairs, ownFurther] = pairsOf(word)
  const letters = bucket.letters.values
  const pairs = bucket.pairs.values
  const further = bucket.furtherPairs.values
  for (let index = 0; index < bucket.terms.length; index++) {
    const changed = bitCount(letters[index]! ^ ownLetters)
    if (changed > edits * LETTERS_CHANGED) continue
    // At least so many of the edits are no swaps.
    const others = (changed + 1) >> 1
    const most = PAIRS_SWAPPED * (edits - others) + PAIRS_CHANGED * others
    const first = bitCount(pairs[index]! ^ ownPairs)
    if (first <= most && first + bitCount(further[index]! ^ ownFurther) <= most) found.push(index)
  }
  return found
}

function lettersOf(term: string): number {
  let signature = 0
  for (let index = 0; index < term.length; index++) signature |= 1 << (term.charCodeAt(index) & 31)
  return signature
}

function pairsOf(term: string): [number, number] {
  const signature: [number, number] = [0, 0]
  for (let index = 1; index < term.length; index++) {
    const bit = (term.charCodeAt(index - 1) * 7 + term.charCodeAt(index) * 13) & 63
    signature[bit >>> 5]! |= 1 << (bit & 31)
  }
  return signature
}
