import { eq } from 'drizzle-orm'
import { contributions, occasions, revisions, sources } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { digestConsents, readConsents } from '#lib/consent/store.ts'
import { type Queryable, write } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { requireStaff } from '#lib/records/policy.ts'
import type { Viewer } from '#lib/viewer.ts'
import { identityDigest, unsafeReadIdentity } from '#lib/witnesses/vault.ts'
import { authorize, type RevisionRow, type StatementRow } from './authorize.ts'
import { type StatementContent, statementContentSchema } from './model.ts'
import { findProblems } from './readiness.ts'
import { hashRevision, type SealedContext } from './sealing.ts'

/**
 * Seals a draft that was read at `version` and hands it to review; from here its content does not change.
 *
 * @returns the SHA-256 that every decision on it has to name
 * @throws AppError `conflict` where it changed meanwhile, `invalid` with the problems as `data` where it is not ready
 */
export function submitDraft(
  viewer: Viewer,
  reference: string,
  version: number,
): { contentHash: string } {
  return write((tx) => {
    const { statement, revision } = authorize(tx, viewer, 'submit', reference)
    const userId = requireStaff(viewer)
    if (revision.version !== version) throw new AppError('conflict', 'staleDraft')
    const content = statementContentSchema.parse(JSON.parse(revision.content))
    const problems = findProblems(
      content,
      readConsents(tx, revision.id),
      unsafeReadIdentity(tx, statement.id),
    )
    const errors = problems.filter((problem) => problem.severity === 'error')
    if (errors.length > 0) {
      throw new AppError('invalid', 'notReady', {
        values: { count: errors.length },
        data: problems,
      })
    }

    const now = new Date().toISOString()
    const context = contextOf(tx, statement, revision, content)
    const contentHash = hashRevision(content, context)
    tx.update(revisions)
      .set({
        state: 'submitted',
        contentHash,
        sealedContext: JSON.stringify(context),
        submittedBy: userId,
        submittedAt: now,
      })
      .where(eq(revisions.id, revision.id))
      .run()
    tx.insert(contributions)
      .values({ revisionId: revision.id, userId, act: 'submitted', firstAt: now, lastAt: now })
      .onConflictDoUpdate({
        target: [contributions.revisionId, contributions.userId, contributions.act],
        set: { lastAt: now },
      })
      .run()
    recordEvent(
      tx,
      viewer,
      'statement.submitted',
      { type: 'statement', id: reference },
      { revision: revision.number, contentHash },
    )
    return { contentHash }
  })
}

/** Takes a submitted statement back before its review begins. @throws AppError not_found, forbidden */
export function recallSubmission(viewer: Viewer, reference: string): void {
  write((tx) => {
    const { revision } = authorize(tx, viewer, 'recall', reference)
    tx.update(revisions)
      .set({ state: 'draft', contentHash: null, sealedContext: null })
      .where(eq(revisions.id, revision.id))
      .run()
    recordEvent(
      tx,
      viewer,
      'statement.recalled',
      { type: 'statement', id: reference },
      { revision: revision.number },
    )
  })
}

/** The records and digests that a revision's hash names, as they stand now. */
export function contextOf(
  queryable: Queryable,
  statement: StatementRow,
  revision: RevisionRow,
  content: StatementContent,
): SealedContext {
  const { sourceId } = content.source
  const { occasionId } = content.taking
  return {
    reference: statement.reference,
    revision: revision.number,
    source: sourceId
      ? sealable(queryable.select().from(sources).where(eq(sources.id, sourceId)).get())
      : null,
    occasion: occasionId
      ? sealable(queryable.select().from(occasions).where(eq(occasions.id, occasionId)).get())
      : null,
    consents: digestConsents(readConsents(queryable, revision.id)),
    identity: identityDigest(queryable, statement.id),
  }
}

/** What a record says, without who keeps it and when. @throws AppError invalid where there is no such record */
function sealable(row: typeof sources.$inferSelect | typeof occasions.$inferSelect | undefined) {
  if (!row) throw new AppError('invalid', 'unknownRecord')
  const { createdBy: _by, createdAt: _at, updatedAt: _updated, ...fields } = row
  return fields
}
