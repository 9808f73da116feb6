import type { Meilisearch } from 'meilisearch'
import type { Audience } from '#lib/statements/vocabularies.ts'
import { RESTRICTIONS, type Restriction } from '../fts/restrictions.ts'
import { type HeardSpelling, hearSpellings, soundKeys } from '../fts/sounds.ts'
import { type NearTerm, nearestKnown, splitWord, TermBuckets } from '../near-terms.ts'
import type { Question } from './ask.ts'

/** Terms read in one request. */
const READ_STEP = 10_000
/** Shorter forms and numbers are neither near spellings nor completed. */
const WORD_MIN_LENGTH = 2
/** The shortest beginning that is completed. */
const BEGINNING_LENGTH = 2
/** Words of queries of which it is kept what they sound like. */
const HEARD_MAX = 5_000
/** Where the counts of a term have those of an audience. */
const COUNTED_AT = { public: 0, registered: 1, staff: 2, nobody: null } as const

/** In how many statements a term stands, by who may read them: all, the registered, the staff, nobody at all times. */
export type TermCounts = [open: number, registered: number, staff: number, hidden: number]

/** A term as the index has it; ids of Meilisearch are ASCII. */
export interface TermRecord {
  id: string
  term: string
  counts: TermCounts
  /** Number of the write that it comes from. */
  stamp: number
}

/** Who says whether a word is known and how frequent it is: one viewer. */
export interface TermViewer {
  has(term: string): boolean
  count(term: string): number
}

/**
 * The index's own words in memory: by length to find near spellings, by sound to find them in the other script, in
 * order to complete them. How many statements hold a word decides the order of what is offered; whether the viewer may
 * read one of them is never taken from here alone where it is told.
 */
export class TermList {
  readonly #ids = new Map<string, number>()
  readonly #terms: string[] = []
  readonly #counts: number[] = []
  readonly #buckets = new TermBuckets()
  readonly #sounds = new Map<string, number[]>()
  /** Words by their first letters, as many as every beginning has. */
  readonly #beginnings = new Map<string, string[]>()
  /** What the words of a query sound like, since queries are often made of the same syllables; only of these terms. */
  readonly #heard = new Map<string, { slack: number; heard: HeardSpelling[] }>()
  /** Of the last write that is known. */
  stamp = 0
  /** In how many statements the most frequent word stands, or has once stood. */
  most = 1

  get size(): number {
    return this.#terms.length
  }

  countsOf(term: string): TermCounts {
    const id = this.#ids.get(term)
    if (id === undefined) return [0, 0, 0, 0]
    return this.#counts.slice(id * 4, id * 4 + 4) as TermCounts
  }

  /** Statements of these audiences in which the term stands at all times. */
  openCount(term: string, audiences: readonly Audience[]): number {
    const id = this.#ids.get(term)
    if (id === undefined) return 0
    let sum = 0
    for (const audience of audiences) {
      const place = COUNTED_AT[audience]
      if (place !== null) sum += this.#counts[id * 4 + place]!
    }
    return sum
  }

  set(term: string, counts: TermCounts, stamp: number): void {
    this.stamp = Math.max(this.stamp, stamp)
    const id = this.#ids.get(term) ?? this.#addTerm(term)
    for (let at = 0; at < 4; at++) this.#counts[id * 4 + at] = counts[at]!
    this.most = Math.max(this.most, counts[0] + counts[1] + counts[2])
  }

