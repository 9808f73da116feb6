import { unsafeCountPublished } from '#lib/statements/published.ts'
import type { Viewer } from '#lib/viewer.ts'
import { database } from '../database.ts'
import type { SearchEngine } from './contract.ts'
import { type EngineName, readOutboxLag } from './outbox.ts'
import { type FallbackReason, inTime } from './server-follower.ts'
import { searchService } from './service.ts'

/** How far one engine's index has come. */
export interface EngineHealth {
  name: EngineName
  /** Changes that it has still to take. */
  pending: number
  oldestSeconds: number
  /** Statements in its index; null while it cannot be read. */
  statements: number | null
  /** Whether its index is still being compared with the archive, or built. */
  comparing: boolean
}

export interface Health {
  /** `fallback` while the search server is passed over; `failing` while no index can be read: searches then fail and nothing else does. */
  status: 'ok' | 'catching_up' | 'fallback' | 'failing'
  /** Name of the engine that answers searches now. */
  engine: EngineName
  /** Why the embedded engine answers instead of the search server, and for how long it has; null where it does not. */
  fallback: { reason: FallbackReason; seconds: number } | null
  /** What waits for the engine that lags furthest behind. */
  outbox: { pending: number; oldestSeconds: number }
  /** Statements in the index that answers now; null while it cannot be read. */
  index: { statements: number | null }
  /** Published statements in the archive, which the index should hold. */
  archive: { statements: number }
  /** Each engine that is fed. */
  engines: EngineHealth[]
}

/** How the archive and its index stand. Numbers and codes alone, so anyone may ask: a monitor has no account. */
export async function readHealth(_viewer: Viewer): Promise<Health> {
  const { embedded, server } = searchService()
  const fallback = server?.fallback ?? null
  const engines = await Promise.all([
    describeEngine(embedded.engine, embedded.comparing, false),
    ...(server === null
      ? []
      : [describeEngine(server.engine, server.comparing, fallback !== null)]),
  ])
  const answering = server === null || fallback !== null ? 'embedded' : 'meilisearch'
  const own = engines.find(({ name }) => name === answering)!
  const behind = engines.some(({ pending, comparing }) => comparing || pending > 0)
  return {
    status:
      own.statements === null
        ? 'failing'
        : fallback !== null
          ? 'fallback'
          : behind
            ? 'catching_up'
            : 'ok',
    engine: answering,
    fallback,
    outbox: {
      pending: Math.max(...engines.map(({ pending }) => pending)),
      oldestSeconds: Math.max(...engines.map(({ oldestSeconds }) => oldestSeconds)),
    },
    index: { statements: own.statements },
    archive: { statements: unsafeCountPublished(database()) },
    engines,
  }
}

/** A server that is known to be away is not waited for. */
async function describeEngine(
  engine: SearchEngine,
  comparing: boolean,
  away: boolean,
): Promise<EngineHealth> {
  const statements = away ? null : await countIndexed(engine)
  return { name: engine.name, ...readOutboxLag(engine.name), statements, comparing }
}

async function countIndexed(engine: SearchEngine): Promise<number | null> {
  try {
    return await inTime(engine.count())
  } catch (error) {
    console.error(`The search index (${engine.name}) could not be counted.`, error)
    return null
  }
}
