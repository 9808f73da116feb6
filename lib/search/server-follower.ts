import { inspect } from 'node:util'
import { MeilisearchApiError } from 'meilisearch'
import type { SearchScope } from './contract.ts'
import { IndexFollower } from './follower.ts'
import { QUERY_TIMEOUT_MS } from './meilisearch/client.ts'
import { CountMismatchError, type MeilisearchEngine } from './meilisearch/engine.ts'
import { outboxHead, readStanding } from './outbox.ts'

/** Whether the server still holds what it should is looked at as often as this, also when nobody asks. */
const WATCH_MS = 10_000
/** With more waiting statements than this, queries would be long lists of what to leave out. */
const PENDING_MAX = 1_000

/** Why queries do not go to the search server at the moment. */
export const FALLBACK_REASONS = [
  'starting',
  'unreachable',
  'slow',
  'refused',
  'version',
  'counts',
  'behind',
  'error',
] as const
export type FallbackReason = (typeof FALLBACK_REASONS)[number]

/** An engine did not answer in time. */
export class SlowAnswerError extends Error {
  override readonly name = 'SlowAnswerError'
}

export interface ServerAnswer<T> {
  answer: T
  /** Statements that were left out because the server has still to hear of them. */
  pending: number[]
}

/**
 * Keeps a search server's index in step, and asks it only while it is sure of it. After any failure, of a query as well
 * as of a write, nothing is asked of the server until it has answered in time and its index has been compared with the
 * archive: so a dead server costs one query its time, and one that has lost its data shows nothing wrong.
 */
export class ServerFollower extends IndexFollower<MeilisearchEngine> {
  readonly #open: () => MeilisearchEngine
  #fallback: { reason: FallbackReason; since: number } | null
  #watchedAt = 0
  #keyChecked = false

  constructor(open: () => MeilisearchEngine) {
    super(open())
    this.#open = open
    this.#fallback = { reason: 'starting', since: Date.now() }
  }

  /** Why, and for how long in seconds, queries have not gone to the server; null while they do. */
  get fallback(): { reason: FallbackReason; seconds: number } | null {
    if (this.#fallback !== null) {
      const { reason, since } = this.#fallback
      return { reason, seconds: Math.round((Date.now() - since) / 1000) }
    }
    const { pending } = readStanding(this.name)
    return pending.length > PENDING_MAX ? { reason: 'behind', seconds: 0 } : null
  }

