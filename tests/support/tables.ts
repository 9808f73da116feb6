import type { PlannedDraft, PlannedRecord } from '#lib/importing/planned.ts'
import { openDelimited } from '#lib/importing/tables/delimited.ts'
import type { TablePlace } from '#lib/importing/tables/mapping.ts'
import { readTable, type TableChoices } from '#lib/importing/tables/read.ts'
import type { OpenTable } from '#lib/importing/tables/table.ts'
import type { TableView } from '#lib/importing/tables/view.ts'

/** The bytes as they come from a disk or a connection: in pieces that end anywhere. */
export async function* inPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += size) yield bytes.subarray(from, from + size)
}

export interface WholeTable {
  records: PlannedRecord[]
  drafts: PlannedDraft[]
  view: TableView
}

/** Reads a whole table. */
export async function readAll(
  table: OpenTable,
  choices: TableChoices = {},
  fileName = 'table.csv',
): Promise<WholeTable> {
  const { records, view } = readTable(table, fileName, choices)
  const all: PlannedRecord[] = []
  for await (const record of records) all.push(record)
  return { records: all, drafts: all.filter((record) => record.outcome === 'draft'), view }
}

/** Reads a table of comma-separated values given as text. */
export async function readCsv(
  text: string,
  choices: TableChoices = {},
  place: TablePlace = {},
): Promise<WholeTable> {
  return readAll(await openDelimited(inPieces(Buffer.from(text)), place), choices)
}
