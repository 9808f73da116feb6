import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { migrateDatabase } from '#db/migrate.ts'
import { createArchive } from '#lib/archive/commands.ts'
import { closeDatabase } from '#lib/database.ts'
import { databasePath, useDataFolder } from '#lib/env.ts'
import { startImport, uploadImport } from '#lib/importing/commands.ts'
import { readProgress } from '#lib/importing/queries.ts'
import { followImport } from '#lib/importing/service.ts'
import { createPerson } from '#lib/people/invitations.ts'
import { unsafeViewerOf } from '#lib/people/viewers.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import type { Viewer } from '#lib/viewer.ts'
import { BadUse, CommandFailure, printJson } from '../command.ts'

const SYSTEM: Viewer = { kind: 'system', reason: 'bench' }
const PARTS = 10

interface Options {
  records?: string
  json?: true
}

/** How one part of the records went: the last is to be as fast as the first, and memory flat. */
interface Part {
  records: number
  perSecond: number
  rssBytes: number
}

/** Adds `bench import`. */
export function addImportBench(bench: Command): void {
  bench
    .command('import')
    .argument('[file]', 'what to import')
    .description(
      'Times a whole import, from the file to the last draft, into an archive of its own.',
    )
    .option('--records <number>', 'import so many generated records, of about nine passages each')
    .option('--json', 'print the figures as JSON and nothing else')
    .action(async (file: string | undefined, options: Options) => {
      if ((file === undefined) === (options.records === undefined)) {
        throw new BadUse('name either a file or --records N')
      }
      if (options.records !== undefined && !/^[1-9]\d{0,6}$/.test(options.records)) {
        throw new BadUse('--records: expected a whole number from 1')
      }
      const folder = mkdtempSync(join(tmpdir(), 'govah-bench-'))
      try {
        const path = file ?? join(folder, 'generated.jsonl')
        if (file === undefined) await generate(path, Number(options.records))
        const report = await measure(path, folder)
        if (options.json) printJson(report)
        else tell(report)
      } finally {
        closeDatabase()
        rmSync(folder, { recursive: true, force: true })
      }
    })
}

async function generate(path: string, records: number): Promise<void> {
  const archive = new GeneratedArchive(1)
  function* lines() {
    for (let id = 1; id <= records; id += 1) {
      const { titles, languages, passages } = archive.document(id)
      const [language = 'en'] = languages
      const text = passages.map((passage) => passage.text).join('\n\n')
      const title = titles[language]
      const record = { id: `generated-${id}`, volume: `Volume ${id % 50}`, title, language, text }
      yield `${JSON.stringify(record)}\n`
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

async function measure(path: string, folder: string) {
  useDataFolder(join(folder, 'data'))
  const viewer = await makeArchive()
  const startedAt = performance.now()
  const importId = await uploadImport(viewer, { name: path, bytes: createReadStream(path) })
  await followImport(importId)
  const { state, total, version, failure } = readProgress(viewer, importId)
  if (state !== 'ready' || total === null) throw new CommandFailure(`${path}: ${failure?.reason}`)
  const readSeconds = secondsSince(startedAt)
  startImport(viewer, importId, version)
  const parts: Part[] = []
  let done = 0
  let partAt = performance.now()
  await followImport(importId, {
    onItem: () => {
      done += 1
      if (done * PARTS < (parts.length + 1) * total) return
      const before = parts.reduce((sum, part) => sum + part.records, 0)
      const perSecond = round((done - before) / secondsSince(partAt))
      parts.push({ records: done - before, perSecond, rssBytes: process.memoryUsage().rss })
      partAt = performance.now()
    },
  })
  const seconds = secondsSince(startedAt)
  return {
    records: total,
    seconds: round(seconds),
    perSecond: round(total / seconds),
    /** The most that this process ever had; readers have a limit of their own. */
    rssBytes: process.resourceUsage().maxRSS * 1024,
    readSeconds: round(readSeconds),
    parts,
  }
}

async function makeArchive(): Promise<Viewer> {
  const path = databasePath()
  mkdirSync(dirname(path), { recursive: true })
  migrateDatabase(path)
  createArchive(SYSTEM, 'real')
  const person = { email: 'archivist@example.org', name: 'archivist', role: 'archivist' } as const
  const { id } = await createPerson(SYSTEM, { ...person, password: 'never signs in at all' })
  return unsafeViewerOf(id)!
}

function tell(report: Awaited<ReturnType<typeof measure>>): void {
  const { records, seconds, perSecond, rssBytes, readSeconds, parts } = report
  const lines = [
    `${records} records in ${seconds} s, ${perSecond} a second; ${megabytes(rssBytes)} at most`,
    `read beforehand, for the preview, in ${readSeconds} s`,
    ...parts.map(
      (part) => `${part.records} records, ${part.perSecond} a second, ${megabytes(part.rssBytes)}`,
    ),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}

function secondsSince(at: number): number {
  return (performance.now() - at) / 1_000
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
