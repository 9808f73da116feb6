import { listPolicy } from '#lib/statements/policy-table.ts'
import { defineCommand, runCommand } from './command.ts'

/** Prints who may do what with a statement, asked of the rule itself. */

const command = defineCommand(
  'policy',
  'Prints who may do what with a statement, as the rule itself answers it.',
)
  .option('--json', 'one row for each role, relation, state, audience and action')
  .action((options: { json?: boolean }) => {
    process.stdout.write(options.json ? asJson() : asText())
  })

/** One row a line: tens of thousands of rows are read by programs, and compared line by line. */
function asJson(): string {
  return `[\n${listPolicy()
    .map((row) => JSON.stringify(row))
    .join(',\n')}\n]\n`
}

/** What is allowed at all: a line for each role, relation, state and audience. */
function asText(): string {
  const lines = new Map<string, string[]>()
  for (const row of listPolicy()) {
    const who = `${row.role} (${row.relation})`.padEnd(28)
    const key = `${who} ${row.state.padEnd(48)} ${row.audience.padEnd(10)}`
    const actions = lines.get(key) ?? []
    if (row.allowed) actions.push(row.action)
    lines.set(key, actions)
  }
  return [...lines].map(([key, actions]) => `${key} ${actions.join(' ') || '-'}\n`).join('')
}

await runCommand(command)
