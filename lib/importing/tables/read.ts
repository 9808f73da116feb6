import { lookAhead } from '../look-ahead.ts'
import type { PlannedRecord } from '../planned.ts'
import type { Mapping, MendedCell } from './mapping.ts'
import { columnsOfPeople, ROWS_AHEAD } from './people-columns.ts'
import { proposeMapping } from './propose.ts'
import { RowPlanner } from './records.ts'
import type { TableRow } from './rows.ts'
import type { OpenTable } from './table.ts'
import { noteRow, openView, type TableView } from './view.ts'

/** How a person wants a table to be read. */
export interface TableChoices {
  mapping?: Mapping | undefined
  cells?: readonly MendedCell[] | undefined
}

/**
 * Reads the rows of a table into records by the chosen mapping, or by one that is proposed from the heads. The view
 * fills while the rows are read, and is whole when all of them are.
 */
export function readTable(
  table: OpenTable,
  fileName: string,
  choices: TableChoices = {},
  proposed: Mapping = proposeMapping(table.columns),
): { records: AsyncGenerator<PlannedRecord>; view: TableView } {
  const mapping = choices.mapping ?? proposed
  const view = openView(table, mapping, choices.mapping === undefined)
  const mended = cellsByRow(choices.cells ?? [])
  async function* records() {
    const { first, all } = await lookAhead(table.rows, ROWS_AHEAD)
    const people = new Set(columnsOfPeople(view.unmapped, first))
    view.sealed = view.unmapped.filter((column) => people.has(column))
    view.unmapped = view.unmapped.filter((column) => !people.has(column))
    const planner = new RowPlanner(mapping, fileName, people)
    const judged = new Set([...table.columns, ...mapping.columns.map(({ column }) => column)])
    for await (const row of all) {
      for (const column of columnsOfPeople(newColumns(row, judged), [row])) {
        people.add(column)
        view.sealed.push(column)
      }
      mend(row, mended.get(row.row))
      if (row.cells.size === 0 && row.problems.length === 0) continue
      const planned = planner.plan(row)
      noteRow(view, planned)
      yield planned.record
    }
  }
  return { records: records(), view }
}

/** Keys of JSON lines that no record before had, when the columns were counted. */
function newColumns(row: TableRow, judged: Set<string>): string[] {
  const found = [...row.cells.keys()].filter((column) => !judged.has(column))
  for (const column of found) judged.add(column)
  return found
}

function cellsByRow(cells: readonly MendedCell[]): Map<number, MendedCell[]> {
  const rows = new Map<number, MendedCell[]>()
  for (const cell of cells) {
    const known = rows.get(cell.row)
    if (known === undefined) rows.set(cell.row, [cell])
    else known.push(cell)
  }
  return rows
}

/** Puts what was mended in the place of what was read; what was wrong with the cell as it stood in the file is past. */
function mend(row: TableRow, cells: readonly MendedCell[] | undefined): void {
  for (const { column, value } of cells ?? []) {
    if (value.trim() === '') row.cells.delete(column)
    else row.cells.set(column, value)
    row.problems = row.problems.filter((problem) => problem.column !== column)
  }
}
