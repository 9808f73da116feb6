import type { PlannedRecord } from '../planned.ts'
import type { Mapping, MendedCell } from './mapping.ts'
import { columnsOfPeople } from './people-columns.ts'
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

/** So many rows tell what a column without a field holds. */
const ROWS_AHEAD = 50

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
    const { first, all } = await lookAhead(table.rows)
    const people = new Set(columnsOfPeople(view.unmapped, first))
    view.sealed = view.unmapped.filter((column) => people.has(column))
    view.unmapped = view.unmapped.filter((column) => !people.has(column))
    const planner = new RowPlanner(mapping, fileName, people)
    for await (const row of all) {
      mend(row, mended.get(row.row))
      if (row.cells.size === 0 && row.problems.length === 0) continue
      const planned = planner.plan(row)
      noteRow(view, planned)
      yield planned.record
    }
  }
  return { records: records(), view }
}

/** The first rows, and all of them with these among them; what fails among the first fails at its place. */
async function lookAhead(
  rows: OpenTable['rows'],
): Promise<{ first: TableRow[]; all: AsyncIterable<TableRow> }> {
  const first: TableRow[] = []
  async function* each() {
    yield* rows
  }
  const rest = each()
  let failed: { error: unknown } | null = null
  try {
    while (first.length < ROWS_AHEAD) {
      const next = await rest.next()
      if (next.done) break
      first.push(next.value)
    }
  } catch (error) {
    failed = { error }
  }
  async function* all() {
    try {
      yield* first
      if (failed !== null) throw failed.error
      yield* rest
    } finally {
      await rest.return()
    }
  }
  return { first, all: all() }
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
