import { eq } from 'drizzle-orm'
import { users } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import type { Viewer } from '#lib/viewer.ts'

/**
 * Somebody as the viewer that they are now, for work that they asked for and that goes on without them; null where they
 * are suspended or gone. Never for a request, whose session says who is asking.
 */
export function unsafeViewerOf(userId: string): Extract<Viewer, { kind: 'user' }> | null {
  const user = database().select().from(users).where(eq(users.id, userId)).get()
  if (user?.status !== 'active') return null
  return { kind: 'user', userId: user.id, name: user.name, email: user.email, role: user.role }
}
