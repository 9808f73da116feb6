import { setTimeout } from 'node:timers/promises'
import { database, onWrite } from '#lib/database.ts'
import { newId } from '#lib/ids.ts'
import type { ItemOutcome } from './items.ts'
import {
  claimImport,
  findImport,
  HEARTBEAT_MS,
  type ImportRow,
  keepLeases,
  listUnclaimed,
  releaseImport,
  WORKING_STATES,
} from './lease.ts'
import { sweepUploads } from './uploads.ts'
import { workOnImport } from './work.ts'

/**
 * More at once would only share the one database among them. Reading has places of its own, so that a file that was
 * just brought in does not wait for thousands of drafts of another.
 */
const AT_ONCE_MAX = { reading: 2, writing: 2 }
/** Work that another process left behind is noticed within this time. */
const POLL_MS = 2_000
/** Whoever looks on while another process works asks this often. */
const LOOK_MS = 200

type WorkKind = keyof typeof AT_ONCE_MAX

interface ImportService {
  runner: string
  /** By import. */
  work: Map<string, { kind: WorkKind; done: Promise<void> }>
  stopping: AbortController
  /** Looks for work by the server's own code, whoever asks: what the pages' bundle holds cannot start threads. */
  look: () => void
  stopListening: () => void
}

// One for the process: the server's own code and the bundled pages each load this module.
const globals = globalThis as typeof globalThis & { __govahImports?: ImportService | undefined }

/** Works on the imports of the archive in the background, from where the last process stopped. Again, it does nothing. */
export function startImportService(): void {
  if (globals.__govahImports !== undefined) return
  const service: ImportService = {
    runner: newId(),
    work: new Map(),
    stopping: new AbortController(),
    look: () => lookForWork(service),
    stopListening: () => {},
  }
  globals.__govahImports = service
  const { look } = service
  let isLooking = false
  // After a write, since a person may just have uploaded or started something; not within it.
  const stopWrites = onWrite(() => {
    if (isLooking) return
    isLooking = true
    setImmediate(() => {
      isLooking = false
      look()
    })
  })
  const poll = setInterval(look, POLL_MS)
  const beat = setInterval(() => {
    if (service.work.size > 0) keepLeases(service.runner)
  }, HEARTBEAT_MS)
  poll.unref()
  beat.unref()
  service.stopListening = () => {
    stopWrites()
    clearInterval(poll)
    clearInterval(beat)
  }
  sweepUploads(holdsUpload).catch((error) =>
    console.error('what ended imports left behind could not be erased', error),
  )
  look()
}

/** Stops between two transactions; the next start goes on from there. */
export async function stopImportService(): Promise<void> {
  const service = globals.__govahImports
  if (service === undefined) return
  globals.__govahImports = undefined
  service.stopListening()
  service.stopping.abort()
  await Promise.all([...service.work.values()].map(({ done }) => done))
}

/**
 * Stays with one import until there is nothing more to do on it without a person: works on it in this process, or looks
 * on while another does. For command lines and tests.
 */
export async function followImport(
  importId: string,
  options: { signal?: AbortSignal; onItem?: (item: ItemOutcome) => void; onLook?: () => void } = {},
): Promise<void> {
  const runner = newId()
  const signal = options.signal ?? new AbortController().signal
  const beat = setInterval(() => {
    keepLeases(runner)
    options.onLook?.()
  }, HEARTBEAT_MS)
  try {
    while (!signal.aborted && isWorking(importId)) {
      const row = claimImport(importId, runner)
      if (row === null) await setTimeout(LOOK_MS)
      else await workOnImport(row, runner, { signal, onItem: options.onItem })
    }
  } finally {
    clearInterval(beat)
    releaseImport(importId, runner)
  }
}

function isWorking(importId: string): boolean {
  const state = findImport(database(), importId)?.state
  return WORKING_STATES.some((working) => working === state)
}

/** Resolves when nobody in this process works on the import any more, or when it takes too long to wait for. */
export async function importSettled(importId: string, patienceMs: number): Promise<void> {
  const waiting = new AbortController()
  const late = setTimeout(patienceMs, undefined, { signal: waiting.signal, ref: false })
  await Promise.race([settle(importId), late])
  late.catch(() => {})
  waiting.abort()
}

async function settle(importId: string): Promise<void> {
  const service = globals.__govahImports
  if (service === undefined) return
  service.look()
  for (let work = service.work.get(importId); work; work = service.work.get(importId)) {
    await work.done
  }
}

function holdsUpload(importId: string): boolean {
  const row = findImport(database(), importId)
  return row !== null && row.state !== 'finished' && row.state !== 'undone'
}

function lookForWork(service: ImportService): void {
  if (service.stopping.signal.aborted) return
  for (const { id, state } of listUnclaimed(database())) {
    const kind: WorkKind = state === 'uploaded' ? 'reading' : 'writing'
    const busy = [...service.work.values()].filter((work) => work.kind === kind).length
    if (busy >= AT_ONCE_MAX[kind] || service.work.has(id)) continue
    const row = claimImport(id, service.runner)
    if (row !== null) service.work.set(id, { kind, done: takeOn(service, row) })
  }
}

async function takeOn(service: ImportService, row: ImportRow): Promise<void> {
  try {
    await workOnImport(row, service.runner, { signal: service.stopping.signal })
    releaseImport(row.id, service.runner)
  } catch (error) {
    // Not even its state could be written: it is tried again when the lease has run out.
    console.error(`import ${row.id} was stopped`, error)
    return
  } finally {
    service.work.delete(row.id)
  }
  lookForWork(service)
}
