import { and, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { revisionAuthorities, revisions, statements } from '#db/schema/index.ts'
import { unsafeAuthoritiesById } from '#lib/authorities/queries.ts'
import { readConsents } from '#lib/consent/store.ts'
import { database } from '#lib/database.ts'
import { notFound } from '#lib/errors.ts'
import type { Viewer } from '#lib/viewer.ts'
import { findStatement, type RevisionRow, type StatementRow } from './authorize.ts'
import { type StatementContent, statementContentSchema } from './model.ts'
import { can, visibleTo } from './policy.ts'
import {
  type PresentedStatement,
  presentListing,
  presentStatement,
  type StatementListing,
} from './present.ts'
import { authorityIdsOf } from './projection.ts'

/** What stands at a statement's address for this viewer. */
export type StatementPage =
  | { kind: 'statement'; statement: PresentedStatement }
  /** An earlier revision that a later one replaced for the witness's protection. */
  | { kind: 'replaced'; reference: string; revision: number; replacedBy: number }
  /** The reference, the fact and the day of withdrawal: nothing else. */
  | { kind: 'tombstone'; reference: string; withdrawnOn: string }

/**
 * Reads the published revision of a statement, or revision `number` of it as it was published.
 *
 * @throws AppError `not_found` for everything that the viewer may not read, alike for what never existed
 */
export function readStatement(viewer: Viewer, reference: string, number?: number): StatementPage {
  const found = findStatement(database(), reference)
  if (!found) throw notFound(`no statement ${reference}`)
  const { statement, facts } = found
  if (can(viewer, 'read_tombstone', facts)) {
    return { kind: 'tombstone', reference, withdrawnOn: (statement.withdrawnAt ?? '').slice(0, 10) }
  }
  if (!can(viewer, 'read', facts)) throw notFound(`${reference} is not readable by this viewer`)

  const published = database()
    .select()
    .from(revisions)
    .where(and(eq(revisions.statementId, statement.id), isNotNull(revisions.publishedAt)))
    .orderBy(desc(revisions.number))
    .all()
  const current = published.find((row) => row.id === statement.publishedRevisionId)
  if (!current) throw new Error(`published statement ${reference} has no published revision`)
  const wanted = number === undefined ? current : published.find((row) => row.number === number)
  if (!wanted) throw notFound(`${reference} has no published revision ${number}`)
  if (!wanted.readable) {
    return { kind: 'replaced', reference, revision: wanted.number, replacedBy: current.number }
  }
  const content = parseContent(wanted)
  return {
    kind: 'statement',
    statement: presentStatement({
      statement,
      revision: wanted,
      content,
      consents: readConsents(database(), wanted.id),
      records: unsafeAuthoritiesById(database(), authorityIdsOf(content)),
      published,
      currentRevision: current.number,
    }),
  }
}

/** Statements by id that this viewer may read, in the order asked for; the others are left out. */
export function listByIds(viewer: Viewer, ids: readonly number[]): StatementListing[] {
  if (ids.length === 0) return []
  const rows = publishedRows(viewer, inArray(statements.id, [...ids]), ids.length)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The statements published last that this viewer may read. */
export function listRecent(viewer: Viewer, limit: number): StatementListing[] {
  return publishedRows(viewer, undefined, limit)
}

/** Published statements that name a record and that this viewer may read, published last first. */
export function listNaming(
  viewer: Viewer,
  authorityId: string,
  { limit, offset }: { limit: number; offset: number },
): StatementListing[] {
  const naming = database()
    .select({ id: revisionAuthorities.revisionId })
    .from(revisionAuthorities)
    .where(eq(revisionAuthorities.authorityId, authorityId))
  return publishedRows(viewer, inArray(statements.publishedRevisionId, naming), limit, offset)
}

/** How many published statements this viewer may read. */
export function countReadable(viewer: Viewer): number {
  const row = database()
    .select({ count: count() })
    .from(statements)
    .where(visibleTo(viewer, new Date().toISOString()))
    .get()
  return row?.count ?? 0
}

function publishedRows(
  viewer: Viewer,
  where: ReturnType<typeof eq> | undefined,
  limit: number,
  offset = 0,
): StatementListing[] {
  return database()
    .select({ statement: statements, revision: revisions })
    .from(statements)
    .innerJoin(revisions, eq(revisions.id, statements.publishedRevisionId))
    .where(and(visibleTo(viewer, new Date().toISOString()), where))
    .orderBy(desc(statements.publishedAt), desc(statements.id))
    .limit(limit)
    .offset(offset)
    .all()
    .map((row: { statement: StatementRow; revision: RevisionRow }) =>
      presentListing(row.statement, row.revision, parseContent(row.revision)),
    )
}

/** The content of a revision, checked. */
export function parseContent(revision: RevisionRow): StatementContent {
  return statementContentSchema.parse(JSON.parse(revision.content))
}
