import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { parse as parseSync } from 'csv-parse/sync'
import { AppError } from '#lib/errors.ts'
import { type DecodedText, detectEncoding } from '../decode.ts'
import type { Encoding } from '../encodings.ts'
import { decodeStream } from './encoding.ts'
import type { TablePlace } from './mapping.ts'
import { nameColumns, problemAt, type TableRow } from './rows.ts'
import { COLUMNS_MAX, findHead, type OpenTable } from './table.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Enough to tell encoding, delimiter and head. */
const SAMPLE_BYTES = 64 * 1024
const SAMPLE_ROWS = 50
/** One record; the file may be larger. */
const RECORD_BYTES = 25 * 1024 * 1024

const LINE_END = /\r\n|\r|\n/gu

const OPTIONS = {
  bom: true,
  relax_column_count: true,
  // A quotation mark inside a cell that is not quoted is a letter like any other.
  relax_quotes: true,
  skip_empty_lines: false,
} as const

/** In which encoding a table was read, and which was told from its beginning. */
type DelimitedEncoding = Omit<DecodedText, 'text'>

/**
 * Opens a table of values parted by commas, semicolons, tabs or bars (RFC 4180), as it comes in. Encoding and delimiter
 * are told from its beginning unless they are given.
 * @throws AppError `invalid`: import.fileEmpty, import.fileBinary, import.tooManyColumns; while rows are read import.quoteNotClosed,
 * import.recordTooLarge, import.fileNotUtf8
 */
export async function openDelimited(
  source: AsyncIterable<Uint8Array>,
  place: TablePlace = {},
  chosen: Encoding | null = null,
): Promise<OpenTable & { encoding: DelimitedEncoding }> {
  const { sample, isWhole, whole } = await takeSample(source)
  const { encoding: detected, isCertain } = detectEncoding(sample, !isWhole)
  const encoding = chosen ?? detected
  const start = new TextDecoder(encoding).decode(sample, { stream: true })
  if (start.includes('\0')) throw new AppError('invalid', 'import.fileBinary')
  if (start.trim() === '') throw new AppError('invalid', 'import.fileEmpty')
  const delimiter = place.delimiter ?? detectDelimiter(start)
  const head = place.headRow ?? findHead(readSample(start, delimiter)) + 1
  const records = readRecords(decodeStream(whole, encoding), delimiter)

  let columns: string[] | null = null
  for (let row = 1; row <= head; row++) {
    const next = await records.next()
    if (next.done) throw new AppError('invalid', 'import.fileEmpty')
    if (row === head) columns = nameColumns(next.value.cells)
  }
  if (columns === null || columns.length > COLUMNS_MAX) {
    throw new AppError('invalid', 'import.tooManyColumns', { values: { maximum: COLUMNS_MAX } })
  }
  return {
    encoding: { encoding, detected, isCertain },
    facts: { format: 'csv', delimiter, headRow: head },
    columns,
    rows: toRows(records, columns, head),
  }
}

async function takeSample(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]()
  const pieces: Uint8Array[] = []
  let bytes = 0
  while (bytes < SAMPLE_BYTES) {
    const next = await iterator.next()
    if (next.done) break
    pieces.push(next.value)
    bytes += next.value.byteLength
  }
  async function* whole() {
    yield* pieces
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value
  }
  const start = Buffer.concat(pieces)
  const isWhole = start.byteLength < SAMPLE_BYTES
  return { sample: start.subarray(0, SAMPLE_BYTES), isWhole, whole: whole() }
}

/** The delimiter that cuts the first rows into the most columns of equal number. */
export function detectDelimiter(sample: string): (typeof DELIMITERS)[number] {
  let best: { delimiter: (typeof DELIMITERS)[number]; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths = readSample(sample, delimiter)
      .map((row) => row.length)
      .filter((width) => width > 1)
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    const common = Math.max(0, ...counts.values())
    // Agreement counts for more than number: commas in sentences part nothing evenly.
    const width = [...counts].find(([, count]) => count === common)?.[0] ?? 0
    const score = (common / Math.max(widths.length, 1)) ** 2 * Math.log2(width + 1) * common
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** The first rows; where the sample ends within a quoted cell, those before it. */
function readSample(sample: string, delimiter: string): string[][] {
  const rows: string[][] = []
  try {
    parseSync(sample, {
      ...OPTIONS,
      delimiter,
      to: SAMPLE_ROWS,
      on_record: (record: string[]) => {
        rows.push(record)
        return null
      },
    })
  } catch (error) {
    if (!isCsvError(error)) throw error
  }
  return rows
}

interface Record {
  cells: string[]
  line: number
}

async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<Record> {
  const parser = parse({ ...OPTIONS, delimiter, raw: true, max_record_size: RECORD_BYTES })
  const source = Readable.from(text)
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let line = 1
  try {
    for await (const { record, raw } of parser as AsyncIterable<{
      record: string[]
      raw: string
    }>) {
      yield { cells: record, line }
      line += raw.match(LINE_END)?.length ?? 0
    }
  } catch (error) {
    throw isCsvError(error) ? refusalOf(error) : error
  } finally {
    source.destroy()
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}

/** Named by its row: how many records the parser had read before. */
function refusalOf(error: CsvError): AppError {
  const values = { row: Number(error.records ?? 0) + 1 }
  const reason = error.code === 'CSV_MAX_RECORD_SIZE' ? 'rowTooLarge' : 'quoteNotClosed'
  return new AppError('invalid', `import.${reason}`, { values, cause: error })
}

async function* toRows(
  records: AsyncIterable<Record>,
  columns: readonly string[],
  head: number,
): AsyncGenerator<TableRow> {
  let row = head
  for await (const { cells, line } of records) {
    row += 1
    const filled = fillRow(row, line, cells, columns)
    if (filled.cells.size > 0) yield filled
  }
}

/** The cells of a row under the heads of their columns; what stands beyond the last head is named as a mistake. */
export function fillRow(
  row: number,
  line: number | null,
  values: readonly string[],
  columns: readonly string[],
): TableRow {
  const filled: TableRow = { row, line, cells: new Map(), problems: [] }
  values.forEach((value, index) => {
    if (value.trim() === '') return
    const column = columns[index] ?? `#${index + 1}`
    filled.cells.set(column, value)
    if (index >= columns.length) {
      filled.problems.push(problemAt(row, column, 'beyondHead', value))
    }
  })
  return filled
}
