import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { desc } from 'drizzle-orm'
import { auditEvents } from '#db/schema/index.ts'
import type { Queryable } from '#lib/database.ts'
import type { Viewer } from '#lib/viewer.ts'

/** Everything that the archive keeps account of. */
export const AUDIT_ACTIONS = [
  'archive.created',
  'archive.settings_changed',
  'user.invited',
  'user.invitation_voided',
  'user.joined',
  'user.signed_in',
  'user.sign_in_failed',
  'user.signed_out_everywhere',
  'user.password_changed',
  'user.reset_issued',
  'user.role_changed',
  'user.suspended',
  'user.restored',
  'statement.created',
  'statement.edited',
  'statement.deleted',
  'statement.submitted',
  'statement.recalled',
  'statement.claimed',
  'statement.released',
  'statement.changes_requested',
  'statement.rejected',
  'statement.approved',
  'statement.published',
  'statement.withdrawn',
  'statement.revision_opened',
  'statement.handed_over',
  'statement.commented',
  'statement.comment_resolved',
  'statement.denied',
  'identity.read',
  'identity.changed',
  'record.created',
  'record.edited',
  'import.uploaded',
  'import.discarded',
  'import.started',
  'import.paused',
  'import.resumed',
  'import.finished',
  'import.undo_started',
  'import.change_taken',
  'import.change_left',
  'import.drafts_deleted',
  'mapping.saved',
  'mapping.deleted',
  'backup.made',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export interface AuditSubject {
  type:
    | 'statement'
    | 'user'
    | 'archive'
    | 'authority'
    | 'source'
    | 'occasion'
    | 'import'
    | 'mapping'
  id: string
}

const GENESIS = '0'.repeat(64)

/** The hash of one event in the chain: SHA-256 over the previous hash and the event's canonical JSON (RFC 8785). */
export function hashEvent(
  previousHash: string,
  event: {
    at: string
    actorId: string | null
    actorName: string
    action: string
    subjectType: string
    subjectId: string
    details: Record<string, unknown>
  },
): string {
  return createHash('sha256')
    .update(previousHash)
    .update(canonicalize(event) ?? '')
    .digest('hex')
}

/**
 * Adds an event to the chain, inside the transaction of what it tells of. Details name things by reference and code:
 * never a password, a token, an identity or the text of testimony.
 */
export function recordEvent(
  tx: Queryable,
  viewer: Viewer,
  action: AuditAction,
  subject: AuditSubject,
  details: Record<string, unknown> = {},
): void {
  const last = tx
    .select({ hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.id))
    .limit(1)
    .get()
  const event = {
    at: new Date().toISOString(),
    actorId: viewer.kind === 'user' ? viewer.userId : null,
    actorName: actorName(viewer),
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    details,
  }
  const previousHash = last?.hash ?? GENESIS
  tx.insert(auditEvents)
    .values({ ...event, previousHash, hash: hashEvent(previousHash, event) })
    .run()
}

function actorName(viewer: Viewer): string {
  if (viewer.kind === 'user') return viewer.name
  return viewer.kind === 'system' ? `system: ${viewer.reason}` : 'anonymous'
}

/**
 * Walks the whole chain and returns the id of the first event whose hash does not follow from what stands before it,
 * or null where the chain is whole.
 */
export function findBrokenEvent(queryable: Queryable): number | null {
  let previousHash = GENESIS
  for (const row of queryable.select().from(auditEvents).orderBy(auditEvents.id).all()) {
    const { at, actorId, actorName, action, subjectType, subjectId, details } = row
    const expected = hashEvent(previousHash, {
      at,
      actorId,
      actorName,
      action,
      subjectType,
      subjectId,
      details,
    })
    if (row.previousHash !== previousHash || row.hash !== expected) return row.id
    previousHash = row.hash
  }
  return null
}
