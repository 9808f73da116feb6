import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { comments, decisions, revisions } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { requireStaff } from '#lib/records/policy.ts'
import { type Authorized, authorize } from '#lib/statements/authorize.ts'
import type { StatementAction } from '#lib/statements/policy.ts'
import { INFORMATION_CREDIBILITIES, SOURCE_RELIABILITIES } from '#lib/statements/vocabularies.ts'
import type { Viewer } from '#lib/viewer.ts'
import { CHECKLIST_ANSWERS, unansweredItems } from './checklist.ts'

const reason = z.string().trim().min(1).max(10_000)

/** The Admiralty scale: source and information judged each alone, each with its reason. */
export const gradingSchema = z.strictObject({
  reliability: z.enum(SOURCE_RELIABILITIES),
  reliabilityReason: reason,
  credibility: z.enum(INFORMATION_CREDIBILITIES),
  credibilityReason: reason,
})

export const approvalSchema = z.strictObject({
  contentHash: z.string(),
  comment: reason,
  checklist: z.record(
    z.string(),
    z.strictObject({ answer: z.enum(CHECKLIST_ANSWERS), reason: z.string().max(10_000) }),
  ),
  grading: gradingSchema,
})

export const changeRequestSchema = z.strictObject({
  contentHash: z.string(),
  comment: reason,
  /** What has to change, item by item; `passageKey` null for the whole. */
  items: z
    .array(z.strictObject({ passageKey: z.string().nullable(), text: reason }))
    .min(1)
    .max(200),
})

/** Takes a submitted statement into review, or the second review of one that has its first approval. */
export function claimReview(viewer: Viewer, reference: string): void {
  write((tx) => {
    const { revision } = authorize(tx, viewer, 'claim', reference)
    tx.update(revisions)
      .set({
        state: 'in_review',
        claimedBy: requireStaff(viewer),
        claimedAt: new Date().toISOString(),
      })
      .where(eq(revisions.id, revision.id))
      .run()
    note(tx, viewer, 'statement.claimed', reference, { revision: revision.number })
  })
}

/** Gives a review back to the queue; a first approval stays. */
export function releaseReview(viewer: Viewer, reference: string): void {
  write((tx) => {
    const { revision, facts } = authorize(tx, viewer, 'release', reference)
    tx.update(revisions)
      .set({
        state: facts.approvers.length > 0 ? 'in_review' : 'submitted',
        claimedBy: null,
        claimedAt: null,
      })
      .where(eq(revisions.id, revision.id))
      .run()
    note(tx, viewer, 'statement.released', reference, { revision: revision.number })
  })
}

/**
 * Approves what was read; the decision names its hash. Where two reviewers are needed the first approval is kept and
 * the review goes back to the queue for another admin.
 *
 * @returns whether the revision is approved now, or waits for a second reviewer
 * @throws AppError `conflict` where the text changed meanwhile, `invalid` where the checklist is not answered
 */
export function approveRevision(
  viewer: Viewer,
  reference: string,
  input: z.input<typeof approvalSchema>,
): { state: 'approved' | 'second_review_needed' } {
  return write((tx) => {
    const review = authorize(tx, viewer, 'approve', reference)
    const approval = approvalSchema.parse(input)
    requireSameHash(review, approval.contentHash)
    const open = unansweredItems(approval.checklist)
    if (open.length > 0) {
      throw new AppError('invalid', 'checklistOpen', {
        values: { count: open.length },
        fields: Object.fromEntries(open.map((item) => [`checklist.${item}`, 'checklistItemOpen'])),
      })
    }
    const { revision, facts } = review
    const now = new Date().toISOString()
    insertDecision(tx, viewer, review, { kind: 'approval', ...approval }, now)
    const enough = !revision.needsSecondReview || facts.approvers.length > 0
    tx.update(revisions)
      .set(
        enough
          ? { state: 'approved', approvedAt: now, claimedBy: null, claimedAt: null }
          : { claimedBy: null, claimedAt: null },
      )
      .where(eq(revisions.id, revision.id))
      .run()
    note(tx, viewer, 'statement.approved', reference, {
      revision: revision.number,
      contentHash: approval.contentHash,
      final: enough,
    })
    return { state: enough ? 'approved' : 'second_review_needed' }
  })
}

