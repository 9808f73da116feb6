import { toolEnvironment } from '#lib/env.ts'
import { CHROMIUM_MISSING, findOrInstallChromium } from './browser/chromium.ts'
import { defineCommand, EXIT, printJson, runCommand } from './command.ts'
import { emptyTally, runChecks, runProjects, skipProject, tellTally } from './testing/run-tests.ts'

const command = defineCommand(
  'npm test --',
  'Runs format, lint, types, unit, integration, architecture and browser tests.',
)
  .option('--json', 'print {passed, failed, skipped} as JSON and nothing else')
  .action((options: { json?: true }) => {
    const tally = emptyTally()
    runChecks(tally)
    runProjects(['unit', 'integration', 'architecture'], tally)
    if (findOrInstallChromium() !== null) runProjects(['e2e'], tally)
    else if (toolEnvironment().ci) tally.failed.push(`e2e: ${CHROMIUM_MISSING}`)
    else skipProject('e2e', CHROMIUM_MISSING, tally)

    if (options.json) printJson(tally)
    else process.stdout.write(`${tellTally(tally)}\n`)
    process.exitCode = tally.failed.length === 0 ? EXIT.done : EXIT.failed
  })

await runCommand(command)
