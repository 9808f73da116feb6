import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { oneTimeLinks } from '#db/schema/index.ts'
import type { Queryable, Transaction } from '#lib/database.ts'
import { environment } from '#lib/env.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { userIdOf, type Viewer } from '#lib/viewer.ts'

export type OneTimeLink = typeof oneTimeLinks.$inferSelect

/** Hours that a link can be used. */
export const LINK_LIFETIME_HOURS = { invitation: 7 * 24, reset: 24 } as const

/** Writes down a new link, of which only the SHA-256 is kept, and returns its address. */
export function issueLink(
  tx: Transaction,
  viewer: Viewer,
  link: Pick<OneTimeLink, 'kind' | 'email' | 'role' | 'userId'>,
  now: Date,
): { id: string; url: string } {
  const token = randomBytes(32).toString('base64url')
  const id = newId()
  const lifetimeMs = LINK_LIFETIME_HOURS[link.kind] * 3_600_000
  tx.insert(oneTimeLinks)
    .values({
      ...link,
      id,
      tokenHash: hashToken(token),
      createdBy: userIdOf(viewer),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + lifetimeMs).toISOString(),
    })
    .run()
  return { id, url: `${environment().publicUrl}/${link.kind}/${token}` }
}

/**
 * The link of this token, when it can still be used.
 * @throws AppError `not_found` where there is none; `invalid` (linkUsed, linkVoid, linkExpired) where it is over.
 */
export function openLink(
  queryable: Queryable,
  kind: OneTimeLink['kind'],
  token: string,
  now: Date,
): OneTimeLink {
  const link = queryable
    .select()
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.tokenHash, hashToken(token)), eq(oneTimeLinks.kind, kind)))
    .get()
  if (!link) throw notFound('no such link')
  if (link.usedAt) throw new AppError('invalid', 'linkUsed')
  if (link.voidedAt) throw new AppError('invalid', 'linkVoid')
  if (link.expiresAt <= now.toISOString()) throw new AppError('invalid', 'linkExpired')
  return link
}

/** Marks a link as used, in the transaction of what it was used for. */
export function useLink(tx: Transaction, link: OneTimeLink, now: Date): void {
  tx.update(oneTimeLinks)
    .set({ usedAt: now.toISOString() })
    .where(eq(oneTimeLinks.id, link.id))
    .run()
}

/** Voids the links that are still open and meet this condition; returns their ids. */
export function voidLinks(
  tx: Transaction,
  condition: Parameters<typeof and>[0],
  now: Date,
): string[] {
  return tx
    .update(oneTimeLinks)
    .set({ voidedAt: now.toISOString() })
    .where(and(condition, isNull(oneTimeLinks.usedAt), isNull(oneTimeLinks.voidedAt)))
    .returning({ id: oneTimeLinks.id })
    .all()
    .map((row) => row.id)
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
