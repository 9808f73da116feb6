// Starts every command. Plain JavaScript without dependencies, because it runs before anything is installed, on the
// machine's own Node (20 or newer); the commands themselves run on the Node 24 that npm installs.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const COMMANDS = {
  serve: ['npm start', 'serves the archive (first installs, builds and seeds what is missing)'],
  dev: ['npm run dev', 'serves the archive and follows changes to its sources'],
  test: ['npm test', 'runs every test'],
  check: ['npm run check', 'runs format, lint, types, unit and architecture tests'],
  user: ['npm run user', 'looks after people from the machine'],
  import: ['npm run import', 'imports files as drafts'],
  'import-eval': ['npm run import:eval', 'measures how well press reports are read'],
  backup: ['npm run backup', 'copies the archive while it runs'],
  restore: ['npm run restore', 'brings a backup into an empty data folder'],
  policy: ['npm run policy', 'prints who may do what'],
  torture: ['npm run torture', 'kills the product in mid-work and counts what was lost'],
  'search-setup': [
    'npm run search:setup',
    'makes the indexes and keys of this archive on a Meilisearch',
  ],
  'search-verify': [
    'npm run search:verify',
    'compares the search indexes with the archive and mends them',
  ],
  'search-eval': [
    'npm run search:eval',
    'measures how well search finds known statements of a corpus',
  ],
  bench: ['npm run bench', 'measures how fast search answers and imports go'],
  shots: ['npm run shots', 'photographs and audits every page'],
}

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const [command, ...args] = process.argv.slice(2)

if (command === undefined || command === '--help' || command === '-h') {
  const calls = Object.values(COMMANDS)
  const width = Math.max(...calls.map(([call]) => call.length))
  const lines = calls.map(([call, does]) => `  ${call.padEnd(width)}  ${does}`)
  const text = `Govah, an archive for witness testimony.\n\n${lines.join('\n')}\n\nEach command has --help: npm run backup -- --help\n`
  const asked = command !== undefined
  ;(asked ? process.stdout : process.stderr).write(text)
  process.exit(asked ? 0 : 2)
}

const script = join(root, 'scripts', `${command}.ts`)
if (!Object.hasOwn(COMMANDS, command) || !existsSync(script)) {
  process.stderr.write(`no such command: ${command}\n`)
  process.exit(2)
}

installWhatIsMissing()
run()

/** Runs `npm ci` unless node_modules was installed from this very lock file. */
function installWhatIsMissing() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const digest = createHash('sha256').update(lock).digest('hex')
  const stamp = join(modules, '.govah-lock')
  const node = join(modules, '.bin', 'node')
  if (existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === digest) return

  process.stderr.write('installing packages …\n')
  // Without our own node_modules on the path: npm must not run on the Node that it is about to replace.
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.startsWith(modules))
  const result = spawnSync(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      // Standard output belongs to the command: with --json it holds one value and nothing else.
      stdio: ['ignore', 2, 2],
      env: { ...process.env, PATH: path.join(delimiter) },
    },
  )
  if (result.status !== 0) {
    process.stderr.write('npm ci failed: the packages could not be installed\n')
    process.exit(1)
  }
  writeFileSync(stamp, digest)
}

function run() {
  const child = spawn(
    join(modules, '.bin', 'node'),
    ['--disable-warning=ExperimentalWarning', script, ...args],
    { cwd: root, stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } },
  )
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))

  // A shell between npm and this process may die of a signal without passing it on.
  const parent = process.ppid
  const startedByNpm = process.env.npm_lifecycle_event !== undefined
  const orphaned = () => startedByNpm && process.ppid !== parent && child.kill('SIGTERM')
  setInterval(orphaned, 500).unref()

  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }
    process.exit(code ?? 128 + (signalNumbers[signal] ?? 0))
  })
}
