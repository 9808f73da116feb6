import type { Meilisearch } from 'meilisearch'
import { editDistance } from '#lib/text/edit-distance.ts'
import { editsAllowed } from '../fts/vocabulary.ts'

const READ_STEP = 10_000

/**
 * The index's own words in memory, by length, to find near spellings: the engine's own typo tolerance counts an edit
 * of the first letter double. Whether the viewer may read them is asked of the index; see `ReadableTerms`.
 */
export class TermList {
  readonly #byLength = new Map<number, string[]>()
  readonly #known = new Set<string>()

  get size(): number {
    return this.#known.size
  }

  has(term: string): boolean {
    return this.#known.has(term)
  }

  /** Adds what is new and returns it. */
  add(terms: Iterable<string>): string[] {
    const fresh: string[] = []
    for (const term of terms) {
      if (this.#known.has(term)) continue
      this.#known.add(term)
      fresh.push(term)
      const bucket = this.#byLength.get(term.length)
      if (bucket === undefined) this.#byLength.set(term.length, [term])
      else bucket.push(term)
    }
    return fresh
  }

  /** Words within the number of edits that may be allowed, whoever may read them. */
  findNear(word: string): { term: string; edits: number }[] {
    const allowed = editsAllowed(word.length + 1)
    const found: { term: string; edits: number }[] = []
    if (allowed === 0) return found
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const term of this.#byLength.get(length) ?? []) {
        const edits = editDistance(word, term, allowed)
        if (edits > 0 && edits <= editsAllowed(Math.max(word.length, length))) {
          found.push({ term, edits })
        }
      }
    }
    return found
  }

  /** Words that begin so, the shortest first, at most so many. */
  beginningWith(beginning: string, most: number): string[] {
    const found = [...this.#known].filter((term) => term.startsWith(beginning))
    return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, most)
  }
}

/** A term as a document; ids of Meilisearch are ASCII. */
export function termRecord(term: string): { id: string; term: string } {
  return { id: Buffer.from(term).toString('base64url'), term }
}

/** All terms of an index. */
export async function readTerms(client: Meilisearch, uid: string): Promise<TermList> {
  const list = new TermList()
  for (let offset = 0; ; offset += READ_STEP) {
    const { results } = await client
      .index<{ term: string }>(uid)
      .getDocuments({ fields: ['term'], limit: READ_STEP, offset })
    list.add(results.map(({ term }) => term))
    if (results.length < READ_STEP) return list
  }
}
