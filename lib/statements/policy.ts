import { and, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { statements } from '#db/schema/index.ts'
import type { Viewer } from '#lib/viewer.ts'
import { AUDIENCES, type Audience, type Publication, type WorkState } from './vocabularies.ts'

/**
 * Who may do what with a statement: the one rule, in two forms. `ruling` judges a statement at hand; `visibleTo` and
 * `workVisibleTo` say the same as SQL, for lists. A test over all roles and states proves that they agree.
 */

export const STATEMENT_ACTIONS = [
  'read',
  'read_tombstone',
  'read_work',
  'read_identity',
  'edit',
  'submit',
  'recall',
  'delete',
  'open_revision',
  'comment',
  'resolve_comment',
  'claim',
  'release',
  'request_changes',
  'reject',
  'approve',
  'publish',
  'withdraw',
] as const
export type StatementAction = (typeof STATEMENT_ACTIONS)[number]

/** What the rule asks about a statement. Instants are ISO 8601, UTC. */
export interface StatementFacts {
  ownerId: string
  /** Of the current revision. */
  workState: WorkState
  publication: Publication
  audience: Audience
  visibleFrom: string | null
  visibleUntil: string | null
  withdrawnAt: string | null
  claimedBy: string | null
  /** Who created, edited or submitted any revision since the last approved one before the current. */
  contributors: readonly string[]
  /** Who approved the current revision as it stands. */
  approvers: readonly string[]
  everSubmitted: boolean
  /** Whether the current revision is the published one, or was. */
  currentWasPublished: boolean
  now: string
}

/** Why an action is refused: a message key under `errors.denied.*`. `hidden` means that not even its existence is told. */
export type Denial =
  | 'hidden'
  | 'notOwner'
  | 'notAdmin'
  | 'notStaff'
  | 'wrongState'
  | 'fourEyes'
  | 'alreadyApproved'
  | 'notClaimedByYou'
  | 'claimedByAnother'
  | 'everSubmitted'

/** The audiences to which a viewer belongs. */
export function audiencesOf(viewer: Viewer): readonly Audience[] {
  if (viewer.kind === 'system') return AUDIENCES
  if (viewer.kind === 'anonymous') return viewer.admitted ? ['public'] : []
  if (viewer.role === 'admin') return AUDIENCES
  if (viewer.role === 'archivist') return ['public', 'registered', 'staff']
  return ['public', 'registered']
}

/** Judges one action: null where it is allowed, else the reason against it. */
export function ruling(
  viewer: Viewer,
  action: StatementAction,
  facts: StatementFacts,
): Denial | null {
  if (action === 'read') return readable(viewer, facts) ? null : 'hidden'
  if (action === 'read_tombstone') return tombstoneReadable(viewer, facts) ? null : 'hidden'
  if (!workReadable(viewer, facts)) return readable(viewer, facts) ? 'notOwner' : 'hidden'
  if (viewer.kind !== 'user') return viewer.kind === 'system' ? systemRuling(action) : 'hidden'
  if (OWNER_ACTIONS.has(action)) return ownerRuling(viewer, action, facts)
  if (ADMIN_ACTIONS.has(action)) return adminRuling(viewer, action, facts)
  return null
}

/** Tells whether a viewer may do this. */
export function can(viewer: Viewer, action: StatementAction, facts: StatementFacts): boolean {
  return ruling(viewer, action, facts) === null
}

const OWNER_ACTIONS: ReadonlySet<StatementAction> = new Set([
  'edit',
  'submit',
  'recall',
  'delete',
  'open_revision',
])
const ADMIN_ACTIONS: ReadonlySet<StatementAction> = new Set([
  'claim',
  'release',
  'request_changes',
  'reject',
  'approve',
  'publish',
  'withdraw',
])
/** What the product itself may do: read, never decide. */
function systemRuling(action: StatementAction): Denial | null {
  return action === 'read_work' ? null : 'notOwner'
}

function withinWindow(facts: StatementFacts, instant: string): boolean {
  if (facts.visibleFrom !== null && facts.visibleFrom > instant) return false
  return facts.visibleUntil === null || facts.visibleUntil > instant
}

function readable(viewer: Viewer, facts: StatementFacts): boolean {
  if (facts.publication !== 'published') return false
  return audiencesOf(viewer).includes(facts.audience) && withinWindow(facts, facts.now)
}

function tombstoneReadable(viewer: Viewer, facts: StatementFacts): boolean {
  if (facts.publication !== 'withdrawn' || facts.withdrawnAt === null) return false
  return audiencesOf(viewer).includes(facts.audience) && withinWindow(facts, facts.withdrawnAt)
}

function workReadable(viewer: Viewer, facts: StatementFacts): boolean {
  if (viewer.kind === 'system') return true
  if (viewer.kind !== 'user') return false
  if (viewer.role === 'admin') return true
  return viewer.role === 'archivist' && viewer.userId === facts.ownerId
}

function ownerRuling(
  viewer: Viewer & { kind: 'user' },
  action: StatementAction,
  facts: StatementFacts,
): Denial | null {
  if (viewer.userId !== facts.ownerId) return 'notOwner'
  const state = facts.workState
  if (action === 'recall') return state === 'submitted' ? null : 'wrongState'
  if (action === 'open_revision') {
    return state === 'approved' || state === 'rejected' ? null : 'wrongState'
  }
  if (action === 'delete') {
    if (facts.everSubmitted) return 'everSubmitted'
    return state === 'draft' ? null : 'wrongState'
  }
  return state === 'draft' || state === 'changes_requested' ? null : 'wrongState'
}

function adminRuling(
  viewer: Viewer & { kind: 'user' },
  action: StatementAction,
  facts: StatementFacts,
): Denial | null {
  if (viewer.role !== 'admin') return 'notAdmin'
  // Withdrawing protects someone: one admin suffices, and having had a hand in the text does not stand against it.
  if (action === 'withdraw') return facts.publication === 'published' ? null : 'wrongState'
  if (facts.contributors.includes(viewer.userId)) return 'fourEyes'

  if (action === 'publish') {
    return facts.workState === 'approved' && !facts.currentWasPublished ? null : 'wrongState'
  }
  if (action === 'claim') {
    if (facts.workState === 'in_review' && facts.claimedBy !== null) return 'claimedByAnother'
    if (facts.workState !== 'submitted' && facts.workState !== 'in_review') return 'wrongState'
    return facts.approvers.includes(viewer.userId) ? 'alreadyApproved' : null
  }
  if (facts.workState !== 'in_review') return 'wrongState'
  // Any admin may free a review that its claimant has left lying.
  if (action === 'release') return facts.claimedBy === null ? 'wrongState' : null
  if (facts.approvers.includes(viewer.userId)) return 'alreadyApproved'
  return facts.claimedBy === viewer.userId ? null : 'notClaimedByYou'
}

/** `can(viewer, 'read', …)` as SQL over `statements`; `now` is an ISO instant. */
export function visibleTo(viewer: Viewer, now: string): SQL {
  const audiences = audiencesOf(viewer)
  if (audiences.length === 0) return sql`0`
  return and(
    eq(statements.publication, 'published'),
    inArray(statements.audience, [...audiences]),
    or(isNull(statements.visibleFrom), lte(statements.visibleFrom, now)),
    or(isNull(statements.visibleUntil), gt(statements.visibleUntil, now)),
  ) as SQL
}

/** `can(viewer, 'read_work', …)` as SQL over `statements`. */
export function workVisibleTo(viewer: Viewer): SQL {
  if (viewer.kind === 'system') return sql`1`
  if (viewer.kind !== 'user') return sql`0`
  if (viewer.role === 'admin') return sql`1`
  return viewer.role === 'archivist' ? eq(statements.ownerId, viewer.userId) : sql`0`
}
