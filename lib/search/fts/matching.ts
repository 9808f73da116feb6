import type { Clause, Sequence } from '../query.ts'
import { bitCount } from './postings.ts'
import type { Places, WordPlaces } from './word-places.ts'

/** Constants of BM25. */
const SATURATION = 1.2
const LENGTH_SHARE = 0.75

/** What meets all demands, by slot and by run of passages. */
export interface Matches {
  /** Ascending. */
  slots: Int32Array
  /** How relevant, by the words of the whole statement. */
  scores: Float32Array
  /** Runs with a place in which all demands are met, and that place's bits; 0 elsewhere. */
  together: Uint32Array
  /** How much each demand says of a passage, by how few passages meet it. */
  rarities: number[]
}

/** Weights and places of one demand, filled and emptied again. */
class Tally {
  readonly weights: Float32Array
  readonly masks: Uint32Array
  readonly slots: Int32Array
  readonly runs: Int32Array
  slotCount = 0
  runCount = 0

  constructor(slots: number, runs: number) {
    this.weights = new Float32Array(slots)
    this.masks = new Uint32Array(runs)
    this.slots = new Int32Array(slots)
    this.runs = new Int32Array(runs)
  }

  add(places: Places, worth = 1): void {
    const { slots, runs, masks, weights } = places
    for (let row = 0; row < slots.length; row++) {
      const slot = slots[row]!
      if (this.weights[slot] === 0) this.slots[this.slotCount++] = slot
      this.weights[slot]! += weights[row]! * worth
      const run = runs[row]!
      if (this.masks[run] === 0) this.runs[this.runCount++] = run
      this.masks[run]! |= masks[row]!
    }
  }

  /** Keeps the slots in which these words stand as well, and the places in which they stand together. */
  keep(places: Places): void {
    const there = new Uint8Array(this.weights.length)
    const masks = new Uint32Array(this.masks.length)
    for (let row = 0; row < places.length; row++) {
      there[places.slots[row]!] = 1
      masks[places.runs[row]!]! |= places.masks[row]!
    }
    let kept = 0
    for (let index = 0; index < this.slotCount; index++) {
      const slot = this.slots[index]!
      if (there[slot] === 1) this.slots[kept++] = slot
      else this.weights[slot] = 0
    }
    this.slotCount = kept
    kept = 0
    for (let index = 0; index < this.runCount; index++) {
      const run = this.runs[index]!
      this.masks[run]! &= masks[run]!
      if (this.masks[run] !== 0) this.runs[kept++] = run
    }
    this.runCount = kept
  }

  addAll(other: Tally, worth: number): void {
    for (let index = 0; index < other.slotCount; index++) {
      const slot = other.slots[index]!
      if (this.weights[slot] === 0) this.slots[this.slotCount++] = slot
      this.weights[slot]! += other.weights[slot]! * worth
    }
    for (let index = 0; index < other.runCount; index++) {
      const run = other.runs[index]!
      if (this.masks[run] === 0) this.runs[this.runCount++] = run
      this.masks[run]! |= other.masks[run]!
    }
  }

  /** In how many passages, titles and names these words stand. */
  countPlaces(): number {
    let count = 0
    for (let index = 0; index < this.runCount; index++) {
      count += bitCount(this.masks[this.runs[index]!]!)
    }
    return count
  }

  clear(): void {
    for (let index = 0; index < this.slotCount; index++) this.weights[this.slots[index]!] = 0
    for (let index = 0; index < this.runCount; index++) this.masks[this.runs[index]!] = 0
    this.slotCount = 0
    this.runCount = 0
  }
}

/** The open statements in which every demand is met somewhere and none of the excluded, all of them ranked. */
export function matchClauses(
  words: WordPlaces,
  include: readonly Clause[],
  exclude: readonly Clause[],
): Matches {
  const { size, runs } = words.columns
  const met = new Uint8Array(size)
  const metTogether = new Uint8Array(runs)
  const scores = new Float32Array(size)
  const together = new Uint32Array(runs)
  const rarities: number[] = []
  const tally = new Tally(size, runs)
  include.forEach((clause, index) => {
    fill(tally, clause, words)
    rarities.push(rarityOf(tally.countPlaces(), words.open.passages))
    addScores(tally, words, met, scores, index)
    for (let at = 0; at < tally.runCount; at++) {
      const run = tally.runs[at]!
      if (metTogether[run] !== index) continue
      together[run] = index === 0 ? tally.masks[run]! : together[run]! & tally.masks[run]!
      if (together[run] !== 0) metTogether[run] = index + 1
    }
    tally.clear()
  })
  for (const clause of exclude) {
    fill(tally, clause, words)
    for (let at = 0; at < tally.slotCount; at++) met[tally.slots[at]!] = include.length + 1
    tally.clear()
  }
  for (let run = 0; run < runs; run++) {
    if (metTogether[run] !== include.length) together[run] = 0
  }
  return { slots: collect(met, words.open.segments, include.length), scores, together, rarities }
}

/** Inverse document frequency, as in BM25; never nothing. */
function rarityOf(found: number, all: number): number {
  return Math.log(1 + (Math.max(0, all - found) + 0.5) / (found + 0.5))
}

function fill(tally: Tally, clause: Clause, words: WordPlaces): void {
  clause.any.forEach((way, index) => {
    fillWay(tally, way, clause.worth?.[index] ?? 1, words)
  })
}

function fillWay(tally: Tally, way: readonly Sequence[], worth: number, words: WordPlaces): void {
  if (way.length === 1) {
    tally.add(words.of(way[0]!), worth)
    return
  }
  const own = new Tally(tally.weights.length, tally.masks.length)
  own.add(words.of(way[0]!))
  for (const sequence of way.slice(1)) own.keep(words.of(sequence))
  tally.addAll(own, worth)
}

function addScores(
  tally: Tally,
  words: WordPlaces,
  met: Uint8Array,
  scores: Float32Array,
  index: number,
): void {
  const rarity = rarityOf(tally.slotCount, words.open.count)
  const { lengths } = words.columns
  const { averageLength } = words.open
  for (let at = 0; at < tally.slotCount; at++) {
    const slot = tally.slots[at]!
    if (met[slot] !== index) continue
    met[slot] = index + 1
    const weight = tally.weights[slot]!
    const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * lengths[slot]!) / averageLength
    scores[slot]! += (rarity * weight * (SATURATION + 1)) / (weight + SATURATION * length)
  }
}

function collect(met: Uint8Array, open: Int32Array, wanted: number): Int32Array {
  const slots = new Int32Array(met.length)
  let count = 0
  for (let slot = 0; slot < met.length; slot++) {
    if (met[slot] === wanted && open[slot] !== 0) slots[count++] = slot
  }
  return slots.subarray(0, count)
}
