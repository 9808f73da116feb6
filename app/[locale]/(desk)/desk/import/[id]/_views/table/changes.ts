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
