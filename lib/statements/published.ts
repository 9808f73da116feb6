import { and, count, eq, inArray, min, sql } from 'drizzle-orm'
import { authorities, revisionAuthorities, revisions, statements } from '#db/schema/index.ts'
import type { Queryable } from '#lib/database.ts'
import type { Viewer } from '#lib/viewer.ts'
import type { RevisionRow, StatementRow } from './authorize.ts'
import { visibleTo } from './policy.ts'

/** A published statement with its published revision, whoever may read it: for the search index alone. */
export interface PublishedRow {
  statement: StatementRow
  revision: RevisionRow
  /** When its first revision was published. */
  firstPublishedAt: string
}

/** Published statements by id, unasked: for the search index, which keeps who may see what beside each of them. */
export function unsafePublishedByIds(queryable: Queryable, ids: readonly number[]): PublishedRow[] {
  if (ids.length === 0) return []
  const rows = queryable
    .select({ statement: statements, revision: revisions })
    .from(statements)
    .innerJoin(revisions, eq(revisions.id, statements.publishedRevisionId))
    .where(and(eq(statements.publication, 'published'), inArray(statements.id, [...ids])))
    .all()
  const first = queryable
    .select({ id: revisions.statementId, at: min(revisions.publishedAt) })
    .from(revisions)
    .where(inArray(revisions.statementId, [...ids]))
    .groupBy(revisions.statementId)
    .all()
  const firstAt = new Map(first.map(({ id, at }) => [id, at]))
  return rows.map((row) => ({
    ...row,
    firstPublishedAt: firstAt.get(row.statement.id) ?? row.statement.publishedAt ?? '',
  }))
}

/**
 * What each published statement's entry in the search index is made from, in one line that changes with any of it,
 * unasked. All of them, or those of some ids.
 */
export function unsafePublishedStates(
  queryable: Queryable,
  ids?: readonly number[],
): Map<number, string> {
  const records = sql<string>`(
    SELECT group_concat(${authorities.id} || '.' || ${authorities.version})
    FROM ${revisionAuthorities} JOIN ${authorities} ON ${authorities.id} = ${revisionAuthorities.authorityId}
    WHERE ${revisionAuthorities.revisionId} = ${statements.publishedRevisionId}
  )`
  const rows = queryable
    .select({
      id: statements.id,
      hash: revisions.contentHash,
      number: revisions.number,
      audience: statements.audience,
      from: statements.visibleFrom,
      until: statements.visibleUntil,
      records,
    })
    .from(statements)
    .innerJoin(revisions, eq(revisions.id, statements.publishedRevisionId))
    .where(
      and(
        eq(statements.publication, 'published'),
        ids === undefined ? undefined : inArray(statements.id, [...ids]),
      ),
    )
    .all()
  return new Map(rows.map((row) => [row.id, stateOf(row)]))
}

/** How many statements are published, to any audience, unasked; of all, or of these. */
export function unsafeCountPublished(queryable: Queryable, ids?: readonly number[]): number {
  const row = queryable
    .select({ count: count() })
    .from(statements)
    .where(
      and(
        eq(statements.publication, 'published'),
        ids === undefined
          ? undefined
          : sql`${statements.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .get()
  return row?.count ?? 0
}

/** Whether this viewer may read any of these statements now. */
export function canReadAny(queryable: Queryable, viewer: Viewer, ids: readonly number[]): boolean {
  if (ids.length === 0) return false
  const row = queryable
    .select({ id: statements.id })
    .from(statements)
    .where(
      and(visibleTo(viewer, new Date().toISOString()), inArray(statements.id, ids.slice(0, 500))),
    )
    .limit(1)
    .get()
  return row !== undefined
}

function stateOf(row: {
  hash: string | null
  number: number
  audience: string
  from: string | null
  until: string | null
  records: string | null
}): string {
  const records = (row.records ?? '').split(',').sort().join(',')
  return [row.hash, row.number, row.audience, row.from, row.until, records].join('|')
}
