import { Command, CommanderError } from 'commander'
import { AppError } from '#lib/errors.ts'

/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, badUse: 2 } as const

/** A command line whose wrong use is told apart from work that failed; see `runCommand`. */
export function defineCommand(name: string, description: string): Command {
  return new Command(name).description(description).exitOverride().showHelpAfterError()
}

/** Something that the person at the command line can put right; told without a stack. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
}

/** Used wrongly: exits with 2. */
export class BadUse extends Error {
  override readonly name = 'BadUse'
}

const TOLD_PLAINLY = [
  'CommandFailure',
  'SettingsError',
  'NewerDatabaseError',
  'BackupError',
  'SetupError',
  'ServerVersionError',
]

/** Runs the command and sets the exit code: 0 done, 1 failed, 2 bad use. */
export async function runCommand(command: Command): Promise<void> {
  try {
    await command.parseAsync()
  } catch (error) {
    process.exitCode = tell(error)
  }
}

function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badUse
  if (error instanceof BadUse) {
    process.stderr.write(`${error.message}\n`)
    return EXIT.badUse
  }
  if (error instanceof AppError || (error instanceof Error && TOLD_PLAINLY.includes(error.name))) {
    process.stderr.write(`${error.message}\n`)
    return EXIT.failed
  }
  console.error(error)
  return EXIT.failed
}

/** Prints one JSON value to standard output, which then holds nothing else. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
