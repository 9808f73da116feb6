import { existsSync, readFileSync } from 'node:fs'
import { Option } from 'commander'
import { closeDatabase, database } from '#lib/database.ts'
import { databasePath } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { type ItemOutcome, previewImport, runImport } from '#lib/importing/commands.ts'
import { IMPORT_KINDS, type ImportKind, type ImportPlan, planImport } from '#lib/importing/plan.ts'
import type { PressReport } from '#lib/importing/press-report.ts'
import { listPeople } from '#lib/people/queries.ts'
import type { Viewer } from '#lib/viewer.ts'
import { BadUse, CommandFailure, defineCommand, EXIT, printJson, runCommand } from './command.ts'

interface Options {
  as?: string
  dryRun?: boolean
  json?: boolean
  kind?: ImportKind
}

type FileItem = ItemOutcome & { file: string }

interface Summary {
  created: number
  skipped: number
  failed: number
  changed: number
  seconds: number
  items: FileItem[]
}

const command = defineCommand('npm run import --', 'Imports files as drafts of one archivist.')
  .argument(
    '<file...>',
    'press reports and plain text (.txt, UTF-8), or records as JSON lines (.jsonl)',
  )
  .option('--as <email>', 'whose drafts they become: an archivist or an admin')
  .option('--dry-run', 'only tell what would happen; without --as, only read the files')
  .option('--json', 'print JSON')
  .addOption(
    new Option('--kind <kind>', 'what the files are, instead of telling it from them').choices(
      IMPORT_KINDS,
    ),
  )
  .action(run)

await runCommand(command)

function run(files: string[], options: Options): void {
  if (options.as === undefined && !options.dryRun) {
    throw new BadUse('--as EMAIL is needed: whose drafts are they to become?')
  }
  const viewer = options.as === undefined ? null : findImporter(options.as)
  const startedAt = performance.now()
  const reports: ({ file: string } & PressReport)[] = []
  const summary: Summary = { created: 0, skipped: 0, failed: 0, changed: 0, seconds: 0, items: [] }
  for (const file of files) {
    const plan = readPlan(file, options.kind ?? null, summary)
    if (plan === null) continue
    if (plan.report !== null && options.dryRun) reports.push({ file, ...plan.report })
    if (!options.json)
      process.stderr.write(`${file}: ${plan.kind}${plan.detected ? ' (detected)' : ''}\n`)
    for (const item of importPlan(viewer, plan, options)) add(summary, { ...item, file })
  }
  summary.seconds = Math.round(performance.now() - startedAt) / 1000
  closeDatabase()
  tell(summary, reports, files.length, options)
  if (summary.failed > 0) process.exitCode = EXIT.failed
}

function findImporter(email: string): Viewer {
  if (!existsSync(databasePath())) throw new CommandFailure(`no archive at ${databasePath()}`)
  database()
  const people = listPeople({ kind: 'system', reason: 'command line' })
  const person = people.find((one) => one.email === email.trim().toLowerCase())
  if (person === undefined) throw new CommandFailure(`nobody has the e-mail address ${email}`)
  if (person.status !== 'active') throw new CommandFailure(`${email} is suspended`)
  if (person.role === 'researcher')
    throw new CommandFailure(`${email} is a researcher, who cannot import`)
  return {
    kind: 'user',
    userId: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
  }
}

/** A file that cannot be read fails alone. */
function readPlan(file: string, kind: ImportKind | null, summary: Summary): ImportPlan | null {
  try {
    return planImport(file, readFileSync(file), kind)
  } catch (error) {
    const reason = failureReason(error)
    if (reason === null) throw error
    add(summary, {
      record: file,
      status: 'failed',
      reference: null,
      reason,
      line: null,
      field: '',
      file,
    })
    return null
  }
}

function failureReason(error: unknown): string | null {
  if (error instanceof AppError) return error.reason.replace(/^import\./u, '')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(code) ? 'fileUnreadable' : null
}

function importPlan(viewer: Viewer | null, plan: ImportPlan, options: Options): ItemOutcome[] {
  if (viewer === null) {
    return plan.records.map((record) => ({
      record: record.record,
      status: record.outcome === 'failed' ? 'failed' : 'created',
      reference: null,
      reason: record.outcome === 'failed' ? record.reason : '',
      line: record.line,
      field: record.outcome === 'failed' ? record.field : '',
    }))
  }
  if (options.dryRun) return previewImport(viewer, plan).items
  return runImport(viewer, plan, options.json ? undefined : showProgress).items
}

function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY && (done % 25 === 0 || done === total)) {
    process.stderr.write(`\r${done} of ${total}${done === total ? '\n' : ''}`)
  }
}

function add(summary: Summary, item: FileItem): void {
  summary.items.push(item)
  if (item.status !== 'deleted') summary[item.status] += 1
}

function tell(
  summary: Summary,
  reports: ({ file: string } & PressReport)[],
  fileCount: number,
  options: Options,
): void {
  if (options.json) {
    const [only] = reports
    const { file: _, ...report } = only ?? { file: '' }
    printJson({ ...summary, ...(fileCount === 1 ? report : { reports }) })
    return
  }
  for (const report of reports) tellReport(report)
  for (const { status, record, reference, reason, line, field, file } of summary.items) {
    if (status === 'created' && summary.items.length > 50) continue
    const place = line === null ? '' : ` line ${line}`
    const why = [reason, field].filter((part) => part !== '').join(': ')
    process.stdout.write(
      `${status.padEnd(8)} ${reference ?? ''} ${record} (${file}${place}) ${why}\n`,
    )
  }
  const { created, skipped, failed, changed, seconds } = summary
  const verb = options.dryRun ? 'would be created' : 'created'
  process.stdout.write(
    `${created} ${verb}, ${skipped} skipped, ${failed} failed, ${changed} changed, in ${seconds} s\n`,
  )
}

function tellReport(report: PressReport): void {
  const { source, occasion, drafts, ignored } = report
  process.stdout.write(
    `source    ${source.title} (${source.publisher ?? 'publisher unknown'}, ${source.date ?? 'no date'})\n`,
  )
  if (occasion !== null) {
    process.stdout.write(
      `occasion  ${occasion.kind}, ${occasion.placeStated ?? 'no place'}, ${occasion.date ?? 'no date'}\n`,
    )
  }
  for (const draft of drafts) {
    process.stdout.write(
      `draft     ${draft.speaker ?? 'speaker to confirm'}: ${draft.passages.length} passages\n`,
    )
  }
  for (const { reason, text } of ignored) process.stdout.write(`ignored   ${reason}: ${text}\n`)
}
