import { createReadStream, statSync } from 'node:fs'
import { AppError } from '#lib/errors.ts'
import { packFolder } from '#lib/importing/bag-folder.ts'
import type { ImportChoices } from '#lib/importing/choices.ts'
import { pauseImport, resumeImport, startImport, uploadImport } from '#lib/importing/commands.ts'
import type { ImportFile } from '#lib/importing/import-file.ts'
import { itemOf } from '#lib/importing/items.ts'
import { startPreview } from '#lib/importing/preview.ts'
import { type ImportReport, readImport, readProgress } from '#lib/importing/queries.ts'
import { readApart } from '#lib/importing/reading/apart.ts'
import { followImport } from '#lib/importing/service.ts'
import type { Viewer } from '#lib/viewer.ts'
import { addFailedFile, addItem, type ReadReport, type Summary } from './summary.ts'

const ITEMS_A_PAGE = 1_000
const DISK_CODES = ['ENOENT', 'EACCES', 'EISDIR', 'EPERM']

/** What goes on while the files are brought in. */
export interface Session {
  summary: Summary
  choices: ImportChoices
  /** Ctrl-C. */
  signal: AbortSignal
  /** A line for the person who waits, drawn over the one before; null ends it. */
  tell: (line: string | null) => void
}

/** A bag may lie in a folder: it is read like one in a file. */
function fileOf(path: string): ImportFile {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (!isFolder) return { name: path, bytes: createReadStream(path) }
  return { name: `${path.replace(/\/+$/u, '')}.zip`, bytes: packFolder(path) }
}

/** Only reads a file: what its records would become now, as far as somebody's archive is looked at. */
export async function readOnly(
  viewer: Viewer | null,
  path: string,
  { summary, choices, signal }: Session,
): Promise<ReadReport | null> {
  try {
    const gathering = viewer === null ? null : startPreview(viewer)
    const { name, bytes } = fileOf(path)
    const reading = await readApart({
      fileName: name,
      bytes,
      choices,
      signal,
      onRecords: async (records) => {
        const items = (await gathering?.take(records)) ?? records.map(itemOf)
        for (const item of items) addItem(summary, { ...item, file: path })
      },
    })
    const { report, table, sealed = [], bag } = reading.view
    const inBag = (bag?.files ?? []).map((file) => ({ ...file, path: `${path}/${file.path}` }))
    for (const { path: file, sealed: columns } of [{ path, sealed }, ...inBag]) {
      if (columns.length > 0) summary.sealed.push({ file, columns })
    }
    if (table !== undefined) {
      const { mapping, unmapped, toMend } = table
      const mistakes = toMend.flatMap(({ problems }) =>
        problems.map(({ weight: _, ...each }) => each),
      )
      summary.tables.push({ file: path, mapping, unmapped, sealed: table.sealed, mistakes })
    }
    if (report === undefined) return null
    const { text: _, ...read } = report
    return { file: path, ...read }
  } catch (error) {
    if (!signal.aborted) addFailedFile(summary, path, failureReason(error))
    return null
  }
}

/** Brings a file in as an import like one of the desk, and stays with it to its end. A file that cannot be read fails alone. */
export async function bringIn(viewer: Viewer, path: string, session: Session): Promise<void> {
  let importId: string
  try {
    importId = await uploadImport(viewer, fileOf(path), session.choices)
  } catch (error) {
    addFailedFile(session.summary, path, failureReason(error))
    return
  }
  await goOn(viewer, importId, path, session)
}

/** Goes on with an import that was begun, from wherever it stands. @throws AppError not_found */
export async function goOn(
  viewer: Viewer,
  importId: string,
  file: string,
  session: Session,
): Promise<void> {
  await follow(viewer, importId, session)
  const { state, version, failure } = readProgress(viewer, importId)
  if (state === 'failed') return addFailedFile(session.summary, file, failure?.reason ?? '')
  if (!session.signal.aborted) {
    if (state === 'ready') startImport(viewer, importId, version)
    else if (state === 'paused') resumeImport(viewer, importId)
    await follow(viewer, importId, session)
  }
  collectItems(viewer, importId, file, session.summary)
  const after = readProgress(viewer, importId)
  if (after.state === 'finished') return
  if (after.state === 'running') pauseImport(viewer, importId)
  const why = after.failure === null ? '' : ` (${after.failure.reason})`
  process.stderr.write(
    `${file}: paused after ${after.done} of ${after.total ?? '?'}${why}; go on with --resume ${importId}\n`,
  )
  process.exitCode = 1
}

async function follow(viewer: Viewer, importId: string, session: Session): Promise<void> {
  const look = () => session.tell(progressLine(readProgress(viewer, importId)))
  await followImport(importId, { signal: session.signal, onLook: look })
  look()
  session.tell(null)
}

function progressLine(progress: ReturnType<typeof readProgress>): string {
  const { state, done, total, perSecond, secondsLeft } = progress
  if (state === 'uploaded') return `reading: ${total ?? 0} records so far`
  const rate = perSecond === null ? '' : `, ${perSecond.toFixed(1)} a second`
  const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`
  return `${state}: ${done} of ${total ?? '?'}${rate}${left}`
}

function collectItems(viewer: Viewer, importId: string, file: string, summary: Summary): void {
  for (let page = 1; ; page += 1) {
    const { items }: ImportReport = readImport(viewer, importId, { page, perPage: ITEMS_A_PAGE })
    for (const { record, status, reference, reason, line, field } of items) {
      addItem(summary, { record, status, reference, reason, line, field, file })
    }
    if (items.length < ITEMS_A_PAGE) return
  }
}

/** Why a file failed; what nobody foresaw is a bug. */
function failureReason(error: unknown): string {
  if (error instanceof AppError) return error.reason
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (DISK_CODES.includes(code)) return 'fileUnreadable'
  throw error
}
