import Sqlite from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from './schema/index.ts'

export type Database = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database }
/** What a transaction gives: the same queries, inside it. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
export type Queryable = Database | Transaction

/**
 * Opens the archive's database: write-ahead log, full synchronisation (an acknowledged write survives a power cut),
 * foreign keys enforced, and up to five seconds of waiting for another writer.
 */
export function openDatabase(file: string): Database {
  const client = new Sqlite(file)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  client.pragma('trusted_schema = OFF')
  return drizzle(client, { schema })
}
