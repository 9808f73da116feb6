import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  evaluateReport,
  type PressFigures,
  type ReportEvaluation,
  sumFigures,
  type Truth,
  truthSchema,
} from '#lib/importing/press/evaluate.ts'
import { readPressFile } from '#lib/importing/press-report.ts'
import { BadUse, defineCommand, EXIT, printJson, runCommand } from './command.ts'

const command = defineCommand(
  'npm run import:eval --',
  'Measures how well press reports are read, against what a person found in them. Needs no archive.',
)
  .argument(
    '<truth>',
    'a file of one JSON record a line: {file, speakers: [{name, quotes: [text, …]}]}; files are named from its folder',
  )
  .option(
    '--json',
    'print {reports, quotes, right, wrong, toConfirm, missed, extra, exactSlices} as JSON and nothing else',
  )
  .action((path: string, options: { json?: true }) => {
    const evaluations = readTruths(path).map((truth) => evaluateFile(dirname(path), truth))
    const figures = sumFigures(evaluations)
    if (options.json) printJson(figures)
    else print(figures, evaluations)
    if (figures.exactSlices < 1) process.exitCode = EXIT.failed
  })

await runCommand(command)

function readTruths(path: string): Truth[] {
  const lines = read(path).toString('utf8').split('\n')
  const truths = lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [truthSchema.parse(JSON.parse(line))]
    } catch (error) {
      throw new BadUse(`${path}, line ${index + 1}: ${reasonOf(error)}`)
    }
  })
  if (truths.length === 0) throw new BadUse(`${path} holds no truth`)
  return truths
}

function evaluateFile(folder: string, truth: Truth): ReportEvaluation {
  const path = resolve(folder, truth.file)
  const { text, report } = readPressFile(read(path))
  return evaluateReport(truth, text, report)
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new BadUse(`${path}: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The figures, and every quotation that did not come out right. */
function print(figures: PressFigures, evaluations: readonly ReportEvaluation[]): void {
  const share = (count: number) =>
    `${count} of ${figures.quotes} (${((count / figures.quotes) * 100).toFixed(1)} %)`
  for (const { judged, extra } of evaluations) {
    for (const { file, name, quote, verdict, given } of judged) {
      if (verdict === 'right') continue
      const who = verdict === 'wrong' ? ` to ${given}` : ''
      process.stdout.write(`${verdict.padEnd(9)} ${file}: ${name ?? 'nobody'}${who}: ${quote}\n`)
    }
    const file = judged[0]?.file ?? ''
    for (const text of extra) process.stdout.write(`extra     ${file}: ${text}\n`)
  }
  process.stdout.write(
    [
      `reports      ${figures.reports}`,
      `right        ${share(figures.right)}`,
      `wrong        ${share(figures.wrong)}`,
      `to confirm   ${share(figures.toConfirm)}`,
      `missed       ${share(figures.missed)}`,
      `extra        ${figures.extra}`,
      `exact slices ${(figures.exactSlices * 100).toFixed(1)} %`,
      '',
    ].join('\n'),
  )
}
