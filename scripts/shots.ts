import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { closeDatabase } from '#lib/database.ts'
import { useDataFolder } from '#lib/env.ts'
import { listPeople } from '#lib/people/queries.ts'
import { defineCommand, EXIT, printJson, runCommand } from './command.ts'
import type { SignIn } from './serving/data-folder.ts'
import { startProduct } from './serving/start-product.ts'
import { type Person, takeShots } from './shots/run.ts'

const command = defineCommand(
  'npm run shots --',
  'Photographs every page of a demo archive of its own, as each role that may open it, in both languages and themes and two widths, and audits each by WCAG 2.0 A to 2.2 AA.',
)
  .argument('<folder>', 'where the PNG files and axe.json go')
  .option('--only <route>', 'one route of the list, such as /statements/[reference]')
  .option('--role <role>', 'as this role alone: anonymous, researcher, archivist or admin')
  .option('--json', 'print what axe.json holds and nothing else')
  .action(async (folder: string, options: { only?: string; role?: string; json?: true }) => {
    const dataPath = mkdtempSync(join(tmpdir(), 'govah-shots-'))
    const say = (line: string) => process.stderr.write(`${line}\n`)
    const product = await startProduct(dataPath)
    try {
      useDataFolder(dataPath)
      const only = options.only ?? null
      const people = visitors(product.signIns).filter(
        ({ role }) => options.role === undefined || options.role === role,
      )
      const result = await takeShots(product, people, resolve(folder), { only }, say)
      const faulty = result.shots.filter((shot) => shot.violations.length > 0)
      for (const { route, role, language, theme, width, violations } of faulty) {
        const ids = violations.map((violation) => violation.id).join(', ')
        say(`violation: ${route} ${role} ${language} ${theme} ${width}: ${ids}`)
      }
      for (const problem of result.problems) say(`problem: ${problem}`)
      if (options.json) printJson(result.shots)
      else {
        process.stdout.write(
          `${result.shots.length} pictures, ${faulty.length} with violations, ${result.problems.length} problems\n`,
        )
      }
      const isClean = faulty.length + result.problems.length === 0
      process.exitCode = isClean ? EXIT.done : EXIT.failed
    } finally {
      closeDatabase()
      await product.stop()
      rmSync(dataPath, { recursive: true, force: true })
    }
  })

await runCommand(command)

/** A stranger, and one person of each role. */
function visitors(signIns: SignIn[]): Person[] {
  const accounts = listPeople({ kind: 'system', reason: 'pictures' })
  const roles = [...new Set(signIns.map(({ role }) => role))]
  const people = roles.map((role): Person => {
    const signIn = signIns.find((each) => each.role === role)!
    const account = accounts.find((each) => each.email === signIn.email)!
    const { id, name, email } = account
    return { role, signIn, viewer: { kind: 'user', userId: id, name, email, role: account.role } }
  })
  return [{ role: 'anonymous', signIn: null, viewer: null }, ...people]
}
