import { and, eq } from 'drizzle-orm'
import { sources } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { requireStaff } from '#lib/records/policy.ts'
import type { Viewer } from '#lib/viewer.ts'
import { type SourceInput, sourceSchema } from './model.ts'

/** Makes a source record inside a transaction at hand; returns its id. @throws AppError forbidden, invalid */
export function insertSource(tx: Transaction, viewer: Viewer, input: SourceInput): string {
  const userId = requireStaff(viewer)
  const now = new Date().toISOString()
  const id = newId()
  tx.insert(sources)
    .values({ ...sourceSchema.parse(input), id, createdBy: userId, createdAt: now, updatedAt: now })
    .run()
  recordEvent(tx, viewer, 'record.created', { type: 'source', id })
  return id
}

/**
 * The id of the source with the same title, kind, publisher and date, made where there is none, inside a transaction at
 * hand: imports that meet it again reuse it. @throws AppError forbidden, invalid
 */
export function findOrInsertSource(tx: Transaction, viewer: Viewer, input: SourceInput): string {
  requireStaff(viewer)
  const record = sourceSchema.parse(input)
  const found = tx
    .select({ id: sources.id })
    .from(sources)
    .where(
      and(
        eq(sources.title, record.title),
        eq(sources.kind, record.kind),
        eq(sources.publisher, record.publisher),
        eq(sources.date, record.date),
      ),
    )
    .get()
  return found?.id ?? insertSource(tx, viewer, input)
}

/** Makes a source record; returns its id. @throws AppError forbidden, invalid */
export function createSource(viewer: Viewer, input: SourceInput): string {
  return write((tx) => insertSource(tx, viewer, input))
}

/**
 * Changes a source record that was read at `version`. Sealed revisions keep the source as it stood.
 * @throws AppError forbidden, not_found, conflict
 */
export function changeSource(
  viewer: Viewer,
  id: string,
  version: number,
  input: SourceInput,
): void {
  write((tx) => {
    requireStaff(viewer)
    const row = tx.select().from(sources).where(eq(sources.id, id)).get()
    if (!row) throw notFound()
    if (row.version !== version) throw new AppError('conflict', 'staleRecord', { data: row })
    tx.update(sources)
      .set({
        ...sourceSchema.parse(input),
        version: version + 1,
        updatedAt: new Date().toISOString(),
      })
      .where(eq(sources.id, id))
      .run()
    recordEvent(tx, viewer, 'record.edited', { type: 'source', id })
  })
}
