import { defineCommand, runCommand } from './command.ts'

const command = defineCommand(
  'npm run dev --',
  'Serves the archive and follows changes to its sources.',
)
  .option(
    '--empty',
    'make an empty archive, not the demo archive, and invite its first admin',
    false,
  )
  .action(async (options: { empty: boolean }) => {
    // Loaded only now: help and bad use are answered without the whole product.
    const { serve } = await import('./serving/run.ts')
    await serve({ ...options, newKey: false, development: true })
  })

await runCommand(command)
