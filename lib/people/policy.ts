import { and, count, eq, ne } from 'drizzle-orm'
import { users } from '#db/schema/index.ts'
import type { Queryable } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { isAdmin, type Role, type Viewer } from '#lib/viewer.ts'

export const PEOPLE_ACTIONS = [
  'list',
  'invite',
  'void_invitation',
  'change_role',
  'suspend',
  'restore',
  'hand_over',
  'issue_reset',
] as const
export type PeopleAction = (typeof PEOPLE_ACTIONS)[number]

/** The people of the archive are the admins' business; the machine itself may list and issue reset links. */
export function canManagePeople(viewer: Viewer, action: PeopleAction): boolean {
  if (viewer.kind === 'system') return action === 'list' || action === 'issue_reset'
  return isAdmin(viewer)
}

/** @throws AppError `not_found`: who may not manage people is not told that there is anything to manage. */
export function authorizePeople(viewer: Viewer, action: PeopleAction): void {
  if (!canManagePeople(viewer, action)) throw notFound(`may not ${action} people`)
}

/**
 * The last active admin can be neither suspended nor demoted.
 * @throws AppError `conflict`.
 */
export function requireAnotherAdmin(
  queryable: Queryable,
  person: { id: string; role: Role; status: string },
): void {
  if (person.role !== 'admin' || person.status !== 'active') return
  const others = queryable
    .select({ count: count() })
    .from(users)
    .where(and(eq(users.role, 'admin'), eq(users.status, 'active'), ne(users.id, person.id)))
    .get()
  if (!others?.count) throw new AppError('conflict', 'lastAdmin')
}

/** Statements belong to people who work in the archive. */
export function canOwnStatements(person: { role: Role; status: string }): boolean {
  return person.status === 'active' && (person.role === 'archivist' || person.role === 'admin')
}
