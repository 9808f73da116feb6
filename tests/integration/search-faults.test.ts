import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { write } from '#lib/database.ts'
import { withdrawStatement } from '#lib/review/publishing.ts'
import { enqueueStatements } from '#lib/search/enqueue.ts'
import { readHealth } from '#lib/search/health.ts'
import { findDrift } from '#lib/search/mending.ts'
import { readOutboxLag } from '#lib/search/outbox.ts'
import { readSearchAddress } from '#lib/search/request.ts'
import { type SearchPage, searchStatements } from '#lib/search/search.ts'
import {
  openMeilisearch,
  searchService,
  searchSettled,
  startSearch,
  stopSearch,
} from '#lib/search/service.ts'
import { suggestSearches } from '#lib/search/suggest.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, SYSTEM, useTestDatabase } from '#tests/support/database.ts'
import { makeDraft, submitAndPublish } from '#tests/support/factories.ts'
import { FAULTS, FaultProxy } from '#tests/support/fault-proxy.ts'
import { hasMeilisearch, useMeilisearch, useProductServer } from '#tests/support/meilisearch.ts'

/** What readers notice of a search server that is away, and that nothing is missing when it is back. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const NO_DRIFT = { missing: [], stale: [], surplus: [] }
/** A reader waits for two seconds; the rest is for a busy machine. */
const PATIENCE_MS = 15_000

