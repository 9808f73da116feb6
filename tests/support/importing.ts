import type { ImportChoices } from '#lib/importing/choices.ts'
import { startImport, uploadImport } from '#lib/importing/commands.ts'
import type { ImportFile } from '#lib/importing/import-file.ts'
import type { ItemOutcome } from '#lib/importing/items.ts'
import { openReading, type Reading } from '#lib/importing/plan.ts'
import type { PlannedDraft, PlannedRecord } from '#lib/importing/planned.ts'
import { type ImportReport, readImport } from '#lib/importing/queries.ts'
import { followImport } from '#lib/importing/service.ts'
import type { Viewer } from '#lib/viewer.ts'

/** A file that lies in memory. */
export function fileOf(name: string, content: string | Uint8Array): ImportFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    bytes: {
      async *[Symbol.asyncIterator]() {
        yield bytes
      },
    },
  }
}

/** Opens a file as its reader does. */
export function openFile(file: ImportFile, choices: ImportChoices = {}): Promise<Reading> {
  return openReading(file, choices, 25)
}

/** JSON lines of these records. */
export function jsonLines(...records: object[]): ImportFile {
  return fileOf('ostra.jsonl', records.map((record) => JSON.stringify(record)).join('\n'))
}

/** All records that a file would give. */
export async function readRecords(
  file: ImportFile,
  choices: ImportChoices = {},
): Promise<PlannedRecord[]> {
  const records: PlannedRecord[] = []
  const reading = await openFile(file, choices)
  for await (const record of reading.records) records.push(record)
  return records
}

export async function readDrafts(
  file: ImportFile,
  choices: ImportChoices = {},
): Promise<PlannedDraft[]> {
  const records = await readRecords(file, choices)
  return records.filter((record) => record.outcome === 'draft')
}

/** Keeps a file and has it read, up to where a person looks at the preview; returns the import's id. */
export async function prepareImport(
  viewer: Viewer,
  file: ImportFile,
  choices: ImportChoices = {},
): Promise<string> {
  const importId = await uploadImport(viewer, file, choices)
  await followImport(importId)
  return importId
}

/** Does a whole import by the commands that a person uses. */
export async function importFile(
  viewer: Viewer,
  file: ImportFile,
  options: { choices?: ImportChoices; onItem?: (item: ItemOutcome) => void } = {},
): Promise<ImportReport> {
  const importId = await prepareImport(viewer, file, options.choices)
  startImport(viewer, importId, readImport(viewer, importId).version)
  await followImport(importId, options.onItem ? { onItem: options.onItem } : {})
  return readImport(viewer, importId)
}
