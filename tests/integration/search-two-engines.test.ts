import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { searchOutbox } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { readHealth } from '#lib/search/health.ts'
import {
  acknowledge,
  followOutbox,
  leaveOutbox,
  outboxHead,
  pendingStatements,
  readOutboxLag,
  readStanding,
} from '#lib/search/outbox.ts'
import { readSearchAddress } from '#lib/search/request.ts'
import { searchStatements } from '#lib/search/search.ts'
import { searchService, searchSettled, startSearch, stopSearch } from '#lib/search/service.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, SYSTEM, useTestDatabase } from '#tests/support/database.ts'
import { makePublished } from '#tests/support/factories.ts'
import { useServer } from '#tests/support/meilisearch.ts'

/** What can be told of two engines without a real search server. */

useTestDatabase()
vi.setConfig({ testTimeout: 60_000 })

let owner: Viewer
let admins: [Viewer, Viewer]
beforeEach(async () => {
  owner = await addPerson('archivist')
  admins = [await addPerson('admin'), await addPerson('admin')]
})
afterEach(stopSearch)

const countEntries = () => database().select().from(searchOutbox).all().length

describe('the outbox of two engines', () => {
  it('keeps an entry until both have taken it, each at its own pace', () => {
    followOutbox('meilisearch')
    makePublished(owner, admins)
    makePublished(owner, admins)
    const head = outboxHead()
    expect(pendingStatements('embedded')).toHaveLength(2)
    acknowledge('embedded', head)
    expect(pendingStatements('embedded')).toEqual([])
    expect(readStanding('embedded')).toEqual({ head, pending: [], settled: 2 })
    expect(pendingStatements('meilisearch')).toHaveLength(2)
    expect(readStanding('meilisearch')).toMatchObject({ head, settled: 0 })
    expect(readOutboxLag('meilisearch').pending).toBe(2)
    expect(countEntries()).toBe(2)
    acknowledge('meilisearch', head - 1)
    expect(countEntries()).toBe(1)
    // A second process that comes later with an older place takes nothing back.
    acknowledge('embedded', head - 1)
    expect(pendingStatements('embedded')).toEqual([])
    acknowledge('meilisearch', head)
    expect(countEntries()).toBe(0)
    expect(outboxHead()).toBe(head)
  })

  it('waits for the embedded engine also before that has ever taken anything', () => {
    followOutbox('meilisearch')
    makePublished(owner, admins)
    acknowledge('meilisearch', outboxHead())
    expect(countEntries()).toBe(1)
    expect(pendingStatements('embedded')).toHaveLength(1)
  })

  it('is not held up by an engine that is no longer configured', async () => {
    followOutbox('meilisearch')
    makePublished(owner, admins)
    acknowledge('embedded', outboxHead())
    expect(countEntries()).toBe(1)
    startSearch()
    await searchSettled()
    expect(countEntries()).toBe(0)
    expect(searchService().server).toBeNull()
    // When it comes back it begins here; what it missed is found by comparing.
    followOutbox('meilisearch')
    expect(readOutboxLag('meilisearch')).toEqual({ pending: 0, oldestSeconds: 0 })
    leaveOutbox('meilisearch')
  })
})

describe('a server of a version that is not known', () => {
  let old: Server
  let asked: string[]
  beforeEach(async () => {
    asked = []
    old = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.setHeader('content-type', 'application/json')
      if (request.url === '/version') {
        response.end(JSON.stringify({ pkgVersion: '1.12.3', commitSha: '', commitDate: '' }))
      } else {
        response.statusCode = 500
        response.end(JSON.stringify({ message: 'not to be asked', code: 'internal' }))
      }
    })
    await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve))
    useServer(`http://127.0.0.1:${(old.address() as AddressInfo).port}`, 'a-key-that-nobody-has')
  })
  afterEach(() => new Promise((resolve) => old.close(resolve)))

  it('is refused at start, with what is expected, and never written to or searched', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    startSearch()
    makePublished(owner, admins)
    await searchSettled()
    expect(warn.mock.calls.flat().join(' ')).toContain(
      'Meilisearch 1.12.3 is not supported: expected 1.50 or a later 1.x',
    )
    expect(warn).toHaveBeenCalledTimes(1)
    const page = await searchStatements(ANONYMOUS, readSearchAddress({ q: 'ledger' }))
    expect(page).toMatchObject({ engine: 'embedded', incomplete: true, fallback: true, total: 1 })
    expect(new Set(asked)).toEqual(new Set(['GET /version']))
    expect(await readHealth(SYSTEM)).toMatchObject({
      status: 'fallback',
      engine: 'embedded',
      fallback: { reason: 'version' },
      outbox: { pending: 1 },
      engines: [
        { name: 'embedded', pending: 0, statements: 1 },
        { name: 'meilisearch', pending: 1, statements: null },
      ],
    })
  })
})
