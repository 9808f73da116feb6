import { resolve } from 'node:path'
import { restoreBackup } from '#lib/backup/restore.ts'
import { environment, identityKeyPath } from '#lib/env.ts'
import { defineCommand, printJson, runCommand } from './command.ts'

const command = defineCommand(
  'npm run restore --',
  'Brings a backup into the data folder, which must be absent or empty.',
)
  .argument('<folder>', 'the backup')
  .option('--json', 'print {dataPath, createdAt, rows, identityKey} as JSON')
  .action(async (folder: string, options: { json?: true }) => {
    const manifest = await restoreBackup({ kind: 'system', reason: 'command line' }, folder)
    const { dataPath } = environment()
    const included = manifest.files.some((file) => file.name === 'identity.key')
    if (options.json) {
      const { createdAt, rows } = manifest
      return printJson({ dataPath, createdAt, rows, identityKey: { included } })
    }
    process.stdout.write(`restored ${resolve(folder)} of ${manifest.createdAt} into ${dataPath}\n`)
    if (!included) {
      process.stdout.write(`Bring the key of the identities to ${identityKeyPath()} (mode 600).\n`)
    }
  })

await runCommand(command)
