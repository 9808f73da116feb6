import { count, eq } from 'drizzle-orm'
import { statements } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import type { Queryable, Transaction } from '#lib/database.ts'
import type { Viewer } from '#lib/viewer.ts'

/** How many statements each person owns, by their id; who owns none is left out. */
export function countOwnedStatements(queryable: Queryable): Map<string, number> {
  const rows = queryable
    .select({ ownerId: statements.ownerId, count: count() })
    .from(statements)
    .groupBy(statements.ownerId)
    .all()
  return new Map(rows.map((row) => [row.ownerId, row.count]))
}

/**
 * Makes `to` the owner of all that `from` owns, with an event for each statement, and returns how many there were.
 * Who may do so and who may receive them is `lib/people`'s to decide. Contributions stay with whoever made them, so
 * that nobody gets to decide on their own work by giving it away.
 */
export function unsafeHandOverStatements(
  tx: Transaction,
  viewer: Viewer,
  from: string,
  to: string,
): number {
  const handed = tx
    .update(statements)
    .set({ ownerId: to })
    .where(eq(statements.ownerId, from))
    .returning({ reference: statements.reference })
    .all()
  for (const { reference } of handed) {
    const subject = { type: 'statement', id: reference } as const
    recordEvent(tx, viewer, 'statement.handed_over', subject, { from, to })
  }
  return handed.length
}
