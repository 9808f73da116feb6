import { loadavg } from 'node:os'
import { addImportBench } from './bench/import.ts'
import { measureEmbedded } from './bench/search-embedded.ts'
import { type HttpFigures, measureServed } from './bench/search-http.ts'
import { measureOnServer, SERVED, type ServedName } from './bench/search-on-server.ts'
import { BadUse, defineCommand, printJson, runCommand } from './command.ts'
import { meilisearchPath } from './meilisearch/server.ts'

const ENGINES: readonly string[] = ['embedded', ...Object.keys(SERVED)]

/** More statements are not put into the product that pages are asked of. */
const HTTP_STATEMENTS_MAX = 10_000

interface Options {
  statements: string
  passagesEach?: string
  http: boolean
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
  .option('--passages-each <number>', 'passages of every statement, instead of about nine')
  .option(
    '--no-http',
    `leave out the pages over HTTP, which are asked of the product with at most ${HTTP_STATEMENTS_MAX} statements`,
  )
  .option(
    '--engine <names>',
    `which: ${ENGINES.join(', ')}; those of Meilisearch also several, separated by commas, which are then asked every query in turn`,
    'embedded',
  )
  .option('--n <number>', 'queries of each class', '200')
  .option('--seed <number>', 'for statements and queries', '1')
  .option(
    '--index <path>',
    'keep the index here, a file or for Meilisearch a folder (of several engines one in it for each), and use the one that is there',
  )
  .option('--json', 'print the figures as JSON and nothing else')
  .action(async (options: Options) => {
    const engines = readEngines(options.engine)
    const statements = wholeNumber('--statements', options.statements)
    const n = wholeNumber('--n', options.n)
    const seed = wholeNumber('--seed', options.seed)
    tell(`load before: ${loadavg()[0]!.toFixed(1)}`)
    const passagesEach =
      options.passagesEach === undefined
        ? null
        : wholeNumber('--passages-each', options.passagesEach)
    const run = { statements, passagesEach, n, seed, kept: options.index ?? null }
    const served = engines.filter(isServed)
    const reports: Report[] =
      served.length > 0 ? await measureServers(served, run) : [await measureEmbedded(run, tell)]
    const isAsked = options.http && served.length === 0
    const pages = isAsked
      ? await measureServed(Math.min(statements, HTTP_STATEMENTS_MAX), seed, tell)
      : { http: [], control: [], beside: null }
    tell(`load after: ${loadavg()[0]!.toFixed(1)}`)
    if (options.json) {
      const printed = reports.map((report) => ({ ...report, ...pages }))
      printJson(printed.length === 1 ? printed[0] : printed)
    } else {
      for (const report of reports) printReport(report)
      printServed(pages)
    }
  })

/** @throws BadUse for an unknown engine, and for others beside the embedded one, which is measured alone */
function readEngines(names: string): string[] {
  const engines = [...new Set(names.split(','))]
  for (const engine of engines) {
    if (!ENGINES.includes(engine)) {
      throw new BadUse(`--engine: ${engine} is none of ${ENGINES.join(', ')}`)
    }
  }
  if (engines.length > 1 && !engines.every(isServed)) {
    throw new BadUse('--engine: embedded is measured alone')
  }
  return engines
}

function isServed(engine: string): engine is ServedName {
  return engine in SERVED
}

async function measureServers(
  engines: readonly ServedName[],
  run: Parameters<typeof measureOnServer>[1] & { passagesEach: number | null },
) {
  if (meilisearchPath === null) throw new BadUse('--engine: there is no meilisearch on the path')
  if (run.passagesEach !== null) throw new BadUse('--passages-each: for the embedded engine alone')
  return measureOnServer(engines, run, tell)
}

type Report =
  | Awaited<ReturnType<typeof measureEmbedded>>
  | Awaited<ReturnType<typeof measureOnServer>>[number]

function printReport(report: Report): void {
  const { index } = report
  const lines = [
    '',
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

function printServed(served: {
  http: HttpFigures[]
  control: HttpFigures[]
  beside: { lightP99Alone: number; lightP99Beside: number } | null
}): void {
  const { http, control, beside } = served
  if (beside === null) return
  const lines = [
    '',
    'pages over HTTP   clients    a second      p50      p99  errors',
    ...[
      ...http.map((row) => ['searches', row] as const),
      ...control.map((row) => ['a fixed result', row] as const),
    ].map(([name, { clients, rps, p50, p99, errors }]) =>
      [
        name.padEnd(17),
        String(clients).padStart(7),
        rps.toFixed(1).padStart(11),
        p50.toFixed(1).padStart(8),
        p99.toFixed(1).padStart(8),
        String(errors).padStart(7),
      ].join(' '),
    ),
    `light pages, p99: ${beside.lightP99Alone} ms alone, ${beside.lightP99Beside} ms beside heavy searches`,
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
