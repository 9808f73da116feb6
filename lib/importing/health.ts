import { notInArray } from 'drizzle-orm'
import { imports } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import type { Viewer } from '#lib/viewer.ts'
import { type ImportRow, WORKING_STATES } from './lease.ts'

/** Work that nobody has given a sign of life for so long is stuck; another process would have taken it on by then. */
const SILENCE_MS = 60_000

export interface ImportHealth {
  /** Imports whose file is being read, whose drafts are being made or deleted, or that wait for their turn. */
  working: number
  /** Of those, how many nobody works on and nobody will. */
  stuck: number
  /** Paused by themselves, because something failed. */
  stopped: number
  /** Imports whose file is still kept: until somebody finishes, discards or undoes them. */
  kept: number
}

/** How the imports stand. Numbers alone, so anyone may ask: a monitor has no account. */
export function readImportHealth(_viewer: Viewer, now = Date.now()): ImportHealth {
  const rows = database()
    .select()
    .from(imports)
    .where(notInArray(imports.state, ['finished', 'undone']))
    .all()
  const working = rows.filter(({ state }) => WORKING_STATES.some((one) => one === state))
  const isSilent = (at: string | null) => at === null || now - Date.parse(at) > SILENCE_MS
  const isAttended = working.some((row) => row.runner !== null && !isSilent(row.heartbeatAt))
  // While somebody works, those without a runner only wait for their turn.
  const isStuck = (row: ImportRow) =>
    row.runner === null
      ? !isAttended && isSilent(row.runStartedAt ?? row.createdAt)
      : isSilent(row.heartbeatAt)
  return {
    working: working.length,
    stuck: working.filter(isStuck).length,
    stopped: rows.filter(({ state, failure }) => state === 'paused' && failure !== null).length,
    kept: rows.length,
  }
}
