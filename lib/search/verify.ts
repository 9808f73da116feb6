import { setTimeout as wait } from 'node:timers/promises'
import { inArray } from 'drizzle-orm'
import { statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { unsafeCountPublished } from '#lib/statements/published.ts'
import type { SearchEngine } from './contract.ts'
import {
  bringAll,
  countDrift,
  findAltered,
  findDrift,
  type IndexDrift,
  repairIndex,
} from './mending.ts'
import { drainOutbox, type EngineName, pendingStatements } from './outbox.ts'

/** What differs is looked at again after this, lest it be a change that was just on its way. */
const SETTLE_MS = 1_000
const NAMES_STEP = 10_000

/** How one engine's index differs from the archive, by reference; `#id` where the archive has no such statement. */
export interface EngineVerification {
  engine: EngineName
  statements: number
  /** Changes that the engine has still to take; what they explain is no drift. */
  pending: number
  missing: string[]
  /** Of another content hash, revision, audience or time, or with other passages than the archive has. */
  stale: string[]
  surplus: string[]
  /** How many differences were left after mending. */
  left: number
}

/**
 * Compares an index with the archive by id and content hash, and by a digest of every passage that is stored. With
 * `repair` the outbox is drained and what differs is brought to the index.
 */
export async function verifyEngine(
  engine: SearchEngine,
  options: { repair: boolean },
): Promise<EngineVerification> {
  const pending = pendingStatements(engine.name).length
  if (options.repair) await drainOutbox(engine)
  const drift = await findLastingDrift(engine)
  const differing = countDrift(drift)
  let left = differing
  if (options.repair && differing > 0) {
    await repairIndex(engine)
    await bringAll(engine, drift.stale)
    left = countDrift(await findLastingDrift(engine))
  }
  const named = nameStatements([...drift.missing, ...drift.stale, ...drift.surplus])
  const names = (ids: readonly number[]) => ids.map((id) => named.get(id) ?? `#${id}`)
  return {
    engine: engine.name,
    statements: await engine.count(),
    pending,
    missing: names(drift.missing),
    stale: names(drift.stale),
    surplus: names(drift.surplus),
    left,
  }
}

/** Published statements, which each index should hold. */
export function countPublished(): number {
  return unsafeCountPublished(database())
}

/** What differs twice in a row and is not on its way. */
async function findLastingDrift(engine: SearchEngine): Promise<IndexDrift> {
  const first = await findWholeDrift(engine)
  if (countDrift(first) === 0) return first
  await wait(SETTLE_MS)
  const second = await findWholeDrift(engine)
  const lasting = (ids: readonly number[], before: readonly number[]) => {
    const known = new Set(before)
    return ids.filter((id) => known.has(id))
  }
  return {
    missing: lasting(second.missing, first.missing),
    stale: lasting(second.stale, first.stale),
    surplus: lasting(second.surplus, first.surplus),
  }
}

async function findWholeDrift(engine: SearchEngine): Promise<IndexDrift> {
  const { missing, stale, surplus } = await findDrift(engine)
  const altered = await findAltered(engine)
  const waiting = new Set(pendingStatements(engine.name))
  const absent = new Set(missing)
  const settled = (ids: readonly number[]) => ids.filter((id) => !waiting.has(id))
  return {
    missing: settled(missing),
    stale: settled([...new Set([...stale, ...altered.filter((id) => !absent.has(id))])]),
    surplus: settled(surplus),
  }
}

function nameStatements(ids: readonly number[]): Map<number, string> {
  const named = new Map<number, string>()
  for (let from = 0; from < ids.length; from += NAMES_STEP) {
    const rows = database()
      .select({ id: statements.id, reference: statements.reference })
      .from(statements)
      .where(inArray(statements.id, ids.slice(from, from + NAMES_STEP)))
      .all()
    for (const { id, reference } of rows) named.set(id, reference)
  }
  return named
}
