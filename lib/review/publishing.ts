import { and, eq, isNotNull } from 'drizzle-orm'
import { revisions, statements } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { readConsents } from '#lib/consent/store.ts'
import { computeVisibility, type Visibility } from '#lib/consent/visibility.ts'
import { type Queryable, type Transaction, write } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { requireStaff } from '#lib/records/policy.ts'
import { enqueueStatements } from '#lib/search/enqueue.ts'
import { authorize, type RevisionRow, type StatementRow } from '#lib/statements/authorize.ts'
import { type StatementContent, statementContentSchema } from '#lib/statements/model.ts'
import { passagesWithName, protectedNames } from '#lib/statements/readiness.ts'
import { AUDIENCES } from '#lib/statements/vocabularies.ts'
import type { Viewer } from '#lib/viewer.ts'
import { unsafeReadIdentity } from '#lib/witnesses/vault.ts'

/**
 * Publishes the approved revision: computes visibility from consent, restriction and embargo, and writes row, audit
 * event and search outbox together.
 *
 * Earlier revisions stay readable at their permanent addresses unless `retireEarlier` is set, this publication
 * protects more than they did (a narrower audience, a later start, another way of naming the witness), or it opens
 * the statement to people for whom the earlier ones were not meant.
 *
 * @throws AppError `conflict` where another text is approved than the one that was read, `invalid` where a protected
 * name stands in a text that readers would see
 */
export function publishStatement(
  viewer: Viewer,
  reference: string,
  input: { contentHash: string; retireEarlier?: boolean },
): Visibility {
  return write((tx) => {
    const { statement, revision } = authorize(tx, viewer, 'publish', reference)
    if (revision.contentHash !== input.contentHash) {
      throw new AppError('conflict', 'textChanged', { data: { contentHash: revision.contentHash } })
    }
    const content = statementContentSchema.parse(JSON.parse(revision.content))
    const visibility = computeVisibility(content, readConsents(tx, revision.id))
    requireNamesWithheld(tx, statement, content, visibility)

    const publishedAt = new Date().toISOString()
    if (input.retireEarlier || closesEarlier(tx, statement, content, visibility, publishedAt)) {
      tx.update(revisions)
        .set({ readable: false })
        .where(and(eq(revisions.statementId, statement.id), isNotNull(revisions.publishedAt)))
        .run()
    }
    tx.update(revisions).set({ publishedAt }).where(eq(revisions.id, revision.id)).run()
    tx.update(statements)
      .set({
        publication: 'published',
        publishedRevisionId: revision.id,
        publishedAt,
        audience: visibility.audience,
        visibleFrom: visibility.visibleFrom,
        visibleUntil: visibility.visibleUntil,
        withdrawnAt: null,
        withdrawnBy: null,
        withdrawalReason: null,
      })
      .where(eq(statements.id, statement.id))
      .run()
    enqueueStatements(tx, [statement.id])
    recordEvent(
      tx,
      viewer,
      'statement.published',
      { type: 'statement', id: reference },
      {
        revision: revision.number,
        contentHash: input.contentHash,
        audience: visibility.audience,
        visibleFrom: visibility.visibleFrom,
        visibleUntil: visibility.visibleUntil,
      },
    )
    return visibility
  })
}

/** Takes a published statement away from every reader; a tombstone is left. @throws AppError invalid, not_found, forbidden */
export function withdrawStatement(viewer: Viewer, reference: string, reason: string): void {
  write((tx) => {
    const { statement } = authorize(tx, viewer, 'withdraw', reference)
    if (reason.trim() === '') {
      throw new AppError('invalid', 'reasonRequired', { fields: { reason: 'reasonRequired' } })
    }
    tx.update(statements)
      .set({
        publication: 'withdrawn',
        withdrawnAt: new Date().toISOString(),
        withdrawnBy: requireStaff(viewer),
        withdrawalReason: reason.trim(),
      })
      .where(eq(statements.id, statement.id))
      .run()
    enqueueStatements(tx, [statement.id])
    recordEvent(
      tx,
      viewer,
      'statement.withdrawn',
      { type: 'statement', id: reference },
      { reason: reason.trim() },
    )
  })
}

function requireNamesWithheld(
  tx: Transaction,
  statement: StatementRow,
  content: StatementContent,
  visibility: Visibility,
): void {
  const outside = visibility.audience === 'public' || visibility.audience === 'registered'
  if (!outside || content.witness.displayMode === 'real_name') return
  const names = protectedNames(unsafeReadIdentity(tx, statement.id))
  const passages = passagesWithName(content, names)
  if (passages.length === 0) return
  throw new AppError('invalid', 'protectedNameInText', {
    values: { passages: passages.join(', ') },
    data: { passages },
  })
}

/** Whether publishing this would by itself close the revisions that were published before. */
export function closesEarlier(
  queryable: Queryable,
  statement: StatementRow,
  content: StatementContent,
  visibility: Visibility,
  now: string,
): boolean {
  return (
    opensMore(statement, visibility, now) || protectsMore(queryable, statement, content, visibility)
  )
}

/**
 * Whether this publication is for more people than the one before: the audience is kept by the statement and holds for
 * all its revisions, so that earlier ones, never meant for the new readers, must not be opened with it.
 */
function opensMore(statement: StatementRow, visibility: Visibility, now: string): boolean {
  if (statement.publishedRevisionId === null) return false
  if (AUDIENCES.indexOf(visibility.audience) < AUDIENCES.indexOf(statement.audience)) return true
  const before = statement.visibleFrom ?? ''
  return before > now && (visibility.visibleFrom ?? '') < before
}

/** Whether this publication protects the witness more than the one that readers see now. */
function protectsMore(
  queryable: Queryable,
  statement: StatementRow,
  content: StatementContent,
  visibility: Visibility,
): boolean {
  if (statement.publishedRevisionId === null) return false
  if (statement.publication === 'withdrawn') return true
  if (AUDIENCES.indexOf(visibility.audience) > AUDIENCES.indexOf(statement.audience)) return true
  if ((visibility.visibleFrom ?? '') > (statement.visibleFrom ?? '')) return true
  const previous: RevisionRow | undefined = queryable
    .select()
    .from(revisions)
    .where(eq(revisions.id, statement.publishedRevisionId))
    .get()
  if (!previous) return false
  const before = statementContentSchema.parse(JSON.parse(previous.content))
  return (
    before.witness.displayMode !== content.witness.displayMode ||
    JSON.stringify(before.witness.displayName) !== JSON.stringify(content.witness.displayName)
  )
}
