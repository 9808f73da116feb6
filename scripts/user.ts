import { existsSync } from 'node:fs'
import { database } from '#lib/database.ts'
import { databasePath } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { issueReset } from '#lib/people/commands.ts'
import { listPeople } from '#lib/people/queries.ts'
import type { Viewer } from '#lib/viewer.ts'
import { CommandFailure, defineCommand, printJson, runCommand } from './command.ts'

const VIEWER: Viewer = { kind: 'system', reason: 'command line' }

const command = defineCommand(
  'npm run user --',
  'Looks after people from the machine, for when no admin can sign in.',
)

command
  .command('list')
  .description('list everybody who may sign in or once could')
  .option('--json', 'print JSON')
  .action((options: { json?: boolean }) => {
    requireArchive()
    const people = listPeople(VIEWER)
    if (options.json) return printJson(people)
    for (const { role, status, email, name } of people) {
      process.stdout.write(`${role.padEnd(10)} ${status.padEnd(9)} ${email}  ${name}\n`)
    }
  })

command
  .command('reset')
  .argument('<email>', 'whose password')
  .description(
    'print a link, good once and for a day, with which this person chooses a new password',
  )
  .option('--json', 'print JSON')
  .action((email: string, options: { json?: boolean }) => {
    requireArchive()
    const { url, expiresInHours } = reset(email)
    if (options.json) return printJson({ url, expiresInHours })
    process.stdout.write(`reset ${url}\n`)
  })

await runCommand(command)

function reset(email: string) {
  try {
    return issueReset(VIEWER, { email })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const reasons: Record<string, string> = {
      notFound: `nobody has the e-mail address ${email}`,
      personSuspended: `${email} is suspended: an admin has to restore them first`,
    }
    throw new CommandFailure(reasons[error.reason] ?? error.message, { cause: error })
  }
}

function requireArchive(): void {
  if (!existsSync(databasePath())) throw new CommandFailure(`no archive at ${databasePath()}`)
  database()
}
