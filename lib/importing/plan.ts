import { AppError } from '#lib/errors.ts'
import { type BagView, openBag } from './bag-records.ts'
import type { ImportChoices } from './choices.ts'
import type { DecodedText } from './decode.ts'
import { type DocumentReading, planDocument, transcriptSigns } from './documents/plan-document.ts'
import { type DocumentFile, type DocumentFormat, readDocument } from './documents/read.ts'
import type { ImportFile } from './import-file.ts'
import {
  type DocumentKind,
  type ImportKind,
  isRecordKind,
  isTableKind,
  type RecordKind,
  type TableKind,
} from './kinds.ts'
import type { PlannedRecord } from './planned.ts'
import { mendAttributions } from './press/attributions.ts'
import { planPressReport } from './press-drafts.ts'
import {
  looksLikePressPage,
  type PressReport,
  parsePressPage,
  parsePressReport,
  pressReportSigns,
} from './press-report.ts'
import { fileTooLarge } from './sizes.ts'
import {
  isZip,
  readDelimitedFile,
  readDublinCoreFile,
  readJsonFile,
  readOhmsFile,
  readWorkbookFile,
  type TableViews,
  tellDelimited,
  tellTable,
} from './tables/formats.ts'
import { ZIP_LIMITS } from './zip.ts'

const HEAD_BYTES = 4_096

/** What a press report holds beside its drafts; kept with the import. */
export type ImportedDocument = Pick<
  PressReport,
  'source' | 'occasion' | 'narration' | 'ignored' | 'metadata' | 'language'
>

/** What a person has to see of a file before its drafts are made: one part for each format that shows something. */
export interface ImportView extends TableViews {
  /** Of press reports: the file's text and everything read from it. */
  report?: PressReport & { text: string }
  /** Of texts: their encoding, as it was told or chosen. */
  encoding?: Omit<DecodedText, 'text'>
  /** Of documents that are statements: speakers, testimonies, and what was left out. */
  document?: DocumentReading & { format: DocumentFormat }
  /** Of bags: the files that were in it, and what became of them. */
  bag?: BagView
}

/** The records of a file, and what has to be seen of it. */
export interface FilePlan {
  records: AsyncIterable<PlannedRecord> | Iterable<PlannedRecord>
  view: ImportView
}

/** A file being read by its choices: the same file and choices give the same records in the same order. */
export interface Reading {
  kind: ImportKind
  /** Whether the kind was told from the file rather than named by the person. */
  detected: boolean
  records: AsyncIterable<PlannedRecord> | Iterable<PlannedRecord>
  /** Whole only when all records have been read. */
  view: ImportView
}

/** What is known of a file when all its records have been read. */
export type FinishedReading = Omit<Reading, 'records'>

/**
 * Opens a file for reading into the drafts that it would make; nothing is written. The kind is told from name and
 * content unless it is chosen. A file of records is read as it comes, a document whole. Never called on a file that
 * somebody brought in but by the reader that stands apart (`reading/apart.ts`).
 * @throws AppError `invalid` for files that cannot be read at all or hold no text; the same while records are read
 */
export async function openReading(
  file: ImportFile,
  choices: ImportChoices,
  documentMegabytes: number,
): Promise<Reading> {
  const name = cleanFileName(file.name)
  const maxBytes = documentMegabytes * 1024 * 1024
  const { head, bytes } = await lookAtHead(file.bytes)
  const detected = choices.kind === undefined
  const told = choices.kind ?? tellRecordKind(name, head)
  if (told !== null && isRecordKind(told)) {
    return { kind: told, detected, ...(await readRecords[told](bytes, name, maxBytes, choices)) }
  }
  // A bag holds many documents, each of which is bounded by itself.
  const whole = await readWhole(bytes, isZip(head) ? ZIP_LIMITS.bytes : maxBytes)
  const table = told ?? tellTable(name, whole)
  if (table === 'bag') {
    const open = (inside: ImportFile) => openInside(inside, documentMegabytes)
    return { kind: table, detected, ...(await openBag(whole, open)) }
  }
  if (whole.byteLength > maxBytes) throw fileTooLarge(maxBytes)
  if (table !== null && isTableKind(table)) {
    return { kind: table, detected, ...(await readTableAs[table](whole, name, choices)) }
  }
  const document = await readDocument(whole, choices)
  const kind = table ?? tellDocumentKind(document)
  const { records, view } = planDocumentAs[kind](document, name, choices)
  const { encoding } = document
  return { kind, detected, records, view: { ...view, ...(encoding === null ? {} : { encoding }) } }
}

