import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '#lib/database.ts'
import { useDataFolder } from '#lib/env.ts'
import { BadUse, defineCommand, EXIT, printJson, runCommand } from './command.ts'
import { torture } from './torture/run.ts'

const command = defineCommand(
  'npm run torture --',
  'Kills an archive of its own (never yours) in mid-work, again and again, and counts what was lost.',
)
  .option('--kills <number>', 'how often', '50')
  .option('--json', 'print {kills, acknowledged, lost, indexDrift} as JSON and nothing else')
  .action(async (options: { kills: string; json?: true }) => {
    if (!/^[1-9]\d{0,4}$/.test(options.kills)) {
      throw new BadUse('--kills: expected a whole number from 1 to 99999')
    }
    const folder = mkdtempSync(join(tmpdir(), 'govah-torture-'))
    useDataFolder(folder)
    try {
      const report = await torture(Number(options.kills), (line) =>
        process.stderr.write(`${line}\n`),
      )
      if (options.json) printJson(report)
      else {
        const { kills, acknowledged, lost, indexDrift } = report
        process.stdout.write(
          `${kills} kills, ${acknowledged} acknowledged, ${lost} lost, index drift ${indexDrift}\n`,
        )
      }
      process.exitCode = report.lost + report.indexDrift === 0 ? EXIT.done : EXIT.failed
    } finally {
      closeDatabase()
      rmSync(folder, { recursive: true, force: true })
    }
  })

await runCommand(command)