describe.skipIf(!hasMeilisearch)('with a real Meilisearch behind a faulty line', () => {
  useTestDatabase()
  const server = useMeilisearch()
  let proxy: FaultProxy
  let owner: Viewer
  let admins: [Viewer, Viewer]

  beforeEach(async () => {
    proxy = new FaultProxy(server.url)
    await proxy.open()
  })
  afterEach(() => proxy.close())
  const indexes = useProductServer(server, () => ({ url: proxy.url, key: server.key }))
  beforeEach(async () => {
    owner = await addPerson('archivist')
    admins = [await addPerson('admin'), await addPerson('admin')]
    startSearch()
  })

  const find = (q = 'ledger'): Promise<SearchPage> =>
    searchStatements(ANONYMOUS, readSearchAddress({ q, fuzzy: '0' }))
  const publishNew = (): string => {
    const reference = makeDraft(owner)
    submitAndPublish(owner, admins, reference)
    return reference
  }
  const reason = () => searchService().server!.fallback?.reason ?? null

  /** Waits until the server answers searches, with nothing left to bring to it. */
  async function untilServed(): Promise<void> {
    while (reason() !== null || readOutboxLag('meilisearch').pending > 0) await wait(100)
  }
  async function untilPassedOver(): Promise<void> {
    while (reason() === null) await wait(50)
  }

  it('is answered by Meilisearch once it is compared; both engines take every change', async () => {
    expect(await find()).toMatchObject({ engine: 'embedded', incomplete: true, fallback: true })
    await untilServed()
    const references = [publishNew(), publishNew()]
    await searchSettled()
    const page = await find()
    expect(page).toMatchObject({
      engine: 'meilisearch',
      incomplete: false,
      fallback: false,
      total: 2,
    })
    expect(page.hits.map(({ statement }) => statement.reference).sort()).toEqual(references)
    withdrawStatement(admins[0], references[0]!, 'Asked for by the witness.')
    // Left out by name until the server has heard of it.
    expect((await find()).total).toBe(1)
    await searchSettled()
    for (const engine of [searchService().embedded.engine, openMeilisearch()!]) {
      expect(await findDrift(engine)).toEqual(NO_DRIFT)
      expect(await engine.count()).toBe(1)
    }
    expect(await readHealth(SYSTEM)).toMatchObject({
      status: 'ok',
      engine: 'meilisearch',
      fallback: null,
      outbox: { pending: 0, oldestSeconds: 0 },
      index: { statements: 1 },
      archive: { statements: 1 },
      engines: [
        { name: 'embedded', pending: 0, statements: 1, comparing: false },
        { name: 'meilisearch', pending: 0, statements: 1, comparing: false },
      ],
    })
  })

  it.each(FAULTS)('%s: the page comes from the embedded index; nothing is lost', async (fault) => {
    await untilServed()
    publishNew()
    await searchSettled()
    expect(await find()).toMatchObject({ engine: 'meilisearch', total: 1 })

    await proxy.make(fault)
    // A server that accepts changes and then fails goes on answering until one has failed.
    if (fault === 'tasks') {
      publishNew()
      await untilPassedOver()
    }
    const startedAt = performance.now()
    expect(await find()).toMatchObject({ engine: 'embedded', incomplete: true, fallback: true })
    expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS)

    // Saves go on, are found at once, and no further search is asked of the server.
    if (fault !== 'tasks') publishNew()
    await searchService().embedded.settled()
    const searches = proxy.searches
    for (let again = 0; again < 5; again++) {
      expect(await find()).toMatchObject({ engine: 'embedded', incomplete: true, total: 2 })
    }
    expect(proxy.searches).toBe(searches)
    expect(readOutboxLag('embedded').pending).toBe(0)
    expect(readOutboxLag('meilisearch').pending).toBe(1)
    const health = await readHealth(SYSTEM)
    expect(health).toMatchObject({
      status: 'fallback',
      engine: 'embedded',
      outbox: { pending: 1 },
      index: { statements: 2 },
    })
    expect(health.fallback!.reason).toBe(
      {
        stopped: 'unreachable',
        slow: 'slow',
        resetting: 'unreachable',
        failing: 'error',
        tasks: 'error',
      }[fault],
    )

    await proxy.make(null)
    await untilServed()
    expect(await find()).toMatchObject({ engine: 'meilisearch', incomplete: false, total: 2 })
    expect(await findDrift(openMeilisearch()!)).toEqual(NO_DRIFT)
  })

  it('empty after a restart: noticed by its count, and filled again', async () => {
    await untilServed()
    publishNew()
    publishNew()
    await searchSettled()
    expect(await find()).toMatchObject({ engine: 'meilisearch', total: 2 })
    await server.empty(indexes.prefix)
    expect(await find()).toMatchObject({ engine: 'embedded', incomplete: true, total: 2 })
    publishNew()
    await searchService().embedded.settled()
    expect(await find()).toMatchObject({ total: 3 })
    await untilServed()
    expect(await find()).toMatchObject({ engine: 'meilisearch', incomplete: false, total: 3 })
    expect(await findDrift(openMeilisearch()!)).toEqual(NO_DRIFT)
  })

  it('lost a statement behind our back: noticed by the next search, and mended', async () => {
    await untilServed()
    publishNew()
    publishNew()
    await searchSettled()
    const [id] = [...(await openMeilisearch()!.inventory()).keys()]
    await openMeilisearch()!.remove([id!])
    // Completions are no less careful.
    expect(await suggestSearches(ANONYMOUS, 'ledg')).toMatchObject([{ text: 'ledger' }])
    expect(reason()).toBe('counts')
    expect(await find()).toMatchObject({ engine: 'embedded', incomplete: true, total: 2 })
    await untilServed()
    expect(await find()).toMatchObject({ engine: 'meilisearch', total: 2 })
    expect(await findDrift(openMeilisearch()!)).toEqual(NO_DRIFT)
  })

  it('is far behind: not asked with long lists of what to leave out', async () => {
    await untilServed()
    publishNew()
    await searchSettled()
    const engine = searchService().server!.engine
    for (const name of ['put', 'remove'] as const) {
      vi.spyOn(engine, name).mockImplementation(() => new Promise<never>(() => {}))
    }
    const many = Array.from({ length: 1_001 }, (_, index) => 100_000 + index)
    write((tx) => enqueueStatements(tx, many))
    await searchService().embedded.settled()
    expect(await find()).toMatchObject({ engine: 'embedded', incomplete: true, total: 1 })
    expect(reason()).toBe('behind')
    expect(await readHealth(SYSTEM)).toMatchObject({
      status: 'fallback',
      outbox: { pending: 1_001 },
    })
  })

  it('is used with a master key, and a warning', async () => {
    await untilServed()
    const warnings = vi.mocked(console.warn).mock.calls.flat().join(' ')
    expect(warnings).toContain('MEILISEARCH_API_KEY may do everything')
    expect(warnings).not.toContain(server.key)
  })

  it('is refused with a wrong key, and says so', async () => {
    await stopSearch()
    vi.stubEnv('MEILISEARCH_API_KEY', 'not-the-key-of-this-server')
    startSearch()
    await searchSettled()
    expect(reason()).toBe('refused')
    expect(vi.mocked(console.warn).mock.calls.flat().join(' ')).toContain('npm run search:setup')
    publishNew()
    await searchService().embedded.settled()
    expect(await find()).toMatchObject({ engine: 'embedded', incomplete: true, total: 1 })
    await stopSearch()
    vi.stubEnv('MEILISEARCH_API_KEY', server.key)
    startSearch()
    await untilServed()
    expect(await find()).toMatchObject({ engine: 'meilisearch', total: 1 })
  })
})
