import { defineCommand, EXIT, printJson, runCommand } from './command.ts'
import { emptyTally, runChecks, runProjects, tellTally } from './testing/run-tests.ts'

const command = defineCommand(
  'npm run check --',
  'Runs the fast part of the tests: format, lint, types, unit and architecture.',
)
  .option('--json', 'print {passed, failed, skipped} as JSON and nothing else')
  .action((options: { json?: true }) => {
    const tally = emptyTally()
    runChecks(tally)
    runProjects(['unit', 'architecture'], tally)
    if (options.json) printJson(tally)
    else process.stdout.write(`${tellTally(tally)}\n`)
    process.exitCode = tally.failed.length === 0 ? EXIT.done : EXIT.failed
  })

await runCommand(command)
