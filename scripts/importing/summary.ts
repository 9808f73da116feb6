import type { ItemOutcome } from '#lib/importing/items.ts'
import type { PressReport } from '#lib/importing/press-report.ts'
import type { Mapping } from '#lib/importing/tables/mapping.ts'
import type { CellProblem } from '#lib/importing/tables/rows.ts'
import { printJson } from '#scripts/command.ts'
import type { ImportOptions } from './options.ts'

export type FileItem = ItemOutcome & { file: string }

/** What the command tells when it has ended. */
export interface Summary {
  created: number
  skipped: number
  failed: number
  changed: number
  seconds: number
  items: FileItem[]
  tables: ReadTable[]
  /** Of files read without a mapping: what looks like names of people, sealed with the witness. */
  sealed: { file: string; columns: string[] }[]
}

/** A report that was only read, for `--dry-run`. */
export type ReadReport = { file: string } & PressReport

/** A table that was only read: the fields of its columns, and its mistaken cells; the mapping is what `--map` takes. */
export interface ReadTable {
  file: string
  mapping: Mapping
  unmapped: string[]
  /** Without a field, and like names of people: sealed with the witness. */
  sealed: string[]
  mistakes: Omit<CellProblem, 'weight'>[]
}

export function newSummary(): Summary {
  return {
    created: 0,
    skipped: 0,
    failed: 0,
    changed: 0,
    seconds: 0,
    items: [],
    tables: [],
    sealed: [],
  }
}

export function addItem(summary: Summary, item: FileItem): void {
  summary.items.push(item)
  if (item.status !== 'deleted') summary[item.status] += 1
}

/** A file of which nothing could be read. */
export function addFailedFile(summary: Summary, file: string, reason: string): void {
  const item = { record: file, status: 'failed', reference: null, line: null, field: '' } as const
  addItem(summary, { ...item, reason: reason.replace(/^import\./u, ''), file })
}

export function tellSummary(
  summary: Summary,
  reports: readonly ReadReport[],
  fileCount: number,
  options: ImportOptions,
): void {
  if (options.json) {
    const [only] = reports
    const { file: _, ...report } = only ?? { file: '' }
    const { tables, sealed, ...counted } = summary
    const read = {
      ...(tables.length > 0 ? { tables } : {}),
      ...(sealed.length > 0 ? { sealed } : {}),
    }
    printJson({ ...counted, ...read, ...(fileCount === 1 ? report : { reports }) })
    return
  }
  for (const table of summary.tables) tellTable(table)
  for (const { columns } of summary.sealed) tellSealed(columns)
  for (const report of reports) tellReport(report)
  for (const { status, record, reference, reason, line, field, file } of summary.items) {
    if (status === 'created' && summary.items.length > 50) continue
    const place = line === null ? '' : ` line ${line}`
    const why = [reason, field].filter((part) => part !== '').join(': ')
    process.stdout.write(
      `${status.padEnd(8)} ${reference ?? ''} ${record} (${file}${place}) ${why}\n`,
    )
  }
  const { created, skipped, failed, changed, seconds } = summary
  const verb = options.dryRun ? 'would be created' : 'created'
  process.stdout.write(
    `${created} ${verb}, ${skipped} skipped, ${failed} failed, ${changed} changed, in ${seconds} s\n`,
  )
}

function tellReport(report: PressReport): void {
  const { source, occasion, drafts, ignored } = report
  process.stdout.write(
    `source    ${source.title} (${source.publisher ?? 'publisher unknown'}, ${source.date ?? 'no date'})\n`,
  )
  if (occasion !== null) {
    process.stdout.write(
      `occasion  ${occasion.kind}, ${occasion.placeStated ?? 'no place'}, ${occasion.date ?? 'no date'}\n`,
    )
  }
  for (const draft of drafts) {
    process.stdout.write(
      `draft     ${draft.speaker ?? 'speaker to confirm'}: ${draft.passages.length} passages\n`,
    )
  }
  for (const { reason, text } of ignored) process.stdout.write(`ignored   ${reason}: ${text}\n`)
}

function tellTable({ mapping, unmapped, sealed, mistakes }: ReadTable): void {
  for (const { column, field } of mapping.columns) {
    process.stdout.write(`column    ${column}: ${field}\n`)
  }
  for (const column of unmapped) process.stdout.write(`column    ${column}: no field\n`)
  tellSealed(sealed)
  for (const { row, column, reason, value, proposals } of mistakes) {
    const near = proposals.map(({ code }) => code).join(', ')
    process.stdout.write(
      `mistake   row ${row}, ${column}: ${reason} “${value}”${near === '' ? '' : ` (${near}?)`}\n`,
    )
  }
}

function tellSealed(columns: readonly string[]): void {
  for (const column of columns) {
    process.stdout.write(
      `column    ${column}: no field, looks like names, sealed with the witness\n`,
    )
  }
}
