import { describe, vi } from 'vitest'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import { meilisearchPath } from '#scripts/meilisearch/server.ts'
import { useMeilisearch } from '#tests/support/meilisearch.ts'
import { searchContract } from '#tests/support/search-contract.ts'

// A real server writes to disk and works its tasks off one after the other.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

describe.skipIf(meilisearchPath === null)('with a real Meilisearch', () => {
  const server = useMeilisearch()
  let archives = 0
  searchContract('meilisearch', async () => new MeilisearchEngine(server, `test${archives++}`))
})
