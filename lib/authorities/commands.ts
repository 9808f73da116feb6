import { eq } from 'drizzle-orm'
import { authorities, authorityNames, revisionAuthorities, statements } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { requireStaff } from '#lib/records/policy.ts'
import { enqueueStatements } from '#lib/search/enqueue.ts'
import type { Viewer } from '#lib/viewer.ts'
import { type AuthorityInput, type AuthorityName, authoritySchema } from './model.ts'

/** Makes an authority record inside a transaction at hand; returns its id. @throws AppError forbidden */
export function insertAuthority(tx: Transaction, viewer: Viewer, input: AuthorityInput): string {
  const userId = requireStaff(viewer)
  const { names, ...fields } = authoritySchema.parse(input)
  const now = new Date().toISOString()
  const id = newId()
  tx.insert(authorities)
    .values({ ...fields, id, createdBy: userId, createdAt: now, updatedAt: now })
    .run()
  insertNames(tx, id, names)
  recordEvent(tx, viewer, 'record.created', { type: 'authority', id }, { kind: fields.kind })
  return id
}

/** Makes an authority record; returns its id. @throws AppError forbidden */
export function createAuthority(viewer: Viewer, input: AuthorityInput): string {
  return write((tx) => insertAuthority(tx, viewer, input))
}

/** Changes an authority record that was read at `version`. @throws AppError forbidden, not_found, conflict */
export function changeAuthority(
  viewer: Viewer,
  id: string,
  version: number,
  input: AuthorityInput,
): void {
  write((tx) => {
    requireStaff(viewer)
    const row = tx.select().from(authorities).where(eq(authorities.id, id)).get()
    if (!row) throw notFound()
    if (row.version !== version) throw new AppError('conflict', 'staleRecord')
    const { names, ...fields } = authoritySchema.parse(input)
    if (fields.kind !== row.kind) throw new AppError('invalid', 'kindIsFixed')
    tx.update(authorities)
      .set({ ...fields, version: version + 1, updatedAt: new Date().toISOString() })
      .where(eq(authorities.id, id))
      .run()
    tx.delete(authorityNames).where(eq(authorityNames.authorityId, id)).run()
    insertNames(tx, id, names)
    recordEvent(tx, viewer, 'record.edited', { type: 'authority', id })
    const named = tx
      .select({ id: statements.id })
      .from(statements)
      .innerJoin(
        revisionAuthorities,
        eq(revisionAuthorities.revisionId, statements.publishedRevisionId),
      )
      .where(eq(revisionAuthorities.authorityId, id))
      .all()
    enqueueStatements(
      tx,
      named.map((statement) => statement.id),
    )
  })
}

function insertNames(tx: Transaction, authorityId: string, names: readonly AuthorityName[]): void {
  tx.insert(authorityNames)
    .values(names.map((name, position) => ({ ...name, authorityId, position })))
    .run()
}
