import {
  FACET_NAMES,
  type FacetCount,
  type FacetName,
  type SearchQuery,
  type SearchScope,
} from '../contract.ts'
import type { Demands } from '../query.ts'
import type { YearRange } from '../query-fields.ts'
import { currentGeneration, type IndexDatabase } from './schema.ts'
import type { StoredFacets } from './writer.ts'

const AUDIENCES = ['public', 'registered', 'staff', 'nobody']
const COLUMN_NAMES = [...FACET_NAMES, 'person'] as const
type ColumnName = (typeof COLUMN_NAMES)[number]
/** Values of one facet that are given out, most frequent first. */
const FACET_VALUES_MAX = 200
/** A selection of at least one in so many is sorted by filtering the order of all. */
const SORT_WHOLE_FROM_SHARE = 8
/** Replaced rows keep their slot until so many are dead. */
const DEAD_SLOTS_MAX_SHARE = 0.25

interface StatementRow {
  id: number
  stamp: number
  audience: string
  visible_from: string | null
  visible_until: string | null
  given: string | null
  added: string
  facets: string
}

/** What matched, after the viewer's scope and the chosen facets. */
export interface Selection {
  /** Statement ids, ascending. */
  ids: number[]
  facets: Record<FacetName, FacetCount[]>
}

/** The chosen values of one column. */
interface Filter {
  bit: number
  column: FacetColumn
  codes: Set<number>
}

/** Whole numbers in order, in typed memory that grows. */
class Numbers {
  #values = new Int32Array(1024)
  length = 0
  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }
  at(index: number): number {
    return this.#values[index]!
  }
  set(index: number, value: number): void {
    this.#values[index] = value
  }
}

/** The values of one facet, for all slots: those of slot n lie between `ends[n - 1]` and `ends[n]`. */
class FacetColumn {
  readonly names: string[] = []
  readonly codes = new Map<string, number>()
  readonly values = new Numbers()
  readonly ends = new Numbers()

  push(names: readonly string[]): void {
    for (const name of names) {
      let code = this.codes.get(name)
      if (code === undefined) {
        code = this.names.push(name) - 1
        this.codes.set(name, code)
      }
      this.values.push(code)
    }
    this.ends.push(this.values.length)
  }

  holds(slot: number, codes: ReadonlySet<number>): boolean {
    const end = this.ends.at(slot)
    for (let at = slot === 0 ? 0 : this.ends.at(slot - 1); at < end; at++) {
      if (codes.has(this.values.at(at))) return true
    }
    return false
  }
}

/**
 * The filters and facets of every statement in memory, counted without SQL: columns of numbers by slot. Reads what is
 * new by its stamp, also when another process wrote it.
 */
export class StatementColumns {
  #generation = -1
  #stamp = -1
  #slots = new Map<number, number>()
  #ids: number[] = []
  #audience = new Numbers()
  #from: (string | null)[] = []
  #until: (string | null)[] = []
  #given: (string | null)[] = []
  #added: string[] = []
  #facets = newFacetColumns()
  #dead = 0
  /** Orders of all ids, made when first asked for and dropped at every change. */
  #orders: { all?: number[]; given?: number[]; added?: number[] } = {}

  get generation(): number {
    return this.#generation
  }

  /** Brings the columns to the state of the snapshot that the connection reads; true when anything changed. */
  sync(db: IndexDatabase): boolean {
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
        `SELECT id, stamp, audience, visible_from, visible_until, given, added, facets
         FROM statements_${generation} WHERE stamp > ? ORDER BY id`,
      )
      .iterate(this.#stamp) as IterableIterator<StatementRow>
    for (const row of rows) this.#add(row)
    this.#stamp = stamp
    if (this.#dead > 1_000 && this.#dead > this.#ids.length * DEAD_SLOTS_MAX_SHARE) {
      this.#reset(generation)
      this.sync(db)
    }
    return true
  }

  /** All statement ids, ascending. */
  allIds(): readonly number[] {
    this.#orders.all ??= [...this.#slots.keys()].sort((a, b) => a - b)
    return this.#orders.all
  }

  /** Whether a statement is among those that the viewer may read. */
  isReadable(id: number, scope: SearchScope): boolean {
    const slot = this.#slots.get(id)
    if (slot === undefined || scope.exclude.includes(id)) return false
    return this.#isOpen(slot, openAudiences(scope), scope.now)
  }

