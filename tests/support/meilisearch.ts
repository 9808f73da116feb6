import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { toolEnvironment } from '#lib/env.ts'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import { meilisearchPath, startMeilisearch } from '#scripts/meilisearch/server.ts'

/** A real Meilisearch for tests: one of our own where the program is on the path, else the one of MEILISEARCH_URL. */

export interface ServerForTests {
  url: string
  /** Its master key, or one that may do as much. */
  key: string
  /** Loses everything and starts again, as a server does whose disk was replaced. */
  empty(prefix: string): Promise<void>
  close(): Promise<void>
}

// Read before any test changes them.
const { MEILISEARCH_URL, MEILISEARCH_MASTER_KEY, MEILISEARCH_API_KEY } = toolEnvironment().variables

/** Tests that need one are skipped by name without it. */
export const hasMeilisearch = meilisearchPath !== null || Boolean(MEILISEARCH_URL)

export async function openServer(): Promise<ServerForTests> {
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
