import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'

/** Sent instead of work: the thread puts away what it holds and ends. */
export const END = 'end'

/** A thread that has not ended by then is stopped, whatever it is doing. */
const END_PATIENCE_MS = 5_000

/**
 * Node reads TypeScript with WebAssembly. What V8 compiles after 1,000 of its calls is shared by all threads and, in this
 * version, freed twice when one of them has ended, which takes the process with it: it is never compiled.
 */
const KEEP_WRAPPERS = '--wasm-wrapper-tiering-budget=2000000000'

/** Starts a thread from a file of this folder, which Node itself runs: it is no part of the bundle. */
export function startThread(file: string, workerData: unknown = null): Worker {
  process.getBuiltinModule('node:v8').setFlagsFromString(KEEP_WRAPPERS)
  // Found at run time, so that no bundler takes the thread's file for a part of its bundle.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const path = join(process.cwd(), 'lib', 'search', 'fts', file)
  return new Worker(path, { workerData, execArgv: [], stdin: false })
}

/** Lets a thread finish what it does: one stopped while it loads or asks SQLite can take the process with it. */
export async function endThread(worker: Worker): Promise<void> {
  const hasEnded = worker.threadId === -1
  if (hasEnded) return
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.ref()
  worker.postMessage(END)
  const late = setTimeout(() => worker.terminate(), END_PATIENCE_MS)
  await ended
  clearTimeout(late)
}
