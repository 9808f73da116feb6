import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type CorpusStatement, readCorpus } from '#lib/search/evaluation/corpus.ts'
import {
  EVALUATED_ENGINES,
  type EvaluatedEngineName,
  OWN_ENGINES,
  openOwn,
  SERVER_ENGINES,
} from '#lib/search/evaluation/engines.ts'
import { type Evaluation, evaluate } from '#lib/search/evaluation/evaluate.ts'
import { evaluateNames, readNames } from '#lib/search/evaluation/names.ts'
import { type KnownItemQuery, makeQueries, readQueries } from '#lib/search/evaluation/queries.ts'
import { BadUse, defineCommand, printJson, runCommand } from './command.ts'
import { NO_MEILISEARCH, reachMeilisearch } from './meilisearch/server.ts'

interface Options {
  names?: string
  queries?: string
  engine?: string[]
  n: string
  seed: string
  json?: true
}

const command = defineCommand(
  'npm run search:eval --',
  'Measures how well search finds known statements of a corpus, beside plain engines as floors. Needs no archive.',
)
  .argument('[corpus]', 'a file of one JSON record a line: {id, title, language, text}')
  .option(
    '--names <file>',
    'instead of a corpus: {fa, latin} a line, each one spelling of a name or a list; searched in the other script',
  )
  .option('--queries <file>', 'ask these, {class, query, id} a line, instead of generated ones')
  .option(
    '--engine <names>',
    `which, separated by commas, all unless given: ${EVALUATED_ENGINES.join(', ')}; the ones of Meilisearch need MEILISEARCH_URL or the program on the path`,
    (names: string) => names.split(','),
  )
  .option('--n <number>', 'queries of each class', '300')
  .option('--seed <number>', 'for the choice of queries', '1')
  .option('--json', 'print {corpus, statements, passages, rows} as JSON and nothing else')
  .action(async (path: string | undefined, options: Options) => {
    if (options.names !== undefined) {
      if (path !== undefined) throw new BadUse('either a corpus or --names')
      return measureNames(options.names, options)
    }
    if (path === undefined) throw new BadUse('a corpus or --names is needed')
    const asked = options.engine === undefined ? null : readEngines(options.engine)
    const n = wholeNumber('--n', options.n)
    const seed = wholeNumber('--seed', options.seed)
    const statements = read(path, readCorpus)
    if (statements.length === 0) throw new BadUse(`${path} holds no text`)
    const queries: KnownItemQuery[] =
      options.queries === undefined
        ? makeQueries(statements, n, seed)
        : read(options.queries, (lines) => readQueries(lines, statements))
    const evaluation = await evaluateAll(statements, queries, asked)
    const summary = {
      corpus: basename(path),
      statements: statements.length,
      passages: countPassages(statements),
    }
    if (options.json) printJson({ ...summary, rows: evaluation.rows })
    else printTable(summary, evaluation)
  })

/** The engines asked for, or all; without a Meilisearch those that need one are left out by name, or refused. */
async function evaluateAll(
  statements: readonly CorpusStatement[],
  queries: readonly KnownItemQuery[],
  asked: readonly EvaluatedEngineName[] | null,
): Promise<Evaluation> {
  const tell = (line: string) => process.stderr.write(`${line}\n`)
  const wanted = asked ?? EVALUATED_ENGINES
  const served = wanted.filter((name) => SERVER_ENGINES.includes(name))
  const server = served.length === 0 ? null : await reachMeilisearch()
  if (served.length > 0 && server === null) {
    if (asked !== null) throw new BadUse(`--engine: ${NO_MEILISEARCH}`)
    tell(`left out: ${served.join(', ')}; ${NO_MEILISEARCH}`)
  }
  const engines = wanted.filter((name) => server !== null || !served.includes(name))
  try {
    return await evaluate(statements, queries, engines, server, (line) => tell(`${line} …`))
  } finally {
    await server?.close()
  }
}

async function measureNames(path: string, options: Options): Promise<void> {
  const [name, ...more] = options.engine ?? ['embedded']
  const known = OWN_ENGINES.find((own) => own === name)
  if (known === undefined || more.length > 0) {
    throw new BadUse(`--engine: --names takes one of ${OWN_ENGINES.join(', ')}`)
  }
  const seed = wholeNumber('--seed', options.seed)
  const records = read(path, readNames)
  const server = known === 'meilisearch' ? await reachMeilisearch() : null
  if (known === 'meilisearch' && server === null) throw new BadUse(`--engine: ${NO_MEILISEARCH}`)
  const { engine, close } = openOwn(known, server)
  const result = await evaluateNames(records, seed, engine).finally(async () => {
    await close()
    await server?.close()
  })
  if (options.json) return printJson(result)
  const share = (count: number, of: number) =>
    `${count} of ${of}${of === 0 ? '' : ` (${((count / of) * 100).toFixed(2)} %)`}`
  process.stdout.write(
    `Persian finds Latin      ${share(result.faToLatin, result.pairs)}\n` +
      `Latin finds Persian      ${share(result.latinToFa, result.pairs)}\n` +
      `joined though different  ${share(result.falsePairs, result.randomPairs)}\n`,
  )
}

function readEngines(names: readonly string[]): EvaluatedEngineName[] {
  for (const name of names) {
    if (!EVALUATED_ENGINES.includes(name as EvaluatedEngineName)) {
      throw new BadUse(`--engine: ${name} is none of ${EVALUATED_ENGINES.join(', ')}`)
    }
  }
  return [...new Set(names)] as EvaluatedEngineName[]
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new BadUse(`${option}: expected a whole number`)
  return Number(text)
}

function read<T>(path: string, parse: (lines: string) => T): T {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new BadUse(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function countPassages(statements: readonly CorpusStatement[]): number {
  return statements.reduce((sum, { passages }) => sum + passages.length, 0)
}

function printTable(
  { corpus, statements, passages }: { corpus: string; statements: number; passages: number },
  { rows, comparisons }: Evaluation,
): void {
  const lines = [`${corpus}: ${statements} statements, ${passages} passages`, '']
  lines.push('engine           class        n  recall@1  recall@10  mrr@10   p50 ms   p95 ms')
  for (const row of rows) {
    lines.push(
      [
        row.engine.padEnd(16),
        row.class.padEnd(9),
        String(row.n).padStart(4),
        row.recall1.toFixed(3).padStart(9),
        row.recall10.toFixed(3).padStart(10),
        row.mrr10.toFixed(3).padStart(7),
        row.p50.toFixed(1).padStart(8),
        row.p95.toFixed(1).padStart(8),
      ].join(' '),
    )
  }
  for (const { engine, class: name, floor, difference, standardError } of comparisons) {
    const behind = difference < -2 * standardError ? ', behind' : ''
    lines.push(
      `${engine}, ${name}: ${difference.toFixed(3)} against ${floor}, standard error ${standardError.toFixed(3)}${behind}`,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

await runCommand(command)
