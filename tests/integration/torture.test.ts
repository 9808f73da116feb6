import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { meilisearchPath } from '#scripts/meilisearch/server.ts'
import { PROJECT_PATH } from '#scripts/project.ts'

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(PROJECT_PATH, 'scripts/torture.ts'), ...args], {
    encoding: 'utf8',
  })

function expectNothingLost(engine: 'embedded' | 'meilisearch'): void {
  const { stdout, status } = run('--kills', '3', '--engine', engine, '--json')
  const report = JSON.parse(stdout)
  expect(report).toEqual({
    kills: 3,
    acknowledged: report.acknowledged,
    lost: 0,
    doubled: 0,
    indexDrift: 0,
  })
  expect(status).toBe(0)
}

it('loses nothing that was acknowledged, and the index follows, when the archive is killed at work', () => {
  expectNothingLost('embedded')
}, 180_000)

it.skipIf(meilisearchPath === null)(
  'the same with a Meilisearch beside it, killed with the archive, indexing and building anew',
  () => expectNothingLost('meilisearch'),
  300_000,
)

it('tells bad use apart from failure', () => {
  expect(run('--kills', 'many')).toMatchObject({ status: 2, stdout: '' })
  expect(run('--engine', 'another')).toMatchObject({ status: 2, stdout: '' })
  expect(run('--wrong')).toMatchObject({ status: 2, stdout: '' })
})
