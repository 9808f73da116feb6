import { and, eq, isNull } from 'drizzle-orm'
import { authorities, authorityNames, revisionAuthorities, statements } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { requireStaff } from '#lib/records/policy.ts'
import { enqueueStatements } from '#lib/search/enqueue.ts'
import type { AuthorityKind } from '#lib/statements/vocabularies.ts'
import { wordsOf } from '#lib/text/word-match.ts'
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
    .values(
      names.map((form, position) => ({
        ...form,
        authorityId,
        position,
        folded: foldName(form.name),
      })),
    )
    .run()
}

/** Two names of the same words are one, whatever form of a letter or space they are written with. */
function foldName(name: string): string {
  return wordsOf(name).join(' ')
}

/**
 * The records of a kind that bear this name, in any of its forms, at most so many; looked up and not searched for, since
 * an import asks for every record of it. @throws AppError forbidden
 */
export function findBearers(
  tx: Transaction,
  viewer: Viewer,
  { kind, name, limit }: { kind: AuthorityKind; name: string; limit: number },
): string[] {
  requireStaff(viewer)
  foldOldNames(tx)
  return tx
    .selectDistinct({ id: authorities.id })
    .from(authorityNames)
    .innerJoin(authorities, eq(authorities.id, authorityNames.authorityId))
    .where(and(eq(authorityNames.folded, foldName(name)), eq(authorities.kind, kind)))
    .limit(limit)
    .all()
    .map(({ id }) => id)
}

/** Names that were given before names were folded. */
function foldOldNames(tx: Transaction): void {
  const old = tx.select().from(authorityNames).where(isNull(authorityNames.folded)).all()
  for (const { authorityId, position, name } of old) {
    tx.update(authorityNames)
      .set({ folded: foldName(name) })
      .where(
        and(eq(authorityNames.authorityId, authorityId), eq(authorityNames.position, position)),
      )
      .run()
  }
}
