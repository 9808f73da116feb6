import { inArray } from 'drizzle-orm'
import { users } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'

/** Names of people by id, for presenters of work that the viewer may already see. */
export function namesOfUsers(ids: readonly string[]): Map<string, string> {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return new Map()
  const rows = database()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, unique))
    .all()
  return new Map(rows.map((row) => [row.id, row.name]))
}
