import type { MissingReason } from '#lib/statements/vocabularies.ts'
import { fieldNamed, type TableFieldName } from './fields.ts'
import type { MappedColumn, Mapping } from './mapping.ts'
import { type CellProblem, looksLikeFormula, problemAt, type TableRow } from './rows.ts'
import { type CellReading, joinerOf, readCell, type StatedCell } from './values.ts'

type Value = string | boolean | StatedCell
type Qualifiers = Pick<MappedColumn, 'language' | 'purpose' | 'role'>

/** What the columns of one row say of one field. */
export interface FilledField extends Qualifiers {
  field: TableFieldName
  /** Column of the first value; empty where it is the mapping's default. */
  column: string
  values: Value[]
  missing: MissingReason | null
}

/** The fields of one row, read from its cells and from the defaults of the mapping. */
export class FilledRow {
  readonly problems: CellProblem[]
  readonly row: TableRow
  private readonly filled: FilledField[] = []

  constructor(row: TableRow, mapping: Mapping) {
    this.row = row
    const mapped = new Set(mapping.columns.map(({ column }) => column))
    // A cell that nobody asked for keeps no record out; one that has no head may be a part of any other.
    this.problems = row.problems.map((problem) =>
      problem.column === '' || problem.reason === 'beyondHead' || mapped.has(problem.column)
        ? problem
        : { ...problem, weight: 'notice' },
    )
    for (const column of mapping.columns) {
      const cell = row.cells.get(column.column)
      if (cell !== undefined) this.take(column, readCell(cell, column), cell)
    }
    for (const preset of mapping.defaults) {
      if (this.find(preset.field, preset) !== undefined) continue
      this.take({ ...preset, column: '' }, readCell(preset.value, preset), preset.value)
    }
  }

  /** Everything that was filled in for a field, once for each language, purpose or role. */
  all(field: TableFieldName): FilledField[] {
    return this.filled.filter((each) => each.field === field)
  }

  text(field: TableFieldName): string | null {
    const value = this.filled.find((each) => each.field === field)?.values[0]
    return typeof value === 'string' ? value : null
  }

  list(field: TableFieldName): string[] {
    return this.all(field).flatMap(({ values }) => values as string[])
  }

  yesNo(field: TableFieldName): boolean | null {
    const value = this.filled.find((each) => each.field === field)?.values[0]
    return typeof value === 'boolean' ? value : null
  }

  /** A fact in the model's form: its value, or why it is missing, or null. */
  fact<T extends Value>(field: TableFieldName): T | { missing: MissingReason } | null {
    const found = this.filled.find((each) => each.field === field)
    if (found === undefined) return null
    if (found.values.length > 0) return found.values[0] as T
    return found.missing === null ? null : { missing: found.missing }
  }

  columnOf(field: TableFieldName): string {
    return this.filled.find((each) => each.field === field)?.column ?? ''
  }

  refuse(column: string, reason: string, value = '', rest: Partial<CellProblem> = {}): void {
    this.problems.push(problemAt(this.row.row, column, reason, value, rest))
  }

  notice(column: string, reason: string, value = ''): void {
    this.refuse(column, reason, value, { weight: 'notice' })
  }

  private find(field: TableFieldName, { language, purpose, role }: Qualifiers) {
    return this.filled.find(
      (each) =>
        each.field === field &&
        each.language === language &&
        each.purpose === purpose &&
        each.role === role,
    )
  }

  private take(column: MappedColumn, reading: CellReading, cell: string | string[]): void {
    const text = [cell].flat().join('\n')
    if (looksLikeFormula(text)) this.notice(column.column, 'formulaText', text)
    if ('problems' in reading) {
      for (const { reason, value, ...rest } of reading.problems) {
        this.refuse(column.column, reason, value, rest)
      }
      return
    }
    const { field, language, purpose, role } = column
    const before = this.find(field, column)
    if (before === undefined) {
      const values = 'values' in reading ? reading.values : []
      const missing = 'missing' in reading ? reading.missing : null
      this.filled.push({ field, language, purpose, role, column: column.column, values, missing })
    } else if ('values' in reading) this.join(before, reading.values, column.column, text)
  }

  /** A second column of one field: a family name after a first name, a note under a note. */
  private join(before: FilledField, values: Value[], column: string, text: string): void {
    const { many, kind, max } = fieldNamed(before.field)
    const [first] = before.values
    if (many || before.values.length === 0) before.values.push(...values)
    else if ((kind === 'text' || kind === 'long') && typeof first === 'string') {
      const joiner = before.field === 'identity.legalName' ? ' ' : joinerOf({ kind })
      before.values = [[first, ...values].join(joiner)]
      if (max !== undefined && String(before.values[0]).length > max) {
        this.refuse(column, 'tooLong', text, { about: max })
      }
    } else if (JSON.stringify(first) !== JSON.stringify(values[0])) {
      this.refuse(column, 'saidTwice', text)
    }
  }
}
