import { and, eq } from 'drizzle-orm'
import { occasions } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { requireStaff } from '#lib/records/policy.ts'
import type { Viewer } from '#lib/viewer.ts'
import { type OccasionInput, occasionSchema } from './model.ts'

/** Makes an occasion inside a transaction at hand; returns its id. @throws AppError forbidden, invalid */
export function insertOccasion(tx: Transaction, viewer: Viewer, input: OccasionInput): string {
  const userId = requireStaff(viewer)
  const now = new Date().toISOString()
  const id = newId()
  tx.insert(occasions)
    .values({
      ...occasionSchema.parse(input),
      id,
      createdBy: userId,
      createdAt: now,
      updatedAt: now,
    })
    .run()
  recordEvent(tx, viewer, 'record.created', { type: 'occasion', id })
  return id
}

/**
 * The id of the occasion with the same title, kind, place and date, made where there is none, inside a transaction at
 * hand: imports that meet it again reuse it. @throws AppError forbidden, invalid
 */
export function findOrInsertOccasion(
  tx: Transaction,
  viewer: Viewer,
  input: OccasionInput,
): string {
  requireStaff(viewer)
  const record = occasionSchema.parse(input)
  const found = tx
    .select({ id: occasions.id })
    .from(occasions)
    .where(
      and(
        eq(occasions.title, record.title),
        eq(occasions.kind, record.kind),
        eq(occasions.place, record.place),
        eq(occasions.date, record.date),
      ),
    )
    .get()
  return found?.id ?? insertOccasion(tx, viewer, input)
}

/** Makes an occasion; returns its id. @throws AppError forbidden, invalid */
export function createOccasion(viewer: Viewer, input: OccasionInput): string {
  return write((tx) => insertOccasion(tx, viewer, input))
}

/**
 * Changes an occasion that was read at `version`. Sealed revisions keep the occasion as it stood.
 * @throws AppError forbidden, not_found, conflict
 */
export function changeOccasion(
  viewer: Viewer,
  id: string,
  version: number,
  input: OccasionInput,
): void {
  write((tx) => {
    requireStaff(viewer)
    const row = tx.select().from(occasions).where(eq(occasions.id, id)).get()
    if (!row) throw notFound()
    if (row.version !== version) throw new AppError('conflict', 'staleRecord', { data: row })
    tx.update(occasions)
      .set({
        ...occasionSchema.parse(input),
        version: version + 1,
        updatedAt: new Date().toISOString(),
      })
      .where(eq(occasions.id, id))
      .run()
    recordEvent(tx, viewer, 'record.edited', { type: 'occasion', id })
  })
}
