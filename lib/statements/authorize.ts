import { and, desc, eq, gt, isNotNull, lt, lte } from 'drizzle-orm'
import { contributions, decisions, revisions, statements } from '#db/schema/index.ts'
import { recordDenial } from '#lib/audit/denials.ts'
import type { Queryable } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { Viewer } from '#lib/viewer.ts'
import { can, ruling, type StatementAction, type StatementFacts } from './policy.ts'

export type StatementRow = typeof statements.$inferSelect
export type RevisionRow = typeof revisions.$inferSelect

declare const proof: unique symbol
/** A statement with the proof that this viewer may do `Action` with it; only `authorize` makes one. */
export type Authorized<Action extends StatementAction> = {
  readonly statement: StatementRow
  readonly revision: RevisionRow
  readonly facts: StatementFacts
  readonly [proof]: Action
}

/**
 * Reads a statement inside the transaction at hand and judges whether the viewer may do this with it; what is refused
 * to a signed-in person is an audit event.
 *
 * @throws AppError `not_found` where the viewer may not know that it exists, `forbidden` with the reason otherwise
 */
export function authorize<Action extends StatementAction>(
  queryable: Queryable,
  viewer: Viewer,
  action: Action,
  reference: string,
): Authorized<Action> {
  const found = findStatement(queryable, reference)
  if (!found) throw notFound(`no statement ${reference}`)
  const denial = ruling(viewer, action, found.facts)
  if (denial === null) return found as unknown as Authorized<Action>
  recordDenial(viewer, action, reference, denial)
  const known = can(viewer, 'read', found.facts) || can(viewer, 'read_work', found.facts)
  if (denial === 'hidden' || !known) throw notFound(`${action} on ${reference} denied: ${denial}`)
  throw new AppError('forbidden', `denied.${denial}`, {
    detail: `${action} on ${reference} denied: ${denial}`,
  })
}

/** A statement with its current revision and the facts that the rule asks about; null where there is none. Asks nobody. */
export function findStatement(
  queryable: Queryable,
  reference: string,
): { statement: StatementRow; revision: RevisionRow; facts: StatementFacts } | null {
  const statement = queryable
    .select()
    .from(statements)
    .where(eq(statements.reference, reference))
    .get()
  if (!statement) return null
  const revision = queryable
    .select()
    .from(revisions)
    .where(eq(revisions.id, statement.currentRevisionId ?? -1))
    .get()
  if (!revision) throw new Error(`statement ${reference} has no current revision`)
  return { statement, revision, facts: readFacts(queryable, statement, revision) }
}

function readFacts(
  queryable: Queryable,
  statement: StatementRow,
  revision: RevisionRow,
): StatementFacts {
  const everSubmitted = queryable
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.statementId, statement.id), isNotNull(revisions.submittedAt)))
    .limit(1)
    .get()
  return {
    ownerId: statement.ownerId,
    workState: revision.state,
    publication: statement.publication,
    audience: statement.audience,
    visibleFrom: statement.visibleFrom,
    visibleUntil: statement.visibleUntil,
    withdrawnAt: statement.withdrawnAt,
    claimedBy: revision.claimedBy,
    contributors: readContributors(queryable, revision),
    approvers: readApprovers(queryable, revision),
    everSubmitted: everSubmitted !== undefined,
    currentWasPublished: revision.publishedAt !== null,
    now: new Date().toISOString(),
  }
}

/** Who had a hand in any revision after the last approved one before this, up to this. */
function readContributors(queryable: Queryable, revision: RevisionRow): string[] {
  const lastApproved = queryable
    .select({ number: revisions.number })
    .from(revisions)
    .where(
      and(
        eq(revisions.statementId, revision.statementId),
        eq(revisions.state, 'approved'),
        lt(revisions.number, revision.number),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(1)
    .get()
  const rows = queryable
    .selectDistinct({ userId: contributions.userId })
    .from(contributions)
    .innerJoin(revisions, eq(revisions.id, contributions.revisionId))
    .where(
      and(
        eq(revisions.statementId, revision.statementId),
        gt(revisions.number, lastApproved?.number ?? 0),
        lte(revisions.number, revision.number),
      ),
    )
    .all()
  return rows.map((row) => row.userId)
}

/** Who approved this revision with the content hash that it has now. */
function readApprovers(queryable: Queryable, revision: RevisionRow): string[] {
  if (revision.contentHash === null) return []
  const rows = queryable
    .selectDistinct({ userId: decisions.decidedBy })
    .from(decisions)
    .where(
      and(
        eq(decisions.revisionId, revision.id),
        eq(decisions.kind, 'approval'),
        eq(decisions.contentHash, revision.contentHash),
      ),
    )
    .all()
  return rows.map((row) => row.userId)
}
