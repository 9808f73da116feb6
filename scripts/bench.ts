import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BuildFigures,
  benchSettings,
  openIndex,
  timeClasses,
  timePublication,
} from '#lib/search/evaluation/bench.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { addImportBench } from './bench/import.ts'
import { measureOnServer, SERVED } from './bench/search-on-server.ts'
import { BadUse, CommandFailure, defineCommand, printJson, runCommand } from './command.ts'
import { meilisearchPath } from './meilisearch/server.ts'
import { PROJECT_PATH } from './project.ts'

const ENGINES: readonly string[] = ['embedded', ...Object.keys(SERVED)]

interface Options {
  statements: string
  engine: string
  n: string
  seed: string
  index?: string
  json?: true
}

const command = defineCommand(
  'npm run bench --',
  'Measures how fast the product is, on generated statements. Needs no archive.',
)
addImportBench(command)
command
  .command('search')
  .description('Times whole result pages over an index of generated statements.')
  .requiredOption('--statements <number>', 'how many to generate, about nine passages each')
  .option('--engine <name>', `which: ${ENGINES.join(', ')}`, 'embedded')
  .option('--n <number>', 'queries of each class', '200')
  .option('--seed <number>', 'for statements and queries', '1')
  .option(
    '--index <path>',
    'keep the index here, a file or for Meilisearch a folder, and use the one that is there',
  )
  .option('--json', 'print the figures as JSON and nothing else')
  .action(async (options: Options) => {
    const { engine } = options
    if (!ENGINES.includes(engine)) {
      throw new BadUse(`--engine: ${engine} is none of ${ENGINES.join(', ')}`)
    }
    const statements = wholeNumber('--statements', options.statements)
    const n = wholeNumber('--n', options.n)
    const seed = wholeNumber('--seed', options.seed)
    tell(`load before: ${loadavg()[0]!.toFixed(1)}`)
    const report = isServed(engine)
      ? await measureServed(engine, statements, n, seed, options.index ?? null)
      : await measureEmbedded(options.index ?? null, statements, n, seed)
    tell(`load after: ${loadavg()[0]!.toFixed(1)}`)
    tell('not measured by this command: pages over HTTP, light pages beside a heavy search')
    if (options.json) printJson(report)
    else printReport(report)
  })

function isServed(engine: string): engine is keyof typeof SERVED {
  return engine in SERVED
}

async function measureServed(
  engine: keyof typeof SERVED,
  statements: number,
  n: number,
  seed: number,
  kept: string | null,
) {
  if (meilisearchPath === null) throw new BadUse('--engine: there is no meilisearch on the path')
  return measureOnServer(engine, { statements, n, seed, kept }, tell)
}

async function measureEmbedded(kept: string | null, statements: number, n: number, seed: number) {
  const folder = mkdtempSync(join(tmpdir(), 'govah-bench-'))
  try {
    return await measure(kept ?? join(folder, 'search.db'), statements, n, seed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(path: string, statements: number, n: number, seed: number) {
  let built: BuildFigures | null = null
  if (existsSync(path)) tell('using the index that is there')
  else {
    tell('building …')
    built = await buildApart(path, statements, seed)
  }
  const { engine, openMs, bytes } = await openIndex(path)
  try {
    const archive = new GeneratedArchive(seed)
    tell('asking …')
    const classes = await timeClasses(engine, archive, statements, n, seed)
    const rssBytes = process.memoryUsage().rss
    const publishToSearchableMs = await timePublication(engine, archive, statements)
    return {
      engine: 'embedded',
      statements,
      passages: built?.passages ?? null,
      settings: benchSettings(n, seed),
      index: {
        seconds: built?.seconds ?? null,
        perSecond: built?.perSecond ?? null,
        bytes,
        rssBytes,
        openMs,
        publishToSearchableMs,
      },
      classes,
      http: [],
      control: [],
      beside: null,
    }
  } finally {
    await engine.close()
  }
}

/** Builds in a process of its own, so that what it needs is not counted as memory of the one that answers. */
function buildApart(path: string, statements: number, seed: number): Promise<BuildFigures> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(PROJECT_PATH, 'scripts/bench/build-index.ts'), path, String(statements), String(seed)],
      { cwd: PROJECT_PATH, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(JSON.parse(output) as BuildFigures)
      else reject(new CommandFailure('the index could not be built'))
    })
  })
}

type Report = Awaited<ReturnType<typeof measure>> | Awaited<ReturnType<typeof measureOnServer>>

function printReport(report: Report): void {
  const { index } = report
  const lines = [
    `${report.engine}, ${report.statements} statements, ${report.passages ?? '?'} passages`,
    `built in ${index.seconds ?? '?'} s, ${index.perSecond ?? '?'} a second; ${megabytes(index.bytes)} on disk`,
    `opened in ${index.openMs} ms; ${index.rssBytes === null ? '?' : megabytes(index.rssBytes)} resident; searchable after ${index.publishToSearchableMs} ms`,
    '',
    'class                  n      p50      p95      p99  bounded',
    ...report.classes.map(({ name, n, p50, p95, p99, bounded }) =>
      [
        name.padEnd(18),
        String(n).padStart(5),
        ...[p50, p95, p99].map((time) => time.toFixed(1).padStart(8)),
        String(bounded).padStart(8),
      ].join(' '),
    ),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new BadUse(`${option}: expected a whole number from 1`)
  return Number(text)
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

await runCommand(command)
