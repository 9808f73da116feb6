import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { comments, decisions, revisions } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { readConsents } from '#lib/consent/store.ts'
import { computeVisibility, type Visibility } from '#lib/consent/visibility.ts'
import { database, write } from '#lib/database.ts'
import { namesOfUsers } from '#lib/people/names.ts'
import { userIdOf, type Viewer } from '#lib/viewer.ts'
import { unsafeReadIdentity } from '#lib/witnesses/vault.ts'
import { authorize, type StatementRow } from './authorize.ts'
import type { Consent, StatementContent, WitnessIdentity } from './model.ts'
import { type Denial, ruling, STATEMENT_ACTIONS, type StatementAction } from './policy.ts'
import { parseContent } from './queries.ts'
import { findProblems, type Problem } from './readiness.ts'
import type { WorkState } from './vocabularies.ts'

/** A statement under work, as its owner and the admins see it. */
export interface StatementWork {
  reference: string
  revision: number
  version: number
  state: WorkState
  publication: StatementRow['publication']
  publishedRevision: number | null
  /** What readers see of it now, or null while it is not published. */
  visibility: Pick<Visibility, 'audience' | 'visibleFrom' | 'visibleUntil'> | null
  /** What publishing this revision would come to. */
  wouldBe: Visibility
  owner: { id: string; name: string }
  isOwner: boolean
  createdAt: string
  updatedAt: string
  submittedAt: string | null
  contentHash: string | null
  claimedBy: { id: string; name: string } | null
  needsSecondReview: boolean
  /** Who had a hand in it since the last approval: none of them decides. */
  contributors: { id: string; name: string }[]
  approvals: PresentedDecision[]
  content: StatementContent
  consents: Consent[]
  problems: Problem[]
  comments: PresentedComment[]
  decisions: PresentedDecision[]
  withdrawal: { at: string; reason: string } | null
  /** For each action: null where this viewer may, else why not. Buttons are drawn from it, by the same rule. */
  rulings: Record<StatementAction, Denial | null>
}

export interface PresentedComment {
  id: string
  kind: 'comment' | 'change_request'
  revision: number
  passageKey: string | null
  text: string
  by: string
  at: string
  resolved: { by: string; at: string } | null
}

export interface PresentedDecision {
  id: string
  revision: number
  kind: 'approval' | 'changes_requested' | 'rejection'
  contentHash: string
  comment: string
  checklist: Record<string, { answer: string; reason: string }>
  grading: (typeof decisions.$inferSelect)['grading']
  by: { id: string; name: string }
  at: string
}

/**
 * Reads a statement under work, with everything but the witness's identity.
 * @throws AppError not_found for everyone but its owner and admins
 */
export function readWork(viewer: Viewer, reference: string): StatementWork {
  const { statement, revision, facts } = authorize(database(), viewer, 'read_work', reference)
  const content = parseContent(revision)
  const rows = readConsents(database(), revision.id)
  const decided = listDecisions(statement.id)
  const names = namesOfUsers([
    statement.ownerId,
    ...(revision.claimedBy ? [revision.claimedBy] : []),
    ...facts.contributors,
  ])
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  return {
    reference,
    revision: revision.number,
    version: revision.version,
    state: revision.state,
    publication: statement.publication,
    publishedRevision: publishedNumber(statement),
    visibility:
      statement.publication === 'published'
        ? {
            audience: statement.audience,
            visibleFrom: statement.visibleFrom,
            visibleUntil: statement.visibleUntil,
          }
        : null,
    wouldBe: computeVisibility(content, rows),
    owner: named(statement.ownerId),
    isOwner: userIdOf(viewer) === statement.ownerId,
    createdAt: statement.createdAt,
    updatedAt: revision.updatedAt,
    submittedAt: revision.submittedAt,
    contentHash: revision.contentHash,
    claimedBy: revision.claimedBy ? named(revision.claimedBy) : null,
    needsSecondReview: revision.needsSecondReview,
    contributors: facts.contributors.map(named),
    approvals: decided.filter(
      (decision) =>
        decision.kind === 'approval' &&
        decision.revision === revision.number &&
        decision.contentHash === revision.contentHash,
    ),
    content,
    consents: rows,
    problems: findProblems(content, rows, unsafeReadIdentity(database(), statement.id)),
    comments: listComments(statement.id),
    decisions: decided,
    withdrawal:
      statement.publication === 'withdrawn'
        ? { at: statement.withdrawnAt ?? '', reason: statement.withdrawalReason ?? '' }
        : null,
    rulings: Object.fromEntries(
      STATEMENT_ACTIONS.map((action) => [action, ruling(viewer, action, facts)]),
    ) as Record<StatementAction, Denial | null>,
  }
}

