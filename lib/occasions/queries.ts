import { desc, eq, inArray } from 'drizzle-orm'
import { occasions } from '#db/schema/index.ts'
import { database, type Queryable } from '#lib/database.ts'
import { notFound } from '#lib/errors.ts'
import { requireStaff } from '#lib/records/policy.ts'
import { holdsWords, wordsOf } from '#lib/text/word-match.ts'
import type { Viewer } from '#lib/viewer.ts'
import type { Occasion } from './model.ts'

type Row = typeof occasions.$inferSelect

/** Lists the occasions, newest first, for those who work in the archive. @throws AppError forbidden */
export function listOccasions(viewer: Viewer): Occasion[] {
  requireStaff(viewer)
  return database()
    .select()
    .from(occasions)
    .orderBy(desc(occasions.createdAt))
    .all()
    .map(presentOccasion)
}

/** Those that hold each word of the query, newest first, for the choices of those who work in the archive. @throws AppError forbidden */
export function findOccasions(
  viewer: Viewer,
  { query, limit }: { query: string; limit: number },
): Occasion[] {
  const words = wordsOf(query)
  return listOccasions(viewer)
    .filter((row) => holdsWords([row.title, row.place, row.organisation].join(' '), words))
    .slice(0, limit)
}

/** Reads one occasion for those who work in the archive. @throws AppError forbidden, not_found */
export function readOccasion(viewer: Viewer, id: string): Occasion {
  requireStaff(viewer)
  const row = database().select().from(occasions).where(eq(occasions.id, id)).get()
  if (!row) throw notFound()
  return presentOccasion(row)
}

/** Occasions by id, unasked: for presenters that have already decided what may be seen. */
export function unsafeOccasionsById(
  queryable: Queryable,
  ids: readonly string[],
): Map<string, Occasion> {
  if (ids.length === 0) return new Map()
  const rows = queryable
    .select()
    .from(occasions)
    .where(inArray(occasions.id, [...ids]))
    .all()
  return new Map(rows.map((row) => [row.id, presentOccasion(row)]))
}

function presentOccasion(row: Row): Occasion {
  const { createdBy: _by, createdAt: _at, updatedAt: _updated, kind, ...fields } = row
  return { ...fields, kind: kind as Occasion['kind'] }
}
