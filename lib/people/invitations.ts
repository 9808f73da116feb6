import { and, eq, isNull } from 'drizzle-orm'
import { oneTimeLinks, users } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { issueLink, openLink, useLink, voidLinks } from '#lib/auth/one-time-links.ts'
import { checkPassword, hashPassword } from '#lib/auth/passwords.ts'
import { database, type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import type { Role, Viewer } from '#lib/viewer.ts'
import { checkEmail, checkName } from './fields.ts'
import { authorizePeople } from './policy.ts'
import { hasAdmin } from './queries.ts'

/**
 * Invites somebody with a role and returns the address to hand to them, which is shown this once. An earlier
 * invitation to the same e-mail address is void.
 * @throws AppError `not_found` for all but admins; `invalid`; `conflict` where that address already has an account.
 */
export function invitePerson(
  viewer: Viewer,
  input: { email: string; role: Role },
  now: Date = new Date(),
): { url: string } {
  const email = checkEmail(input.email)
  return write((tx) => {
    authorizePeople(viewer, 'invite')
    requireFreeEmail(tx, email)
    voidInvitations(tx, viewer, eq(oneTimeLinks.email, email), now)
    const link = { kind: 'invitation', email, role: input.role, userId: null } as const
    const { id, url } = issueLink(tx, viewer, link, now)
    recordEvent(tx, viewer, 'user.invited', { type: 'user', id }, { email, role: input.role })
    return { url }
  })
}

/**
 * Makes the invitation of the first admin, who chooses an e-mail address, and voids the earlier one; null once there
 * is an admin. For the machine's start alone.
 */
export function inviteFirstAdmin(now: Date = new Date()): string | null {
  const viewer: Viewer = { kind: 'system', reason: 'start' }
  return write((tx) => {
    if (hasAdmin()) return null
    voidInvitations(tx, viewer, isNull(oneTimeLinks.email), now)
    const link = { kind: 'invitation', email: null, role: 'admin', userId: null } as const
    const { id, url } = issueLink(tx, viewer, link, now)
    recordEvent(tx, viewer, 'user.invited', { type: 'user', id }, { email: null, role: 'admin' })
    return url
  })
}

/**
 * Takes an invitation back before it is used.
 * @throws AppError `not_found` for all but admins, and where there is no open one of this id.
 */
export function voidInvitation(viewer: Viewer, id: string, now: Date = new Date()): void {
  write((tx) => {
    authorizePeople(viewer, 'void_invitation')
    const voided = voidInvitations(tx, viewer, eq(oneTimeLinks.id, id), now)
    if (voided === 0) throw notFound('no open invitation')
  })
}

/** Voids open invitations that meet the condition, each with its event; returns how many. */
export function voidInvitations(
  tx: Transaction,
  viewer: Viewer,
  condition: Parameters<typeof and>[0],
  now: Date,
): number {
  const ids = voidLinks(tx, and(condition, eq(oneTimeLinks.kind, 'invitation')), now)
  for (const id of ids) {
    recordEvent(tx, viewer, 'user.invitation_voided', { type: 'user', id })
  }
  return ids.length
}

/**
 * Accepts an invitation: makes the account, once.
 * @returns what a session is made of.
 * @throws AppError `not_found`; `invalid` (linkUsed, linkVoid, linkExpired, or a field); `conflict` where the address
 * has an account or there is an admin by now.
 */
export async function acceptInvitation(
  _viewer: Viewer,
  input: { token: string; name: string; email: string; password: string },
  now: Date = new Date(),
): Promise<{ id: string; sessionVersion: number }> {
  // Before any work: only the holder of a link that can be used may have a password hashed.
  const opened = openLink(database(), 'invitation', input.token, now)
  const name = checkName(input.name)
  const email = opened.email ?? checkEmail(input.email)
  checkPassword(input.password, email)
  const passwordHash = await hashPassword(input.password)

  return write((tx) => {
    const link = openLink(tx, 'invitation', input.token, now)
    if (!link.role) throw new Error('an invitation without a role')
    if (link.email === null && hasAdmin()) throw new AppError('invalid', 'linkVoid')
    requireFreeEmail(tx, email)
    useLink(tx, link, now)
    const user = { email, name, role: link.role, passwordHash }
    const id = insertUser(tx, user, now)
    const viewer = { kind: 'user', userId: id, name, email, role: link.role } as const
    const details = { email, role: link.role, invitation: link.id, invitedBy: link.createdBy }
    recordEvent(tx, viewer, 'user.joined', { type: 'user', id }, details)
    return { id, sessionVersion: 1 }
  })
}

/**
 * Makes an account without an invitation, for seeding alone.
 * @throws AppError `not_found` for everybody but the system; `invalid`; `conflict` where the address has an account.
 */
export async function createPerson(
  viewer: Viewer,
  input: { email: string; name: string; role: Role; password: string },
  now: Date = new Date(),
): Promise<{ id: string }> {
  if (viewer.kind !== 'system') throw notFound('accounts are made by invitation')
  const name = checkName(input.name)
  const email = checkEmail(input.email)
  checkPassword(input.password, email)
  const passwordHash = await hashPassword(input.password)
  return write((tx) => {
    requireFreeEmail(tx, email)
    const id = insertUser(tx, { email, name, role: input.role, passwordHash }, now)
    const details = { email, role: input.role }
    recordEvent(tx, viewer, 'user.joined', { type: 'user', id }, details)
    return { id }
  })
}

function requireFreeEmail(tx: Transaction, email: string): void {
  const taken = tx.select({ id: users.id }).from(users).where(eq(users.email, email)).get()
  if (taken) throw new AppError('conflict', 'emailTaken', { fields: { email: 'emailTaken' } })
}

function insertUser(
  tx: Transaction,
  user: { email: string; name: string; role: Role; passwordHash: string },
  now: Date,
): string {
  const id = newId()
  const at = now.toISOString()
  tx.insert(users)
    .values({ ...user, id, createdAt: at, updatedAt: at })
    .run()
  return id
}
