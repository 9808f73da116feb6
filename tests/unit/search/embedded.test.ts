import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it, vi } from 'vitest'
import { EmbeddedEngine } from '#lib/search/fts/engine.ts'
import { searchContract } from '#tests/support/search-contract.ts'
import { makeDocument } from '#tests/support/search-documents.ts'

// Each engine starts threads of its own, which a busy machine takes its time over.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'govah-search-'))
let files = 0
const newPath = () => join(folder, `${files++}.db`)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

searchContract('embedded', async () => new EmbeddedEngine(newPath()))

const PUBLIC = { audiences: ['public'], now: '2031-06-01T00:00:00.000Z', exclude: [] } as const
const ask = async (engine: EmbeddedEngine, text: string) =>
  (
    await engine.search(
      { text, facets: {}, sort: 'relevance', fuzzy: true, spellings: false, page: 1, perPage: 20 },
      PUBLIC,
    )
  ).total

async function filled(path: string, onEmptied = () => {}): Promise<EmbeddedEngine> {
  const engine = new EmbeddedEngine(path, onEmptied)
  await engine.put([makeDocument(1, ['A heron.']), makeDocument(2, ['A heron and a crane.'])])
  return engine
}

it.each([
  ['damaged', (path: string) => writeFileSync(path, 'not a database at all, '.repeat(500))],
  ['cut short', (path: string) => writeFileSync(path, '')],
  [
    'of another version',
    (path: string) => {
      const db = new Database(path)
      db.pragma('user_version = 999')
      db.close()
    },
  ],
  ['gone', (path: string) => rmSync(path)],
])('starts anew when the file is %s, and says so', async (_, spoil) => {
  const path = newPath()
  await (await filled(path)).close()
  spoil(path)
  let emptied = 0
  const engine = new EmbeddedEngine(path, () => emptied++)
  expect(await engine.count()).toBe(0)
  expect(await ask(engine, 'heron')).toBe(0)
  expect(emptied).toBe(1)
  await engine.put([makeDocument(1, ['A heron.'])])
  expect(await ask(engine, 'heron')).toBe(1)
  await engine.close()
})

it('notices that its file was deleted while it runs', async () => {
  const path = newPath()
  let emptied = 0
  const engine = await filled(path, () => emptied++)
  expect(await ask(engine, 'heron')).toBe(2)
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
  expect(await ask(engine, 'heron')).toBe(0)
  expect(emptied).toBe(2)
  await engine.put([makeDocument(3, ['A heron.'])])
  expect(await ask(engine, 'heron')).toBe(1)
  await engine.close()
})

it('sees what another process writes', async () => {
  const path = newPath()
  const engine = await filled(path)
  expect(await ask(engine, 'heron')).toBe(2)
  const other = new EmbeddedEngine(path)
  await other.put([makeDocument(3, ['A third heron.'])])
  expect(await ask(engine, 'heron')).toBe(3)
  await other.remove([1])
  expect(await ask(engine, 'heron')).toBe(2)
  await other.rebuild([makeDocument(9, ['A heron alone.'])])
  expect(await ask(engine, 'heron')).toBe(1)
  await other.close()
  await engine.close()
})

it('keeps what was put while it is rebuilt, and clears away a rebuild that was cut short', async () => {
  const path = newPath()
  const engine = await filled(path)
  const rebuild = engine.rebuild(
    (async function* () {
      yield makeDocument(1, ['A heron.'])
      await engine.put([makeDocument(5, ['A heron in between.'])])
      await engine.remove([1])
    })(),
  )
  await rebuild
  expect(await ask(engine, 'between')).toBe(1)

  const failing = engine.rebuild(
    (async function* () {
      yield makeDocument(1, ['A heron.'])
      throw new Error('cut short')
    })(),
  )
  await expect(failing).rejects.toThrow('cut short')
  expect(await ask(engine, 'between')).toBe(1)
  await engine.rebuild([makeDocument(6, ['A last heron.'])])
  expect(await engine.count()).toBe(1)
  await engine.close()
  const db = new Database(path)
  const left = db
    .prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'statements\\__' ESCAPE '\\'")
    .pluck()
    .get()
  db.close()
  expect(left).toBe(1)
})

it('answers many questions at once', async () => {
  const engine = await filled(newPath())
  const totals = await Promise.all(Array.from({ length: 40 }, () => ask(engine, 'heron')))
  expect(new Set(totals)).toEqual(new Set([2]))
  await engine.close()
})

it('survives a file that is spoilt while it runs', async () => {
  const path = newPath()
  let emptied = 0
  const engine = await filled(path, () => emptied++)
  await engine.close()
  appendFileSync(path, 'x')
  const db = new Database(path)
  db.exec('DROP TABLE passages_1')
  db.close()
  const next = new EmbeddedEngine(path, () => emptied++)
  expect(await ask(next, 'heron')).toBe(0)
  expect(emptied).toBe(2)
  await next.close()
})
