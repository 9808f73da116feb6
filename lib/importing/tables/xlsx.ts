import { XMLParser } from 'fast-xml-parser'
import { type CellValue, readSheet } from 'read-excel-file/node'
import { AppError } from '#lib/errors.ts'
import { openZip, type Zip } from '../zip.ts'
import { fillRow } from './delimited.ts'
import type { TablePlace } from './mapping.ts'
import { nameColumns, problemAt, type TableRow } from './rows.ts'
import { COLUMNS_MAX, findHead, type OpenTable } from './table.ts'

/** Cells far apart make a table of nothing: no archive's sheet is larger. */
const ROWS_MAX = 200_000

/** A compound file of older programs, and how encrypted workbooks are wrapped. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Opens one sheet of an Office Open XML workbook (ECMA-376). Formulas are never run: their stored values are taken, and
 * named as such; numbers stay as they are written, days become ISO days.
 * @throws AppError `invalid`: import.workbookEncrypted, import.workbookBroken, import.noSuchSheet, import.sheetTooLarge,
 * import.fileEmpty and those of `openZip`
 */
export async function openWorkbook(bytes: Uint8Array, place: TablePlace = {}): Promise<OpenTable> {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    throw new AppError('invalid', 'import.workbookEncrypted')
  }
  const zip = await openZip(bytes)
  const sheets = await listSheets(zip)
  const sheet = place.sheet ?? [...sheets.keys()][0]!
  const path = sheets.get(sheet)
  if (path === undefined) throw new AppError('invalid', 'import.noSuchSheet', { values: { sheet } })
  const marks = lookForMarks(await zip.text(path))
  const values = await readValues(bytes, sheet)
  const head = place.headRow ?? findHead(values) + 1
  const columns = nameColumns(trimEnd(values[head - 1] ?? []))
  if (columns.length === 0) throw new AppError('invalid', 'import.fileEmpty')
  const rows = values.slice(head).flatMap((cells, index): TableRow[] => {
    const number = head + 1 + index
    const row = fillRow(number, null, cells, columns)
    for (const { column, reason, weight } of marks.get(number) ?? []) {
      const name = columns[column - 1]
      if (name === undefined) continue
      row.problems.push(problemAt(number, name, reason, cells[column - 1] ?? '', { weight }))
    }
    return row.cells.size > 0 || row.problems.length > 0 ? [row] : []
  })
  return {
    facts: { format: 'xlsx', sheets: [...sheets.keys()], sheet, headRow: head },
    columns,
    rows,
  }
}

async function readValues(bytes: Uint8Array, sheet: string): Promise<string[][]> {
  try {
    const rows = await readSheet(Buffer.from(bytes), sheet, {
      trim: false,
      parseNumber: (digits) => digits,
    })
    return (rows as (CellValue | null)[][]).map((row) => row.map(textOf))
  } catch (cause) {
    throw new AppError('invalid', 'import.workbookBroken', { cause })
  }
}

function textOf(value: CellValue | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (!(value instanceof Date)) return String(value)
  const stamp = value.toISOString()
  return stamp.endsWith('T00:00:00.000Z')
    ? stamp.slice(0, 10)
    : stamp.slice(0, 16).replace('T', ' ')
}

function trimEnd(cells: readonly string[]): string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1]!.trim() === '') end -= 1
  return cells.slice(0, end)
}

/** The sheets of a workbook and where their parts lie in the zip. */
async function listSheets(zip: Zip): Promise<Map<string, string>> {
  const names = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']
  if (!names.every((name) => zip.names.includes(name))) {
    throw new AppError('invalid', 'import.workbookBroken', { detail: 'no workbook in the zip' })
  }
  const [workbook, relations] = await Promise.all(names.map((name) => zip.text(name)))
  const targets = new Map(
    elements(relations!, 'Relationship').map((each) => [
      String(each.Id),
      `xl/${String(each.Target).replace(/^\/?xl\/|^\//u, '')}`,
    ]),
  )
  const sheets = new Map<string, string>()
  for (const each of elements(workbook!, 'sheet')) {
    const path = targets.get(String(each.id))
    // Sheets of charts and dialogues hold no cells.
    if (path?.includes('/worksheets/') && zip.names.includes(path)) {
      sheets.set(String(each.name), path)
    }
  }
  if (sheets.size === 0)
    throw new AppError('invalid', 'import.workbookBroken', { detail: 'no sheet' })
  return sheets
}

/** The attributes of all elements of a name, wherever they stand. */
function elements(xml: string, name: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    removeNSPrefix: true,
    updateTag: (tag, _path, attributes) => {
      if (tag === name && attributes) found.push({ ...attributes })
      return tag
    },
  })
  try {
    parser.parse(xml)
  } catch (cause) {
    throw new AppError('invalid', 'import.workbookBroken', { cause })
  }
  return found
}

interface CellMark {
  column: number
  reason: 'formulaResult' | 'formulaWithoutValue' | 'cellError'
  weight: 'error' | 'notice'
}

const CELL = /<(?:\w+:)?c\s([^>]*)>(?:\s*<(?:\w+:)?f\b([^>]*)>)?/gu

/** Cells that hold a formula or an error, by row; the reader of values does not tell them. */
function lookForMarks(xml: string): Map<number, CellMark[]> {
  const marks = new Map<number, CellMark[]>()
  CELL.lastIndex = 0
  for (const match of xml.matchAll(CELL)) {
    const attributes = match[1]!
    const place = /\br="([A-Z]{1,3})(\d{1,7})"/u.exec(attributes)
    if (place === null) continue
    const [column, row] = [columnNumber(place[1]!), Number(place[2])]
    if (column > COLUMNS_MAX || row > ROWS_MAX) {
      throw new AppError('invalid', 'import.sheetTooLarge', {
        values: { rows: ROWS_MAX, columns: COLUMNS_MAX },
      })
    }
    const isError = /\bt="e"/u.test(attributes)
    if (match[2] === undefined && !isError) continue
    const rest = xml.slice(match.index + match[0].length, match.index + match[0].length + 20_000)
    const hasValue = /^(?:(?!<\/(?:\w+:)?c>)[\s\S])*?<(?:\w+:)?v>[^<]/u.test(rest)
    const mark: CellMark = isError
      ? { column, reason: 'cellError', weight: 'error' }
      : hasValue
        ? { column, reason: 'formulaResult', weight: 'notice' }
        : { column, reason: 'formulaWithoutValue', weight: 'error' }
    const known = marks.get(row)
    if (known === undefined) marks.set(row, [mark])
    else known.push(mark)
  }
  return marks
}

/** `A` is 1, `AA` 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
