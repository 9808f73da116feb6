import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { JsonTestResults } from 'vitest/node'
import { PROJECT_PATH } from '#scripts/project.ts'

/** A test or check by name; format, lint and types count as one test each. */
export interface Tally {
  passed: number
  failed: string[]
  skipped: string[]
}

export function emptyTally(): Tally {
  return { passed: 0, failed: [], skipped: [] }
}

function runTool(path: string, args: string[]): number | null {
  // Everything told on the way goes to standard error: with --json, standard output holds one value.
  const { status } = spawnSync(
    process.execPath,
    [join(PROJECT_PATH, 'node_modules', path), ...args],
    {
      cwd: PROJECT_PATH,
      stdio: ['ignore', 2, 2],
    },
  )
  return status
}

/** Format, lint and types over the whole project. */
export function runChecks(tally: Tally): void {
  const checks = {
    format: () => runTool('@biomejs/biome/bin/biome', ['format', '.']),
    lint: () => runTool('@biomejs/biome/bin/biome', ['lint', '--error-on-warnings', '.']),
    types: () => runTool('typescript/bin/tsc', ['-p', '.']),
  }
  for (const [name, check] of Object.entries(checks)) {
    if (check() === 0) tally.passed += 1
    else tally.failed.push(name)
  }
}

/** Runs these test projects of tests/vitest.config.ts together. */
export function runProjects(projects: string[], tally: Tally): void {
  const folder = mkdtempSync(join(tmpdir(), 'govah-tests-'))
  const resultPath = join(folder, 'results.json')
  const status = runTool('vitest/vitest.mjs', [
    'run',
    '--config=tests/vitest.config.ts',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultPath}`,
    ...projects.map((project) => `--project=${project}`),
  ])
  const failedBefore = tally.failed.length
  if (existsSync(resultPath)) count(JSON.parse(readFileSync(resultPath, 'utf8')), tally)
  if (status !== 0 && tally.failed.length === failedBefore) {
    tally.failed.push(`${projects.join(', ')}: the run ended with ${status}, see above`)
  }
  rmSync(folder, { recursive: true })
}

function count(results: JsonTestResults, tally: Tally): void {
  for (const file of results.testResults) {
    const name = relative(PROJECT_PATH, file.name)
    for (const test of file.assertionResults) {
      const label = `${name} > ${[...test.ancestorTitles, test.title].join(' > ')}`
      if (test.status === 'passed') tally.passed += 1
      else if (test.status === 'failed') tally.failed.push(label)
      else tally.skipped.push(label)
    }
    const toldOfFailure = file.assertionResults.some((test) => test.status === 'failed')
    if (file.status === 'failed' && !toldOfFailure) tally.failed.push(name)
  }
}

/** Counts every test of a project as skipped, by name, because of `reason`. */
export function skipProject(project: string, reason: string, tally: Tally): void {
  const folder = mkdtempSync(join(tmpdir(), 'govah-tests-'))
  const listPath = join(folder, 'list.json')
  const status = runTool('vitest/vitest.mjs', [
    'list',
    '--config=tests/vitest.config.ts',
    `--project=${project}`,
    `--json=${listPath}`,
  ])
  if (status === 0 && existsSync(listPath)) {
    const tests: { name: string; file: string }[] = JSON.parse(readFileSync(listPath, 'utf8'))
    for (const { name, file } of tests) {
      tally.skipped.push(`${relative(PROJECT_PATH, file)} > ${name} (${reason})`)
    }
  } else {
    tally.failed.push(`${project}: its tests could not be listed`)
  }
  rmSync(folder, { recursive: true })
}

/** A line for each failed and each skipped test, and the sum alone on the last line. */
export function tellTally({ passed, failed, skipped }: Tally): string {
  return [
    ...failed.map((name) => `failed: ${name}`),
    ...skipped.map((name) => `skipped: ${name}`),
    `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`,
  ].join('\n')
}
