import type { SearchScope } from '../contract.ts'
import type { Sequence } from '../query.ts'
import type { OpenStatements, StatementColumns } from './columns.ts'
import { type Postings, placeBit, runOf } from './postings.ts'
import { PASSAGE_STRIDE, type Reading } from './schema.ts'
import { SegmentReader } from './segments.ts'

/** A phrase found by titles or names weighs like a word there. */
const HEAD_PHRASE_WEIGHT = 4

/** Where a sequence stands in what the viewer may read: one row for each run of passages, those of a slot together. */
export interface Places {
  readonly length: number
  slots: Int32Array
  /** In the numbering of all runs of all statements. */
  runs: Int32Array
  masks: Uint32Array
  weights: Uint8Array
}

const NOWHERE: Places = {
  length: 0,
  slots: new Int32Array(0),
  runs: new Int32Array(0),
  masks: new Uint32Array(0),
  weights: new Uint8Array(0),
}

/** Where words stand in what one viewer may read, in one snapshot. What was looked up once is kept. */
export class WordPlaces {
  readonly columns: StatementColumns
  readonly open: OpenStatements
  readonly #db: Reading
  readonly #segments: SegmentReader
  readonly #known = new Map<string, Places>()
  /** Passages of one word by run, while others are compared with it. */
  #masks: Uint32Array | null = null

  constructor(db: Reading, columns: StatementColumns, scope: SearchScope) {
    this.#db = db
    this.columns = columns
    this.open = columns.open(scope)
    this.#segments = new SegmentReader(db, columns.generation)
  }

  of(sequence: Sequence): Places {
    const key = `${sequence.forms.join(' ')}${sequence.prefix ? '*' : ''}`
    let places = this.#known.get(key)
    if (places === undefined) {
      places = this.#lookUp(sequence)
      this.#known.set(key, places)
    }
    return places
  }

  #lookUp({ forms, prefix }: Sequence): Places {
    if (forms.length > 1) return this.#phrase(forms, prefix)
    if (prefix) return this.#beginning(forms[0]!)
    const word = this.#db
      .prepare(`SELECT id FROM terms_${this.columns.generation} WHERE term = ?`)
      .pluck()
      .get(forms[0]!) as number | undefined
    return word === undefined ? NOWHERE : this.#gather([word])
  }

  #beginning(form: string): Places {
    const words = this.#db
      .prepare(
        `SELECT id FROM terms_${this.columns.generation}
         WHERE term >= ? AND term < ? AND statements > 0 ORDER BY id`,
      )
      .pluck()
      .all(form, `${form}\u{10ffff}`) as number[]
    return mergePlaces(this.#gather(words), this.columns.runs)
  }

  /** The postings of these words that count and are open, one after the other. */
  #gather(words: readonly number[]): Places {
    const found: [segment: number, postings: Postings][] = []
    let length = 0
    for (const word of words) {
      for (const segment of this.#segments.segments) {
        const postings = this.#segments.postings(segment, word)
        if (postings === null) continue
        found.push([segment, postings])
        length += postings.length
      }
    }
    const places = makePlaces(length)
    let row = 0
    for (const [segment, postings] of found) row = this.#copyOpen(segment, postings, places, row)
    return cutPlaces(places, row)
  }

  #copyOpen(segment: number, postings: Postings, places: Places, from: number): number {
    const { slotsById, firstRuns } = this.columns
    const open = this.open.segments
    const { ids, runs, masks, weights } = postings
    let row = from
    for (let at = 0; at < ids.length; at++) {
      const slot = slotsById[ids[at]!]! - 1
      if (slot < 0 || open[slot] !== segment) continue
      places.slots[row] = slot
      places.runs[row] = firstRuns[slot]! + runs[at]!
      places.masks[row] = masks[at]!
      places.weights[row] = weights[at]!
      row++
    }
    return row
  }

  /** Words one after the other, by the full-text table; not asked where they stand in no passage together. */
  #phrase(forms: readonly string[], prefix: boolean): Places {
    const whole = prefix ? forms.slice(0, -1) : forms
    if (!this.#mayStandTogether(whole.map((form) => this.of({ forms: [form], prefix: false })))) {
      return NOWHERE
    }
    const table = `pg_${this.columns.generation}`
    const rows = this.#db
      .prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`)
      .pluck()
      .all(`"${forms.join(' ')}"${prefix ? ' *' : ''}`) as number[]
    const places = makePlaces(rows.length)
    let row = 0
    for (const rowid of rows) {
      const id = Math.floor(rowid / PASSAGE_STRIDE)
      const place = rowid - id * PASSAGE_STRIDE
      const slot = (this.columns.slotsById[id] ?? 0) - 1
      if (slot < 0 || this.open.segments[slot] === 0) continue
      const run = this.columns.firstRuns[slot]! + runOf(place)
      const weight = place === 0 ? HEAD_PHRASE_WEIGHT : 1
      if (row > 0 && places.runs[row - 1] === run) {
        places.masks[row - 1]! |= placeBit(place)
        places.weights[row - 1] = Math.min(255, places.weights[row - 1]! + weight)
        continue
      }
      places.slots[row] = slot
      places.runs[row] = run
      places.masks[row] = placeBit(place)
      places.weights[row] = weight
      row++
    }
    return cutPlaces(places, row)
  }

  /** Whether each of these words stands in a passage with the rarest of them. */
  #mayStandTogether(words: readonly Places[]): boolean {
    const [rarest, ...others] = words.toSorted((a, b) => a.length - b.length)
    if (rarest === undefined) return true
    this.#masks ??= new Uint32Array(this.columns.runs)
    const masks = this.#masks
    for (let row = 0; row < rarest.length; row++) masks[rarest.runs[row]!]! |= rarest.masks[row]!
    const together = others.every(({ length, runs, masks: own }) => {
      for (let row = 0; row < length; row++) {
        if ((masks[runs[row]!]! & own[row]!) !== 0) return true
      }
      return false
    })
    for (let row = 0; row < rarest.length; row++) masks[rarest.runs[row]!] = 0
    return together && rarest.length > 0
  }
}

function makePlaces(length: number): Places {
  return {
    length,
    slots: new Int32Array(length),
    runs: new Int32Array(length),
    masks: new Uint32Array(length),
    weights: new Uint8Array(length),
  }
}

function cutPlaces(places: Places, length: number): Places {
  if (length === places.length) return places
  return {
    length,
    slots: places.slots.subarray(0, length),
    runs: places.runs.subarray(0, length),
    masks: places.masks.subarray(0, length),
    weights: places.weights.subarray(0, length),
  }
}

/** One row for each run where several words have one each. */
function mergePlaces(places: Places, runs: number): Places {
  const rowOf = new Int32Array(runs)
  let length = 0
  for (let at = 0; at < places.length; at++) {
    const run = places.runs[at]!
    const row = rowOf[run]! - 1
    if (row >= 0) {
      places.masks[row]! |= places.masks[at]!
      places.weights[row] = Math.min(255, places.weights[row]! + places.weights[at]!)
      continue
    }
    rowOf[run] = length + 1
    places.slots[length] = places.slots[at]!
    places.runs[length] = run
    places.masks[length] = places.masks[at]!
    places.weights[length] = places.weights[at]!
    length++
  }
  return cutPlaces(places, length)
}
