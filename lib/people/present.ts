import type { oneTimeLinks, users } from '#db/schema/index.ts'
import type { Role } from '#lib/viewer.ts'

/** A person as admins see them. */
export interface PersonView {
  id: string
  name: string
  email: string
  role: Role
  status: 'active' | 'suspended'
  /** UTC, ISO 8601. */
  createdAt: string
  lastSignInAt: string | null
  ownedStatements: number
}

/** An invitation as admins see it; its address is known only to whoever made it. */
export interface InvitationView {
  id: string
  /** Null: the first admin's, who chooses an address. */
  email: string | null
  role: Role
  createdAt: string
  expiresAt: string
  isExpired: boolean
}

/** What an invitation tells the person who opens it. */
export interface OpenInvitationView {
  email: string | null
  role: Role
  expiresAt: string
}

export function presentPerson(row: typeof users.$inferSelect, ownedStatements: number): PersonView {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    status: row.status,
    createdAt: row.createdAt,
    lastSignInAt: row.lastSignInAt,
    ownedStatements,
  }
}

export function presentInvitation(
  row: typeof oneTimeLinks.$inferSelect,
  now: Date,
): InvitationView {
  return {
    id: row.id,
    email: row.email,
    role: roleOf(row),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    isExpired: row.expiresAt <= now.toISOString(),
  }
}

export function presentOpenInvitation(row: typeof oneTimeLinks.$inferSelect): OpenInvitationView {
  return { email: row.email, role: roleOf(row), expiresAt: row.expiresAt }
}

function roleOf(row: { role: Role | null }): Role {
  if (!row.role) throw new Error('an invitation without a role')
  return row.role
}
