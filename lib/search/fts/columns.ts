import type { FacetCount, FacetName, SearchQuery, SearchScope } from '../contract.ts'
import type { Demands } from '../query.ts'
import type { YearRange } from '../query-fields.ts'
import { FacetColumns } from './facet-columns.ts'
import { Numbers } from './numbers.ts'
import { runCount } from './postings.ts'
import { currentGeneration, type Reading, type StoredFacets } from './schema.ts'

const AUDIENCES = ['public', 'registered', 'staff', 'nobody']
/** Replaced rows keep their slot until so many are dead. */
const DEAD_SLOTS_MAX_SHARE = 0.25

interface StatementRow {
  id: number
  passages: number
  words: number
  segment: number
  audience: string
  visible_from: string | null
  visible_until: string | null
  given: string | null
  added: string
  facets: string
}

/** What a viewer may read. */
export interface OpenStatements {
  /** By slot, the segment that holds the statement's words; 0 where it is not open. */
  segments: Int32Array
  count: number
  /** Of all of them. */
  passages: number
  /** Words of a statement in the middle. */
  averageLength: number
}

/** What matches and passes the chosen filters. */
export interface Selection {
  slots: Int32Array
  facets: () => Record<FacetName, FacetCount[]>
}

/**
 * What is needed of every statement for matching, filtering and sorting, in memory, in columns by slot. Reads what is
 * new by its stamp, also when another process wrote it.
 */
export class StatementColumns {
  #generation = -1
  #stamp = -1
  /** By statement id, its slot plus one; 0 where it has none. */
  #slots = new Numbers()
  #ids = new Numbers()
  #segments = new Numbers()
  #lengths = new Numbers()
  #passages = new Numbers()
  /** The first run of each slot's passages in the numbering of all runs. */
  #firstRuns = new Numbers()
  #runs = 0
  #audience = new Numbers()
  #timed = new Numbers()
  #from: (string | null)[] = []
  #until: (string | null)[] = []
  #given: (string | null)[] = []
  #added: string[] = []
  #facets = new FacetColumns()
  #dead = 0
  /** Orders of all slots, made when first asked for and dropped at every change. */
  #orders: { given?: Int32Array; added?: Int32Array } = {}

  get generation(): number {
    return this.#generation
  }

  /** Number of slots, dead ones included, and of runs of passages. */
  get size(): number {
    return this.#ids.length
  }

  get runs(): number {
    return this.#runs
  }

  /** By statement id, its slot plus one; 0 or nothing where it has none. */
  get slotsById(): Int32Array {
    return this.#slots.values
  }

  get lengths(): Int32Array {
    return this.#lengths.values
  }

  get firstRuns(): Int32Array {
    return this.#firstRuns.values
  }

  idOf(slot: number): number {
    return this.#ids.values[slot]!
  }

