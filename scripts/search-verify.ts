import { existsSync } from 'node:fs'
import { closeDatabase } from '#lib/database.ts'
import { databasePath } from '#lib/env.ts'
import type { SearchEngine } from '#lib/search/contract.ts'
import { openEmbedded, openMeilisearch } from '#lib/search/service.ts'
import { countPublished, type EngineVerification, verifyEngine } from '#lib/search/verify.ts'
import { CommandFailure, defineCommand, EXIT, printJson, runCommand } from './command.ts'

type Verified = EngineVerification | { engine: SearchEngine['name']; error: string }

const command = defineCommand(
  'npm run search:verify --',
  'Compares each search index with the archive, statement by statement and passage by passage.\n' +
    'Exits with 1 where something differs that was not mended. The archive may be running.',
)
  .option('--repair', 'work off what waits and mend what differs', false)
  .option('--json', 'print {archive, engines, drift, left} as JSON and nothing else')
  .action(async (options: { repair: boolean; json?: true }) => {
    if (!existsSync(databasePath())) throw new CommandFailure(`no archive at ${databasePath()}`)
    const engines: Verified[] = []
    for (const engine of [openEmbedded(), openMeilisearch()]) {
      if (engine !== null) engines.push(await verify(engine, options))
    }
    const archive = { statements: countPublished() }
    closeDatabase()
    const compared = engines.filter((engine) => 'left' in engine)
    const drift = sum(compared.map((e) => e.missing.length + e.stale.length + e.surplus.length))
    const left = sum(compared.map((engine) => engine.left))
    if (options.json) printJson({ archive, engines, drift, left })
    else tell(archive.statements, engines)
    process.exitCode = left === 0 && compared.length === engines.length ? EXIT.done : EXIT.failed
  })

async function verify(engine: SearchEngine, options: { repair: boolean }): Promise<Verified> {
  try {
    return await verifyEngine(engine, options)
  } catch (error) {
    return { engine: engine.name, error: error instanceof Error ? error.message : String(error) }
  } finally {
    await engine.close()
  }
}

function tell(published: number, engines: readonly Verified[]): void {
  process.stdout.write(`${published} published statements\n`)
  for (const engine of engines) {
    if ('error' in engine) {
      process.stdout.write(`${engine.engine}: could not be compared: ${engine.error}\n`)
      continue
    }
    const { missing, stale, surplus, left } = engine
    const differing = missing.length + stale.length + surplus.length
    process.stdout.write(
      `${engine.engine}: ${engine.statements} in the index, ${engine.pending} waiting, ` +
        `${missing.length} missing, ${stale.length} stale, ${surplus.length} surplus` +
        `${differing > 0 ? `, ${differing - left} mended` : ''}\n`,
    )
    for (const [what, references] of Object.entries({ missing, stale, surplus })) {
      for (const reference of references) process.stdout.write(`  ${what} ${reference}\n`)
    }
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

await runCommand(command)
