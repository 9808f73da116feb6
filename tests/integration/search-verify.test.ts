import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { whileAlone } from '#lib/alone.ts'
import { dataFile, searchIndexPath } from '#lib/env.ts'
import type { SearchEngine } from '#lib/search/contract.ts'
import { PASSAGE_STRIDE as EMBEDDED_STRIDE } from '#lib/search/fts/schema.ts'
import { PASSAGE_STRIDE } from '#lib/search/meilisearch/records.ts'
import { rebuildIndex } from '#lib/search/mending.ts'
import { openEmbedded, openMeilisearch, searchSettled, stopSearch } from '#lib/search/service.ts'
import { verifyEngine } from '#lib/search/verify.ts'
import type { Viewer } from '#lib/viewer.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import { addPerson, useTestDatabase } from '#tests/support/database.ts'
import { makeDraft, submitAndPublish } from '#tests/support/factories.ts'
import { hasMeilisearch, useMeilisearch, useProductServer } from '#tests/support/meilisearch.ts'
import { makeDocument } from '#tests/support/search-documents.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
useTestDatabase()

let references: string[]

/** Three published statements, indexed by every engine that is configured. */
async function fill(): Promise<void> {
  const owner: Viewer = await addPerson('archivist')
  const admins: [Viewer, Viewer] = [await addPerson('admin'), await addPerson('admin')]
  references = [0, 1, 2].map(() => {
    const reference = makeDraft(owner)
    submitAndPublish(owner, admins, reference)
    return reference
  })
  await searchSettled()
  await stopSearch()
}

const verify = (...args: string[]) => {
  const script = join(PROJECT_PATH, 'scripts/search-verify.ts')
  const { stdout, status } = spawnSync(process.execPath, [script, '--json', ...args], {
    encoding: 'utf8',
  })
  return { status, report: stdout === '' ? null : JSON.parse(stdout) }
}
const reportOf = (
  engine: string,
  drift: Partial<Record<'missing' | 'stale' | 'surplus', string[]>>,
) => ({
  engine,
  statements: 3,
  pending: 0,
  missing: [],
  stale: [],
  surplus: [],
  left: 0,
  ...drift,
})

/** Takes one away, adds one that nobody published, and puts other words into a third. */
async function spoil(engine: SearchEngine, alter: (id: number) => void | Promise<void>) {
  const [first, second] = [...(await engine.inventory()).keys()].sort((a, b) => a - b)
  await engine.remove([first!])
  await engine.put([makeDocument(999, ['Nobody said this.'])])
  await alter(second!)
  await engine.close()
}

describe('search:verify, embedded', () => {
  it('finds what differs by id, by state and by the words that are stored, and mends it', async () => {
    await fill()
    expect(verify()).toEqual({
      status: 0,
      report: {
        archive: { statements: 3 },
        engines: [reportOf('embedded', {})],
        drift: 0,
        left: 0,
      },
    })
    await spoil(openEmbedded(), (id) => {
      const index = new Sqlite(searchIndexPath())
      const generation = index.prepare('SELECT generation FROM current').pluck().get()
      index
        .prepare(`UPDATE passages_${generation} SET text = 'Other words.' WHERE id > ? AND id < ?`)
        .run(id * EMBEDDED_STRIDE, (id + 1) * EMBEDDED_STRIDE)
      index.close()
    })
    const drift = {
      missing: [references[0]!],
      stale: [references[1]!],
      surplus: ['#999'],
    }
    expect(verify()).toEqual({
      status: 1,
      report: {
        archive: { statements: 3 },
        engines: [{ ...reportOf('embedded', drift), left: 3 }],
        drift: 3,
        left: 3,
      },
    })
    expect(verify('--repair')).toMatchObject({ status: 0, report: { drift: 3, left: 0 } })
    expect(verify()).toMatchObject({ status: 0, report: { drift: 0, left: 0 } })
  })

  it('takes what waits in the outbox for no drift, and works it off when it mends', async () => {
    await fill()
    const owner = await addPerson('archivist')
    const admins: [Viewer, Viewer] = [await addPerson('admin'), await addPerson('admin')]
    submitAndPublish(owner, admins, makeDraft(owner))
    const engine = openEmbedded()
    expect(await verifyEngine(engine, { repair: false })).toEqual({
      ...reportOf('embedded', {}),
      pending: 1,
    })
    expect(await verifyEngine(engine, { repair: true })).toMatchObject({ statements: 4, left: 0 })
    expect(await verifyEngine(engine, { repair: false })).toMatchObject({ pending: 0, left: 0 })
    await engine.close()
  })

  it('is refused where there is no archive', () => {
    vi.stubEnv('GOVAH_DATA', dataFile('nothing-here'))
    expect(verify()).toEqual({ status: 1, report: null })
  })
})

describe('building anew', () => {
  it('is denied while another process does so, and not held up by one that was killed', async () => {
    await fill()
    const engine = openEmbedded()
    const other = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { whileAlone } from '#lib/alone.ts'
       await whileAlone('search-rebuild-embedded', () => {
         process.stdout.write('alone')
         return new Promise((resolve) => setTimeout(resolve, 600_000))
       })`,
    ])
    await once(other.stdout, 'data')
    await expect(rebuildIndex(engine)).rejects.toThrow(/under way/)
    other.kill('SIGKILL')
    await once(other, 'exit')
    await rebuildIndex(engine)
    expect(await engine.count()).toBe(3)
    await expect(whileAlone('a', () => whileAlone('a', async () => {}))).rejects.toThrow(
      /under way/,
    )
    await engine.close()
  })
})

describe.skipIf(!hasMeilisearch)('search:verify with a real Meilisearch', () => {
  const server = useMeilisearch()
  const indexes = useProductServer(server)

  it('finds and mends what differs on either engine', async () => {
    await fill()
    await spoil(openMeilisearch()!, async (id) => {
      const passage = { id: id * PASSAGE_STRIDE + 1, text: 'Other words.' }
      await fetch(`${server.url}/indexes/${indexes.prefix}_passages/documents`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
        body: JSON.stringify([passage]),
      })
    })
    const found = verify()
    expect(found).toMatchObject({ status: 1, report: { drift: 3, left: 3 } })
    expect(found.report.engines[0]).toEqual(reportOf('embedded', {}))
    expect(found.report.engines[1]).toEqual({
      ...reportOf('meilisearch', {
        missing: [references[0]!],
        stale: [references[1]!],
        surplus: ['#999'],
      }),
      left: 3,
    })
    expect(verify('--repair')).toMatchObject({ status: 0, report: { drift: 3, left: 0 } })
    expect(verify()).toMatchObject({ status: 0, report: { drift: 0 } })
  })

  it('says that a server cannot be compared', async () => {
    await fill()
    vi.stubEnv('MEILISEARCH_URL', 'http://127.0.0.1:9')
    const { status, report } = verify()
    expect(status).toBe(1)
    expect(report.engines[0]).toEqual(reportOf('embedded', {}))
    expect(report.engines[1]).toEqual({ engine: 'meilisearch', error: expect.any(String) })
    vi.stubEnv('MEILISEARCH_URL', server.url)
  })
})
