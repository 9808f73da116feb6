import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { toolEnvironment } from '#lib/env.ts'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import { stopSearch } from '#lib/search/service.ts'
import { meilisearchPath, startMeilisearch } from '#scripts/meilisearch/server.ts'

/** A real Meilisearch for tests: one of our own where the program is on the path, else the one of MEILISEARCH_URL. */

export interface ServerForTests {
  url: string
  /** Its master key, or one that may do as much. */
  key: string
  /** Loses everything and starts again, as a server does whose disk was replaced. */
  empty(prefix: string): Promise<void>
}

// Read before any test changes them.
const { MEILISEARCH_URL, MEILISEARCH_MASTER_KEY, MEILISEARCH_API_KEY } = toolEnvironment().variables

/** Tests that need one are skipped by name without it. */
export const hasMeilisearch = meilisearchPath !== null || Boolean(MEILISEARCH_URL)

/** A server for the tests of a suite, stopped after them. Only hooks and tests can look at it. */
export function useMeilisearch(): ServerForTests {
  let server: ServerForTests & { close(): Promise<void> }
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())
  return {
    get url() {
      return server.url
    },
    get key() {
      return server.key
    },
    empty: (prefix) => server.empty(prefix),
  }
}

/**
 * Has the product search with a server in each test of a suite, in indexes of the test's own that are dropped after it;
 * `as` is how the product reaches it. What it warns of is no noise.
 */
export function useProductServer(
  server: ServerForTests,
  as: () => { url: string; key: string } = () => server,
): { readonly prefix: string } {
  let prefix: string
  beforeEach(() => {
    const { url, key } = as()
    prefix = useServer(url, key)
    vi.spyOn(console, 'warn').mockImplementation(() => {})
  })
  afterEach(async () => {
    await stopSearch()
    await new MeilisearchEngine(server, prefix).drop()
  })
  return {
    get prefix() {
      return prefix
    },
  }
}

/** Sets this server for the product, with names of indexes that no other test has. Returns their prefix. */
export function useServer(url: string, key: string): string {
  const prefix = newPrefix()
  vi.stubEnv('MEILISEARCH_URL', url)
  vi.stubEnv('MEILISEARCH_API_KEY', key)
  vi.stubEnv('MEILISEARCH_PREFIX', prefix)
  return prefix
}

export function newPrefix(): string {
  return `test-${randomBytes(6).toString('hex')}`
}

async function openServer(): Promise<ServerForTests & { close(): Promise<void> }> {
  if (meilisearchPath === null) {
    const address = {
      url: MEILISEARCH_URL!,
      key: MEILISEARCH_MASTER_KEY ?? MEILISEARCH_API_KEY ?? '',
    }
    return {
      ...address,
      // Not ours to stop: its indexes are lost all the same.
      empty: (prefix) => new MeilisearchEngine(address, prefix).drop(),
      close: async () => {},
    }
  }
  const server = await startMeilisearch()
  return {
    url: server.url,
    key: server.key,
    empty: async () => {
      await server.stop()
      rmSync(join(server.folder, 'data.ms'), { recursive: true })
      await server.start()
    },
    close: () => server.close(),
  }
}
