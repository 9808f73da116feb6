import { count, inArray, min, sql } from 'drizzle-orm'
import { searchOutbox } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { unsafePublishedStates } from '#lib/statements/published.ts'
import type { SearchEngine } from './contract.ts'
import { readAllDocuments, readDocuments } from './documents.ts'

/** Statements brought to the index in one go. */
const BATCH = 50
/** An index that lacks more than this is built anew, which is faster than mending it. */
const MEND_MAX = 500

/** What differs between index and archive. */
export interface IndexDrift {
  /** Published, but not in the index. */
  missing: number[]
  /** In the index as they once were. */
  stale: number[]
  /** In the index, but not published. */
  surplus: number[]
}

/** Ids of the statements whose place in the index has still to be looked at. */
export function pendingStatements(): number[] {
  return database()
    .selectDistinct({ id: searchOutbox.statementId })
    .from(searchOutbox)
    .all()
    .map(({ id }) => id)
}

/** Number of waiting entries and the age of the oldest in seconds, 0 when there is none. */
export function readOutboxLag(now = Date.now()): { pending: number; oldestSeconds: number } {
  const row = database()
    .select({ pending: count(), oldest: min(searchOutbox.createdAt) })
    .from(searchOutbox)
    .get()
  const oldest = row?.oldest ? Math.max(0, Math.round((now - Date.parse(row.oldest)) / 1000)) : 0
  return { pending: row?.pending ?? 0, oldestSeconds: oldest }
}

/**
 * Brings the index to the archive's present state for every statement in the outbox. An entry is deleted only after the
 * engine has taken it, so that nothing is lost when either side stops midway. Returns how many entries were worked off.
 */
export async function drainOutbox(engine: SearchEngine): Promise<number> {
  let done = 0
  for (;;) {
    const rows = database()
      .select({ id: searchOutbox.id, statementId: searchOutbox.statementId })
      .from(searchOutbox)
      .orderBy(searchOutbox.id)
      .limit(BATCH)
      .all()
    if (rows.length === 0) return done
    await bringToIndex(engine, [...new Set(rows.map(({ statementId }) => statementId))])
    database()
      .delete(searchOutbox)
      .where(
        inArray(
          searchOutbox.id,
          rows.map(({ id }) => id),
        ),
      )
      .run()
    done += rows.length
  }
}

/** Compares index and archive by id and state. */
export async function findDrift(engine: SearchEngine): Promise<IndexDrift> {
  const indexed = await engine.inventory()
  const published = unsafePublishedStates(database())
  return {
    missing: [...published.keys()].filter((id) => !indexed.has(id)),
    stale: [...published]
      .filter(([id, state]) => indexed.has(id) && indexed.get(id) !== state)
      .map(([id]) => id),
    surplus: [...indexed.keys()].filter((id) => !published.has(id)),
  }
}

/** Makes the index agree with the archive and returns what differed. */
export async function repairIndex(engine: SearchEngine): Promise<IndexDrift> {
  const drift = await findDrift(engine)
  const ids = [...drift.missing, ...drift.stale, ...drift.surplus]
  if (drift.missing.length + drift.stale.length > MEND_MAX) {
    await engine.rebuild(readAllDocuments(database()))
    // What changed while it was being built.
    const rest = await findDrift(engine)
    await bringAll(engine, [...rest.missing, ...rest.stale, ...rest.surplus])
  } else {
    await bringAll(engine, ids)
  }
  return drift
}

async function bringAll(engine: SearchEngine, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    await bringToIndex(engine, ids.slice(from, from + BATCH))
  }
}

/**
 * Puts or removes statements as they are now. Another process may do the same with an older reading: whoever writes
 * looks again afterwards, and goes on until what was written is what is there.
 */
async function bringToIndex(engine: SearchEngine, ids: readonly number[]): Promise<void> {
  let left = ids
  while (left.length > 0) {
    const documents = readDocuments(database(), left)
    const written = new Map(documents.map(({ id, state }) => [id, state]))
    const gone = left.filter((id) => !written.has(id))
    if (documents.length > 0) await engine.put(documents)
    if (gone.length > 0) await engine.remove(gone)
    const now = unsafePublishedStates(database(), left)
    left = left.filter((id) => now.get(id) !== written.get(id))
  }
}

/** The highest entry number so far: when it is unchanged, nothing was added. */
export function lastOutboxEntry(): number {
  const row = database()
    .select({ last: sql<number>`coalesce(max(${searchOutbox.id}), 0)` })
    .from(searchOutbox)
    .get()
  return row?.last ?? 0
}
