import { afterAll, beforeAll, describe, vi } from 'vitest'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import { meilisearchPath, type OwnServer, startMeilisearch } from '#scripts/meilisearch/server.ts'
import { searchContract } from '#tests/support/search-contract.ts'

// A real server writes to disk and works its tasks off one after the other.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

describe.skipIf(meilisearchPath === null)('with a real Meilisearch', () => {
  let server: OwnServer
  let archives = 0
  beforeAll(async () => {
    server = await startMeilisearch()
  })
  afterAll(() => server.close())

  searchContract('meilisearch', async () => new MeilisearchEngine(server, `test${archives++}`))
})
