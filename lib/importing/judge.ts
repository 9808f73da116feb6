import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { importItems, statements } from '#db/schema/index.ts'
import type { Queryable } from '#lib/database.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import { can } from '#lib/statements/policy.ts'
import type { Viewer } from '#lib/viewer.ts'
import { type ItemOutcome, itemOf } from './items.ts'
import type { PlannedDraft } from './planned.ts'

/**
 * Whether the archive has this record already, from an earlier import or from earlier in the same file: then it is the
 * same again, or a changed one; else null.
 */
export function judgeEarlier(
  queryable: Queryable,
  viewer: Viewer,
  record: PlannedDraft,
  importId: string | null = null,
): ItemOutcome | null {
  const earlier = queryable
    .select({
      importId: importItems.importId,
      fingerprint: importItems.textSha256,
      reference: statements.reference,
    })
    .from(importItems)
    .innerJoin(statements, eq(statements.id, importItems.statementId))
    .where(and(eq(importItems.identity, record.identity), isNotNull(importItems.statementId)))
    .orderBy(sql`${importItems}.rowid desc`)
    .limit(1)
    .get()
  if (earlier === undefined) return null
  const isInFile = earlier.importId === importId
  const judged = judgeAgain(record, earlier.fingerprint, isInFile)
  if (isKnownTo(queryable, viewer, earlier.reference)) {
    return { ...judged, reference: earlier.reference }
  }
  return judged.status === 'changed' ? { ...judged, reason: 'changedElsewhere' } : judged
}

/** What becomes of a record that was met before. */
export function judgeAgain(
  record: PlannedDraft,
  earlierFingerprint: string,
  isInFile: boolean,
): ItemOutcome {
  const isSame = earlierFingerprint === record.fingerprint
  const reasons = isInFile
    ? (['twiceInFile', 'otherwiseInFile'] as const)
    : (['alreadyImported', 'changedSince'] as const)
  return {
    ...itemOf(record),
    status: isSame ? 'skipped' : 'changed',
    reason: isSame ? reasons[0] : reasons[1],
  }
}

/** A reference is only told to those who may see its statement. */
function isKnownTo(queryable: Queryable, viewer: Viewer, reference: string): boolean {
  const found = findStatement(queryable, reference)
  return (
    found !== null && (can(viewer, 'read_work', found.facts) || can(viewer, 'read', found.facts))
  )
}