  runsOf(slot: number): number {
    return runCount(this.#passages.values[slot]!)
  }

  /** Brings the columns to the state of the snapshot that the connection reads; true when anything changed. */
  sync(db: Reading): boolean {
    const generation = currentGeneration(db)
    const stamp = db.prepare('SELECT stamp FROM current').pluck().get() as number
    if (generation === this.#generation && stamp === this.#stamp) return false
    if (generation !== this.#generation || stamp < this.#stamp) this.#reset(generation)
    this.#orders = {}
    const removed = db
      .prepare(`SELECT id FROM removals_${generation} WHERE stamp > ?`)
      .pluck()
      .all(this.#stamp) as number[]
    for (const id of removed) this.#kill(id)
    const rows = db
      .prepare(
        `SELECT id, passages, words, segment, audience, visible_from, visible_until, given, added, facets
         FROM statements_${generation} WHERE stamp > ? ORDER BY id`,
      )
      .iterate(this.#stamp) as IterableIterator<StatementRow>
    for (const row of rows) this.#add(row)
    this.#stamp = stamp
    if (this.#dead > 1_000 && this.#dead > this.size * DEAD_SLOTS_MAX_SHARE) {
      this.#reset(generation)
      this.sync(db)
    }
    return true
  }

  /** Which statements this viewer may read now. */
  open(scope: SearchScope): OpenStatements {
    const audiences = AUDIENCES.map((audience) => scope.audiences.includes(audience as never))
    const segments = new Int32Array(this.size)
    const [audience, timed, alive] = [
      this.#audience.values,
      this.#timed.values,
      this.#segments.values,
    ]
    let count = 0
    let words = 0
    let passages = 0
    for (let slot = 0; slot < segments.length; slot++) {
      if (alive[slot] === 0 || !audiences[audience[slot]!]) continue
      if (timed[slot] === 1 && !this.#isWithin(slot, scope.now)) continue
      segments[slot] = alive[slot]!
      count++
      words += this.#lengths.values[slot]!
      passages += this.#passages.values[slot]!
    }
    for (const id of scope.exclude) {
      const slot = (this.slotsById[id] ?? 0) - 1
      if (slot < 0 || segments[slot] === 0) continue
      segments[slot] = 0
      count--
      words -= this.#lengths.values[slot]!
      passages -= this.#passages.values[slot]!
    }
    return { segments, count, passages, averageLength: Math.max(1, words / Math.max(1, count)) }
  }

  /** Whether a statement is open to these audiences at all times, so that its words are counted for them. */
  isCounted(id: number, audiences: SearchScope['audiences']): boolean {
    const slot = (this.slotsById[id] ?? 0) - 1
    if (slot < 0 || this.#timed.values[slot] === 1) return false
    return audiences.includes(AUDIENCES[this.#audience.values[slot]!] as never)
  }

  /** Keeps what the chosen facets allow. */
  select(slots: Int32Array, query: SearchQuery): Selection {
    const failed = this.#facets.failures(slots, query)
    return {
      slots: failed === null ? slots : slots.filter((_, index) => failed[index] === 0),
      facets: () => this.#facets.count(slots, failed),
    }
  }

  /** Keeps the statements that tell of a year in each of these ranges, and of none in the excluded ones. */
  keepYears(slots: Int32Array, { include, exclude }: Demands<YearRange>): Int32Array {
    if (include.length + exclude.length === 0) return slots
    const wanted = include.map((range) => this.#facets.yearTest(range))
    const unwanted = exclude.map((range) => this.#facets.yearTest(range))
    return slots.filter(
      (slot) => wanted.every((tells) => tells(slot)) && !unwanted.some((tells) => tells(slot)),
    )
  }

  /** The first ones by a date, newest first, those without a date last; ties by newest id. */
  sortByDate(slots: Int32Array, sort: 'given' | 'added', most: number): Int32Array {
    this.#orders[sort] ??= this.#orderByDate(sort)
    const wanted = new Uint8Array(this.size)
    for (const slot of slots) wanted[slot] = 1
    const first = new Int32Array(Math.min(most, slots.length))
    let found = 0
    for (const slot of this.#orders[sort]) {
      if (found === first.length) break
      if (wanted[slot] === 1) first[found++] = slot
    }
    return first
  }

  #orderByDate(sort: 'given' | 'added'): Int32Array {
    const dates = sort === 'given' ? this.#given : this.#added
    const keyed = Array.from(dates, (date, slot) => ({
      slot,
      date: date ?? '',
      id: this.idOf(slot),
    }))
    keyed.sort((a, b) => (a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1))
    return Int32Array.from(keyed, ({ slot }) => slot)
  }

  #isWithin(slot: number, now: string): boolean {
    const from = this.#from[slot]!
    const until = this.#until[slot]!
    return (from === null || from <= now) && (until === null || now < until)
  }

  #add(row: StatementRow): void {
    this.#kill(row.id)
    const slot = this.size
    this.#ids.push(row.id)
    this.#slots.set(row.id, slot + 1)
    this.#segments.push(row.segment)
    this.#lengths.push(row.words)
    this.#passages.push(row.passages)
    this.#firstRuns.push(this.#runs)
    this.#runs += runCount(row.passages)
    this.#audience.push(AUDIENCES.indexOf(row.audience))
    this.#timed.push(row.visible_from === null && row.visible_until === null ? 0 : 1)
    this.#from.push(row.visible_from)
    this.#until.push(row.visible_until)
    this.#given.push(row.given)
    this.#added.push(row.added)
    this.#facets.push(JSON.parse(row.facets) as StoredFacets)
  }

  #kill(id: number): void {
    const slot = (this.slotsById[id] ?? 0) - 1
    if (slot < 0) return
    this.#slots.set(id, 0)
    this.#segments.set(slot, 0)
    this.#dead++
  }

  #reset(generation: number): void {
    this.#generation = generation
    this.#stamp = -1
    this.#slots = new Numbers()
    this.#ids = new Numbers()
    this.#segments = new Numbers()
    this.#lengths = new Numbers()
    this.#passages = new Numbers()
    this.#firstRuns = new Numbers()
    this.#runs = 0
    this.#audience = new Numbers()
    this.#timed = new Numbers()
    this.#from = []
    this.#until = []
    this.#given = []
    this.#added = []
    this.#facets = new FacetColumns()
    this.#dead = 0
    this.#orders = {}
  }
}
