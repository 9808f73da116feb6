import { defineCommand, runCommand } from './command.ts'
import { serve } from './serving/run.ts'

const command = defineCommand(
  'npm start --',
  'Serves the archive; prints "ready <url>" when it does.',
)
  .option(
    '--empty',
    'make an empty archive, not the demo archive, and invite its first admin',
    false,
  )
  .option('--new-key', 'go on with a new identity key where the old one is lost for good', false)
  .action((options: { empty: boolean; newKey: boolean }) =>
    serve({ ...options, development: false }),
  )

await runCommand(command)
