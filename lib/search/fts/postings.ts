/**
 * Where a word stands: one row for each run of passages of a statement that holds it, statements ascending, runs of
 * one statement ascending. Kept as a blob for each word of a segment, and read without decoding.
 */
export interface Postings {
  readonly length: number
  /** Statement ids. */
  ids: Uint32Array
  /** Which run of the statement; see `runOf`. */
  runs: Uint16Array
  /** In which places of the run, as bits; see `placeBit`. */
  masks: Uint32Array
  /** How often, titles and names counting more; at most 255. */
  weights: Uint8Array
}

/** One row for each run of passages that holds a form; of one form the runs ascend. */
export interface FormRows {
  readonly length: number
  /** Index of the form. */
  forms: Uint32Array
  runs: Uint16Array
  masks: Uint32Array
  /** How often, titles and names counting more. */
  weights: Uint32Array
}

/** Passages of one run. Bit 0 of the first run is the place of titles and names; the passages have the others. */
export const RUN_PASSAGES = 31

/** The run of a place: 0 for titles and names, from 1 on for passages. */
export function runOf(place: number): number {
  return place === 0 ? 0 : Math.floor((place - 1) / RUN_PASSAGES)
}

export function placeBit(place: number): number {
  return place === 0 ? 1 : (1 << (1 + ((place - 1) % RUN_PASSAGES))) >>> 0
}

/** Number of runs of a statement with so many passages. */
export function runCount(passages: number): number {
  return Math.max(1, Math.ceil(passages / RUN_PASSAGES))
}

/** Calls with each place of a run that the bits stand for, ascending. */
export function eachPlace(run: number, mask: number, visit: (place: number) => void): void {
  for (let left = mask; left !== 0; left &= left - 1) {
    const bit = 31 - Math.clz32(left & -left)
    visit(bit === 0 ? 0 : run * RUN_PASSAGES + bit)
  }
}

export function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  // Whole numbers all the way: a product beyond them would be reckoned in floating point.
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function makePostings(length: number): Postings {
  return {
    length,
    ids: new Uint32Array(length),
    runs: new Uint16Array(length),
    masks: new Uint32Array(length),
    weights: new Uint8Array(length),
  }
}

/** Where blobs are put together: memory for each of them would cost more than filling it. */
let scratch = makeScratch(2 ** 16)

/** Ids, masks, weights, the runs where any is not the first, and a last byte that says whether they are there. */
export function encodePostings({ length, ids, masks, weights, runs }: Postings): Buffer {
  let hasRuns = false
  for (let at = 0; at < length && !hasRuns; at++) hasRuns = runs[at] !== 0
  const size = length * (hasRuns ? 11 : 9) + 1
  if (size > scratch.bytes.length) scratch = makeScratch(2 ** Math.ceil(Math.log2(size)))
  const { bytes, halves, words } = scratch
  // Of most words there are few rows, for which `set` takes longer.
  for (let at = 0; at < length; at++) {
    words[at] = ids[at]!
    words[length + at] = masks[at]!
    bytes[length * (hasRuns ? 10 : 8) + at] = weights[at]!
  }
  if (hasRuns) halves.set(runs, length * 4)
  bytes[size - 1] = hasRuns ? 1 : 0
  return Buffer.copyBytesFrom(bytes, 0, size)
}

function makeScratch(size: number) {
  const buffer = new ArrayBuffer(size)
  return {
    bytes: new Uint8Array(buffer),
    halves: new Uint16Array(buffer),
    words: new Uint32Array(buffer),
  }
}

export function decodePostings(blob: Buffer): Postings {
  // Small blobs come out of a shared pool, where they begin anywhere.
  const { buffer, byteOffset } = blob.byteOffset % 4 === 0 ? blob : new Uint8Array(blob)
  const hasRuns = blob[blob.length - 1] === 1
  const length = (blob.length - 1) / (hasRuns ? 11 : 9)
  return {
    length,
    ids: new Uint32Array(buffer, byteOffset, length),
    masks: new Uint32Array(buffer, byteOffset + length * 4, length),
    runs: hasRuns
      ? new Uint16Array(buffer, byteOffset + length * 8, length)
      : new Uint16Array(length),
    weights: new Uint8Array(buffer, byteOffset + length * (hasRuns ? 10 : 8), length),
  }
}

/** Gathers the postings of many statements, and gives them out word by word. */
export class PostingsBuilder {
  #words = new Uint32Array(1024)
  #all = makePostings(1024)
  length = 0

  /** Statements come in ascending order. `words` are the numbers of the forms. */
  addStatement(id: number, rows: FormRows, words: ArrayLike<number>): void {
    while (this.length + rows.length > this.#words.length) this.#grow()
    const { ids, runs, masks, weights } = this.#all
    for (let row = 0; row < rows.length; row++) {
      const at = this.length++
      this.#words[at] = words[rows.forms[row]!]!
      ids[at] = id
      runs[at] = rows.runs[row]!
      masks[at] = rows.masks[row]!
      weights[at] = Math.min(255, rows.weights[row]!)
    }
  }

  /** Each word's postings, words ascending. */
  *byWord(): Generator<[word: number, postings: Postings]> {
    let last = -1
    for (let at = 0; at < this.length; at++) if (this.#words[at]! > last) last = this.#words[at]!
    // Where the postings of each word begin, when they are put in the order of words.
    const begins = new Uint32Array(last + 2)
    for (let at = 0; at < this.length; at++) begins[this.#words[at]! + 1]!++
    for (let word = 1; word < begins.length; word++) begins[word]! += begins[word - 1]!
    const sorted = makePostings(this.length)
    const next = begins.slice()
    for (let at = 0; at < this.length; at++) {
      copyRow(this.#all, at, sorted, next[this.#words[at]!]!++)
    }
    for (let word = 0; word <= last; word++) {
      const [from, to] = [begins[word]!, begins[word + 1]!]
      if (from < to) yield [word, slicePostings(sorted, from, to)]
    }
  }

  #grow(): void {
    const size = this.#words.length * 2
    const words = new Uint32Array(size)
    words.set(this.#words)
    this.#words = words
    const larger = makePostings(size)
    larger.ids.set(this.#all.ids)
    larger.runs.set(this.#all.runs)
    larger.masks.set(this.#all.masks)
    larger.weights.set(this.#all.weights)
    this.#all = larger
  }
}

export function copyRow(from: Postings, at: number, to: Postings, index: number): void {
  to.ids[index] = from.ids[at]!
  to.runs[index] = from.runs[at]!
  to.masks[index] = from.masks[at]!
  to.weights[index] = from.weights[at]!
}

function slicePostings(all: Postings, from: number, to: number): Postings {
  return {
    length: to - from,
    ids: all.ids.subarray(from, to),
    runs: all.runs.subarray(from, to),
    masks: all.masks.subarray(from, to),
    weights: all.weights.subarray(from, to),
  }
}
