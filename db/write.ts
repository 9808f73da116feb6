import type { Database, Transaction } from './client.ts'

/** A transaction that awaited anything would commit before its work was done. */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T

/**
 * The one way to write: a synchronous transaction that takes the write lock at its beginning (`BEGIN IMMEDIATE`), so
 * that nothing it reads can be stale when it writes.
 */
export function write<T>(database: Database, work: (tx: Transaction) => Synchronous<T>): T {
  return database.transaction((tx) => work(tx), { behavior: 'immediate' }) as T
}
