import { onWrite } from '#lib/database.ts'
import type { SearchEngine } from './contract.ts'
import { type FedEngine, rebuildIndex, repairIndex } from './mending.ts'
import { acknowledge, drainOutbox, type EngineName, isBehind, outboxHead } from './outbox.ts'

/** Entries that another process wrote are noticed within this time. */
const POLL_MS = 1_000
/** After a failure the engine is left alone a little longer each time, up to this. */
const RETRY_MAX_MS = 30_000
/** A failure this long after the last one is the first of a new row. */
const CALM_MS = 60_000

/** Raised in work that is cut short because the service ends. */
class StoppedError extends Error {
  override readonly name = 'StoppedError'
}

/**
 * Keeps the index of one engine in step with the archive: compares them once, then works off the outbox after every
 * write. One thing at a time, in the background; a failing engine blocks nothing and is tried again.
 */
export class IndexFollower<Engine extends SearchEngine = SearchEngine> {
  readonly name: EngineName
  #engine: Engine
  /** The work under way; the next one begins when it has ended. */
  #work: Promise<void> = Promise.resolve()
  #drainQueued = false
  #compareQueued = false
  /** The index has still to be compared with the archive; true until that has been done without a failure. */
  #comparing = true
  #failures = 0
  #failedAt = 0
  /** Epoch milliseconds before which a failed engine is left alone. */
  #retryAt = 0
  #stopListening = () => {}
  #stopped = false
  readonly #stop: () => void
  readonly #untilStopped: Promise<never>

  constructor(engine: Engine) {
    this.#engine = engine
    this.name = engine.name
    let stop = () => {}
    this.#untilStopped = new Promise((_, reject) => {
      stop = () => reject(new StoppedError('the search service has ended'))
    })
    // Nobody may be waiting when it ends.
    this.#untilStopped.catch(() => {})
    this.#stop = stop
  }

  get engine(): Engine {
    return this.#engine
  }

  /** Whether index and archive have still to be compared. */
  get comparing(): boolean {
    return this.#comparing
  }

  /** Compares and mends in the background, and follows every write from now on. */
  start(): void {
    const stopWrites = onWrite(() => this.#scheduleDrain())
    const poll = setInterval(() => this.poll(), POLL_MS)
    poll.unref()
    this.#stopListening = () => {
      stopWrites()
      clearInterval(poll)
    }
    this.#scheduleCompare()
  }

  /** The index may not be what it was: it is compared with the archive again. */
  compareAgain(): void {
    this.#comparing = true
    this.#scheduleCompare()
  }

  /** Builds the index anew, whatever it holds; what is written meanwhile follows. Resolves when that has been tried. */
  async rebuild(): Promise<void> {
    this.enqueue(async () => {
      const head = outboxHead()
      await rebuildIndex(this.stoppable(this.#engine))
      acknowledge(this.name, head)
    })
    await this.#work
  }

  /** Resolves when the outbox has been worked off and the index mended as far as is possible now. */
  async settled(): Promise<void> {
    this.#scheduleDrain()
    let work: Promise<void>
    do {
      work = this.#work
      await work
    } while (work !== this.#work)
  }

  /** Ends the work under way and closes the engine. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopListening()
    this.#stop()
    await this.#work
    await this.#engine.close()
  }

  protected replaceEngine(engine: Engine): void {
    this.#engine = engine
  }

  protected poll(): void {
    if (this.#comparing) this.#scheduleCompare()
    this.#scheduleDrain()
  }

  protected async compare(): Promise<void> {
    await this.compareWith(this.#engine)
  }

  /** Makes this engine's index agree with the archive as it is now. */
  protected async compareWith(engine: Engine): Promise<void> {
    const head = outboxHead()
    await repairIndex(this.stoppable(engine))
    acknowledge(this.name, head)
  }

  protected async drain(): Promise<void> {
    if (isBehind(this.name)) await drainOutbox(this.stoppable(this.#engine))
  }

  protected tell(error: unknown): void {
    console.error(
      'The search index could not be brought up to date; it will be tried again.',
      error,
    )
  }

  /** One thing at a time, after the write that asked for it has been answered. */
  protected enqueue(task: () => Promise<void>): void {
    this.#work = this.#work.then(async () => {
      if (this.#stopped) return
      try {
        await task()
        this.#retryAt = 0
      } catch (error) {
        // Cut short by the end of the service: what was not done is done at the next start.
        if (!this.#stopped) this.fail(error)
      }
    })
  }

  /** The engine is left alone for a while. */
  protected fail(error: unknown): void {
    const now = Date.now()
    this.#failures = now - this.#failedAt > CALM_MS ? 1 : this.#failures + 1
    this.#failedAt = now
    this.#retryAt = now + Math.min(RETRY_MAX_MS, 500 * 2 ** this.#failures)
    this.tell(error)
  }

  /** The same engine, whose answers are not waited for once the service ends, so that nothing is written after it. */
  protected stoppable(engine: Engine): FedEngine {
    const until = <T>(work: Promise<T>) => Promise.race([work, this.#untilStopped])
    return {
      name: engine.name,
      put: (documents) => until(engine.put(documents)),
      remove: (ids) => until(engine.remove(ids)),
      count: () => until(engine.count()),
      inventory: () => until(engine.inventory()),
      rebuild: (documents) => until(engine.rebuild(this.#whileRunning(documents))),
    }
  }

  async *#whileRunning<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
    for await (const item of items) {
      if (this.#stopped) throw new StoppedError('the search service has ended')
      yield item
    }
  }

  #scheduleDrain(): void {
    // The comparison brings everything that waits.
    if (this.#drainQueued || this.#comparing || Date.now() < this.#retryAt) return
    this.#drainQueued = true
    this.enqueue(async () => {
      this.#drainQueued = false
      if (!this.#comparing) await this.drain()
    })
  }

  #scheduleCompare(): void {
    if (this.#compareQueued || Date.now() < this.#retryAt) return
    this.#compareQueued = true
    this.enqueue(async () => {
      try {
        await this.compare()
      } finally {
        this.#compareQueued = false
      }
      this.#comparing = false
      // What was written meanwhile.
      this.#scheduleDrain()
    })
  }
}
