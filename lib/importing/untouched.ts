import { and, count, eq, isNull } from 'drizzle-orm'
import { importItems, revisions, statements } from '#db/schema/index.ts'
import type { Queryable } from '#lib/database.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import { can } from '#lib/statements/policy.ts'
import { userIdOf, type Viewer } from '#lib/viewer.ts'

/** Whether a draft stands as its import made it and this viewer may delete it. */
export function isUntouched(
  queryable: Queryable,
  viewer: Viewer,
  reference: string | null,
): boolean {
  if (reference === null) return false
  const found = findStatement(queryable, reference)
  if (found === null || found.revision.number !== 1 || found.revision.version !== 1) return false
  return can(viewer, 'delete', found.facts)
}

/** How many drafts of an import are still so; told by one query, since an import can have many thousands. */
export function countUntouched(queryable: Queryable, viewer: Viewer, importId: string): number {
  const ownerId = userIdOf(viewer)
  if (ownerId === null) return 0
  const row = queryable
    .select({ count: count() })
    .from(importItems)
    .innerJoin(statements, eq(statements.id, importItems.statementId))
    .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
    .where(
      and(
        eq(importItems.importId, importId),
        eq(importItems.status, 'created'),
        eq(statements.ownerId, ownerId),
        eq(revisions.number, 1),
        eq(revisions.version, 1),
        eq(revisions.state, 'draft'),
        isNull(revisions.submittedAt),
      ),
    )
    .get()
  return row?.count ?? 0
}
