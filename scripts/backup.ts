import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createBackup } from '#lib/backup/create.ts'
import { closeDatabase } from '#lib/database.ts'
import { databasePath, identityKeyPath } from '#lib/env.ts'
import { CommandFailure, defineCommand, printJson, runCommand } from './command.ts'

const command = defineCommand(
  'npm run backup --',
  'Copies the archive into a new folder while it runs, and checks the copy.',
)
  .argument('<folder>', 'where to; absent or empty')
  .option('--with-key', 'put the key of the identities beside the copy', false)
  .option('--json', 'print {folder, createdAt, files, rows, identityKey, seconds} as JSON')
  .action(async (folder: string, options: { withKey: boolean; json?: true }) => {
    if (!existsSync(databasePath())) throw new CommandFailure(`no archive at ${databasePath()}`)
    const startedAt = performance.now()
    const manifest = await createBackup({ kind: 'system', reason: 'command line' }, folder, options)
    closeDatabase()
    const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(2))
    const identityKey = { included: options.withKey, path: identityKeyPath() }
    const where = resolve(folder)
    if (options.json) {
      const { createdAt, files, rows } = manifest
      return printJson({ folder: where, createdAt, files, rows, identityKey, seconds })
    }
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    process.stdout.write(`backup ${where}: checked, ${bytes} bytes, ${seconds} s\n`)
    process.stdout.write(
      options.withKey
        ? 'It holds the key of the identities: keep it where only those may look who may know them.\n'
        : `Without the key, which is needed to read identities and lies at ${identityKey.path}: keep a copy of it elsewhere.\n`,
    )
  })

await runCommand(command)