/**
 * Reads who the witness is; every reading by someone other than the owner is an audit event.
 * @throws AppError not_found, forbidden; unavailable where the key is missing
 */
export function readIdentity(viewer: Viewer, reference: string): WitnessIdentity {
  return write((tx) => {
    const { statement } = authorize(tx, viewer, 'read_identity', reference)
    if (userIdOf(viewer) !== statement.ownerId) {
      recordEvent(tx, viewer, 'identity.read', { type: 'statement', id: reference })
    }
    return unsafeReadIdentity(tx, statement.id)
  })
}

/** The content of the last approved revision before the current one, to compare with; null where there is none. */
export function readLastApproved(
  viewer: Viewer,
  reference: string,
): { revision: number; content: StatementContent } | null {
  const { statement, revision } = authorize(database(), viewer, 'read_work', reference)
  const rows = database()
    .select()
    .from(revisions)
    .where(and(eq(revisions.statementId, statement.id), eq(revisions.state, 'approved')))
    .orderBy(desc(revisions.number))
    .all()
  const last = rows.find((row) => row.number < revision.number)
  return last ? { revision: last.number, content: parseContent(last) } : null
}

function publishedNumber(statement: StatementRow): number | null {
  if (statement.publishedRevisionId === null) return null
  const row = database()
    .select({ number: revisions.number })
    .from(revisions)
    .where(eq(revisions.id, statement.publishedRevisionId))
    .get()
  return row?.number ?? null
}

/** In the order in which they were written: several can share an instant. */
function listComments(statementId: number): PresentedComment[] {
  const rows = database()
    .select({ comment: comments, revision: revisions.number })
    .from(comments)
    .innerJoin(revisions, eq(revisions.id, comments.revisionId))
    .where(eq(comments.statementId, statementId))
    .orderBy(asc(comments.createdAt), sql`${comments}.rowid`)
    .all()
  const names = namesOfUsers(
    rows.flatMap(({ comment }) => [comment.createdBy, comment.resolvedBy ?? comment.createdBy]),
  )
  return rows.map(({ comment, revision }) => ({
    id: comment.id,
    kind: comment.kind,
    revision,
    passageKey: comment.passageKey,
    text: comment.text,
    by: names.get(comment.createdBy) ?? '',
    at: comment.createdAt,
    resolved:
      comment.resolvedAt && comment.resolvedBy
        ? { by: names.get(comment.resolvedBy) ?? '', at: comment.resolvedAt }
        : null,
  }))
}

function listDecisions(statementId: number): PresentedDecision[] {
  const rows = database()
    .select({ decision: decisions, revision: revisions.number })
    .from(decisions)
    .innerJoin(revisions, eq(revisions.id, decisions.revisionId))
    .where(eq(revisions.statementId, statementId))
    .orderBy(asc(decisions.decidedAt), sql`${decisions}.rowid`)
    .all()
  const names = namesOfUsers(rows.map(({ decision }) => decision.decidedBy))
  return rows.map(({ decision, revision }) => ({
    id: decision.id,
    revision,
    kind: decision.kind,
    contentHash: decision.contentHash,
    comment: decision.comment,
    checklist: decision.checklist,
    grading: decision.grading,
    by: { id: decision.decidedBy, name: names.get(decision.decidedBy) ?? '' },
    at: decision.decidedAt,
  }))
}
