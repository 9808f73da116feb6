import { asc, eq } from 'drizzle-orm'
import { importMappings } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { database, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { namesOfUsers } from '#lib/people/names.ts'
import type { Viewer } from '#lib/viewer.ts'
import { requireImporter } from './policy.ts'
import { type Mapping, mappingSchema } from './tables/mapping.ts'

/** A mapping that somebody saved for the tables to come; everybody who imports may use it. */
export interface SavedMapping {
  id: string
  mapping: Mapping
  savedAt: string
  savedByName: string
  /** Whether the viewer may replace or delete it: whoever saved it, and admins. */
  isOwn: boolean
}

/** All saved mappings, by name. @throws AppError unauthenticated, forbidden */
export function listMappings(viewer: Viewer): SavedMapping[] {
  requireImporter(viewer)
  const rows = database().select().from(importMappings).orderBy(asc(importMappings.name)).all()
  const names = namesOfUsers(rows.map((row) => row.savedBy))
  return rows.map((row) => ({
    id: row.id,
    mapping: mappingSchema.parse(row.mapping),
    savedAt: row.savedAt,
    savedByName: names.get(row.savedBy) ?? '',
    isOwn: isOwn(viewer, row.savedBy),
  }))
}

/**
 * Saves a mapping under its name, in the place of the viewer's own of that name; returns its id.
 * @throws AppError unauthenticated, forbidden, `invalid` (import.mappingNameMissing), `conflict`
 *   (import.mappingNameTaken) where somebody else has given that name
 */
export function saveMapping(viewer: Viewer, input: Mapping): string {
  const savedBy = requireImporter(viewer)
  const mapping = mappingSchema.parse(input)
  const { name } = mapping
  if (name === '') {
    throw new AppError('invalid', 'import.mappingNameMissing', {
      fields: { name: 'import.mappingNameMissing' },
    })
  }
  return write((tx) => {
    const before = tx.select().from(importMappings).where(eq(importMappings.name, name)).get()
    if (before && !isOwn(viewer, before.savedBy)) {
      throw new AppError('conflict', 'import.mappingNameTaken', { values: { name } })
    }
    const id = before?.id ?? newId()
    const savedAt = new Date().toISOString()
    tx.insert(importMappings)
      .values({ id, name, mapping, savedBy, savedAt })
      .onConflictDoUpdate({ target: importMappings.id, set: { mapping, savedBy, savedAt } })
      .run()
    recordEvent(tx, viewer, 'mapping.saved', { type: 'mapping', id }, { name })
    return id
  })
}

/** @throws AppError unauthenticated, forbidden; not_found for all but who saved it and admins */
export function deleteMapping(viewer: Viewer, id: string): void {
  requireImporter(viewer)
  write((tx) => {
    const row = tx.select().from(importMappings).where(eq(importMappings.id, id)).get()
    if (!row || !isOwn(viewer, row.savedBy)) throw notFound(`mapping ${id}`)
    tx.delete(importMappings).where(eq(importMappings.id, id)).run()
    recordEvent(tx, viewer, 'mapping.deleted', { type: 'mapping', id }, { name: row.name })
  })
}

function isOwn(viewer: Viewer, savedBy: string): boolean {
  return viewer.kind === 'user' && (viewer.role === 'admin' || viewer.userId === savedBy)
}
