import { and, asc, count, desc, eq, isNull } from 'drizzle-orm'
import { oneTimeLinks, users } from '#db/schema/index.ts'
import { openLink } from '#lib/auth/one-time-links.ts'
import { database } from '#lib/database.ts'
import { notFound } from '#lib/errors.ts'
import { countOwnedStatements } from '#lib/statements/ownership.ts'
import { userIdOf, type Viewer } from '#lib/viewer.ts'
import { authorizePeople, canOwnStatements } from './policy.ts'
import {
  type InvitationView,
  type OpenInvitationView,
  type PersonView,
  presentInvitation,
  presentOpenInvitation,
  presentPerson,
} from './present.ts'

/**
 * Everybody who may sign in or once could, by name.
 * @throws AppError `not_found` for all but admins.
 */
export function listPeople(viewer: Viewer): PersonView[] {
  authorizePeople(viewer, 'list')
  const owned = countOwnedStatements(database())
  return database()
    .select()
    .from(users)
    .orderBy(asc(users.name), asc(users.id))
    .all()
    .map((row) => presentPerson(row, owned.get(row.id) ?? 0))
}

/**
 * One person, and to whom their statements could be handed.
 * @throws AppError `not_found`.
 */
export function getPerson(
  viewer: Viewer,
  id: string,
): { person: PersonView; recipients: { id: string; name: string }[] } {
  const people = listPeople(viewer)
  const person = people.find((candidate) => candidate.id === id)
  if (!person) throw notFound()
  const recipients = people
    .filter((candidate) => candidate.id !== id && canOwnStatements(candidate))
    .map(({ id, name }) => ({ id, name }))
  return { person, recipients }
}

/**
 * Invitations neither used nor voided, newest first.
 * @throws AppError `not_found` for all but admins.
 */
export function listInvitations(viewer: Viewer, now: Date = new Date()): InvitationView[] {
  authorizePeople(viewer, 'list')
  return database()
    .select()
    .from(oneTimeLinks)
    .where(
      and(
        eq(oneTimeLinks.kind, 'invitation'),
        isNull(oneTimeLinks.usedAt),
        isNull(oneTimeLinks.voidedAt),
      ),
    )
    .orderBy(desc(oneTimeLinks.createdAt))
    .all()
    .map((row) => presentInvitation(row, now))
}

/**
 * What an invitation is for; whoever holds its address may know.
 * @throws AppError `not_found`; `invalid` (linkUsed, linkVoid, linkExpired).
 */
export function readInvitation(
  _viewer: Viewer,
  token: string,
  now: Date = new Date(),
): OpenInvitationView {
  return presentOpenInvitation(openLink(database(), 'invitation', token, now))
}

/**
 * Whether a reset link can be used, and for which e-mail address.
 * @throws AppError `not_found`; `invalid` (linkUsed, linkVoid, linkExpired).
 */
export function readReset(
  _viewer: Viewer,
  token: string,
  now: Date = new Date(),
): { email: string; expiresAt: string } {
  const link = openLink(database(), 'reset', token, now)
  const user = database()
    .select()
    .from(users)
    .where(eq(users.id, link.userId ?? ''))
    .get()
  if (!user) throw notFound('a reset link of nobody')
  return { email: user.email, expiresAt: link.expiresAt }
}

/** The signed-in person's own row, or null. */
export function getOwnAccount(viewer: Viewer): Omit<PersonView, 'ownedStatements'> | null {
  const id = userIdOf(viewer)
  const row = id ? database().select().from(users).where(eq(users.id, id)).get() : undefined
  if (!row) return null
  const { ownedStatements: _, ...account } = presentPerson(row, 0)
  return account
}

/** Whether the archive has an active admin; without one, only the machine can invite the first. */
export function hasAdmin(): boolean {
  const row = database()
    .select({ count: count() })
    .from(users)
    .where(and(eq(users.role, 'admin'), eq(users.status, 'active')))
    .get()
  return (row?.count ?? 0) > 0
}
