import { and, eq } from 'drizzle-orm'
import { revisions, statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'

/** One line that the worker prints after a commit: from then on this must never be missing. */
export type Acknowledgement =
  | { kind: 'saved'; reference: string; version: number; mark: string }
  | { kind: 'submitted'; reference: string; contentHash: string }
  | { kind: 'approved' | 'published' | 'withdrawn'; reference: string }
  | { kind: 'imported'; reference: string; mark: string }

export interface TorturePeople {
  archivistId: string
  adminId: string
}

export interface WorkerTask {
  people: TorturePeople
  /** An import that every worker goes on with. */
  importId: string
  /** Build the indexes anew all the time. */
  rebuilds: boolean
}

/** Whether what was acknowledged is still in the archive; later work on the same statement may have gone past it. */
export function isKept(acknowledged: Acknowledgement): boolean {
  const row = database()
    .select({ statement: statements, revision: revisions })
    .from(statements)
    .innerJoin(revisions, and(eq(revisions.statementId, statements.id), eq(revisions.number, 1)))
    .where(eq(statements.reference, acknowledged.reference))
    .get()
  if (row === undefined) return false
  const { statement, revision } = row
  switch (acknowledged.kind) {
    case 'saved':
      return (
        revision.version > acknowledged.version ||
        (revision.version === acknowledged.version && revision.content.includes(acknowledged.mark))
      )
    case 'imported':
      return revision.content.includes(acknowledged.mark)
    case 'submitted':
      return revision.contentHash === acknowledged.contentHash
    case 'approved':
      return revision.approvedAt !== null
    case 'published':
      return revision.publishedAt !== null
    case 'withdrawn':
      return statement.publication === 'withdrawn' && statement.withdrawnAt !== null
  }
}
