import { and, eq } from 'drizzle-orm'
import { oneTimeLinks, users } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { voidLinks } from '#lib/auth/one-time-links.ts'
import { type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { unsafeHandOverStatements } from '#lib/statements/ownership.ts'
import type { Role, Viewer } from '#lib/viewer.ts'
import { voidInvitations } from './invitations.ts'
import { authorizePeople, canOwnStatements, requireAnotherAdmin } from './policy.ts'

export { acceptInvitation, createPerson, invitePerson, voidInvitation } from './invitations.ts'
export {
  changeOwnPassword,
  issueReset,
  resetPassword,
  signOutEverywhere,
} from './passwords.ts'

/**
 * Gives a person another role; it holds from their next request on.
 * @throws AppError `not_found`; `conflict` (lastAdmin).
 */
export function changeRole(viewer: Viewer, id: string, role: Role, now: Date = new Date()): void {
  write((tx) => {
    authorizePeople(viewer, 'change_role')
    const person = requirePerson(tx, id)
    if (person.role === role) return
    requireAnotherAdmin(tx, person)
    tx.update(users).set({ role, updatedAt: now.toISOString() }).where(eq(users.id, id)).run()
    if (person.role === 'admin') voidIssued(tx, viewer, id, now)
    recordEvent(
      tx,
      viewer,
      'user.role_changed',
      { type: 'user', id },
      { from: person.role, to: role },
    )
  })
}

/**
 * Suspends a person: anonymous from their next request on, signed out for good, and the links that they issued or
 * that were issued to them are void.
 * @throws AppError `not_found`; `conflict` (lastAdmin, alreadySuspended).
 */
export function suspendPerson(viewer: Viewer, id: string, now: Date = new Date()): void {
  write((tx) => {
    authorizePeople(viewer, 'suspend')
    const person = requirePerson(tx, id)
    if (person.status === 'suspended') throw new AppError('conflict', 'alreadySuspended')
    requireAnotherAdmin(tx, person)
    tx.update(users)
      .set({
        status: 'suspended',
        sessionVersion: person.sessionVersion + 1,
        updatedAt: now.toISOString(),
      })
      .where(eq(users.id, id))
      .run()
    voidIssued(tx, viewer, id, now)
    voidLinks(tx, and(eq(oneTimeLinks.kind, 'reset'), eq(oneTimeLinks.userId, id)), now)
    recordEvent(tx, viewer, 'user.suspended', { type: 'user', id })
  })
}

/**
 * Lets a suspended person sign in again.
 * @throws AppError `not_found`; `conflict` (notSuspended).
 */
export function restorePerson(viewer: Viewer, id: string, now: Date = new Date()): void {
  write((tx) => {
    authorizePeople(viewer, 'restore')
    const person = requirePerson(tx, id)
    if (person.status !== 'suspended') throw new AppError('conflict', 'notSuspended')
    tx.update(users)
      .set({ status: 'active', updatedAt: now.toISOString() })
      .where(eq(users.id, id))
      .run()
    recordEvent(tx, viewer, 'user.restored', { type: 'user', id })
  })
}

/**
 * Hands all statements of a person to another, who must be active and work in the archive; returns how many.
 * @throws AppError `not_found`; `invalid` (recipientNotStaff, recipientSame).
 */
export function handOverStatements(viewer: Viewer, fromId: string, toId: string): number {
  return write((tx) => {
    authorizePeople(viewer, 'hand_over')
    const from = requirePerson(tx, fromId)
    const to = tx.select().from(users).where(eq(users.id, toId)).get()
    const reason =
      from.id === to?.id
        ? 'recipientSame'
        : to === undefined || !canOwnStatements(to)
          ? 'recipientNotStaff'
          : null
    if (reason) throw new AppError('invalid', reason, { fields: { recipient: reason } })
    return unsafeHandOverStatements(tx, viewer, fromId, toId)
  })
}

/** What somebody issued while they were trusted must not outlive that trust. */
function voidIssued(tx: Transaction, viewer: Viewer, id: string, now: Date): void {
  voidInvitations(tx, viewer, eq(oneTimeLinks.createdBy, id), now)
  voidLinks(tx, and(eq(oneTimeLinks.kind, 'reset'), eq(oneTimeLinks.createdBy, id)), now)
}

function requirePerson(tx: Transaction, id: string): typeof users.$inferSelect {
  const person = tx.select().from(users).where(eq(users.id, id)).get()
  if (!person) throw notFound('no such person')
  return person
}
