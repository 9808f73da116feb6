import { spawn } from 'node:child_process'
import { chmodSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { meilisearchKeyPath } from '#lib/env.ts'
import { connectForWrites } from '#lib/search/meilisearch/client.ts'
import { MeilisearchWriter } from '#lib/search/meilisearch/writer.ts'
import { findDrift, rebuildIndex } from '#lib/search/mending.ts'
import { readSearchAddress } from '#lib/search/request.ts'
import { searchStatements } from '#lib/search/search.ts'
import { openMeilisearch, searchService, searchSettled, startSearch } from '#lib/search/service.ts'
import { readMeilisearchKey } from '#lib/secrets.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import { makeDraft, submitAndPublish } from '#tests/support/factories.ts'
import {
  hasMeilisearch,
  useMeilisearch,
  useProductServer,
  useServer,
} from '#tests/support/meilisearch.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
useTestDatabase()

/** `npm run search:setup` in this test's data folder. */
async function setUp(masterKey: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(PROJECT_PATH, 'scripts/search-setup.ts'), ...args])
  child.stdin.end(masterKey)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { stdout, stderr, status: await ended }
}

it('asks for an address and a master key', async () => {
  expect(await setUp('some master key')).toMatchObject({ status: 1, stdout: '' })
  useServer('http://127.0.0.1:9', '')
  expect(await setUp('')).toMatchObject({ status: 2, stdout: '' })
  const away = await setUp('some master key')
  expect(away).toMatchObject({ status: 1, stdout: '' })
  expect(away.stderr).toMatch(/^http:\/\/127\.0\.0\.1:9 cannot be reached/)
})

describe.skipIf(!hasMeilisearch)('with a real Meilisearch', () => {
  const server = useMeilisearch()
  const indexes = useProductServer(server, () => ({ url: server.url, key: '' }))

  const call = async (key: string, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    await response.arrayBuffer()
    return response.status
  }

  it('makes keys that do what the archive does, and keeps no other', async () => {
    const { stdout, status } = await setUp(server.key, '--json')
    expect(status).toBe(0)
    const report = JSON.parse(stdout)
    expect(Object.keys(report)).toEqual(['url', 'version', 'indexes', 'keys'])
    expect(report.indexes).toHaveLength(3)
    const kept = (['search', 'write', 'version'] as const).map((role) => {
      expect(statSync(meilisearchKeyPath(role)).mode & 0o777).toBe(0o600)
      return readMeilisearchKey(role)!
    })
    for (const key of kept) {
      expect(key).not.toBe(server.key)
      expect(stdout).not.toContain(key)
    }
    // The same server gives the same keys again.
    expect((await setUp(server.key)).status).toBe(0)
    expect(kept).toEqual(
      (['search', 'write', 'version'] as const).map((role) => readMeilisearchKey(role)),
    )

    const owner = await addPerson('archivist')
    const admins = [await addPerson('admin'), await addPerson('admin')] as const
    startSearch()
    await searchSettled()
    submitAndPublish(owner, [...admins], makeDraft(owner))
    await searchSettled()
    expect(console.warn).not.toHaveBeenCalled()
    const page = await searchStatements(ANONYMOUS, readSearchAddress({ q: 'ledger' }))
    expect(page).toMatchObject({ engine: 'meilisearch', incomplete: false, total: 1 })
    const engine = openMeilisearch()!
    await rebuildIndex(engine)
    expect(await findDrift(engine)).toEqual({ missing: [], stale: [], surplus: [] })
  })

  it('gives an index its settings where they are others, and works on nothing where they are the same', async () => {
    const client = connectForWrites(server)
    const index = client.index(`${indexes.prefix}_passages`)
    const prepare = () => new MeilisearchWriter(client, indexes.prefix).prepare()
    const changes = async () =>
      (await client.tasks.getTasks({ indexUids: [index.uid], types: ['settingsUpdate'] })).total
    await prepare()
    expect(await changes()).toBe(1)
    await prepare()
    expect(await changes()).toBe(1)
    await index.updateTypoTolerance({ enabled: true }).waitTask()
    await prepare()
    expect(await changes()).toBe(3)
    expect(await index.getTypoTolerance()).toMatchObject({ enabled: false })
  })

  it('denies to each key what it is not for', async () => {
    await setUp(server.key)
    const index = `/indexes/${indexes.prefix}_statements`
    const search = readMeilisearchKey('search')!
    expect(await call(search, 'POST', `${index}/search`, { q: '' })).toBe(200)
    for (const [method, path] of [
      ['GET', `${index}/documents`],
      ['GET', `${index}/settings`],
      ['DELETE', index],
      ['GET', '/keys'],
      ['GET', '/version'],
    ] as const) {
      expect(await call(search, method, path), `${method} ${path}`).toBe(403)
    }
    const write = readMeilisearchKey('write')!
    expect(await call(write, 'GET', `${index}/documents`)).toBe(200)
    for (const [method, path, body] of [
      ['GET', '/keys', undefined],
      ['POST', '/keys', { actions: ['*'], indexes: ['*'], expiresAt: null }],
      ['POST', '/indexes/somebody-elses/search', { q: '' }],
      ['POST', '/indexes/somebody-elses/documents', [{ id: 1 }]],
      ['POST', '/dumps', undefined],
    ] as const) {
      expect(await call(write, method, path, body), `${method} ${path}`).toBe(403)
    }
    const version = readMeilisearchKey('version')!
    expect(await call(version, 'GET', '/version')).toBe(200)
    expect(await call(version, 'POST', `${index}/search`, { q: '' })).toBe(403)
  })

  it('refuses a key that is not the master key, and writes nothing', async () => {
    const { status, stdout, stderr } = await setUp('surely-not-the-master-key')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('refuses this key')
    expect(readMeilisearchKey('write')).toBeNull()
  })

  it('gives a server that has lost its data the same keys, so that a running archive goes on', async () => {
    await setUp(server.key)
    startSearch()
    await searchSettled()
    const before = readFileSync(meilisearchKeyPath('write'), 'utf8')
    await server.empty(indexes.prefix)
    await setUp(server.key)
    expect(readFileSync(meilisearchKeyPath('write'), 'utf8')).toBe(before)
    const follower = searchService().server!
    while (follower.fallback !== null) await wait(100)
    const page = await searchStatements(ANONYMOUS, readSearchAddress({ q: '' }))
    expect(page).toMatchObject({ engine: 'meilisearch', total: 0 })
  })

  it('is not used with a key that others can read', async () => {
    await setUp(server.key)
    chmodSync(meilisearchKeyPath('write'), 0o640)
    expect(() => startSearch()).toThrow(/others/)
  })
})
