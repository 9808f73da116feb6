import { defineCommand, runCommand } from './command.ts'

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
  .action(async (options: { empty: boolean; newKey: boolean }) => {
    // Loaded only now: help and bad use are answered without the whole product.
    const { serve } = await import('./serving/run.ts')
    await serve({ ...options, development: false })
  })

await runCommand(command)
