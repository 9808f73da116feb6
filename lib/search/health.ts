import { unsafePublishedStates } from '#lib/statements/published.ts'
import type { Viewer } from '#lib/viewer.ts'
import { database } from '../database.ts'
import { readOutboxLag } from './outbox.ts'
import { isSearchCatchingUp, searchEngine } from './service.ts'

export interface Health {
  /** `failing` while the index cannot be read; searches then fail and nothing else does. */
  status: 'ok' | 'catching_up' | 'failing'
  /** Name of the search engine. */
  engine: string
  outbox: { pending: number; oldestSeconds: number }
  /** Statements in the index; null while it cannot be read. */
  index: { statements: number | null }
  /** Published statements in the archive, which the index should hold. */
  archive: { statements: number }
}

/** How the archive and its index stand. Numbers alone, so anyone may ask: a monitor has no account. */
export async function readHealth(_viewer: Viewer): Promise<Health> {
  const engine = searchEngine()
  const indexed = await countIndexed()
  const outbox = readOutboxLag()
  const behind = isSearchCatchingUp() || outbox.pending > 0
  return {
    status: indexed === null ? 'failing' : behind ? 'catching_up' : 'ok',
    engine: engine.name,
    outbox,
    index: { statements: indexed },
    archive: { statements: unsafePublishedStates(database()).size },
  }

  async function countIndexed(): Promise<number | null> {
    try {
      return await engine.count()
    } catch (error) {
      console.error('The search index could not be counted.', error)
      return null
    }
  }
}
