import { searchOutbox } from '#db/schema/index.ts'
import type { Transaction } from '#lib/database.ts'

/** Puts these statements into the search outbox, in the transaction of the change. */
export function enqueueStatements(tx: Transaction, ids: readonly number[]): void {
  if (ids.length === 0) return
  const createdAt = new Date().toISOString()
  tx.insert(searchOutbox)
    .values(ids.map((statementId) => ({ statementId, createdAt })))
    .run()
}
