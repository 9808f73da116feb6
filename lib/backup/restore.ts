import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { databasePath, environment, identityKeyPath } from '#lib/env.ts'
import { notFound } from '#lib/errors.ts'
import type { Viewer } from '#lib/viewer.ts'
import { checkDatabase } from './check.ts'
import {
  BackupError,
  DATABASE_NAME,
  describeFile,
  IDENTITY_KEY_NAME,
  type Manifest,
  readManifest,
} from './manifest.ts'

/**
 * Brings a backup into the data folder, which must be absent or empty. The manifest is verified before anything is
 * written, and the database once more where it then lies. Secrets of sessions are made anew: everybody signs in again.
 * @throws AppError `not_found` for everybody but the system.
 * @throws BackupError when the data folder holds something, or the backup is not what its manifest says.
 */
export async function restoreBackup(viewer: Viewer, folder: string): Promise<Manifest> {
  if (viewer.kind !== 'system') throw notFound('backups are restored on the machine')
  const { dataPath } = environment()
  if (existsSync(dataPath) && readdirSync(dataPath).length > 0) {
    throw new BackupError(
      `the data folder ${dataPath} is not empty; name another one by GOVAH_DATA`,
    )
  }
  const source = resolve(folder)
  const manifest = readManifest(source)
  await verifyFiles(source, manifest)

  mkdirSync(dataPath, { recursive: true, mode: 0o700 })
  const unfinished = `${databasePath()}.unfinished`
  copyFileSync(join(source, DATABASE_NAME), unfinished)
  chmodSync(unfinished, 0o600)
  try {
    compareFacts(checkDatabase(unfinished), manifest)
  } catch (error) {
    rmSync(unfinished)
    throw error
  }
  if (manifest.files.some((file) => file.name === IDENTITY_KEY_NAME)) {
    mkdirSync(dirname(identityKeyPath()), { recursive: true, mode: 0o700 })
    copyFileSync(join(source, IDENTITY_KEY_NAME), identityKeyPath())
    chmodSync(identityKeyPath(), 0o600)
  }
  renameSync(unfinished, databasePath())
  return manifest
}

async function verifyFiles(source: string, manifest: Manifest): Promise<void> {
  for (const file of manifest.files) {
    const path = join(source, file.name)
    if (!existsSync(path)) throw new BackupError(`${path} is missing from the backup`)
    const found = await describeFile(path)
    if (statSync(path).size !== file.bytes || found.sha256 !== file.sha256) {
      throw new BackupError(
        `${path} is not the file that the manifest names: SHA-256 ${found.sha256}`,
      )
    }
  }
  if (!manifest.files.some((file) => file.name === DATABASE_NAME)) {
    throw new BackupError('the manifest names no database')
  }
}

function compareFacts(found: ReturnType<typeof checkDatabase>, manifest: Manifest): void {
  const tables = new Set([...Object.keys(found.rows), ...Object.keys(manifest.rows)])
  for (const table of tables) {
    if (found.rows[table] !== manifest.rows[table]) {
      throw new BackupError(
        `table ${table}: the manifest says ${manifest.rows[table]} rows, found ${found.rows[table]}`,
      )
    }
  }
  if (found.auditHead !== manifest.auditHead)
    throw new BackupError('the audit chain ends differently')
}
