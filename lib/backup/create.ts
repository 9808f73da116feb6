import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { getArchive } from '#lib/archive/queries.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { database, write } from '#lib/database.ts'
import { identityKeyPath } from '#lib/env.ts'
import { notFound } from '#lib/errors.ts'
import type { Viewer } from '#lib/viewer.ts'
import { checkDatabase } from './check.ts'
import {
  BackupError,
  DATABASE_NAME,
  describeFile,
  IDENTITY_KEY_NAME,
  MANIFEST_NAME,
  type Manifest,
} from './manifest.ts'

/**
 * Copies the archive into `folder` (absent or empty) while it runs: one consistent moment of the database, opened and
 * checked before this returns. The key of the identities goes along only on request.
 * @throws AppError `not_found` for everybody but the system.
 * @throws BackupError when the folder holds something, or the copy is not sound; then nothing is left in `folder`.
 */
export async function createBackup(
  viewer: Viewer,
  folder: string,
  options: { withKey: boolean },
  now: Date = new Date(),
): Promise<Manifest> {
  if (viewer.kind !== 'system') throw notFound('backups are made on the machine')
  const archive = getArchive(viewer)
  if (archive === null) throw notFound('no archive yet')
  const target = resolve(folder)
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new BackupError(`${target} is not empty`)
  }

  // Written beside and renamed at the end: a folder of that name is a whole backup.
  const unfinished = join(dirname(target), `.${basename(target)}.unfinished-${process.pid}`)
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  try {
    const manifest = await fill(unfinished, archive.kind, options, now)
    if (existsSync(target)) rmdirSync(target)
    renameSync(unfinished, target)
    synchronise(dirname(target))
    write((tx) =>
      recordEvent(
        tx,
        viewer,
        'backup.made',
        { type: 'archive', id: '1' },
        { auditHead: manifest.auditHead, withKey: options.withKey },
      ),
    )
    return manifest
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

async function fill(
  folder: string,
  kind: Manifest['kind'],
  options: { withKey: boolean },
  now: Date,
): Promise<Manifest> {
  const copy = join(folder, DATABASE_NAME)
  database().$client.prepare('VACUUM INTO ?').run(copy)
  chmodSync(copy, 0o600)
  const names: Manifest['files'][number]['name'][] = [DATABASE_NAME]
  if (options.withKey) {
    copyFileSync(identityKeyPath(), join(folder, IDENTITY_KEY_NAME))
    chmodSync(join(folder, IDENTITY_KEY_NAME), 0o600)
    names.push(IDENTITY_KEY_NAME)
  }
  const facts = checkDatabase(copy)
  const manifest: Manifest = {
    format: 'govah-backup-1',
    createdAt: now.toISOString(),
    kind,
    files: await Promise.all(
      names.map(async (name) => ({ name, ...(await describeFile(join(folder, name))) })),
    ),
    ...facts,
  }
  writeFileSync(join(folder, MANIFEST_NAME), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
  })
  for (const name of [...names, MANIFEST_NAME, '.']) synchronise(join(folder, name))
  return manifest
}

/** What was reported as kept must survive a power cut. */
function synchronise(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
