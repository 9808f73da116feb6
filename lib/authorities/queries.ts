import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { authorities, authorityNames, revisionAuthorities, statements } from '#db/schema/index.ts'
import { database, type Queryable } from '#lib/database.ts'
import { notFound } from '#lib/errors.ts'
import { requireStaff } from '#lib/records/policy.ts'
import { visibleTo } from '#lib/statements/policy.ts'
import type { AuthorityKind } from '#lib/statements/vocabularies.ts'
import { holdsWords, wordsOf } from '#lib/text/word-match.ts'
import { isStaff, type Viewer } from '#lib/viewer.ts'
import type { Authority } from './model.ts'

/** A record as readers meet it: only through the statements that they may read. */
export interface AuthorityListing extends Authority {
  /** Published statements that name it and that this viewer may read. */
  statements: number
}

/** Lists the records of a kind that a statement readable by this viewer names, most named first. */
export function listAuthorities(viewer: Viewer, kind: AuthorityKind): AuthorityListing[] {
  const rows = database()
    .select({ id: revisionAuthorities.authorityId, statements: count() })
    .from(statements)
    .innerJoin(
      revisionAuthorities,
      eq(revisionAuthorities.revisionId, statements.publishedRevisionId),
    )
    .innerJoin(authorities, eq(authorities.id, revisionAuthorities.authorityId))
    .where(and(visibleTo(viewer, new Date().toISOString()), eq(authorities.kind, kind)))
    .groupBy(revisionAuthorities.authorityId)
    .orderBy(desc(count()), asc(revisionAuthorities.authorityId))
    .all()
  const records = unsafeAuthoritiesById(
    database(),
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => {
    const record = records.get(row.id)
    return record ? [{ ...record, statements: row.statements }] : []
  })
}

/**
 * Reads one record. Readers may see it only where a statement that they may read names it; staff always.
 * @throws AppError not_found
 */
export function readAuthority(viewer: Viewer, kind: AuthorityKind, id: string): AuthorityListing {
  const record = unsafeAuthoritiesById(database(), [id]).get(id)
  if (!record || record.kind !== kind) throw notFound()
  const named = database()
    .select({ statements: count() })
    .from(statements)
    .innerJoin(
      revisionAuthorities,
      eq(revisionAuthorities.revisionId, statements.publishedRevisionId),
    )
    .where(
      and(visibleTo(viewer, new Date().toISOString()), eq(revisionAuthorities.authorityId, id)),
    )
    .get()
  if (!named?.statements && !isStaff(viewer)) throw notFound()
  return { ...record, statements: named?.statements ?? 0 }
}

/** All records of a kind, for the choices of those who work in the archive. @throws AppError forbidden */
export function listAuthoritiesForStaff(viewer: Viewer, kind?: AuthorityKind): Authority[] {
  requireStaff(viewer)
  const rows = database()
    .select({ id: authorities.id })
    .from(authorities)
    .where(kind ? eq(authorities.kind, kind) : sql`1`)
    .orderBy(desc(authorities.updatedAt))
    .all()
  return [
    ...unsafeAuthoritiesById(
      database(),
      rows.map((row) => row.id),
    ).values(),
  ]
}

/**
 * Records whose name in any form holds each word of the query, for the choices of those who work in the archive; the
 * ones changed last when nothing is asked. @throws AppError forbidden
 */
export function findAuthorities(
  viewer: Viewer,
  { kinds, query, limit }: { kinds: readonly AuthorityKind[]; query: string; limit: number },
): Authority[] {
  requireStaff(viewer)
  const words = wordsOf(query)
  const rows = database()
    .select({ id: authorities.id, name: authorityNames.name })
    .from(authorities)
    .innerJoin(authorityNames, eq(authorityNames.authorityId, authorities.id))
    .where(inArray(authorities.kind, [...kinds]))
    .orderBy(desc(authorities.updatedAt), asc(authorities.id), asc(authorityNames.position))
    .all()
  const ids = new Set<string>()
  for (const { id, name } of rows) {
    if (ids.size === limit) break
    if (holdsWords(name, words)) ids.add(id)
  }
  return readAuthoritiesForStaff(viewer, [...ids])
}

/** Records by id, in that order, for those who work in the archive. @throws AppError forbidden */
export function readAuthoritiesForStaff(viewer: Viewer, ids: readonly string[]): Authority[] {
  requireStaff(viewer)
  const records = unsafeAuthoritiesById(database(), ids)
  return ids.flatMap((id) => records.get(id) ?? [])
}

/** Records by id, unasked: for presenters that have already decided what may be seen. */
export function unsafeAuthoritiesById(
  queryable: Queryable,
  ids: readonly string[],
): Map<string, Authority> {
  const result = new Map<string, Authority>()
  const unique = [...new Set(ids)]
  // SQLite takes a bounded number of variables in one statement.
  for (let from = 0; from < unique.length; from += 500) {
    const some = unique.slice(from, from + 500)
    const rows = queryable.select().from(authorities).where(inArray(authorities.id, some)).all()
    const names = queryable
      .select()
      .from(authorityNames)
      .where(inArray(authorityNames.authorityId, some))
      .orderBy(asc(authorityNames.authorityId), asc(authorityNames.position))
      .all()
    for (const row of rows) {
      result.set(row.id, {
        id: row.id,
        kind: row.kind,
        note: row.note,
        version: row.version,
        names: names
          .filter((name) => name.authorityId === row.id)
          .map(({ name, language, preferred }) => ({ name, language, preferred })),
      })
    }
  }
  return result
}
