import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type {
  SearchEngine,
  SearchQuery,
  SearchResult,
  SearchScope,
  StatementDocument,
} from '../contract.ts'
import { DamagedIndexError, ReaderPool } from './pool.ts'
import { deleteIndexFiles, isDamage, openForWriting } from './schema.ts'
import { IndexWriter } from './writer.ts'

/**
 * The embedded search engine over one index file. A file that is missing, damaged or of another version is replaced
 * by an empty one, and `onEmptied` is called: whoever owns the archive then fills it again.
 */
export class EmbeddedEngine implements SearchEngine {
  readonly name = 'embedded'
  readonly #path: string
  readonly #onEmptied: () => void
  readonly #pool: ReaderPool
  #writer: IndexWriter | null = null
  #file: string | null = null

  constructor(path: string, onEmptied: () => void = () => {}) {
    this.#path = path
    this.#onEmptied = onEmptied
    this.#pool = new ReaderPool(path)
  }

  async search(query: SearchQuery, scope: SearchScope): Promise<SearchResult> {
    return this.#ask((pool) => pool.search(query, scope))
  }

  async suggest(beginning: string, scope: SearchScope, most: number): Promise<string[]> {
    return this.#ask((pool) => pool.suggest(beginning, scope, most))
  }

  async put(documents: readonly StatementDocument[]): Promise<void> {
    await this.#attempt((writer) => writer.put(documents))
  }

  async remove(ids: readonly number[]): Promise<void> {
    await this.#attempt((writer) => writer.remove(ids))
  }

  async count(): Promise<number> {
    return this.#attempt((writer) => writer.count())
  }

  async inventory(): Promise<Map<number, string>> {
    return this.#attempt((writer) => writer.inventory())
  }

  async digests(): Promise<Map<number, string>> {
    return this.#attempt((writer) => writer.digests())
  }

  async rebuild(
    documents: AsyncIterable<StatementDocument> | Iterable<StatementDocument>,
  ): Promise<void> {
    await this.#open().rebuild(documents)
  }

  /** Starts the threads and reads what they keep in memory, so that the first query is as fast as the next. */
  async warm(): Promise<void> {
    this.#open()
    await this.#pool.warm()
  }

  async close(): Promise<void> {
    this.#writer?.close()
    this.#writer = null
    await this.#pool.close()
  }

  /** The writer on the file that is there now; another or a missing file is noticed by its inode. */
  #open(): IndexWriter {
    const file = fileIdentity(this.#path)
    if (this.#writer !== null && file !== null && file === this.#file) return this.#writer
    const replaced = this.#writer !== null
    this.#writer?.close()
    this.#writer = null
    if (replaced) void this.#pool.restart()
    mkdirSync(dirname(this.#path), { recursive: true })
    let emptied = file === null
    if (file === null) deleteIndexFiles(this.#path)
    try {
      this.#writer = new IndexWriter(openForWriting(this.#path))
    } catch (error) {
      if (!isDamage(error)) throw error
      deleteIndexFiles(this.#path)
      this.#writer = new IndexWriter(openForWriting(this.#path))
      emptied = true
    }
    this.#file = fileIdentity(this.#path)
    if (emptied) this.#onEmptied()
    return this.#writer
  }

  async #ask<T>(question: (pool: ReaderPool) => Promise<T>): Promise<T> {
    this.#open()
    try {
      return await question(this.#pool)
    } catch (error) {
      if (!(error instanceof DamagedIndexError)) throw error
      this.#discard()
      await this.#pool.restart()
      this.#open()
      return question(this.#pool)
    }
  }

  async #attempt<T>(work: (writer: IndexWriter) => T | Promise<T>): Promise<T> {
    const writer = this.#open()
    try {
      return await work(writer)
    } catch (error) {
      if (!isDamage(error)) throw error
      this.#discard()
      return work(this.#open())
    }
  }

  #discard(): void {
    this.#writer?.close()
    this.#writer = null
    deleteIndexFiles(this.#path)
  }
}

function fileIdentity(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined || stats.size === 0 ? null : `${stats.dev}:${stats.ino}`
}
