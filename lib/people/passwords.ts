import { and, eq } from 'drizzle-orm'
import { oneTimeLinks, users } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import {
  issueLink,
  LINK_LIFETIME_HOURS,
  openLink,
  useLink,
  voidLinks,
} from '#lib/auth/one-time-links.ts'
import { checkPassword, hashPassword, verifyPassword } from '#lib/auth/passwords.ts'
import { beginAttempt } from '#lib/auth/rate-limit.ts'
import { database, type Queryable, type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { userIdOf, type Viewer } from '#lib/viewer.ts'
import { authorizePeople } from './policy.ts'

/**
 * Makes a one-time link with which a person chooses a new password, and voids the earlier ones. It is shown this once.
 * @throws AppError `not_found`; `conflict` (personSuspended).
 */
export function issueReset(
  viewer: Viewer,
  person: { id: string } | { email: string },
  now: Date = new Date(),
): { url: string; expiresInHours: number } {
  return write((tx) => {
    authorizePeople(viewer, 'issue_reset')
    const user = findUser(tx, person)
    if (!user) throw notFound('no such person')
    if (user.status === 'suspended') throw new AppError('conflict', 'personSuspended')
    voidResets(tx, user.id, now)
    const link = { kind: 'reset', email: null, role: null, userId: user.id } as const
    const { url } = issueLink(tx, viewer, link, now)
    recordEvent(tx, viewer, 'user.reset_issued', { type: 'user', id: user.id })
    return { url, expiresInHours: LINK_LIFETIME_HOURS.reset }
  })
}

/**
 * Sets a new password by a reset link, once, and ends all sessions.
 * @returns what a new session is made of.
 * @throws AppError `not_found`; `invalid` (linkUsed, linkVoid, linkExpired, or the field `password`).
 */
export async function resetPassword(
  _viewer: Viewer,
  input: { token: string; password: string },
  now: Date = new Date(),
): Promise<{ id: string; sessionVersion: number }> {
  const opened = openLink(database(), 'reset', input.token, now)
  const owner = findUser(database(), { id: opened.userId ?? '' })
  if (!owner) throw notFound('a reset link of nobody')
  checkPassword(input.password, owner.email)
  const passwordHash = await hashPassword(input.password)
  return write((tx) => {
    const link = openLink(tx, 'reset', input.token, now)
    const user = findUser(tx, { id: link.userId ?? '' })
    if (user?.status !== 'active') throw new AppError('invalid', 'linkVoid')
    useLink(tx, link, now)
    return setPassword(tx, user, passwordHash, 'reset', now)
  })
}

/**
 * Changes one's own password after proving the present one, and ends all other sessions.
 * @param input.address from `readClientAddress`: guesses are limited as at sign-in.
 * @returns what a new session is made of.
 * @throws AppError `unauthenticated`; `rate_limited`; `invalid` (field `currentPassword` or `password`).
 */
export async function changeOwnPassword(
  viewer: Viewer,
  input: { currentPassword: string; password: string; address: string },
  now: Date = new Date(),
): Promise<{ id: string; sessionVersion: number }> {
  const user = findUser(database(), { id: userIdOf(viewer) ?? '' })
  if (!user) throw new AppError('unauthenticated', 'signInNeeded')
  checkPassword(input.password, user.email)
  const attempt = beginAttempt(`own password ${user.id}`, input.address, now)
  if (!(await verifyPassword(input.currentPassword, user.passwordHash))) {
    const reason = 'currentPasswordWrong'
    throw new AppError('invalid', reason, { fields: { currentPassword: reason } })
  }
  attempt.succeeded()
  const passwordHash = await hashPassword(input.password)
  return write((tx) => {
    const current = findUser(tx, { id: user.id })
    if (current?.status !== 'active' || current.passwordHash !== user.passwordHash) {
      throw new AppError('unauthenticated', 'signInNeeded')
    }
    voidResets(tx, user.id, now)
    return setPassword(tx, current, passwordHash, 'own', now)
  })
}

/**
 * Ends all sessions of the signed-in person, this one too.
 * @throws AppError `unauthenticated`.
 */
export function signOutEverywhere(viewer: Viewer, now: Date = new Date()): void {
  write((tx) => {
    const user = findUser(tx, { id: userIdOf(viewer) ?? '' })
    if (!user) throw new AppError('unauthenticated', 'signInNeeded')
    tx.update(users)
      .set({ sessionVersion: user.sessionVersion + 1, updatedAt: now.toISOString() })
      .where(eq(users.id, user.id))
      .run()
    recordEvent(tx, viewer, 'user.signed_out_everywhere', { type: 'user', id: user.id })
  })
}

function setPassword(
  tx: Transaction,
  user: typeof users.$inferSelect,
  passwordHash: string,
  by: 'own' | 'reset',
  now: Date,
): { id: string; sessionVersion: number } {
  const sessionVersion = user.sessionVersion + 1
  tx.update(users)
    .set({ passwordHash, sessionVersion, updatedAt: now.toISOString() })
    .where(eq(users.id, user.id))
    .run()
  const { id, name, email, role } = user
  const viewer: Viewer = { kind: 'user', userId: id, name, email, role }
  recordEvent(tx, viewer, 'user.password_changed', { type: 'user', id }, { by })
  return { id, sessionVersion }
}

function voidResets(tx: Transaction, userId: string, now: Date): void {
  voidLinks(tx, and(eq(oneTimeLinks.kind, 'reset'), eq(oneTimeLinks.userId, userId)), now)
}

function findUser(queryable: Queryable, person: { id: string } | { email: string }) {
  const condition =
    'id' in person ? eq(users.id, person.id) : eq(users.email, person.email.trim().toLowerCase())
  return queryable.select().from(users).where(condition).get()
}
