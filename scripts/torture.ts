import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Option } from 'commander'
import { closeDatabase } from '#lib/database.ts'
import { useDataFolder } from '#lib/env.ts'
import { BadUse, CommandFailure, defineCommand, EXIT, printJson, runCommand } from './command.ts'
import { meilisearchPath } from './meilisearch/server.ts'
import { torture } from './torture/run.ts'

interface Options {
  kills: string
  engine: 'embedded' | 'meilisearch'
  json?: true
}

const command = defineCommand(
  'npm run torture --',
  'Kills an archive of its own (never yours) in mid-work, again and again, and counts what was lost.',
)
  .option('--kills <number>', 'how often', '50')
  .addOption(
    new Option(
      '--engine <name>',
      'the embedded index alone, or a Meilisearch beside it, which is killed too now and then',
    )
      .choices(['embedded', 'meilisearch'])
      .default(meilisearchPath === null ? 'embedded' : 'meilisearch'),
  )
  .option(
    '--json',
    'print {kills, acknowledged, lost, doubled, indexDrift} as JSON and nothing else',
  )
  .action(async (options: Options) => {
    if (!/^[1-9]\d{0,4}$/.test(options.kills)) {
      throw new BadUse('--kills: expected a whole number from 1 to 99999')
    }
    if (options.engine === 'meilisearch' && meilisearchPath === null) {
      throw new CommandFailure('there is no program meilisearch on the path')
    }
    const folder = mkdtempSync(join(tmpdir(), 'govah-torture-'))
    useDataFolder(folder)
    try {
      const say = (line: string) => process.stderr.write(`${line}\n`)
      const report = await torture(Number(options.kills), options.engine, say)
      if (options.json) printJson(report)
      else {
        const { kills, acknowledged, lost, doubled, indexDrift } = report
        process.stdout.write(
          `${kills} kills, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, index drift ${indexDrift}\n`,
        )
      }
      process.exitCode =
        report.lost + report.doubled + report.indexDrift === 0 ? EXIT.done : EXIT.failed
    } finally {
      closeDatabase()
      rmSync(folder, { recursive: true, force: true })
    }
  })

await runCommand(command)