  /** Whether a statement becomes readable, or ceases to be so, at a certain instant. */
  isTimed(id: number): boolean {
    const slot = this.#slots.get(id)
    return slot !== undefined && (this.#from[slot] !== null || this.#until[slot] !== null)
  }

  /** Keeps what the viewer may see and the chosen facets allow; counts the facets over it. */
  select(ids: Iterable<number>, query: SearchQuery, scope: SearchScope): Selection {
    const audiences = openAudiences(scope)
    const exclude = new Set(scope.exclude)
    const filters = this.#filters(query)
    const counts = FACET_NAMES.map((name) => new Int32Array(this.#facets[name].names.length))
    const selected: number[] = []
    for (const id of ids) {
      const slot = this.#slots.get(id)
      if (slot === undefined || exclude.has(id) || !this.#isOpen(slot, audiences, scope.now))
        continue
      const failed = this.#failedFilters(slot, filters)
      if (failed === 0) selected.push(id)
      // A facet is counted under the choices made in the others.
      for (let facet = 0; facet < counts.length; facet++) {
        if ((failed & ~(1 << facet)) === 0) this.#count(slot, facet, counts[facet]!)
      }
    }
    return { ids: selected, facets: this.#facetCounts(counts) }
  }

  /** Keeps the statements that tell of a year in each of these ranges, and of none in the excluded ones. */
  keepYears(ids: readonly number[], { include, exclude }: Demands<YearRange>): readonly number[] {
    if (include.length + exclude.length === 0) return ids
    const column = this.#facets.year
    const codesOf = (ranges: readonly YearRange[]) =>
      ranges.map(({ from, to }) => {
        const within = column.names.map((name) => Number(name) >= from && Number(name) <= to)
        return new Set(within.flatMap((isWithin, code) => (isWithin ? [code] : [])))
      })
    const wanted = codesOf(include)
    const unwanted = codesOf(exclude)
    return ids.filter((id) => {
      const slot = this.#slots.get(id)
      if (slot === undefined) return false
      const tells = (codes: Set<number>) => column.holds(slot, codes)
      return wanted.every(tells) && !unwanted.some(tells)
    })
  }

  /** Sorts ids by a date, newest first, those without a date last; ties by newest id. */
  sortByDate(ids: readonly number[], sort: 'given' | 'added'): number[] {
    if (ids.length * SORT_WHOLE_FROM_SHARE < this.#slots.size) return this.#byDate(ids, sort)
    this.#orders[sort] ??= this.#byDate(this.allIds(), sort)
    const wanted = new Set(ids)
    return this.#orders[sort].filter((id) => wanted.has(id))
  }

  #byDate(ids: readonly number[], sort: 'given' | 'added'): number[] {
    const dates = sort === 'given' ? this.#given : this.#added
    const keyed = ids.map((id) => ({ id, date: dates[this.#slots.get(id)!] ?? '' }))
    keyed.sort((a, b) => (a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1))
    return keyed.map(({ id }) => id)
  }

  #isOpen(slot: number, audiences: readonly boolean[], now: string): boolean {
    if (!audiences[this.#audience.at(slot)]) return false
    const from = this.#from[slot]!
    const until = this.#until[slot]!
    return (from === null || from <= now) && (until === null || now < until)
  }

  /** One set of codes for each filtered column; a value that nothing has matches nothing. */
  #filters(query: SearchQuery): Filter[] {
    return COLUMN_NAMES.flatMap((name, bit) => {
      const wanted =
        name === 'person'
          ? query.person === undefined
            ? []
            : [query.person]
          : (query.facets[name] ?? [])
      if (wanted.length === 0) return []
      const column = this.#facets[name]
      return [{ bit, column, codes: new Set(wanted.map((value) => column.codes.get(value) ?? -1)) }]
    })
  }

  #failedFilters(slot: number, filters: readonly Filter[]): number {
    let failed = 0
    for (const { bit, column, codes } of filters) {
      if (!column.holds(slot, codes)) failed |= 1 << bit
    }
    return failed
  }

  #count(slot: number, facet: number, counts: Int32Array): void {
    const column = this.#facets[FACET_NAMES[facet]!]
    const end = column.ends.at(slot)
    for (let at = slot === 0 ? 0 : column.ends.at(slot - 1); at < end; at++) {
      counts[column.values.at(at)]!++
    }
  }

  #facetCounts(counts: readonly Int32Array[]): Record<FacetName, FacetCount[]> {
    const entries = FACET_NAMES.map((name, facet) => {
      const found: FacetCount[] = []
      counts[facet]!.forEach((count, code) => {
        if (count > 0) found.push({ value: this.#facets[name].names[code]!, count })
      })
      found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      return [name, found.slice(0, FACET_VALUES_MAX)] as const
    })
    return Object.fromEntries(entries) as Record<FacetName, FacetCount[]>
  }

  #add(row: StatementRow): void {
    this.#kill(row.id)
    const slot = this.#ids.push(row.id) - 1
    this.#slots.set(row.id, slot)
    this.#audience.push(AUDIENCES.indexOf(row.audience))
    this.#from.push(row.visible_from)
    this.#until.push(row.visible_until)
    this.#given.push(row.given)
    this.#added.push(row.added)
    const facets = JSON.parse(row.facets) as StoredFacets
    for (const name of COLUMN_NAMES) this.#facets[name].push(facets[name])
  }

  #kill(id: number): void {
    if (this.#slots.delete(id)) this.#dead++
  }

  #reset(generation: number): void {
    this.#generation = generation
    this.#stamp = -1
    this.#slots = new Map()
    this.#ids = []
    this.#audience = new Numbers()
    this.#from = []
    this.#until = []
    this.#given = []
    this.#added = []
    this.#facets = newFacetColumns()
    this.#dead = 0
  }
}

function openAudiences(scope: SearchScope): boolean[] {
  return AUDIENCES.map((audience) => scope.audiences.includes(audience as never))
}

function newFacetColumns(): Record<ColumnName, FacetColumn> {
  return Object.fromEntries(COLUMN_NAMES.map((name) => [name, new FacetColumn()])) as Record<
    ColumnName,
    FacetColumn
  >
}
