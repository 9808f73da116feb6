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

/** So many statements that most are read by a thread; word wN stands in every statement whose number N divides. */
function* manyStatements(count: number) {
  for (let id = 1; id <= count; id++) {
    const words = Array.from({ length: id }, (_, n) => n + 1).filter((n) => id % n === 0)
    yield makeDocument(id, [words.map((n) => `w${n}`).join(' '), 'Reeds, می‌رفتند.'], {
      audience: id % 10 === 0 ? 'staff' : 'public',
    })
  }
}

it('builds the same index of many statements as of each put by itself', async () => {
  const [built, filledOneByOne] = [new EmbeddedEngine(newPath()), new EmbeddedEngine(newPath())]
  await built.rebuild(manyStatements(175))
  await filledOneByOne.put([...manyStatements(175)])
  for (const word of ['w1', 'w5', 'w7', 'w170', 'w171', 'reeds', 'میرفتند', '"w1 w5"', 'reesd']) {
    const query = { text: word, facets: {}, sort: 'relevance', page: 1, perPage: 200 } as const
    const [one, other] = await Promise.all(
      [built, filledOneByOne].map((engine) =>
        engine.search({ ...query, fuzzy: true, spellings: true }, PUBLIC),
      ),
    )
    expect(one, word).toEqual(other)
  }
  expect(await ask(built, 'w7')).toBe(25 - 2)
  expect(await ask(built, 'میرفتند')).toBe(175 - 17)
  await built.close()
  await filledOneByOne.close()
})

it('keeps what is put and removed while the statement is on its way into a rebuilt index', async () => {
  const engine = await filled(newPath())
  await engine.rebuild(
    (async function* () {
      for (const document of manyStatements(125)) {
        yield document
        if (document.id === 104) {
          await engine.put([makeDocument(103, ['A newer heron.'])])
          await engine.remove([102])
          // Read again, it is as it was read last.
          yield makeDocument(101, ['An older heron.'])
          yield makeDocument(101, ['A crane.'])
        }
      }
    })(),
  )
  expect([...(await engine.inventory()).keys()].filter((id) => id > 99 && id < 106)).toEqual([
    100, 101, 103, 104, 105,
  ])
  expect(await engine.count()).toBe(124)
  expect(await ask(engine, 'newer heron')).toBe(1)
  expect(await ask(engine, 'w103')).toBe(0)
  expect(await ask(engine, 'w102')).toBe(0)
  expect(await ask(engine, 'older')).toBe(0)
  expect(await ask(engine, 'crane')).toBe(1)
  expect(await ask(engine, 'w101')).toBe(0)
  await engine.close()
})

it('tells what the reading of a statement failed with, and goes on answering', async () => {
  const engine = await filled(newPath())
  const failing = engine.rebuild(
    (function* () {
      yield* manyStatements(99)
      yield makeDocument(100, ['A heron.'], { names: [null as never] })
      yield* [101, 102, 103].map((id) => makeDocument(id, ['A heron.']))
    })(),
  )
  await expect(failing).rejects.toThrow(TypeError)
  expect(await ask(engine, 'heron')).toBe(2)
  await engine.rebuild(manyStatements(90))
  expect(await ask(engine, 'w9')).toBe(9)
  await engine.close()
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
