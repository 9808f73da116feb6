import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT_PATH } from '#scripts/project.ts'

/** Files that only hold what the commands share. */
const SHARED = ['command', 'project']

const commands = globSync('scripts/*.ts', { cwd: PROJECT_PATH })
  .map((path) => basename(path, '.ts'))
  .filter((name) => !SHARED.includes(name))
const manifest = JSON.parse(readFileSync(join(PROJECT_PATH, 'package.json'), 'utf8'))

const run = (path: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(PROJECT_PATH, 'scripts', path), ...args], { encoding: 'utf8' })

describe.each(commands)('%s', (name) => {
  it('has --help, tells bad use apart by 2, and is called through the launcher', () => {
    expect(run(`${name}.ts`, '--help')).toMatchObject({ status: 0, stderr: '' })
    expect(run(`${name}.ts`, '--no-such-option')).toMatchObject({ status: 2, stdout: '' })
    const calls = Object.values(manifest.scripts)
    expect(calls).toContain(`exec node scripts/launch.js ${name}`)
  })
})

describe('the launcher', () => {
  it('names every command that package.json calls, and no other', () => {
    const { stdout, status } = run('launch.js', '--help')
    expect(status).toBe(0)
    const called = Object.entries(manifest.scripts as Record<string, string>)
      .filter(([, call]) => call.includes('scripts/launch.js'))
      .map(([name]) => (['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`))
    const listed = stdout.split('\n').filter((line) => line.startsWith('  npm '))
    expect(listed.map((line) => line.trim().split('  ')[0]).sort()).toEqual(called.sort())
  })

  it('is bad use without a command, and with one that does not exist', () => {
    expect(run('launch.js')).toMatchObject({ status: 2, stdout: '' })
    expect(run('launch.js', '../lib/env')).toMatchObject({ status: 2, stdout: '' })
  })
})
