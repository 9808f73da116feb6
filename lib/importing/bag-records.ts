import { AppError } from '#lib/errors.ts'
import { readBag } from './bag.ts'
import type { ImportFile } from './import-file.ts'
import type { ImportKind } from './kinds.ts'
import type { PlannedFailure, PlannedRecord } from './planned.ts'
import type { TableViews } from './tables/formats.ts'
import { openZip } from './zip.ts'

/** A file of a bag, being read. */
interface OpenedFile {
  kind: ImportKind
  view: TableViews
  records: AsyncIterable<PlannedRecord> | Iterable<PlannedRecord>
}

/** What was found in a bag, in the order in which it was read. */
export interface BagView {
  files: {
    path: string
    kind: ImportKind | null
    records: number
    /** Columns without a field that look like names of people, sealed with the witness. */
    sealed: string[]
  }[]
}

/**
 * Opens a bag for reading: its statements, then its files, each as if it had come alone. A file that cannot be read
 * fails alone.
 * @throws AppError `invalid` for what is no bag (`readBag`) or no zip (`openZip`)
 */
export async function openBag(
  bytes: Uint8Array,
  open: (file: ImportFile) => Promise<OpenedFile>,
): Promise<{ records: AsyncGenerator<PlannedRecord>; view: { bag: BagView } }> {
  const zip = await openZip(bytes)
  const view: BagView = { files: [] }
  async function* records() {
    for await (const file of readBag(zip)) {
      const { path } = file
      const told: BagView['files'][number] = { path, kind: null, records: 0, sealed: [] }
      view.files.push(told)
      if ('failure' in file) {
        yield file.failure
        continue
      }
      try {
        const reading = await open({ name: path, bytes: once(file.bytes) })
        told.kind = reading.kind
        try {
          for await (const record of reading.records) {
            told.records += 1
            yield record
          }
        } finally {
          told.sealed = reading.view.table?.sealed ?? reading.view.sealed ?? []
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        yield failureOf(path, error)
      }
    }
  }
  return { records: records(), view: { bag: view } }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The file's own reason; what it says beside is told with it, since a record keeps no values. */
function failureOf(path: string, { reason, values }: AppError): PlannedFailure {
  const failed = { outcome: 'failed', record: path, line: null } as const
  const said = Object.values(values)
  if (said.length === 0) return { ...failed, reason, field: '' }
  const field = `${reason.replace(/^import\./u, '')}: ${said.join(', ')}`
  return { ...failed, reason: 'unreadableFile', field }
}
