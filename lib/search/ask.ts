import { database } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { audiencesOf } from '#lib/statements/policy.ts'
import { canReadAny } from '#lib/statements/published.ts'
import type { Viewer } from '#lib/viewer.ts'
import type { SearchEngine, SearchScope } from './contract.ts'
import { pendingStatements } from './outbox.ts'
import { searchService } from './service.ts'

export interface IndexAnswer<T> {
  answer: T
  /** Which engine it comes from. */
  engine: SearchEngine['name']
  /** The search server should have answered and could not. */
  fallback: boolean
  /** Something that this viewer may read may be missing. */
  incomplete: boolean
}

/**
 * Asks the index under this viewer's scope: the search server where there is one that can be relied on, else the
 * embedded index. Whatever is about to change is left out until it has: a withdrawn statement is gone at once, however
 * far behind an index is.
 *
 * @throws AppError `unavailable` when no engine answers
 */
export async function askIndex<T>(
  viewer: Viewer,
  ask: (engine: SearchEngine, scope: SearchScope) => Promise<T>,
): Promise<IndexAnswer<T>> {
  const scope = { audiences: audiencesOf(viewer), now: new Date().toISOString() }
  const { embedded, server } = searchService()
  const answered = await server?.tryAsk(scope, ask)
  if (answered) {
    const { answer, pending } = answered
    return {
      answer,
      engine: 'meilisearch',
      fallback: false,
      incomplete: canReadAny(database(), viewer, pending),
    }
  }
  const pending = pendingStatements('embedded')
  const answer = await ask(embedded.engine, { ...scope, exclude: pending }).catch(
    (cause: unknown) => {
      throw new AppError('unavailable', 'unavailable', { cause, detail: String(cause) })
    },
  )
  const fallback = server !== null
  return {
    answer,
    engine: 'embedded',
    fallback,
    incomplete: fallback || embedded.comparing || canReadAny(database(), viewer, pending),
  }
}
