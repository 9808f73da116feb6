import { and, asc, count, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { comments, contributions, decisions, revisions, statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { namesOfUsers } from '#lib/people/names.ts'
import { requireStaff } from '#lib/records/policy.ts'
import { isAdmin, userIdOf, type Viewer } from '#lib/viewer.ts'
import type { StatementRow } from './authorize.ts'
import { workVisibleTo } from './policy.ts'
import { PUBLICATIONS, WORK_STATES, type WorkState } from './vocabularies.ts'

/** One line of the desk's or the queue's list. */
export interface WorkListing {
  reference: string
  revision: number
  titles: { en: string; fa: string; any: string }
  state: WorkState
  publication: StatementRow['publication']
  audience: StatementRow['audience']
  testimonyType: string | null
  language: string | null
  contentNotes: string[]
  needsSecondReview: boolean
  owner: { id: string; name: string }
  claimedBy: { id: string; name: string } | null
  /** Whether one admin has approved and another has to. */
  firstApproved: boolean
  /** Whether this viewer had a hand in it and so may not decide. */
  ownHand: boolean
  openComments: number
  passages: number
  words: number
  createdAt: string
  updatedAt: string
  submittedAt: string | null
}

export interface WorkFilter {
  states?: readonly WorkState[]
  publication?: StatementRow['publication']
  ownerId?: string
  /** Stands in a title or in the reference, as it is typed. */
  text?: string
}

/**
 * Lists the statements on which this viewer may look at the work: an archivist's own, for admins all.
 * @throws AppError unauthenticated, forbidden
 */
export function listWork(viewer: Viewer, filter: WorkFilter = {}): WorkListing[] {
  requireStaff(viewer)
  return selectWork(viewer, conditionsOf(filter))
}

/**
 * One page of the same list, from page 1, with the number of statements on all pages.
 * @throws AppError unauthenticated, forbidden
 */
export function listWorkPage(
  viewer: Viewer,
  filter: WorkFilter,
  { page, perPage }: { page: number; perPage: number },
): { total: number; listings: WorkListing[] } {
  requireStaff(viewer)
  const conditions = conditionsOf(filter)
  const row = database()
    .select({ total: count() })
    .from(statements)
    .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
    .where(and(workVisibleTo(viewer), ...conditions))
    .get()
  const range = { limit: perPage, offset: (page - 1) * perPage }
  return { total: row?.total ?? 0, listings: selectWork(viewer, conditions, range) }
}

function conditionsOf(filter: WorkFilter): (SQL | undefined)[] {
  return [
    filter.states ? inArray(revisions.state, [...filter.states]) : undefined,
    filter.publication ? eq(statements.publication, filter.publication) : undefined,
    filter.ownerId ? eq(statements.ownerId, filter.ownerId) : undefined,
    filter.text ? holdsText(filter.text) : undefined,
  ]
}

function holdsText(text: string): SQL | undefined {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const columns = [statements.reference, revisions.titleEn, revisions.titleFa, revisions.titleAny]
  return or(...columns.map((column) => sql`${column} like ${pattern} escape '\\'`))
}

/** How many statements of this person stand in each state. @throws AppError unauthenticated, forbidden */
export function countOwnWork(viewer: Viewer): {
  total: number
  states: Record<WorkState, number>
  publications: Record<StatementRow['publication'], number>
} {
  const ownerId = requireStaff(viewer)
  const rows = database()
    .select({ state: revisions.state, publication: statements.publication, count: count() })
    .from(statements)
    .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
    .where(and(workVisibleTo(viewer), eq(statements.ownerId, ownerId)))
    .groupBy(revisions.state, statements.publication)
    .all()
  const sum = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((total, row) => total + row.count, 0)
  const by = <Code extends string>(codes: readonly Code[], key: 'state' | 'publication') =>
    Object.fromEntries(codes.map((code) => [code, sum((row) => row[key] === code)])) as Record<
      Code,
      number
    >
  return {
    total: sum(() => true),
    states: by(WORK_STATES, 'state'),
    publications: by(PUBLICATIONS, 'publication'),
  }
}

/** What reviewers still ask of these statements, oldest first, by reference; only of those that the viewer works on. */
export function listOpenRequests(
  viewer: Viewer,
  references: readonly string[],
): Map<string, { id: string; text: string; passageKey: string | null }[]> {
  requireStaff(viewer)
  const result = new Map<string, { id: string; text: string; passageKey: string | null }[]>()
  if (references.length === 0) return result
  const rows = database()
    .select({
      reference: statements.reference,
      id: comments.id,
      text: comments.text,
      passageKey: comments.passageKey,
    })
    .from(comments)
    .innerJoin(statements, eq(statements.id, comments.statementId))
    .where(
      and(
        workVisibleTo(viewer),
        inArray(statements.reference, [...references]),
        eq(comments.kind, 'change_request'),
        isNull(comments.resolvedAt),
      ),
    )
    .orderBy(asc(comments.createdAt), sql`${comments}.rowid`)
    .all()
  for (const { reference, ...request } of rows) {
    result.set(reference, [...(result.get(reference) ?? []), request])
  }
  return result
}

/**
 * What waits for an admin, longest waiting first: submitted, in review, and approved but not yet published.
 * @throws AppError unauthenticated, forbidden
 */
export function listQueue(viewer: Viewer): WorkListing[] {
  requireStaff(viewer)
  if (!isAdmin(viewer)) throw new AppError('forbidden', 'adminsOnly')
  const waiting = selectWork(viewer, [
    inArray(revisions.state, ['submitted', 'in_review', 'approved']),
    isNull(revisions.publishedAt),
  ])
  return waiting.sort((a, b) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? ''))
}

function selectWork(
  viewer: Viewer,
  conditions: (SQL | undefined)[],
  range: { limit: number; offset: number } = { limit: -1, offset: 0 },
): WorkListing[] {
  const rows = database()
    .select({
      reference: statements.reference,
      statementId: statements.id,
      ownerId: statements.ownerId,
      publication: statements.publication,
      audience: statements.audience,
      createdAt: statements.createdAt,
      revisionId: revisions.id,
      revision: revisions.number,
      state: revisions.state,
      titleEn: revisions.titleEn,
      titleFa: revisions.titleFa,
      titleAny: revisions.titleAny,
      testimonyType: revisions.testimonyType,
      language: revisions.language,
      contentNotes: revisions.contentNotes,
      needsSecondReview: revisions.needsSecondReview,
      claimedBy: revisions.claimedBy,
      passages: revisions.passages,
      words: revisions.words,
      updatedAt: revisions.updatedAt,
      submittedAt: revisions.submittedAt,
      firstApproved: sql<number>`exists (select 1 from ${decisions} where ${decisions.revisionId} = ${revisions.id} and ${decisions.kind} = 'approval' and ${decisions.contentHash} = ${revisions.contentHash})`,
      ownHand: hadAHand(viewer),
    })
    .from(statements)
    .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
    .where(and(workVisibleTo(viewer), ...conditions))
    .orderBy(desc(revisions.updatedAt), desc(statements.id))
    .limit(range.limit)
    .offset(range.offset)
    .all()
  const names = namesOfUsers(rows.flatMap((row) => [row.ownerId, row.claimedBy ?? row.ownerId]))
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  const open = openCommentCounts(rows.map((row) => row.statementId))
  return rows.map((row) => ({
    reference: row.reference,
    revision: row.revision,
    titles: { en: row.titleEn, fa: row.titleFa, any: row.titleAny },
    state: row.state,
    publication: row.publication,
    audience: row.audience,
    testimonyType: row.testimonyType,
    language: row.language,
    contentNotes: row.contentNotes,
    needsSecondReview: row.needsSecondReview,
    owner: named(row.ownerId),
    claimedBy: row.claimedBy ? named(row.claimedBy) : null,
    firstApproved: row.firstApproved === 1,
    ownHand: row.ownHand === 1,
    openComments: open.get(row.statementId) ?? 0,
    passages: row.passages,
    words: row.words,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
  }))
}

/** Whether this viewer had a hand in any revision since the last approved one, as the rule of four eyes counts it. */
function hadAHand(viewer: Viewer): SQL<number> {
  return sql<number>`exists (
    select 1 from ${contributions} join ${revisions} as own on own.id = ${contributions.revisionId}
    where ${contributions.userId} = ${userIdOf(viewer) ?? ''}
      and own.statement_id = ${revisions.statementId} and own.number <= ${revisions.number}
      and own.number > (
        select coalesce(max(approved.number), 0) from ${revisions} as approved
        where approved.statement_id = ${revisions.statementId}
          and approved.state = 'approved' and approved.number < ${revisions.number}
      )
  )`
}

function openCommentCounts(statementIds: readonly number[]): Map<number, number> {
  if (statementIds.length === 0) return new Map()
  const rows = database()
    .select({ statementId: comments.statementId, count: count() })
    .from(comments)
    .where(isNull(comments.resolvedAt))
    .groupBy(comments.statementId)
    .all()
  return new Map(rows.map((row) => [row.statementId, row.count]))
}