/** Sends a statement back to its owner with the changes asked for, item by item. @throws AppError conflict, invalid */
export function requestChanges(
  viewer: Viewer,
  reference: string,
  input: z.input<typeof changeRequestSchema>,
): void {
  write((tx) => {
    const review = authorize(tx, viewer, 'request_changes', reference)
    const request = changeRequestSchema.parse(input)
    requireSameHash(review, request.contentHash)
    const now = new Date().toISOString()
    insertDecision(tx, viewer, review, { kind: 'changes_requested', ...request }, now)
    for (const item of request.items) {
      insertComment(tx, viewer, review, { ...item, kind: 'change_request' }, now)
    }
    tx.update(revisions)
      .set({
        state: 'changes_requested',
        contentHash: null,
        sealedContext: null,
        claimedBy: null,
        claimedAt: null,
      })
      .where(eq(revisions.id, review.revision.id))
      .run()
    note(tx, viewer, 'statement.changes_requested', reference, {
      revision: review.revision.number,
      contentHash: request.contentHash,
      items: request.items.length,
    })
  })
}

/** Refuses a revision; its owner may open another upon it. @throws AppError conflict, invalid */
export function rejectRevision(
  viewer: Viewer,
  reference: string,
  input: { contentHash: string; comment: string },
): void {
  write((tx) => {
    const review = authorize(tx, viewer, 'reject', reference)
    requireSameHash(review, input.contentHash)
    const comment = reason.parse(input.comment)
    const now = new Date().toISOString()
    insertDecision(
      tx,
      viewer,
      review,
      { kind: 'rejection', contentHash: input.contentHash, comment },
      now,
    )
    tx.update(revisions)
      .set({ state: 'rejected', claimedBy: null, claimedAt: null })
      .where(eq(revisions.id, review.revision.id))
      .run()
    note(tx, viewer, 'statement.rejected', reference, { revision: review.revision.number })
  })
}

/** Comments on the whole (`passageKey` null) or on a passage; returns the comment's id. */
export function addComment(
  viewer: Viewer,
  reference: string,
  input: { passageKey: string | null; text: string },
): string {
  return write((tx) => {
    const review = authorize(tx, viewer, 'comment', reference)
    const text = reason.parse(input.text)
    const id = insertComment(
      tx,
      viewer,
      review,
      { passageKey: input.passageKey, text, kind: 'comment' },
      new Date().toISOString(),
    )
    note(tx, viewer, 'statement.commented', reference, { comment: id })
    return id
  })
}

/** Marks a comment or a requested change as settled. @throws AppError not_found, forbidden */
export function resolveComment(viewer: Viewer, reference: string, commentId: string): void {
  write((tx) => {
    const { statement } = authorize(tx, viewer, 'resolve_comment', reference)
    const { changes } = tx
      .update(comments)
      .set({ resolvedBy: requireStaff(viewer), resolvedAt: new Date().toISOString() })
      .where(
        and(
          eq(comments.id, commentId),
          eq(comments.statementId, statement.id),
          isNull(comments.resolvedAt),
        ),
      )
      .run()
    if (changes === 0) throw notFound(`comment ${commentId} of ${reference}`)
    note(tx, viewer, 'statement.comment_resolved', reference, { comment: commentId })
  })
}

function requireSameHash(review: Authorized<StatementAction>, contentHash: string): void {
  if (review.revision.contentHash === contentHash) return
  throw new AppError('conflict', 'textChanged', {
    data: { contentHash: review.revision.contentHash },
  })
}

type DecisionInput = Pick<typeof decisions.$inferInsert, 'kind' | 'contentHash' | 'comment'> &
  Partial<Pick<typeof decisions.$inferInsert, 'checklist' | 'grading'>>

function insertDecision(
  tx: Transaction,
  viewer: Viewer,
  review: Authorized<StatementAction>,
  input: DecisionInput,
  decidedAt: string,
): void {
  tx.insert(decisions)
    .values({
      id: newId(),
      revisionId: review.revision.id,
      kind: input.kind,
      contentHash: input.contentHash,
      comment: input.comment,
      checklist: input.checklist ?? {},
      grading: input.grading ?? null,
      decidedBy: requireStaff(viewer),
      decidedAt,
    })
    .run()
}

function insertComment(
  tx: Transaction,
  viewer: Viewer,
  review: Authorized<StatementAction>,
  input: { passageKey: string | null; text: string; kind: 'comment' | 'change_request' },
  createdAt: string,
): string {
  const id = newId()
  tx.insert(comments)
    .values({
      ...input,
      id,
      statementId: review.statement.id,
      revisionId: review.revision.id,
      createdBy: requireStaff(viewer),
      createdAt,
    })
    .run()
  return id
}

function note(
  tx: Transaction,
  viewer: Viewer,
  action: Parameters<typeof recordEvent>[2],
  reference: string,
  details: Record<string, unknown>,
): void {
  recordEvent(tx, viewer, action, { type: 'statement', id: reference }, details)
}
