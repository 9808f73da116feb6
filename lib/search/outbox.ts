import { asc, eq, gt, min, sql } from 'drizzle-orm'
import { searchCursors, searchOutbox } from '#db/schema/index.ts'
import { database, type Queryable, type Transaction, write } from '#lib/database.ts'
import { unsafeCountPublished } from '#lib/statements/published.ts'
import type { SearchEngine } from './contract.ts'
import { bringToIndex, type FedEngine } from './mending.ts'

/**
 * The outbox is one list of statements to look at again, and each engine has its own place in it: a stopped one holds
 * nobody up and misses nothing. An entry is deleted when every engine that follows the list has gone past it.
 */

export type EngineName = SearchEngine['name']

/** Statements brought to the index in one go. */
const BATCH = 50

/** What an index should hold at this moment. */
export interface Standing {
  /** Number of the newest entry ever made: unchanged, nothing has changed. */
  head: number
  /** Statements whose place in this engine's index has still to be looked at. */
  pending: number[]
  /** Published statements beside those. */
  settled: number
}

/** Ids of the statements whose place in this engine's index has still to be looked at. */
export function pendingStatements(engine: EngineName): number[] {
  return pendingIds(database(), readCursor(database(), engine))
}

/** How this engine's index should be, read in one go. */
export function readStanding(engine: EngineName): Standing {
  return database().transaction((tx) => {
    const pending = pendingIds(tx, readCursor(tx, engine))
    const waiting = pending.length === 0 ? 0 : unsafeCountPublished(tx, pending)
    return { head: readHead(tx), pending, settled: unsafeCountPublished(tx) - waiting }
  })
}

/** Number of entries that this engine has still to take, and the age of the oldest in seconds, 0 when there is none. */
export function readOutboxLag(
  engine: EngineName,
  now = Date.now(),
): { pending: number; oldestSeconds: number } {
  const row = database()
    .select({ pending: sql<number>`count(*)`, oldest: min(searchOutbox.createdAt) })
    .from(searchOutbox)
    .where(gt(searchOutbox.id, readCursor(database(), engine)))
    .get()
  const oldest = row?.oldest ? Math.max(0, Math.round((now - Date.parse(row.oldest)) / 1000)) : 0
  return { pending: row?.pending ?? 0, oldestSeconds: oldest }
}

/**
 * Brings the index to the archive's present state for every statement in the outbox that this engine has not taken yet.
 * Its place moves only after it has taken them, so that nothing is lost when either side stops midway. Returns how many
 * entries were worked off.
 */
export async function drainOutbox(engine: FedEngine): Promise<number> {
  let done = 0
  for (;;) {
    const rows = database()
      .select({ id: searchOutbox.id, statementId: searchOutbox.statementId })
      .from(searchOutbox)
      .where(gt(searchOutbox.id, readCursor(database(), engine.name)))
      .orderBy(asc(searchOutbox.id))
      .limit(BATCH)
      .all()
    if (rows.length === 0) return done
    await bringToIndex(engine, [...new Set(rows.map(({ statementId }) => statementId))])
    acknowledge(engine.name, rows.at(-1)!.id)
    done += rows.length
  }
}

/** Whether this engine has something to take. */
export function isBehind(engine: EngineName): boolean {
  return readHead(database()) > readCursor(database(), engine)
}

/** Number of the newest entry ever made, also of one that is gone. */
export function outboxHead(): number {
  return readHead(database())
}

/** The engine's index is as the archive was when this was the newest entry, or later. */
export function acknowledge(engine: EngineName, entry: number): void {
  write((tx) => {
    tx.insert(searchCursors)
      .values({ engine, lastEntry: entry })
      .onConflictDoUpdate({
        target: searchCursors.engine,
        set: { lastEntry: sql`max(${searchCursors.lastEntry}, ${entry})` },
      })
      .run()
    deleteTaken(tx)
  })
}

/**
 * Lets an engine follow the outbox from now on. What is older is not in it: whoever calls this compares index and
 * archive afterwards.
 */
export function followOutbox(engine: EngineName): void {
  write((tx) => {
    tx.insert(searchCursors)
      .values({ engine, lastEntry: readHead(tx) })
      .onConflictDoNothing()
      .run()
  })
}

/** An engine that is no longer used holds no entries back. */
export function leaveOutbox(engine: EngineName): void {
  write((tx) => {
    tx.delete(searchCursors).where(eq(searchCursors.engine, engine)).run()
    deleteTaken(tx)
  })
}

/** The embedded engine always follows, from the first entry on if it has taken none. */
function deleteTaken(tx: Transaction): void {
  const others = tx
    .select({ last: min(searchCursors.lastEntry) })
    .from(searchCursors)
    .get()
  const taken = Math.min(readCursor(tx, 'embedded'), others?.last ?? 0)
  tx.delete(searchOutbox).where(sql`${searchOutbox.id} <= ${taken}`).run()
}

function pendingIds(queryable: Queryable, cursor: number): number[] {
  return queryable
    .selectDistinct({ id: searchOutbox.statementId })
    .from(searchOutbox)
    .where(gt(searchOutbox.id, cursor))
    .all()
    .map(({ id }) => id)
}

function readCursor(queryable: Queryable, engine: EngineName): number {
  const row = queryable
    .select({ last: searchCursors.lastEntry })
    .from(searchCursors)
    .where(eq(searchCursors.engine, engine))
    .get()
  return row?.last ?? 0
}

/** SQLite keeps the highest number of a table with AUTOINCREMENT, whatever was deleted. */
function readHead(queryable: Queryable): number {
  const row = queryable.get<{ seq: number } | undefined>(
    sql`SELECT seq FROM sqlite_sequence WHERE name = 'search_outbox'`,
  )
  return row?.seq ?? 0
}
