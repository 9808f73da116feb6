import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { asc, eq } from 'drizzle-orm'
import { consents } from '#db/schema/index.ts'
import type { Queryable, Transaction } from '#lib/database.ts'
import { type Consent, consentSchema } from '#lib/statements/model.ts'

/** The consent rows of a revision, by purpose. */
export function readConsents(queryable: Queryable, revisionId: number): Consent[] {
  return queryable
    .select()
    .from(consents)
    .where(eq(consents.revisionId, revisionId))
    .orderBy(asc(consents.purpose))
    .all()
    .map(({ revisionId: _, ...row }) => consentSchema.parse(row))
}

/** Replaces the consent rows of a revision that may still be edited. */
export function storeConsents(tx: Transaction, revisionId: number, rows: readonly Consent[]): void {
  tx.delete(consents).where(eq(consents.revisionId, revisionId)).run()
  if (rows.length === 0) return
  tx.insert(consents)
    .values(rows.map((row) => ({ ...row, revisionId })))
    .run()
}

/** SHA-256 of the canonical JSON (RFC 8785) of the rows, in order of purpose. */
export function digestConsents(rows: readonly Consent[]): string {
  const ordered = [...rows].sort((a, b) => (a.purpose < b.purpose ? -1 : 1))
  return createHash('sha256')
    .update(canonicalize(ordered) ?? '')
    .digest('hex')
}
