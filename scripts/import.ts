import { existsSync } from 'node:fs'
import { Option } from 'commander'
import { closeDatabase, database } from '#lib/database.ts'
import { databasePath } from '#lib/env.ts'
import { ENCODINGS } from '#lib/importing/encodings.ts'
import { IMPORT_KINDS } from '#lib/importing/kinds.ts'
import { readImport } from '#lib/importing/queries.ts'
import { listPeople } from '#lib/people/queries.ts'
import type { Viewer } from '#lib/viewer.ts'
import { BadUse, CommandFailure, defineCommand, EXIT, runCommand } from './command.ts'
import { bringIn, goOn, readOnly, type Session } from './importing/bring-in.ts'
import { choicesOf, type ImportOptions } from './importing/options.ts'
import { newSummary, type ReadReport, tellSummary } from './importing/summary.ts'

const command = defineCommand('npm run import --', 'Imports files as drafts of one archivist.')
  .argument(
    '[file...]',
    'documents and press reports (.docx, .odt, .pdf, .html, .txt), captions (.vtt, .srt), tables (.csv, .tsv, .xlsx), JSON lines (.jsonl), OHMS and Dublin Core (.xml), bags (.zip or a folder)',
  )
  .option('--as <email>', 'whose drafts they become: an archivist or an admin')
  .option('--dry-run', 'only tell what would happen; without --as, only read the files')
  .option('--json', 'print JSON')
  .addOption(
    new Option('--encoding <encoding>', 'of a text, instead of telling it from it').choices(
      ENCODINGS,
    ),
  )
  .option('--map <file>', 'which column of a table is which field: JSON, as the desk gives it')
  .option('--sheet <name>', 'which sheet of a workbook')
  .addOption(
    new Option('--head-row <number>', 'the row with the heads of the columns').argParser(readRow),
  )
  .option('--resume <id>', 'go on with an import that was paused or killed, instead of files')
  .addOption(
    new Option('--kind <kind>', 'what the files are, instead of telling it from them').choices(
      IMPORT_KINDS,
    ),
  )
  .action(run)

await runCommand(command)

async function run(files: string[], options: ImportOptions): Promise<void> {
  if (options.as === undefined && (!options.dryRun || options.resume !== undefined)) {
    throw new BadUse('--as EMAIL is needed: whose drafts are they to become?')
  }
  if ((files.length === 0) === (options.resume === undefined)) {
    throw new BadUse('name either files or --resume ID')
  }
  const viewer = options.as === undefined ? null : findImporter(options.as)
  const startedAt = performance.now()
  const session: Session = {
    summary: newSummary(),
    choices: choicesOf(options),
    signal: stopOnSignals(),
    tell: options.json ? () => {} : tellProgress,
  }
  const reports: ReadReport[] = []
  if (viewer !== null && options.resume !== undefined) {
    const { fileName } = readImport(viewer, options.resume)
    await goOn(viewer, options.resume, fileName, session)
  }
  for (const file of files) {
    if (session.signal.aborted) break
    if (!options.json) process.stderr.write(`${file}\n`)
    const report =
      options.dryRun || viewer === null
        ? await readOnly(viewer, file, session)
        : await bringIn(viewer, file, session)
    if (report) reports.push(report)
  }
  session.summary.seconds = Math.round(performance.now() - startedAt) / 1000
  closeDatabase()
  tellSummary(session.summary, reports, files.length, options)
  if (session.summary.failed > 0) process.exitCode = EXIT.failed
}

/** A row of a table, from 1. @throws BadUse */
function readRow(text: string): number {
  const row = Number(text)
  if (!Number.isInteger(row) || row < 1) throw new BadUse(`--head-row ${text} is no row`)
  return row
}

/** Ctrl-C stops between two records; a second one, as npm and the terminal may send, changes nothing. */
function stopOnSignals(): AbortSignal {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
  return stopping.signal
}

function tellProgress(line: string | null): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(line === null ? '\n' : `\r\u001b[2K${line}`)
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
