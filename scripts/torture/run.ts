import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { migrateDatabase } from '#db/migrate.ts'
import { createArchive } from '#lib/archive/commands.ts'
import { checkDatabase } from '#lib/backup/check.ts'
import { closeDatabase, database } from '#lib/database.ts'
import { databasePath, dataFile, environment, toolEnvironment, useMeilisearch } from '#lib/env.ts'
import { createPerson } from '#lib/people/invitations.ts'
import { setUpServer } from '#lib/search/meilisearch/setup.ts'
import { countDrift, findDrift } from '#lib/search/mending.ts'
import { drainOutbox } from '#lib/search/outbox.ts'
import { openEmbedded, openMeilisearch } from '#lib/search/service.ts'
import { keepMeilisearchKey } from '#lib/secrets.ts'
import type { Viewer } from '#lib/viewer.ts'
import { CommandFailure } from '#scripts/command.ts'
import { type OwnServer, startMeilisearch } from '#scripts/meilisearch/server.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import {
  type Acknowledgement,
  isKept,
  type TorturePeople,
  type WorkerTask,
} from './acknowledgement.ts'
import { beginImport, finishImport, freeImport } from './import.ts'

const VIEWER: Viewer = { kind: 'system', reason: 'torture' }
/** A worker is killed at a random moment within this time of its start; a server takes longer to take anything in. */
const LIFE_MAX_MS = { embedded: 2_500, meilisearch: 4_000 }
/** Every other worker builds its indexes anew all the time; every third kill takes the search server along. */
const REBUILD_EVERY = 2
const SERVER_KILL_EVERY = 3

export interface TortureReport {
  kills: number
  /** Commits that a worker had told of before it was killed. */
  acknowledged: number
  /** Of those, how many the archive no longer has; and records of the import that never became a statement. */
  lost: number
  /** Statements of the import beyond one for each of its records. */
  doubled: number
  /** Statements that differ between an index and the archive after the outbox was drained, over all kills and engines. */
  indexDrift: number
}

/**
 * Kills the archive at work, again and again, in the data folder of this process, which must be new: while it saves and
 * publishes, while it imports, while its indexes follow, and while they are built anew. With `meilisearch` a server of its own is fed too.
 * @throws BackupError when the database itself is not sound afterwards.
 */
export async function torture(
  kills: number,
  engine: 'embedded' | 'meilisearch',
  say: (line: string) => void,
): Promise<TortureReport> {
  const server = engine === 'meilisearch' ? await startMeilisearch() : null
  useMeilisearch(server?.url ?? null)
  try {
    if (server !== null) await setUp(server)
    return await killAgainAndAgain(kills, server, say)
  } finally {
    await server?.close()
  }
}

/** With the keys that an archive has. */
async function setUp({ url, key }: OwnServer): Promise<void> {
  const { keys } = await setUpServer(url, key, environment().meilisearch!.indexPrefix)
  for (const scoped of keys) keepMeilisearchKey(scoped.role, scoped.key)
}

async function killAgainAndAgain(
  kills: number,
  server: OwnServer | null,
  say: (line: string) => void,
): Promise<TortureReport> {
  const people = await makeArchive()
  const going = await beginImport(people.archivistId, kills)
  closeDatabase()
  const acknowledged: Acknowledgement[] = []
  const lost = new Set<Acknowledgement>()
  let indexDrift = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const lifeMaxMs = LIFE_MAX_MS[server === null ? 'embedded' : 'meilisearch']
    const heard = await workUntilKilled(
      { people, importId: going.id, rebuilds: kill % REBUILD_EVERY === 0 },
      lifeMaxMs,
    )
    if (server !== null && kill % SERVER_KILL_EVERY === 0) {
      await server.stop()
      await server.start()
    }
    acknowledged.push(...heard)
    for (const each of heard) if (!isKept(each)) lost.add(each)
    freeImport(going)
    indexDrift += await measureDrift()
    closeDatabase()
    say(`${kill} of ${kills}: ${heard.length} acknowledged, ${lost.size} lost, drift ${indexDrift}`)
  }
  // What survived one kill must survive the later ones.
  for (const each of acknowledged) if (!isKept(each)) lost.add(each)
  for (const each of lost) say(`lost: ${JSON.stringify(each)}`)
  const imported = await finishImport(people.archivistId, going)
  database().$client.pragma('wal_checkpoint(TRUNCATE)')
  closeDatabase()
  copyFileSync(databasePath(), dataFile('checked.db'))
  checkDatabase(dataFile('checked.db'))
  return {
    kills,
    acknowledged: acknowledged.length,
    lost: lost.size + imported.lost,
    doubled: imported.doubled,
    indexDrift,
  }
}

async function makeArchive(): Promise<TorturePeople> {
  migrateDatabase(databasePath())
  createArchive(VIEWER, 'real')
  const make = async (role: 'archivist' | 'admin') => {
    const email = `${role}@example.org`
    const person = { email, name: role, role, password: 'never signs in at all' }
    return (await createPerson(VIEWER, person)).id
  }
  const people = { archivistId: await make('archivist'), adminId: await make('admin') }
  closeDatabase()
  return people
}

/** Runs one worker and kills it; returns what it had acknowledged. */
async function workUntilKilled(task: WorkerTask, lifeMaxMs: number): Promise<Acknowledgement[]> {
  const worker = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(PROJECT_PATH, 'scripts/torture/worker.ts'),
      JSON.stringify(task),
    ],
    {
      cwd: PROJECT_PATH,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: toolEnvironment().variables,
    },
  )
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    worker.on('exit', (_code, signal) => resolve(signal)),
  )
  const heard: Acknowledgement[] = []
  for await (const line of createInterface(worker.stdout)) {
    if (line === 'started') void killLater()
    // The last line may have been cut by the kill: what was not told whole was not acknowledged.
    else if (line.endsWith('}')) heard.push(JSON.parse(line))
  }
  if ((await ended) !== 'SIGKILL') throw new CommandFailure('a worker ended before it was killed')
  return heard

  async function killLater() {
    await setTimeout(Math.random() * lifeMaxMs)
    worker.kill('SIGKILL')
  }
}

/** Only the outbox is drained, as the next start does too; the comparison that it begins with would hide a fault. */
async function measureDrift(): Promise<number> {
  let drift = 0
  for (const engine of [openEmbedded(), openMeilisearch()]) {
    if (engine === null) continue
    try {
      await drainOutbox(engine)
      drift += countDrift(await findDrift(engine))
    } finally {
      await engine.close()
    }
  }
  return drift
}
