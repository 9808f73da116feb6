import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import { endThread, startThread } from './thread.ts'

export type WorkerQuestion =
  | { number: number; kind: 'search'; query: SearchQuery; scope: SearchScope }
  | { number: number; kind: 'suggest'; beginning: string; scope: SearchScope; most: number }
  | { number: number; kind: 'warm' }

type WorkerResult = SearchResult | string[] | null

export type WorkerAnswer =
  | { number: number; ok: true; result: WorkerResult }
  | { number: number; ok: false; damaged: boolean; message: string }

/** The index file is damaged or of another version; the engine builds it again. */
export class DamagedIndexError extends Error {
  override readonly name = 'DamagedIndexError'
}

interface Thread {
  worker: Worker
  waiting: Map<number, { resolve: (result: WorkerResult) => void; reject: (error: Error) => void }>
}

/** More would take the processor from the server itself. */
const THREADS_MAX = 2

/** Threads that answer queries, each with its own read-only connection; a question goes to the least busy one. */
export class ReaderPool {
  readonly #path: string
  #threads: Thread[] = []
  #lastNumber = 0
  #closed = false

  constructor(path: string) {
    this.#path = path
  }

  async search(query: SearchQuery, scope: SearchScope): Promise<SearchResult> {
    const result = await this.#ask({ number: ++this.#lastNumber, kind: 'search', query, scope })
    return result as SearchResult
  }

  async suggest(beginning: string, scope: SearchScope, most: number): Promise<string[]> {
    const number = ++this.#lastNumber
    const result = await this.#ask({ number, kind: 'suggest', beginning, scope, most })
    return result as string[]
  }

  /** Starts the threads and reads columns and vocabulary before the first query. */
  async warm(): Promise<void> {
    while (this.#threads.length < threadCount()) this.#start()
    await Promise.all(
      this.#threads.map((thread) =>
        this.#ask({ number: ++this.#lastNumber, kind: 'warm' }, thread),
      ),
    )
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.restart()
  }

  /** Ends all threads; the next question starts new ones, on the file that is there then. */
  async restart(): Promise<void> {
    const threads = this.#threads
    this.#threads = []
    await Promise.all(threads.map(({ worker }) => endThread(worker)))
  }

  #ask(question: WorkerQuestion, thread = this.#leastBusy()): Promise<WorkerResult> {
    return new Promise((resolve, reject) => {
      thread.waiting.set(question.number, { resolve, reject })
      // A thread that nobody waits for does not keep the process alive.
      thread.worker.ref()
      thread.worker.postMessage(question)
    })
  }

  #leastBusy(): Thread {
    if (this.#closed) throw new Error('the search index is closed')
    const idle = this.#threads.find(({ waiting }) => waiting.size === 0)
    if (idle !== undefined) return idle
    if (this.#threads.length < threadCount()) return this.#start()
    return this.#threads.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a))
  }

  #start(): Thread {
    const worker = startThread('worker.ts', { path: this.#path })
    const thread: Thread = { worker, waiting: new Map() }
    worker.unref()
    worker.on('message', (answer: WorkerAnswer) => this.#settle(thread, answer))
    worker.on('error', (error) => this.#drop(thread, error))
    worker.on('exit', () => this.#drop(thread, new Error('the search thread ended')))
    this.#threads.push(thread)
    return thread
  }

  #settle(thread: Thread, answer: WorkerAnswer): void {
    const waiting = thread.waiting.get(answer.number)
    thread.waiting.delete(answer.number)
    if (thread.waiting.size === 0) thread.worker.unref()
    if (answer.ok) waiting?.resolve(answer.result)
    else if (answer.damaged) waiting?.reject(new DamagedIndexError(answer.message))
    else waiting?.reject(new Error(answer.message))
  }

  #drop(thread: Thread, error: Error): void {
    this.#threads = this.#threads.filter((other) => other !== thread)
    for (const { reject } of thread.waiting.values()) reject(error)
    thread.waiting.clear()
  }
}

function threadCount(): number {
  return Math.max(1, Math.min(THREADS_MAX, availableParallelism()))
}
