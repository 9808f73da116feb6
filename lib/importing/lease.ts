import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { imports } from '#db/schema/index.ts'
import { type Queryable, type Transaction, write } from '#lib/database.ts'

export type ImportRow = typeof imports.$inferSelect
export type ImportState = ImportRow['state']

/** States in which there is something to do without a person: reading, making drafts, taking back. */
export const WORKING_STATES = ['uploaded', 'running', 'undoing'] as const satisfies ImportState[]

/** Whoever works on an import gives a sign of life this often; silent for longer than the lease, it counts as killed. */
export const HEARTBEAT_MS = 2_000
const LEASE_MS = 10_000

/** The import went to another process, was paused or undone: whoever worked on it stops. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

export function findImport(queryable: Queryable, importId: string): ImportRow | null {
  return queryable.select().from(imports).where(eq(imports.id, importId)).get() ?? null
}

/** Imports that wait for somebody to work on them, the oldest first. */
export function listUnclaimed(
  queryable: Queryable,
  now = Date.now(),
): { id: string; state: ImportState }[] {
  return queryable
    .select({ id: imports.id, state: imports.state })
    .from(imports)
    .where(and(inArray(imports.state, WORKING_STATES), isUnclaimed(now)))
    .orderBy(imports.createdAt)
    .all()
}

/** Takes an import on for a process; null where there is nothing to do or another works on it. */
export function claimImport(importId: string, runner: string, now = Date.now()): ImportRow | null {
  return write((tx) => {
    const claimed = tx
      .update(imports)
      .set({ runner, heartbeatAt: new Date(now).toISOString() })
      .where(
        and(
          eq(imports.id, importId),
          inArray(imports.state, WORKING_STATES),
          or(isUnclaimed(now), eq(imports.runner, runner)),
        ),
      )
      .returning()
      .get()
    return claimed ?? null
  })
}

function isUnclaimed(now: number) {
  const silentSince = new Date(now - LEASE_MS).toISOString()
  return or(isNull(imports.runner), lt(imports.heartbeatAt, silentSince))
}

/** The import as it stands, for whoever works on it. @throws LeaseLost where it is no longer theirs in this state */
export function requireLease(
  tx: Transaction,
  importId: string,
  runner: string,
  state: ImportState,
): ImportRow {
  const row = findImport(tx, importId)
  if (row === null || row.runner !== runner || row.state !== state) {
    throw new LeaseLost(`import ${importId} is ${row?.state ?? 'gone'}`)
  }
  return row
}

/** A sign of life for all that a process works on. */
export function keepLeases(runner: string): void {
  write((tx) => {
    tx.update(imports)
      .set({ heartbeatAt: new Date().toISOString() })
      .where(eq(imports.runner, runner))
      .run()
  })
}

/** Gives an import free, so that whoever comes next need not wait for the lease to run out. */
export function releaseImport(importId: string, runner: string): void {
  write((tx) => {
    tx.update(imports)
      .set({ runner: null, heartbeatAt: null })
      .where(and(eq(imports.id, importId), eq(imports.runner, runner)))
      .run()
  })
}
