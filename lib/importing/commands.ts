import { and, count, eq } from 'drizzle-orm'
import { importItems, imports } from '#db/schema/index.ts'
import { type AuditAction, recordEvent } from '#lib/audit/record.ts'
import { type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import type { Viewer } from '#lib/viewer.ts'
import type { ImportChoices } from './choices.ts'
import type { ImportFile } from './import-file.ts'
import { countDone } from './items.ts'
import { keepChoices } from './kept-choices.ts'
import { findImport, type ImportRow, type ImportState } from './lease.ts'
import { cleanFileName } from './plan.ts'
import { requireImporter, requireOwnImport } from './policy.ts'
import { eraseUpload, keepUpload } from './uploads.ts'

/**
 * What a person does with an import. Its states:
 * `uploaded` (being read) → `ready` (to be looked at; other choices lead back) → `running` ⇄ `paused` → `finished`;
 * `failed` cannot be read as it is; `undoing` → `undone`. What goes on by itself is in `work.ts`.
 */

/**
 * Keeps a file as an import that is then read; returns the import's id.
 * @throws AppError `invalid` (import.fileTooLarge, import.fileMissing), `unavailable` (import.diskFull),
 *   unauthenticated, forbidden
 */
export async function uploadImport(
  viewer: Viewer,
  file: ImportFile,
  choices: ImportChoices = {},
): Promise<string> {
  const createdBy = requireImporter(viewer)
  const id = newId()
  const { bytes, sha256 } = await keepUpload(id, file.bytes)
  write((tx) => {
    tx.insert(imports)
      .values({
        id,
        createdBy,
        createdAt: new Date().toISOString(),
        state: 'uploaded',
        kind: '',
        fileName: cleanFileName(file.name),
        fileSha256: sha256,
        fileBytes: bytes,
        choices: keepChoices(id, choices),
      })
      .run()
    recordEvent(tx, viewer, 'import.uploaded', { type: 'import', id }, { sha256, bytes })
  })
  return id
}

/**
 * Reads the file by other choices from now on; what they leave out is told from the file. Returns the new version.
 * @throws AppError not_found, `conflict` (import.notNow, import.choicesChanged)
 */
export function changeChoices(
  viewer: Viewer,
  importId: string,
  version: number,
  choices: ImportChoices,
): number {
  return write((tx) => {
    const row = requireImport(tx, viewer, importId, ['uploaded', 'ready', 'failed'])
    requireVersion(row, version)
    if (countDone(tx, importId) > 0) throw notNow()
    tx.update(imports)
      .set({
        state: 'uploaded',
        choices: keepChoices(importId, choices),
        version: version + 1,
        kind: '',
        total: null,
        failure: null,
      })
      .where(eq(imports.id, importId))
      .run()
    return version + 1
  })
}

/**
 * Begins to make the drafts whose preview, of this version, was seen.
 * @throws AppError not_found, `conflict` (import.notNow, import.choicesChanged)
 */
export function startImport(viewer: Viewer, importId: string, version: number): void {
  write((tx) => {
    const row = requireImport(tx, viewer, importId, ['ready'])
    requireVersion(row, version)
    beginRun(tx, row)
    const details = { kind: row.kind, records: row.total, sha256: row.fileSha256 }
    tell(tx, viewer, 'import.started', importId, details)
  })
}

/**
 * Begins several of the viewer's imports together, each if it is still as it was seen; the others wait to be looked at.
 * @returns how many were begun
 * @throws AppError unauthenticated, forbidden
 */
export function startImports(
  viewer: Viewer,
  seen: readonly { importId: string; version: number }[],
): number {
  requireImporter(viewer)
  let begun = 0
  for (const { importId, version } of seen) {
    try {
      startImport(viewer, importId, version)
      begun += 1
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return begun
}

/** Stops between two records, until it is resumed. @throws AppError not_found, `conflict` (import.notNow) */
export function pauseImport(viewer: Viewer, importId: string): void {
  write((tx) => {
    requireImport(tx, viewer, importId, ['running'])
    setState(tx, importId, { state: 'paused', runner: null, heartbeatAt: null })
    tell(tx, viewer, 'import.paused', importId, { done: countDone(tx, importId) })
  })
}

/** Goes on after the last record that was done. @throws AppError not_found, `conflict` (import.notNow) */
export function resumeImport(viewer: Viewer, importId: string): void {
  write((tx) => {
    const row = requireImport(tx, viewer, importId, ['paused'])
    beginRun(tx, row)
    tell(tx, viewer, 'import.resumed', importId, { done: countDone(tx, importId) })
  })
}

/**
 * Gives up an import of which nothing was made yet: its file and its record are erased.
 * @throws AppError not_found, `conflict` (import.notNow)
 */
export async function discardImport(viewer: Viewer, importId: string): Promise<void> {
  write((tx) => {
    const row = requireImport(tx, viewer, importId, ['uploaded', 'ready', 'failed', 'paused'])
    if (countDone(tx, importId) > 0) throw notNow()
    tx.delete(imports).where(eq(imports.id, importId)).run()
    tell(tx, viewer, 'import.discarded', importId, { sha256: row.fileSha256 })
  })
  await eraseUpload(importId)
}

/**
 * Begins to delete, all together, the drafts on which nobody has worked since; those that were edited or submitted
 * stay. @throws AppError not_found, `conflict` (import.notNow)
 */
export function undoImport(viewer: Viewer, importId: string): void {
  write((tx) => {
    requireImport(tx, viewer, importId, ['paused', 'finished', 'failed', 'undone'])
    const created = tx
      .select({ count: count() })
      .from(importItems)
      .where(and(eq(importItems.importId, importId), eq(importItems.status, 'created')))
      .get()
    if (created?.count === 0) throw notNow()
    setState(tx, importId, { state: 'undoing', failure: null, runner: null, heartbeatAt: null })
    tell(tx, viewer, 'import.undo_started', importId, {})
  })
}

function beginRun(tx: Transaction, row: ImportRow): void {
  setState(tx, row.id, {
    state: 'running',
    failure: null,
    runner: null,
    heartbeatAt: null,
    runStartedAt: new Date().toISOString(),
    runStartedDone: countDone(tx, row.id),
  })
}

function setState(tx: Transaction, importId: string, values: Partial<ImportRow>): void {
  tx.update(imports).set(values).where(eq(imports.id, importId)).run()
}

function tell(
  tx: Transaction,
  viewer: Viewer,
  action: AuditAction,
  id: string,
  details: Record<string, unknown>,
): void {
  recordEvent(tx, viewer, action, { type: 'import', id }, details)
}

/** An import of the viewer's own that stands in one of these states. */
function requireImport(
  tx: Transaction,
  viewer: Viewer,
  importId: string,
  states: readonly ImportState[],
): ImportRow {
  requireImporter(viewer)
  const row = findImport(tx, importId)
  if (row === null) throw notFound(`no import ${importId}`)
  requireOwnImport(viewer, row.createdBy)
  if (!states.includes(row.state)) throw notNow()
  return row
}

function notNow(): AppError {
  return new AppError('conflict', 'import.notNow')
}

function requireVersion(row: ImportRow, version: number): void {
  if (row.version !== version) throw new AppError('conflict', 'import.choicesChanged')
}
