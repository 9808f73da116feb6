import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { toolEnvironment } from '#lib/env.ts'
import { readCorpus } from '#lib/search/evaluation/corpus.ts'
import { OWN_ENGINES, openOwn, SERVER_ENGINES } from '#lib/search/evaluation/engines.ts'
import { evaluate } from '#lib/search/evaluation/evaluate.ts'
import { evaluateNames, type NamesResult, readNames } from '#lib/search/evaluation/names.ts'
import { makeQueries } from '#lib/search/evaluation/queries.ts'
import { Random } from '#lib/search/evaluation/random.ts'
import { meilisearchPath, type OwnServer, startMeilisearch } from '#scripts/meilisearch/server.ts'
import { PROJECT_PATH } from '#scripts/project.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const random = new Random(11)
const someWord = () =>
  Array.from({ length: 7 }, () => random.pick([...'abcdefghijklmnop'])).join('')
const corpus = Array.from({ length: 6 }, (_, index) =>
  JSON.stringify({ id: `r${index}`, text: Array.from({ length: 200 }, someWord).join(' ') }),
).join('\n')

/** Spellings in both scripts; the last of them are no spellings of each other. */
const NAMES = [
  { fa: 'گلستانی‌فر', latin: ['Golestanifar', 'Golestani-Far'] },
  { fa: ['گوهرچشمه', 'گوهر چشمه'], latin: ['Gowhar Cheshmeh', 'Goharcheshmeh'] },
  { fa: 'پروانه', latin: ['Parvaneh', 'Parvane'] },
  { fa: 'ورندآب', latin: 'Lower Mirab' },
].map((name) => JSON.stringify(name))

describe('without a Meilisearch', () => {
  const folder = mkdtempSync(join(tmpdir(), 'search-eval-test-'))
  const path = join(folder, 'corpus.jsonl')
  beforeAll(() => writeFileSync(path, corpus))
  afterAll(() => rmSync(folder, { recursive: true }))

  const runBare = (...args: string[]) => {
    const { MEILISEARCH_URL: _, ...variables } = toolEnvironment().variables
    return spawnSync(process.execPath, [join(PROJECT_PATH, 'scripts/search-eval.ts'), ...args], {
      encoding: 'utf8',
      env: { ...variables, PATH: folder },
    })
  }
  const run = (...args: string[]) => runBare(path, '--n', '3', '--json', ...args)

  it('leaves its engines out by name, and refuses them where they are asked for', () => {
    const all = run()
    expect(all.status).toBe(0)
    expect(all.stderr).toContain('left out: meilisearch, meilisearch-raw; there is no Meilisearch')
    const engines = JSON.parse(all.stdout).rows.map((row: { engine: string }) => row.engine)
    expect([...new Set(engines)]).toEqual(['embedded', 'fts5-statement', 'fts5-passage'])
    const asked = run('--engine', 'embedded,meilisearch-raw')
    expect(asked).toMatchObject({ status: 2, stdout: '' })
    expect(asked.stderr).toContain('there is no Meilisearch')
  })

  it('measures names on one of our own engines, and refuses others by name', () => {
    const names = join(folder, 'names.jsonl')
    writeFileSync(names, NAMES.join('\n'))
    const measured = runBare('--names', names, '--json')
    expect(measured.status).toBe(0)
    expect(Object.keys(JSON.parse(measured.stdout))).toEqual([
      ...['pairs', 'faToLatin', 'latinToFa', 'randomPairs', 'falsePairs'],
    ])
    for (const [engines, reason] of [
      ['meilisearch-raw', '--names takes one of embedded, meilisearch'],
      ['embedded,meilisearch', '--names takes one of embedded, meilisearch'],
      ['meilisearch', 'there is no Meilisearch'],
    ] as const) {
      const refused = runBare('--names', names, '--engine', engines)
      expect(refused).toMatchObject({ status: 2, stdout: '' })
      expect(refused.stderr).toContain(reason)
    }
  })
})

describe.skipIf(meilisearchPath === null)('with a real Meilisearch', () => {
  let server: OwnServer
  beforeAll(async () => {
    server = await startMeilisearch()
  })
  afterAll(() => server.close())

  it('joins the same names as the embedded engine, by the same rules', async () => {
    const names = readNames(NAMES.join('\n'))
    const results: NamesResult[] = []
    for (const name of OWN_ENGINES) {
      const { engine, close } = openOwn(name, server)
      results.push(await evaluateNames(names, 1, engine).finally(close))
    }
    const [embedded, meilisearch] = results
    expect(meilisearch).toEqual(embedded)
    expect(embedded).toMatchObject({ pairs: 7, faToLatin: 6, latinToFa: 6, randomPairs: 100_000 })
  })

  it('measures ours beside the raw one, and leaves no index behind', async () => {
    const statements = readCorpus(corpus)
    const queries = makeQueries(statements, 10, 1)
    const { rows, comparisons } = await evaluate(
      statements,
      queries,
      ['embedded', ...SERVER_ENGINES],
      server,
    )
    const recall = (engine: string, name: string) =>
      rows.find((row) => row.engine === engine && row.class === name)!.recall1
    for (const engine of SERVER_ENGINES) {
      expect([engine, recall(engine, 'exact'), recall(engine, 'phrase')]).toEqual([engine, 1, 1])
    }
    expect(recall('meilisearch', 'typo')).toBe(1)
    expect(
      comparisons
        .filter((one) => one.class === 'exact')
        .map(({ engine, floor }) => [engine, floor]),
    ).toEqual([
      ['embedded', 'meilisearch-raw'],
      ['meilisearch', 'meilisearch-raw'],
    ])
    const answer = await fetch(`${server.url}/indexes`, {
      headers: { authorization: `Bearer ${server.key}` },
    })
    expect(await answer.json()).toMatchObject({ total: 0 })
  })
})