  /**
   * What the server answers, or null when the embedded index has to be asked instead: the server is known to be away,
   * does not answer in time, or does not hold what it should.
   */
  async tryAsk<T>(
    scope: Omit<SearchScope, 'exclude'>,
    ask: (engine: MeilisearchEngine, scope: SearchScope) => Promise<T>,
  ): Promise<ServerAnswer<T> | null> {
    const deadline = Date.now() + QUERY_TIMEOUT_MS
    let standing = readStanding(this.name)
    while (this.#fallback === null && standing.pending.length <= PENDING_MAX) {
      const engine = this.engine
      const whole = { ...scope, exclude: standing.pending, expected: standing.settled }
      try {
        const answer = await inTime(ask(engine, whole), deadline - Date.now())
        return { answer, pending: standing.pending }
      } catch (error) {
        const { head } = standing
        standing = readStanding(this.name)
        // Something was published between the counting and the asking.
        if (error instanceof CountMismatchError && standing.head !== head) continue
        // One of several that were asked at the same time speaks for all of them.
        if (engine === this.engine && this.#fallback === null) this.fail(error)
        return null
      }
    }
    return null
  }

  protected override async compare(): Promise<void> {
    // What the last one knew of the server need not be so any more.
    const engine = this.#open()
    await inTime(engine.checkServer())
    await this.#warnOfMasterKey(engine)
    await this.compareWith(engine)
    await proveAnswer(engine)
    this.replaceEngine(engine)
    if (this.#fallback !== null && this.#fallback.reason !== 'starting') {
      console.warn('Meilisearch answers searches again.')
    }
    this.#fallback = null
    this.#watchedAt = Date.now()
  }

  protected override async drain(): Promise<void> {
    await super.drain()
    await this.#watch()
  }

  protected override poll(): void {
    super.poll()
    if (this.#fallback === null && Date.now() - this.#watchedAt > WATCH_MS) {
      this.enqueue(() => this.#watch())
    }
  }

  protected override fail(error: unknown): void {
    this.#fallBack(error)
    super.fail(error)
    this.compareAgain()
  }

  /** Told once, when it goes: `#fallBack` has done so. */
  protected override tell(): void {}

  async #warnOfMasterKey(engine: MeilisearchEngine): Promise<void> {
    if (this.#keyChecked) return
    if (await inTime(engine.mayManageKeys())) {
      console.warn(
        'MEILISEARCH_API_KEY may do everything on that server, as its master key does: `npm run search:setup` makes keys that may do what the archive needs.',
      )
    }
    this.#keyChecked = true
  }

  #fallBack(error: unknown): void {
    const reason = reasonOf(error)
    if (this.#fallback?.reason !== reason) {
      console.warn(
        `Meilisearch cannot be used (${reason}): ${explain(reason, error)}\n` +
          'Searches are answered by the embedded index until it can.',
      )
    }
    this.#fallback = { reason, since: this.#fallback?.since ?? Date.now() }
  }

  /** @throws CountMismatchError when the server has lost statements, or holds others */
  async #watch(): Promise<void> {
    this.#watchedAt = Date.now()
    const { head, pending, settled } = readStanding(this.name)
    if (pending.length > 0) return
    const count = await inTime(this.engine.count())
    if (count !== settled && outboxHead() === head) {
      throw new CountMismatchError(`Meilisearch holds ${count} statements, expected ${settled}`)
    }
  }
}

/** Asked as readers ask, before they do: what an engine reads but once is read then. */
async function proveAnswer(engine: MeilisearchEngine): Promise<void> {
  const { pending, settled } = readStanding(engine.name)
  const query = { text: '', facets: {}, fuzzy: true, spellings: true, page: 1, perPage: 1 }
  const now = new Date().toISOString()
  const ask = (expected?: number) =>
    engine.search(
      { ...query, sort: 'added' },
      { audiences: ['public'], now, exclude: pending, expected },
    )
  await ask()
  await inTime(ask(settled))
}

/** @throws SlowAnswerError where the work takes longer */
export function inTime<T>(work: Promise<T>, ms = QUERY_TIMEOUT_MS): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new SlowAnswerError(`no answer in ${QUERY_TIMEOUT_MS} ms`)),
      Math.max(0, ms),
    )
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function reasonOf(error: unknown): FallbackReason {
  if (!(error instanceof Error)) return 'error'
  if (error instanceof CountMismatchError) return 'counts'
  if (error instanceof MeilisearchApiError) {
    return [401, 403].includes(error.response.status) ? 'refused' : 'error'
  }
  switch (error.name) {
    case 'SlowAnswerError':
    case 'MeilisearchRequestTimeOutError':
      return 'slow'
    case 'ServerVersionError':
      return 'version'
    case 'MeilisearchRequestError':
      return timedOut(error) ? 'slow' : 'unreachable'
    default:
      return 'error'
  }
}

/** For whoever runs the archive: in one line, but for what nobody has foreseen. */
function explain(reason: FallbackReason, error: unknown): string {
  if (reason === 'error' || !(error instanceof Error)) return inspect(error)
  if (reason !== 'refused') return error.message
  return `${error.message} \`npm run search:setup\` makes keys for it.`
}

function timedOut({ cause }: Error): boolean {
  return cause instanceof Error && cause.name === 'MeilisearchRequestTimeOutError'
}