/** A file in a bag is read like any other, by no choices; a bag in a bag is not. */
async function openInside(file: ImportFile, documentMegabytes: number): Promise<Reading> {
  const reading = await openReading(file, {}, documentMegabytes)
  if (reading.kind === 'bag') throw new AppError('invalid', 'import.bagInBag')
  return reading
}

const readRecords: Record<
  RecordKind,
  (
    bytes: AsyncIterable<Uint8Array>,
    fileName: string,
    maxBytes: number,
    choices: ImportChoices,
  ) => Promise<FilePlan>
> = {
  jsonl: readJsonFile,
  csv: (bytes, name, _maxBytes, choices) => readDelimitedFile(bytes, name, choices),
}

const readTableAs: Record<
  Exclude<TableKind, 'bag'>,
  (bytes: Uint8Array, fileName: string, choices: ImportChoices) => FilePlan | Promise<FilePlan>
> = {
  xlsx: readWorkbookFile,
  ohms: readOhmsFile,
  'dublin-core': readDublinCoreFile,
}

const planDocumentAs: Record<
  DocumentKind,
  (file: DocumentFile, fileName: string, choices: ImportChoices) => FilePlan
> = {
  text: ({ format, document }, name, choices) => {
    const { records, reading } = planDocument(document, name, choices)
    return { records, view: { document: { ...reading, format } } }
  },
  'press-report': (file, name, { attributions = [] }) => {
    const text = file.page?.text ?? textOf(file)
    const read = file.page === undefined ? parsePressReport(text) : parsePressPage(file.page)
    const mended = mendAttributions(text, read, attributions)
    const { report, records } = planPressReport(mended, text, name)
    if (records.length === 0) throw new AppError('invalid', 'import.nobodySpeaks')
    return { records, view: { report: { ...report, text } } }
  },
}

/** A document as one text: as it was decoded, or its paragraphs with a blank line between. */
function textOf({ text, document }: DocumentFile): string {
  return text ?? document.blocks.map((block) => block.text).join('\n\n')
}

/** JSONL by name or first line, tables by name; null for what is a document. */
function tellRecordKind(name: string, head: Buffer): RecordKind | null {
  const table = tellDelimited(name, head)
  if (table !== null) return table
  if (/\.(?:jsonl|ndjson)$/iu.test(name)) return 'jsonl'
  if (/\.txt$/iu.test(name)) return null
  return /^\uFEFF?\s*\{"/u.test(head.toString('utf8')) ? 'jsonl' : null
}

/** A press report by dateline, credit and quotations, unless it is a transcript in which people are quoted. */
function tellDocumentKind(file: DocumentFile): DocumentKind {
  if (file.format === 'vtt' || file.format === 'srt') return 'text'
  if (file.page !== undefined) return looksLikePressPage(file.page) ? 'press-report' : 'text'
  const transcript = transcriptSigns(file.document)
  if (transcript === 'questions') return 'text'
  const report = pressReportSigns(textOf(file))
  const isReport = report === 'furnished' || (report === 'quoted' && transcript === null)
  return isReport ? 'press-report' : 'text'
}

/** The first bytes of a stream, and the stream with them still in it. */
async function lookAtHead(
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: Buffer; bytes: AsyncIterable<Uint8Array> }> {
  const pieces = source[Symbol.asyncIterator]()
  const first = await pieces.next()
  async function* all() {
    if (first.done) return
    yield first.value
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  const head = first.done ? Buffer.alloc(0) : Buffer.from(first.value.subarray(0, HEAD_BYTES))
  return { head, bytes: all() }
}

async function readWhole(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of source) {
    bytes += piece.byteLength
    if (bytes > maxBytes) throw fileTooLarge(maxBytes)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** The last part of a path, without characters that nobody can see; Persian joiners belong to the words. */
export function cleanFileName(fileName: string): string {
  const last = fileName.split(/[\\/]/u).at(-1) ?? ''
  const visible = last
    .replace(/\p{Cc}|(?![\u200c\u200d])\p{Cf}/gu, '')
    .trim()
    .slice(0, 200)
  return visible === '' ? 'unnamed' : visible
}
