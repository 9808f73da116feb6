import type { ImportChoices } from '#lib/importing/choices.ts'
import type { Mapping, MendedCell } from '#lib/importing/tables/mapping.ts'
import type { TableView } from '#lib/importing/tables/view.ts'

/** What was written for one cell and not read yet. */
export interface PendingCell {
  value: string
  /** In the mapping, for every cell that says the same, instead of in this cell. */
  everywhere: boolean
}

/** Cells that were written anew, by `cellKey`. */
export type Pending = ReadonlyMap<string, PendingCell>

export function cellKey(row: number, column: string): string {
  return `${row}\n${column}`
}

/**
 * The choices by which a table is read once what was written on the page is in them: cells replace those mended before,
 * and a value that always means the same goes into the mapping.
 */
export function mergeChanges({
  choices,
  view,
  mapping,
  isMappingChanged,
  pending,
}: {
  choices: ImportChoices
  view: TableView
  mapping: Mapping
  isMappingChanged: boolean
  pending: Pending
}): Partial<ImportChoices> {
  const cells = new Map<string, MendedCell>(
    choices.cells?.map((cell) => [cellKey(cell.row, cell.column), cell]),
  )
  const meanings = new Map<string, Record<string, string>>()
  for (const [key, { value, everywhere }] of pending) {
    const at = key.indexOf('\n')
    const [row, column] = [Number(key.slice(0, at)), key.slice(at + 1)]
    const problem = view.toMend
      .find((shown) => shown.row === row)
      ?.problems.find((each) => each.column === column)
    if (everywhere && problem) {
      meanings.set(column, { ...meanings.get(column), [problem.value.trim()]: value.trim() })
    } else cells.set(key, { row, column, value })
  }
  const changed: Mapping = {
    ...mapping,
    columns: mapping.columns.map((each) => {
      const values = meanings.get(each.column)
      return values === undefined ? each : { ...each, values: { ...each.values, ...values } }
    }),
  }
  // A proposal stays one until something of it is chosen.
  const isChosen = isMappingChanged || meanings.size > 0 || choices.mapping !== undefined
  return { cells: [...cells.values()], ...(isChosen ? { mapping: changed } : {}) }
}

/** What was written and is not among the choices by which the table was read: somebody still waits for it. */
export function stillPending(pending: Pending, choices: ImportChoices, mapping: Mapping): Pending {
  const mended = new Map(choices.cells?.map((cell) => [cellKey(cell.row, cell.column), cell.value]))
  const meanings = new Map(
    mapping.columns.map(({ column, values }) => [column, Object.values(values ?? {})]),
  )
  return new Map(
    [...pending].filter(([key, { value, everywhere }]) => {
      if (!everywhere) return mended.get(key) !== value
      const column = key.slice(key.indexOf('\n') + 1)
      return !meanings.get(column)?.includes(value.trim())
    }),
  )
}

/** Whether two mappings give the same columns the same fields; what values mean is left aside. */
export function haveSameFields(one: Mapping, other: Mapping): boolean {
  const told = ({ columns, defaults }: Mapping) =>
    JSON.stringify([columns.map(({ values: _, ...each }) => each), defaults])
  return told(one) === told(other)
}
