import type { Mapping } from './mapping.ts'
import type { PlannedRow } from './records.ts'
import type { CellProblem } from './rows.ts'
import type { OpenTable, TableFacts } from './table.ts'

/** Rows with mistakes that are shown for mending at once; the next ones come when these are mended. */
export const MISTAKEN_ROWS_MAX = 400
/** The first rows, shown as they were read. */
const FIRST_ROWS = 5
const SAMPLES = 3
const SAMPLE_CHARACTERS = 120
/** A longer cell is shown by its beginning, and mended in the draft. */
const CELL_CHARACTERS = 2_000
const PROBLEMS_A_ROW = 50

export interface ShownRow {
  row: number
  cells: Record<string, string>
  /** Columns whose cells are longer than what is shown. */
  cut: string[]
  problems: CellProblem[]
}

/** What a person sees of a table before its drafts are made. */
export interface TableView {
  facts: TableFacts
  columns: { column: string; samples: string[] }[]
  /** As it was used: proposed from the heads where none was chosen. */
  mapping: Mapping
  isProposed: boolean
  /** Columns that no field was found for: kept with the import as they are. */
  unmapped: string[]
  /** Those of them that look like names of people: sealed with the notes on the witness's security. */
  sealed: string[]
  rows: number
  mistakenRows: number
  mistakes: number
  /** Rows with mistakes, at most 400. */
  toMend: ShownRow[]
  first: ShownRow[]
  /** What is only told, once for each column. */
  notices: { reason: string; column: string; row: number; count: number }[]
}

/** A view in which no row is counted yet. */
export function openView(table: OpenTable, mapping: Mapping, isProposed: boolean): TableView {
  const mapped = new Set(mapping.columns.map(({ column }) => column))
  return {
    facts: table.facts,
    columns: table.columns.map((column) => ({ column, samples: [] })),
    mapping,
    isProposed,
    unmapped: table.columns.filter((column) => !mapped.has(column)),
    sealed: [],
    rows: 0,
    mistakenRows: 0,
    mistakes: 0,
    toMend: [],
    first: [],
    notices: [],
  }
}

/** Takes one row more into the view. */
export function noteRow(view: TableView, { row, problems }: PlannedRow): void {
  view.rows += 1
  for (const each of view.columns) {
    const cell = row.cells.get(each.column)
    if (cell === undefined || each.samples.length >= SAMPLES) continue
    const sample = textOf(cell).slice(0, SAMPLE_CHARACTERS)
    if (!each.samples.includes(sample)) each.samples.push(sample)
  }
  const mistakes = problems.filter(({ weight }) => weight === 'error')
  for (const notice of problems) if (notice.weight === 'notice') countNotice(view, notice)
  if (view.first.length < FIRST_ROWS) view.first.push(show(row, problems))
  if (mistakes.length === 0) return
  view.mistakenRows += 1
  view.mistakes += mistakes.length
  if (view.toMend.length < MISTAKEN_ROWS_MAX) view.toMend.push(show(row, mistakes))
}

function countNotice(view: TableView, { reason, column, row }: CellProblem): void {
  const known = view.notices.find((each) => each.reason === reason && each.column === column)
  if (known === undefined) view.notices.push({ reason, column, row, count: 1 })
  else known.count += 1
}

function show({ row, cells }: PlannedRow['row'], problems: readonly CellProblem[]): ShownRow {
  const cut: string[] = []
  const shown = [...cells].map(([column, cell]): [string, string] => {
    const text = textOf(cell)
    if (text.length > CELL_CHARACTERS) cut.push(column)
    return [column, text.slice(0, CELL_CHARACTERS)]
  })
  return { row, cells: Object.fromEntries(shown), cut, problems: problems.slice(0, PROBLEMS_A_ROW) }
}

function textOf(cell: string | string[]): string {
  return Array.isArray(cell) ? cell.join('; ') : cell
}
