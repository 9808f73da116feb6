import { onWrite } from '#lib/database.ts'
import { searchIndexPath } from '#lib/env.ts'
import type { SearchEngine } from './contract.ts'
import { EmbeddedEngine } from './fts/engine.ts'
import { drainOutbox, lastOutboxEntry, repairIndex } from './outbox.ts'

/** Entries that another process wrote are noticed within this time. */
const POLL_MS = 1_000
/** After a failure the engine is left alone a little longer each time, up to this. */
const RETRY_MAX_MS = 30_000

interface SearchService {
  engine: SearchEngine
  /** Ends listening and polling. */
  stopListening: () => void
  /** The work under way; the next one begins when it has ended. */
  work: Promise<void>
  draining: boolean
  /** The index has still to be compared with the archive; true until that has been done once without a failure. */
  repairing: boolean
  repairQueued: boolean
  failures: number
  /** Epoch milliseconds before which a failed engine is left alone. */
  retryAt: number
}

// One for the process: the server's own code and the bundled pages each load this module.
const globals = globalThis as typeof globalThis & { __govahSearch?: SearchService | undefined }

/** The engine of this process, opened at its first use; the outbox is drained from then on. */
export function searchEngine(): SearchEngine {
  return (globals.__govahSearch ?? startService()).engine
}

/**
 * Opens the search engine, compares it with the archive and mends it in the background. Queries are answered meanwhile.
 * Calling it again does nothing.
 */
export function startSearch(): void {
  if (globals.__govahSearch === undefined) startService()
}

/** Ends the search service: lets the work under way finish and closes the engine. */
export async function stopSearch(): Promise<void> {
  const service = globals.__govahSearch
  if (service === undefined) return
  globals.__govahSearch = undefined
  service.stopListening()
  await service.work
  await service.engine.close()
}

/** Resolves when the outbox has been drained and the index mended as far as is possible now: for tests and command lines. */
export async function searchSettled(): Promise<void> {
  const service = globals.__govahSearch ?? startService()
  scheduleDrain(service)
  let work: Promise<void>
  do {
    work = service.work
    await work
  } while (work !== service.work)
}

/** Whether the index is still being compared with the archive or built. */
export function isSearchCatchingUp(): boolean {
  return globals.__govahSearch?.repairing ?? false
}

function startService(): SearchService {
  const engine: SearchEngine = new EmbeddedEngine(searchIndexPath(), () => {
    const current = globals.__govahSearch
    if (current?.engine === engine) scheduleRepair(current)
  })
  const service: SearchService = {
    engine,
    stopListening: () => {},
    work: Promise.resolve(),
    draining: false,
    repairing: true,
    repairQueued: false,
    failures: 0,
    retryAt: 0,
  }
  globals.__govahSearch = service
  const stopWrites = onWrite(() => scheduleDrain(service))
  const poll = setInterval(() => {
    if (service.repairing) scheduleRepair(service)
    scheduleDrain(service)
  }, POLL_MS)
  poll.unref()
  service.stopListening = () => {
    stopWrites()
    clearInterval(poll)
  }
  scheduleRepair(service)
  return service
}

function scheduleDrain(service: SearchService): void {
  if (service.draining || Date.now() < service.retryAt) return
  service.draining = true
  enqueue(service, async () => {
    service.draining = false
    if (lastOutboxEntry() > 0) await drainOutbox(service.engine)
  })
}

function scheduleRepair(service: SearchService): void {
  service.repairing = true
  if (service.repairQueued || Date.now() < service.retryAt) return
  service.repairQueued = true
  enqueue(service, async () => {
    service.repairQueued = false
    await repairIndex(service.engine)
    service.repairing = false
  })
}

/** One thing at a time, after the write that asked for it has been answered. A failing engine blocks nothing. */
function enqueue(service: SearchService, task: () => Promise<void>): void {
  const next = async () => {
    try {
      await task()
      service.failures = 0
      service.retryAt = 0
    } catch (error) {
      service.failures += 1
      service.retryAt = Date.now() + Math.min(RETRY_MAX_MS, 1_000 * 2 ** service.failures)
      console.error(
        'The search index could not be brought up to date; it will be tried again.',
        error,
      )
    }
  }
  service.work = service.work.then(next)
}
