import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { toolEnvironment } from '#lib/env.ts'
import { type TimedEngine, timeClasses } from '#lib/search/evaluation/bench.ts'
import { BENCH_CLASSES } from '#lib/search/evaluation/bench-queries.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { meilisearchPath } from '#scripts/meilisearch/server.ts'
import { PROJECT_PATH } from '#scripts/project.ts'

vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'search-bench-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const script = join(PROJECT_PATH, 'scripts/bench.ts')
  const asked = ['search', '--statements', '12', '--n', '2', '--no-http', '--json', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...asked], {
    encoding: 'utf8',
    env: toolEnvironment().variables,
  })
  return { status, stdout, stderr }
}

describe('bench search', () => {
  it('puts every query to each of several engines, another one first each time', async () => {
    const asked: [engine: number, text: string][] = []
    const engines = [0, 1].map(
      (engine): TimedEngine => ({
        search: async ({ text }) => {
          asked.push([engine, text])
          return { total: 0, bounded: engine === 1 }
        },
        put: async () => {},
        remove: async () => {},
      }),
    )
    const [first, second] = await timeClasses(engines, new GeneratedArchive(1), 3, 4, 1)
    expect(asked.slice(0, 6).map(([engine]) => engine)).toEqual([0, 1, 1, 0, 0, 1])
    const textsOf = (wanted: number) => asked.flatMap(([by, text]) => (by === wanted ? text : []))
    expect(textsOf(0)).toEqual(textsOf(1))
    expect(first!.map(({ name }) => name)).toEqual(Object.keys(BENCH_CLASSES))
    expect(first![0]).toMatchObject({ n: 4, bounded: 0 })
    expect(second![0]).toMatchObject({ n: 4, bounded: 4 })
  })

  it('refuses engines that it does not know, and others beside the embedded one', () => {
    const unknown = run('--engine', 'meilisearch,sphinx')
    expect(unknown).toMatchObject({ status: 2, stdout: '' })
    expect(unknown.stderr).toContain('sphinx is none of embedded, meilisearch, meilisearch-raw')
    const mixed = run('--engine', 'embedded,meilisearch')
    expect(mixed).toMatchObject({ status: 2, stdout: '' })
    expect(mixed.stderr).toContain('embedded is measured alone')
  })

  it.skipIf(meilisearchPath === null)('measures both engines of Meilisearch in one run', () => {
    const kept = join(folder, 'kept')
    const engines = ['--engine', 'meilisearch,meilisearch-raw', '--index', kept]
    const built = run(...engines)
    expect(built.stderr).toContain('meilisearch-raw: building')
    const reports = JSON.parse(built.stdout)
    expect(reports.map(({ engine }: { engine: string }) => engine)).toEqual([
      'meilisearch',
      'meilisearch-raw',
    ])
    for (const { classes, index } of reports) {
      expect(classes.map(({ name }: { name: string }) => name)).toEqual(Object.keys(BENCH_CLASSES))
      expect(index.publishToSearchableMs).toBeGreaterThan(0)
    }
    const again = run(...engines)
    expect(again.stderr).toContain('meilisearch-raw: using the index that is there')
    expect(JSON.parse(again.stdout)[1].index.seconds).toBeNull()
  })
})
