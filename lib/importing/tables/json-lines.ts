import { isUtf8 } from 'node:buffer'
import { AppError } from '#lib/errors.ts'
import { IMPORT_MAX_BYTES, withoutMark } from '../decode.ts'
import { parseRecord } from '../json-record.ts'
import { splitLines } from '../lines.ts'
import { problemAt, type TableRow } from './rows.ts'
import type { OpenTable } from './table.ts'

/** Keys are learnt from so many records; later ones are kept as extras all the same. */
const KEY_RECORDS = 200

/**
 * Opens JSON lines with keys of any kind as a table: a key is a column, a key inside a record `outer.inner`, a list
 * several values.
 * @returns the table, and the bytes as they came for whoever reads them otherwise: one of the two can be read
 * @throws AppError `invalid` (import.fileEmpty)
 */
export async function openJsonLines(
  source: AsyncIterable<Uint8Array>,
): Promise<{ table: OpenTable; whole: () => AsyncGenerator<Uint8Array> }> {
  const pieces = source[Symbol.asyncIterator]()
  const taken: Uint8Array[] = []
  let isKept = true
  async function* kept() {
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      if (isKept) taken.push(next.value)
      yield next.value
    }
  }
  const rows = readRows(kept())
  const first: TableRow[] = []
  const columns = new Set<string>()
  while (first.length < KEY_RECORDS) {
    const next = await rows.next()
    if (next.done) break
    first.push(next.value)
    for (const column of next.value.cells.keys()) columns.add(column)
  }
  if (first.length === 0) throw new AppError('invalid', 'import.fileEmpty')
  async function* all() {
    isKept = false
    taken.length = 0
    yield* first
    yield* rows
  }
  async function* whole() {
    yield* taken
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  return { table: { facts: { format: 'jsonl' }, columns: [...columns], rows: all() }, whole }
}

/** Whether records are written in the keys of the archive's own kind: their text is `text`. */
export function hasOwnKeys({ columns }: Pick<OpenTable, 'columns'>): boolean {
  return columns.includes('text')
}

async function* readRows(source: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow> {
  for await (const { number, bytes } of splitLines(source, IMPORT_MAX_BYTES)) {
    const row = bytes === null ? refuse(number, 'recordTooLarge', '') : readLine(number, bytes)
    if (row !== null) yield row
  }
}

function readLine(line: number, bytes: Buffer): TableRow | null {
  if (!isUtf8(bytes)) return refuse(line, 'notUtf8', '')
  const text = line === 1 ? withoutMark(bytes.toString('utf8')) : bytes.toString('utf8')
  if (text.trim() === '') return null
  const read = parseRecord(text)
  if ('reason' in read) return refuse(line, read.reason, text)
  const row: TableRow = { row: line, line, cells: new Map(), problems: [] }
  flatten(read.record, '', row.cells)
  return row
}

function refuse(line: number, reason: string, text: string): TableRow {
  return { row: line, line, cells: new Map(), problems: [problemAt(line, '', reason, text)] }
}

function flatten(value: Record<string, unknown>, prefix: string, cells: TableRow['cells']): void {
  for (const [key, inner] of Object.entries(value)) {
    const column = `${prefix}${key}`.slice(0, 500)
    if (isRecord(inner)) flatten(inner, `${column}.`, cells)
    else if (Array.isArray(inner)) {
      const values = inner.map(scalarText).filter((text) => text.trim() !== '')
      if (values.length > 0) cells.set(column, values)
    } else if (scalarText(inner).trim() !== '') cells.set(column, scalarText(inner))
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function scalarText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
