import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { migrateDatabase } from '#db/migrate.ts'
import { witnessIdentities } from '#db/schema/index.ts'
import { createArchive } from '#lib/archive/commands.ts'
import { getArchive } from '#lib/archive/queries.ts'
import { closeDatabase, database } from '#lib/database.ts'
import {
  databasePath,
  dataFile,
  demoSignInsPath,
  environment,
  identityKeyPath,
  searchIndexPath,
} from '#lib/env.ts'
import { readAuthSecret, readIdentityKey } from '#lib/secrets.ts'
import type { Viewer } from '#lib/viewer.ts'
import { CommandFailure } from '#scripts/command.ts'

/** Stands in the data folder while the demo archive is being written, so that half of one is never served. */
const seedingMarkPath = () => dataFile('seeding-unfinished')

const VIEWER: Viewer = { kind: 'system', reason: 'start' }

/**
 * Makes the data folder, its secrets and its database ready for this version; says what was done.
 * @throws CommandFailure when the key of sealed identities is missing.
 * @throws NewerDatabaseError when a newer version wrote the database.
 */
export function openDataFolder(options: { newKey: boolean }, say: (line: string) => void): void {
  mkdirSync(environment().dataPath, { recursive: true, mode: 0o700 })
  setUnfinishedSeedingAside()
  const isNew = !existsSync(databasePath())
  const { applied, copy } = migrateDatabase(databasePath())
  if (isNew) chmodSync(databasePath(), 0o600)
  else if (applied > 0) say(`migrated the database (${applied}); the old one is kept as ${copy}`)

  if (!existsSync(identityKeyPath()) && !options.newKey && holdsIdentities()) {
    throw new CommandFailure(
      `${identityKeyPath()} is missing: the identities of witnesses in this archive are sealed with it.\n` +
        'Bring it back from where it is kept. If it is lost for good, start once with --new-key: what was sealed stays unreadable.',
    )
  }
  readAuthSecret()
  readIdentityKey()
}

function holdsIdentities(): boolean {
  return database().select().from(witnessIdentities).limit(1).get() !== undefined
}

/**
 * Makes an empty archive where there is none.
 * @throws CommandFailure when the folder holds the demo archive.
 */
export function ensureEmptyArchive(): void {
  const archive = getArchive(VIEWER)
  if (archive?.kind === 'demo') {
    throw new CommandFailure(
      `${environment().dataPath} holds the demo archive; name another folder by GOVAH_DATA`,
    )
  }
  if (archive === null) createArchive(VIEWER, 'real')
}

export interface SignIn {
  role: string
  email: string
  password: string
}

/** Seeds the demo archive where there is none, and keeps its random sign-ins beside it, readable by the owner of the folder alone. */
export async function ensureDemoArchive(seed: () => Promise<SignIn[]>): Promise<SignIn[]> {
  if (getArchive(VIEWER) !== null) return []
  writeFileSync(seedingMarkPath(), '')
  const signIns = await seed()
  const lines = signIns.map(({ role, email, password }) => `${role} ${email} ${password}\n`)
  rmSync(demoSignInsPath(), { force: true })
  writeFileSync(demoSignInsPath(), lines.join(''), { mode: 0o600, flush: true })
  rmSync(seedingMarkPath())
  return signIns
}

/** A start that was cut off while seeding leaves half an archive; it is kept aside and seeding begins anew. */
function setUnfinishedSeedingAside(): void {
  if (!existsSync(seedingMarkPath())) return
  closeDatabase()
  for (const path of [databasePath(), searchIndexPath()]) {
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    if (existsSync(path)) renameSync(path, `${path}.unfinished`)
  }
  rmSync(seedingMarkPath())
}
