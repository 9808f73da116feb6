import { desc, eq, inArray } from 'drizzle-orm'
import { sources } from '#db/schema/index.ts'
import { database, type Queryable } from '#lib/database.ts'
import { notFound } from '#lib/errors.ts'
import { requireStaff } from '#lib/records/policy.ts'
import { holdsWords, wordsOf } from '#lib/text/word-match.ts'
import type { Viewer } from '#lib/viewer.ts'
import type { Source } from './model.ts'

type Row = typeof sources.$inferSelect

/** Lists the source records, newest first, for those who work in the archive. @throws AppError forbidden */
export function listSources(viewer: Viewer): Source[] {
  requireStaff(viewer)
  return database().select().from(sources).orderBy(desc(sources.createdAt)).all().map(presentSource)
}

/** Those that hold each word of the query, newest first, for the choices of those who work in the archive. @throws AppError forbidden */
export function findSources(
  viewer: Viewer,
  { query, limit }: { query: string; limit: number },
): Source[] {
  const words = wordsOf(query)
  return listSources(viewer)
    .filter((row) => holdsWords([row.title, row.publisher, row.author].join(' '), words))
    .slice(0, limit)
}

/** Reads one source record for those who work in the archive. @throws AppError forbidden, not_found */
export function readSource(viewer: Viewer, id: string): Source {
  requireStaff(viewer)
  const row = database().select().from(sources).where(eq(sources.id, id)).get()
  if (!row) throw notFound()
  return presentSource(row)
}

/** Sources by id, unasked: for presenters that have already decided what may be seen. */
export function unsafeSourcesById(
  queryable: Queryable,
  ids: readonly string[],
): Map<string, Source> {
  if (ids.length === 0) return new Map()
  const rows = queryable
    .select()
    .from(sources)
    .where(inArray(sources.id, [...ids]))
    .all()
  return new Map(rows.map((row) => [row.id, presentSource(row)]))
}

function presentSource(row: Row): Source {
  const { createdBy: _by, createdAt: _at, updatedAt: _updated, kind, ...fields } = row
  return { ...fields, kind: kind as Source['kind'] }
}
