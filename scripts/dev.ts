import { defineCommand, runCommand } from './command.ts'
import { serve } from './serving/run.ts'

const command = defineCommand(
  'npm run dev --',
  'Serves the archive and follows changes to its sources.',
)
  .option(
    '--empty',
    'make an empty archive, not the demo archive, and invite its first admin',
    false,
  )
  .action((options: { empty: boolean }) => serve({ ...options, newKey: false, development: true }))

await runCommand(command)
