import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, gte } from 'drizzle-orm'
import { importItems, imports } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { database, type Transaction, write } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { unsafeViewerOf } from '#lib/people/viewers.ts'
import { deleteDraftIn } from '#lib/statements/drafting.ts'
import type { Viewer } from '#lib/viewer.ts'
import { forgetChanges } from './changes.ts'
import { countDone, countItems, type ItemOutcome } from './items.ts'
import { openChoices, withoutNames } from './kept-choices.ts'
import { type ImportRow, LeaseLost, requireLease } from './lease.ts'
import { importRecord } from './make-draft.ts'
import type { FinishedReading, ImportedDocument, ImportView } from './plan.ts'
import type { PlannedRecord } from './planned.ts'
import { startPreview } from './preview.ts'
import { readApart } from './reading/apart.ts'
import { isUntouched } from './untouched.ts'
import { eraseUpload, keepPreview, readUpload } from './uploads.ts'

/** A transaction of several records costs one write to the disk; it lasts about this long, while others wait. */
const BATCH_MS = 40
const BATCH_MAX = 100

export interface WorkOptions {
  /** Stops the work between two transactions. */
  signal: AbortSignal
  onItem?: ((item: ItemOutcome) => void) | undefined
}

/**
 * Does what an import waits for: reads its file, makes its drafts or takes them back. Stopping or being killed at any
 * moment leaves whole records behind, and whoever claims it next goes on after the last of them.
 */
export async function workOnImport(
  row: ImportRow,
  runner: string,
  options: WorkOptions,
): Promise<void> {
  try {
    const viewer = unsafeViewerOf(row.createdBy)
    if (viewer === null) throw new AppError('forbidden', 'import.notAllowedAnyMore')
    if (row.state === 'uploaded') await readUploaded(viewer, row, runner, options)
    else if (row.state === 'running') await makeDrafts(row, runner, options)
    else if (row.state === 'undoing') await takeBack(row, runner, options)
  } catch (error) {
    if (error instanceof LeaseLost || options.signal.aborted) return
    stopImport(row, runner, error)
  }
}

function readFile(
  row: ImportRow,
  signal: AbortSignal,
  onRecords: (records: PlannedRecord[]) => Promise<void>,
): Promise<FinishedReading> {
  const choices = openChoices(row.id, row.choices)
  return readApart({
    fileName: row.fileName,
    bytes: readUpload(row.id),
    choices,
    onRecords,
    signal,
  })
}

/** Reads the whole file once, so that the person sees what it would become. */
async function readUploaded(
  viewer: Viewer,
  row: ImportRow,
  runner: string,
  { signal }: WorkOptions,
): Promise<void> {
  const gathering = startPreview(viewer)
  let total = 0
  const reading = await readFile(row, signal, async (records) => {
    await gathering.take(records)
    total += records.length
    write((tx) => {
      requireSameChoices(tx, row, runner)
      tx.update(imports).set({ total }).where(eq(imports.id, row.id)).run()
    })
  })
  const preview = gathering.finish(reading)
  await keepPreview(row.id, preview)
  write((tx) => {
    requireSameChoices(tx, row, runner)
    tx.update(imports)
      .set({
        state: 'ready',
        kind: preview.kind,
        total: preview.total,
        failure: null,
        runner: null,
        heartbeatAt: null,
      })
      .where(eq(imports.id, row.id))
      .run()
  })
}

/** What was read by choices that changed meanwhile is no use: it is read anew. */
function requireSameChoices(tx: Transaction, row: ImportRow, runner: string): void {
  const { version } = requireLease(tx, row.id, runner, 'uploaded')
  if (version !== row.version) throw new LeaseLost('the choices changed')
}

async function makeDrafts(row: ImportRow, runner: string, options: WorkOptions): Promise<void> {
  const done = countDone(database(), row.id)
  let position = 0
  let size = 1
  const reading = await readFile(row, options.signal, async (records) => {
    const isNew = (_record: PlannedRecord, index: number) => position + index >= done
    const waiting = records.filter(isNew)
    position += records.length
    while (waiting.length > 0) {
      options.signal.throwIfAborted()
      const from = position - waiting.length
      const startedAt = performance.now()
      const items = writeBatch(row.id, runner, from, waiting.splice(0, size))
      size = nextSize(size, performance.now() - startedAt)
      for (const item of items) options.onItem?.(item)
      await setImmediate()
    }
  })
  finish(row, runner, position, reading.view)
  await eraseUpload(row.id)
}

function nextSize(size: number, tookMs: number): number {
  return Math.max(1, Math.min(BATCH_MAX, Math.round((size * BATCH_MS) / Math.max(tookMs, 1))))
}

