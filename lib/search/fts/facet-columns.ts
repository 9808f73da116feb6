import { FACET_NAMES, type FacetCount, type FacetName, type SearchQuery } from '../contract.ts'
import { Numbers } from './numbers.ts'
import type { StoredFacets } from './schema.ts'

const COLUMN_NAMES = [...FACET_NAMES, 'person'] as const
type ColumnName = (typeof COLUMN_NAMES)[number]
/** Values of one facet that are given out, most frequent first. */
const FACET_VALUES_MAX = 200

/** The chosen values of one column. */
interface Filter {
  bit: number
  column: FacetColumn
  codes: Set<number>
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
    const end = this.ends.values[slot]!
    for (let at = slot === 0 ? 0 : this.ends.values[slot - 1]!; at < end; at++) {
      if (codes.has(this.values.values[at]!)) return true
    }
    return false
  }

  /** How many of these slots have each value; those with a failed bit that is not `allowed` are left out. */
  count(slots: ArrayLike<number>, failed: Uint8Array | null, allowed: number): FacetCount[] {
    const counts = new Int32Array(this.names.length)
    const ends = this.ends.values
    const values = this.values.values
    for (let index = 0; index < slots.length; index++) {
      if (failed !== null && (failed[index]! & ~allowed) !== 0) continue
      const slot = slots[index]!
      const end = ends[slot]!
      for (let at = slot === 0 ? 0 : ends[slot - 1]!; at < end; at++) counts[values[at]!]!++
    }
    const found: FacetCount[] = []
    counts.forEach((count, code) => {
      if (count > 0) found.push({ value: this.names[code]!, count })
    })
    found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return found.slice(0, FACET_VALUES_MAX)
  }
}

/** The facets of every statement in memory, counted without SQL: columns of numbers by slot. */
export class FacetColumns {
  readonly #columns = Object.fromEntries(
    COLUMN_NAMES.map((name) => [name, new FacetColumn()]),
  ) as Record<ColumnName, FacetColumn>

  push(facets: StoredFacets): void {
    for (const name of COLUMN_NAMES) this.#columns[name].push(facets[name])
  }

  /** For each slot, the bits of the filters that it fails; null where nothing is filtered by. */
  failures(slots: ArrayLike<number>, query: SearchQuery): Uint8Array | null {
    const filters = this.#filters(query)
    if (filters.length === 0) return null
    const failed = new Uint8Array(slots.length)
    for (const { bit, column, codes } of filters) {
      for (let index = 0; index < slots.length; index++) {
        if (!column.holds(slots[index]!, codes)) failed[index]! |= 1 << bit
      }
    }
    return failed
  }

  /** Each facet is counted under the choices made in the others. */
  count(slots: ArrayLike<number>, failed: Uint8Array | null): Record<FacetName, FacetCount[]> {
    return Object.fromEntries(
      FACET_NAMES.map((name, bit) => [name, this.#columns[name].count(slots, failed, 1 << bit)]),
    ) as Record<FacetName, FacetCount[]>
  }

  /** A test of a slot: whether it tells of a year in this range. */
  yearTest({ from, to }: { from: number; to: number }): (slot: number) => boolean {
    const column = this.#columns.year
    const within = column.names.map((name) => Number(name) >= from && Number(name) <= to)
    const codes = new Set(within.flatMap((isWithin, code) => (isWithin ? [code] : [])))
    return (slot) => column.holds(slot, codes)
  }

  /** One set of codes for each filtered column; a value that nothing has matches nothing. */
  #filters(query: SearchQuery): Filter[] {
    return COLUMN_NAMES.flatMap((name, bit) => {
      const person = query.person === undefined ? [] : [query.person]
      const wanted = name === 'person' ? person : (query.facets[name] ?? [])
      if (wanted.length === 0) return []
      const column = this.#columns[name]
      return [{ bit, column, codes: new Set(wanted.map((value) => column.codes.get(value) ?? -1)) }]
    })
  }
}
