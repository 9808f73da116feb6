import { editDistance } from '#lib/text/edit-distance.ts'
import { Numbers } from './fts/numbers.ts'
import { bitCount } from './fts/postings.ts'

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

/** One word of an index, and its number there. */
export interface NumberedTerm {
  id: number
  term: string
}

/** Whether a viewer may know a word. */
export interface KnownTerms {
  has(term: string): boolean
}

/** Number of edits forgiven in a word of so many letters. */
export function editsAllowed(length: number): 0 | 1 | 2 {
  return length >= TWO_EDITS_FROM ? 2 : length >= ONE_EDIT_FROM ? 1 : 0
}

/**
 * Words by length and script, to find near spellings: a signature of letters leaves out nearly all of them, the distance
 * decides.
 */
export class TermBuckets {
  readonly #buckets = new Map<string, Bucket>()

  add(id: number, term: string): void {
    const key = bucketOf(term, term.length)
    let bucket = this.#buckets.get(key)
    if (bucket === undefined) {
      bucket = newBucket()
      this.#buckets.set(key, bucket)
    }
    addToBucket(bucket, id, term)
  }

  /**
   * Words within the allowed number of edits (one is also a swap of neighbours), whoever may know them; the word itself
   * left out. One that the viewer does not know may itself have lost the letter that makes it long enough.
   */
  near(word: string, known: KnownTerms): (NumberedTerm & Pick<NearTerm, 'edits'>)[] {
    const allowed = editsAllowed(word.length + (known.has(word) ? 0 : 1))
    if (allowed === 0) return []
    const found: (NumberedTerm & Pick<NearTerm, 'edits'>)[] = []
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
    return found
  }
}

/** The nearest and most frequent of these words that the viewer may know. */
export function nearestKnown(found: NearTerm[], known: KnownTerms): NearTerm[] {
  found.sort(
    (a, b) => a.edits - b.edits || b.statements - a.statements || (a.term < b.term ? -1 : 1),
  )
  const near: NearTerm[] = []
  for (const term of found) {
    if (near.length === NEAR_TERMS_MAX) break
    if (known.has(term.term)) near.push(term)
  }
  return near
}

/** Two words of the viewer's that the word is made of when a space was left out (گوهردشت), or null. */
export function splitWord(word: string, known: KnownTerms): [string, string] | null {
  for (let at = Math.floor(word.length / 2), step = 1; at >= 3 && at <= word.length - 3; ) {
    const [left, right] = [word.slice(0, at), word.slice(at)]
    if (known.has(left) && known.has(right)) return [left, right]
    at += step
    step = step > 0 ? -(step + 1) : -(step - 1)
  }
  return null
}

/** No edits lead from one script to another. */
function bucketOf(word: string, length: number): string {
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