function writeBatch(
  importId: string,
  runner: string,
  from: number,
  records: readonly PlannedRecord[],
): ItemOutcome[] {
  return write((tx) => {
    const { createdBy } = requireLease(tx, importId, runner, 'running')
    const viewer = requireActive(createdBy)
    return records.map((record, index) =>
      importRecord(tx, viewer, { importId, position: from + index }, record),
    )
  })
}

/** Role and status count as they are now, however long ago the import was started. */
function requireActive(userId: string): Viewer {
  const viewer = unsafeViewerOf(userId)
  if (viewer === null) throw new AppError('forbidden', 'import.notAllowedAnyMore')
  return viewer
}

function finish(row: ImportRow, runner: string, total: number, view: ImportView): void {
  write((tx) => {
    const viewer = requireActive(requireLease(tx, row.id, runner, 'running').createdBy)
    tx.update(imports)
      .set({
        state: 'finished',
        finishedAt: new Date().toISOString(),
        total,
        failure: null,
        runner: null,
        heartbeatAt: null,
        choices: withoutNames(row.choices),
        ...documentOf(view),
      })
      .where(eq(imports.id, row.id))
      .run()
    const { deleted: _, ...counts } = countItems(tx, row.id)
    recordEvent(tx, viewer, 'import.finished', { type: 'import', id: row.id }, counts)
  })
}

/** A press report stays with its import, so that every passage can be shown in its place. */
function documentOf({ report }: ImportView) {
  if (report === undefined) return {}
  const { source, occasion, narration, ignored, metadata, language, text } = report
  const document: ImportedDocument = { source, occasion, narration, ignored, metadata, language }
  return { text, document }
}

/** Deletes the untouched drafts batch by batch, from the first record on. */
async function takeBack(row: ImportRow, runner: string, options: WorkOptions): Promise<void> {
  let from = 0
  let size = 1
  for (;;) {
    const startedAt = performance.now()
    const looked = write((tx) => takeBackBatch(tx, row.id, runner, from, size))
    if (looked === null) break
    from = looked
    size = nextSize(size, performance.now() - startedAt)
    await setImmediate()
    if (options.signal.aborted) throw new LeaseLost('stopped')
  }
  await eraseUpload(row.id)
}

/** Returns the position from which to go on; null when all is done and the import is undone. */
function takeBackBatch(
  tx: Transaction,
  importId: string,
  runner: string,
  from: number,
  limit: number,
): number | null {
  const { createdBy, choices } = requireLease(tx, importId, runner, 'undoing')
  const viewer = requireActive(createdBy)
  const items = tx
    .select()
    .from(importItems)
    .where(and(eq(importItems.importId, importId), gte(importItems.position, from)))
    .orderBy(asc(importItems.position))
    .limit(limit)
    .all()
  for (const item of items) {
    if (item.status !== 'created' || !isUntouched(tx, viewer, item.reference)) continue
    deleteDraftIn(tx, viewer, item.reference as string)
    tx.update(importItems)
      .set({ status: 'deleted', statementId: null })
      .where(eq(importItems.id, item.id))
      .run()
  }
  const last = items.at(-1)
  if (last !== undefined) return last.position + 1

  forgetChanges(tx, importId)
  const counts = countItems(tx, importId)
  const isGone = counts.created === 0
  tx.update(imports)
    .set({
      state: 'undone',
      finishedAt: new Date().toISOString(),
      runner: null,
      heartbeatAt: null,
      choices: withoutNames(choices),
      // The text of a report goes with the last of its drafts.
      ...(isGone ? { text: null, document: null } : {}),
    })
    .where(eq(imports.id, importId))
    .run()
  const details = { deleted: counts.deleted, kept: counts.created }
  recordEvent(tx, viewer, 'import.drafts_deleted', { type: 'import', id: importId }, details)
  return null
}

/** What the person cannot be blamed for is logged; either way the import says why it stands still. */
function stopImport(row: ImportRow, runner: string, error: unknown): void {
  const isForeseen = error instanceof AppError
  if (!isForeseen) console.error(`import ${row.id} was stopped`, error)
  const failure = isForeseen
    ? { reason: error.reason, values: error.values }
    : { reason: row.state === 'uploaded' ? 'import.unreadable' : 'import.stopped', values: {} }
  write((tx) => {
    tx.update(imports)
      .set({
        // Taking back is not given up half-way: it goes on when it is asked for again.
        state:
          row.state === 'uploaded' ? 'failed' : row.state === 'undoing' ? 'finished' : 'paused',
        failure,
        runner: null,
        heartbeatAt: null,
      })
      .where(and(eq(imports.id, row.id), eq(imports.runner, runner), eq(imports.state, row.state)))
      .run()
  })
}
