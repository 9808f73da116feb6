import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toolEnvironment } from '#lib/env.ts'
import { CommandFailure } from '#scripts/command.ts'
import { PROJECT_PATH } from '#scripts/project.ts'

const SOURCES = [
  'app/**/*',
  'lib/**/*',
  'db/**/*.ts',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const STAMP_PATH = join(PROJECT_PATH, '.next', 'govah-build')

/** SHA-256 over the path and text of everything that the build reads. */
function digestSources(): string {
  const hash = createHash('sha256')
  const files = globSync(SOURCES, { cwd: PROJECT_PATH, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files) hash.update(file.slice(PROJECT_PATH.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Builds the interface if a source changed since the last build; returns whether it did.
 * @throws CommandFailure when the build fails; the next start then tries again.
 */
export async function buildIfChanged(say: (line: string) => void): Promise<boolean> {
  const digest = digestSources()
  if (existsSync(STAMP_PATH) && readFileSync(STAMP_PATH, 'utf8') === digest) return false

  say('building the interface, its sources changed …')
  rmSync(STAMP_PATH, { force: true })
  const next = join(PROJECT_PATH, 'node_modules', 'next', 'dist', 'bin', 'next')
  const { variables } = toolEnvironment()
  const build = spawn(process.execPath, [next, 'build'], {
    cwd: PROJECT_PATH,
    // Standard output carries the lines that other programs read.
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...variables, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    build.on('error', reject)
    build.on('exit', resolve)
  })
  if (code !== 0) throw new CommandFailure('next build failed: its messages stand above')
  mkdirSync(join(PROJECT_PATH, '.next'), { recursive: true })
  writeFileSync(STAMP_PATH, digest)
  return true
}
