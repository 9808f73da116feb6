import { environment, searchIndexPath } from '#lib/env.ts'
import { readMeilisearchKey } from '#lib/secrets.ts'
import { IndexFollower } from './follower.ts'
import { EmbeddedEngine } from './fts/engine.ts'
import type { MeilisearchAddress } from './meilisearch/client.ts'
import { MeilisearchEngine } from './meilisearch/engine.ts'
import { followOutbox, leaveOutbox } from './outbox.ts'
import { ServerFollower } from './server-follower.ts'

/** The running search: the embedded index always, and a search server beside it where one is configured. */
export interface SearchService {
  embedded: IndexFollower<EmbeddedEngine>
  server: ServerFollower | null
}

// One for the process: the server's own code and the bundled pages each load this module.
const globals = globalThis as typeof globalThis & { __govahSearch?: SearchService | undefined }

/** The search of this process, opened at its first use; both indexes follow the archive from then on. */
export function searchService(): SearchService {
  globals.__govahSearch ??= startService()
  return globals.__govahSearch
}

/**
 * Opens the search engines, compares them with the archive and mends them in the background. Queries are answered
 * meanwhile. Calling it again does nothing.
 */
export function startSearch(): void {
  // It is compared with the archive when it is configured again.
  if (environment().meilisearch === null) leaveOutbox('meilisearch')
  searchService()
}

/** Ends the search service and closes the engines. */
export async function stopSearch(): Promise<void> {
  const service = globals.__govahSearch
  if (service === undefined) return
  globals.__govahSearch = undefined
  await Promise.all([service.embedded.stop(), service.server?.stop()])
}

/** Resolves when the outbox has been drained and the indexes mended as far as is possible now: for tests and command lines. */
export async function searchSettled(): Promise<void> {
  const { embedded, server } = searchService()
  await Promise.all([embedded.settled(), server?.settled()])
}

/** Where the configured search server is, with the keys for it, or null. */
export function meilisearchAddress(): MeilisearchAddress | null {
  const { meilisearch } = environment()
  if (meilisearch === null) return null
  const { url, apiKey } = meilisearch
  if (apiKey !== null) return { url, key: apiKey }
  return {
    url,
    key: readMeilisearchKey('write'),
    searchKey: readMeilisearchKey('search'),
    versionKey: readMeilisearchKey('version'),
  }
}

/** The configured search server as an engine, or null. */
export function openMeilisearch(): MeilisearchEngine | null {
  const address = meilisearchAddress()
  if (address === null) return null
  return new MeilisearchEngine(address, environment().meilisearch?.indexPrefix)
}

/** The embedded index of this archive. */
export function openEmbedded(onEmptied?: () => void): EmbeddedEngine {
  return new EmbeddedEngine(searchIndexPath(), onEmptied)
}

function startService(): SearchService {
  const engine = openEmbedded(() => {
    if (service.embedded.engine === engine) service.embedded.compareAgain()
  })
  const service: SearchService = { embedded: new IndexFollower(engine), server: null }
  if (environment().meilisearch !== null) {
    followOutbox('meilisearch')
    service.server = new ServerFollower(() => {
      const server = openMeilisearch()
      if (server === null) throw new Error('MEILISEARCH_URL is not set any more')
      return server
    })
  }
  service.embedded.start()
  service.server?.start()
  return service
}