  /** Counts a statement that has come or gone; what has changed is added to `changed`. */
  change(term: string, restriction: Restriction | null, by: 1 | -1, changed?: Set<string>): void {
    const id = this.#ids.get(term) ?? this.#addTerm(term)
    const at = id * 4 + (restriction === null ? 0 : RESTRICTIONS.indexOf(restriction) + 1)
    this.#counts[at] = Math.max(0, this.#counts[at]! + by)
    this.most = Math.max(this.most, this.#counts[at]!)
    changed?.add(term)
  }

  /** These terms, or all, as they are written. */
  *records(terms: Iterable<string> = this.#terms): Generator<TermRecord> {
    for (const term of terms) {
      const id = Buffer.from(term).toString('base64url')
      yield { id, term, counts: this.countsOf(term), stamp: this.stamp }
    }
  }

  /** Words of the viewer's that a word may have been meant as, the nearest and most frequent first. */
  findNear(viewer: TermViewer, word: string): NearTerm[] {
    const found = this.#buckets.near(word, viewer)
    return nearestKnown(
      found.map(({ term, edits }) => ({ term, edits, statements: viewer.count(term) })),
      viewer,
    )
  }

  findSplit(viewer: TermViewer, word: string): [string, string] | null {
    return splitWord(word, viewer)
  }

  /** Words that begin so, with two letters or more, the most frequent first by `count`. */
  beginningWith(beginning: string, count: (term: string) => number): string[] {
    return (this.#beginnings.get(beginning.slice(0, BEGINNING_LENGTH)) ?? [])
      .filter((term) => term.startsWith(beginning))
      .map((term) => ({ term, statements: count(term) }))
      .sort((a, b) => b.statements - a.statements || (a.term < b.term ? -1 : 1))
      .map(({ term }) => term)
  }

  /** The words that sound like this one in the other script with so much slack or more, nearest first, whoever may read them. */
  hear(word: string, slack: number): readonly HeardSpelling[] {
    const known = this.#heard.get(word)
    if (known !== undefined && known.slack >= slack) return known.heard
    const heard = hearSpellings(word, slack, (key, most, lengths) =>
      this.#soundingLike(key, most, lengths),
    )
    if (this.#heard.size === HEARD_MAX) this.#heard.delete(this.#heard.keys().next().value!)
    this.#heard.set(word, { slack, heard })
    return heard
  }

  /** Words of these lengths that are kept under a key of sounds, at most so many. */
  #soundingLike(
    key: string,
    most: number,
    [shortest, longest]: readonly [least: number, most: number],
  ): string[] {
    const found: string[] = []
    for (const id of this.#sounds.get(key) ?? []) {
      const term = this.#terms[id]!
      if (term.length < shortest || term.length > longest) continue
      if (found.push(term) === most) break
    }
    return found
  }

  #addTerm(term: string): number {
    const id = this.#terms.push(term) - 1
    this.#ids.set(term, id)
    this.#counts.push(0, 0, 0, 0)
    if (!isWord(term)) return id
    this.#buckets.add(id, term)
    const beginning = term.slice(0, BEGINNING_LENGTH)
    const begun = this.#beginnings.get(beginning)
    if (begun === undefined) this.#beginnings.set(beginning, [term])
    else begun.push(term)
    if (this.#heard.size > 0) this.#heard.clear()
    for (const key of soundKeys(term)) {
      const known = this.#sounds.get(key)
      if (known === undefined) this.#sounds.set(key, [id])
      else known.push(id)
    }
    return id
  }
}

/** Reads the terms of an index that were written later than those of the list: of an empty one, all. */
export async function readTerms(client: Meilisearch, uid: string, list: TermList): Promise<void> {
  const later = list.size === 0 ? {} : { filter: laterThan(list) }
  for (let offset = 0; ; offset += READ_STEP) {
    const { results } = await client.index<TermRecord>(uid).getDocuments({
      ...later,
      fields: ['term', 'counts', 'stamp'],
      limit: READ_STEP,
      offset,
    })
    for (const { term, counts, stamp } of results) list.set(term, counts, stamp)
    if (results.length < READ_STEP) return
  }
}

/** Whether the list has as many terms as the index, and none of an earlier write. */
export async function areCurrent(
  client: Meilisearch,
  uid: string,
  list: TermList,
): Promise<boolean> {
  const index = client.index(uid)
  const [all, later] = await Promise.all([
    index.search('', { hitsPerPage: 0 }),
    index.search('', { hitsPerPage: 0, filter: laterThan(list) }),
  ])
  return all.totalHits === list.size && later.totalHits === 0
}

/** Asks whether there are terms of a later write than those of the list. */
export function changedTerms(list: TermList): Question {
  return { index: 'terms', filter: laterThan(list), limit: 1, attributesToRetrieve: ['id'] }
}

function laterThan({ stamp }: TermList): string {
  return `stamp > ${stamp}`
}

function isWord(term: string): boolean {
  return term.length >= WORD_MIN_LENGTH && !/^\d+$/.test(term)
}
