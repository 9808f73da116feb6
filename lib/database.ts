import { type Database, openDatabase, type Queryable, type Transaction } from '#db/client.ts'
import { write as writeTransaction } from '#db/write.ts'
import { dataFile } from './env.ts'

export type { Database, Queryable, Transaction }

interface Handle {
  database: Database | null
  listeners: Set<() => void>
}

// One handle for the process: bundles and workers of the same process each load this module anew.
const globals = globalThis as typeof globalThis & { __govahDatabase?: Handle }
globals.__govahDatabase ??= { database: null, listeners: new Set() }
const handle = globals.__govahDatabase

/** The archive's database, opened at its first use and never by merely importing this module. */
export function database(): Database {
  handle.database ??= openDatabase(dataFile('govah.db'))
  return handle.database
}

/** Uses this database from now on (tests, and command lines that open another file). */
export function useDatabase(other: Database | null): void {
  handle.database = other
}

/** Closes the database; the next use opens it again. */
export function closeDatabase(): void {
  handle.database?.$client.close()
  handle.database = null
}

/** Runs `work` in one immediate transaction on the archive's database; listeners hear of it after the commit. */
export function write<T>(work: (tx: Transaction) => T extends PromiseLike<unknown> ? never : T): T {
  const result = writeTransaction<T>(database(), work)
  for (const listener of handle.listeners) listener()
  return result
}

/** Calls `listener` after every committed write (the search outbox is drained then). Returns the way to stop. */
export function onWrite(listener: () => void): () => void {
  handle.listeners.add(listener)
  return () => handle.listeners.delete(listener)
}
