import type { Queryable } from '#lib/database.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import { can } from '#lib/statements/policy.ts'
import type { Viewer } from '#lib/viewer.ts'

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
