import type { ImportChoices } from '../choices.ts'
import type { DecodedText } from '../decode.ts'
import { looksLikeArchive } from '../documents/archive.ts'
import { recogniseForm } from '../documents/recognise.ts'
import { KEYS_OF_SOURCES, readJsonLines } from '../jsonl.ts'
import type { PlannedRecord } from '../planned.ts'
import { sealExtras } from '../sealed-extras.ts'
import { openDublinCore } from '../xml/dublin-core.ts'
import { KEYS_OF_RECORDINGS, planOhms } from '../xml/ohms.ts'
import { parseXml } from '../xml/parse.ts'
import { openDelimited } from './delimited.ts'
import { hasOwnKeys, openJsonLines } from './json-lines.ts'
import type { Mapping } from './mapping.ts'
import { proposeMapping } from './propose.ts'
import { readTable } from './read.ts'
import type { OpenTable } from './table.ts'
import type { TableView } from './view.ts'
import { openWorkbook } from './xlsx.ts'

/** What of tables a person has to see. */
export interface TableViews {
  table?: TableView
  /** JSON lines in the archive's own keys need no mapping; this is one to begin with where they are to have one. */
  ownKeys?: Mapping
  /** Of records read without a mapping: keys that look like names of people, sealed with the witness. */
  sealed?: string[]
  /** Of texts: their encoding, as it was told or chosen. */
  encoding?: Omit<DecodedText, 'text'>
}

export interface TableReading {
  records: AsyncIterable<PlannedRecord> | Iterable<PlannedRecord>
  view: TableViews
}

/** Values parted by commas, semicolons, tabs or bars. */
export async function readDelimitedFile(
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  choices: ImportChoices,
): Promise<TableReading> {
  const { encoding, ...table } = await openDelimited(bytes, choices.table, choices.encoding)
  const { records, view } = viewed(table, fileName, choices)
  return { records, view: { ...view, encoding } }
}

/** JSON lines: in the archive's own keys as they are, in any other keys by a mapping. */
export async function readJsonFile(
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  maxBytes: number,
  choices: ImportChoices,
): Promise<TableReading> {
  const { table, whole } = await openJsonLines(bytes)
  if (choices.mapping !== undefined || !hasOwnKeys(table)) return viewed(table, fileName, choices)
  const { records, sealed } = sealExtras(
    readJsonLines(whole(), fileName, maxBytes),
    KEYS_OF_SOURCES,
  )
  return { records, view: { ownKeys: proposeMapping(table.columns), sealed } }
}

export async function readWorkbookFile(
  bytes: Uint8Array,
  fileName: string,
  choices: ImportChoices,
): Promise<TableReading> {
  return viewed(await openWorkbook(bytes, choices.table), fileName, choices)
}

export function readDublinCoreFile(
  bytes: Uint8Array,
  fileName: string,
  choices: ImportChoices,
): TableReading {
  const { table, proposed } = openDublinCore(parseXml(bytes))
  return viewed(table, fileName, choices, proposed)
}

export function readOhmsFile(bytes: Uint8Array, fileName: string): TableReading {
  const { records, sealed } = sealExtras(planOhms(parseXml(bytes), fileName), KEYS_OF_RECORDINGS)
  return { records, view: { sealed } }
}

function viewed(
  table: OpenTable,
  fileName: string,
  choices: ImportChoices,
  proposed?: Mapping,
): TableReading {
  const { records, view } = readTable(table, fileName, choices, proposed)
  return { records, view: { table: view } }
}

/** Whether a file begins as a zip does. */
export function isZip(head: Uint8Array): boolean {
  return looksLikeArchive(head)
}

/** A table of values by its name, if it is text; a workbook that is none but text is one as well. */
export function tellDelimited(fileName: string, head: Uint8Array): 'csv' | null {
  if (!/\.(?:csv|tsv|tab|xlsx)$/iu.test(fileName) || recogniseForm(head) !== 'text') return null
  return /^\s*</u.test(Buffer.from(head).toString('latin1')) ? null : 'csv'
}

/** Workbooks and bags by the names in the zip, XML by its elements; null for everything else. */
export function tellTable(
  fileName: string,
  bytes: Uint8Array,
): 'xlsx' | 'bag' | 'ohms' | 'dublin-core' | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const form = recogniseForm(bytes)
  if (form === 'xlsx') return 'xlsx'
  if (form === 'archive') return content.includes('bagit.txt') ? 'bag' : null
  if (form !== 'text') return /\.xlsx?$/iu.test(fileName) && form === 'ole' ? 'xlsx' : null
  const start = content.subarray(0, 2_000).toString('latin1')
  if (!/\.xml$/iu.test(fileName) && !/^(?:\xef\xbb\xbf)?\s*<\?xml/u.test(start)) return null
  return /<ROOT[\s>]/iu.test(start) && content.includes('<index') ? 'ohms' : 'dublin-core'
}
