import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

export const MANIFEST_NAME = 'manifest.json'
export const DATABASE_NAME = 'govah.db'
export const IDENTITY_KEY_NAME = 'identity.key'

/** Why a backup was not made or not brought back, for the person at the machine. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** What lies in a backup, so that it can be checked before it is trusted. */
export const manifestSchema = z.strictObject({
  format: z.literal('govah-backup-1'),
  /** UTC, ISO 8601. */
  createdAt: z.iso.datetime(),
  kind: z.enum(['demo', 'real']),
  files: z.array(
    z.strictObject({
      // One of two names and never a path, so that a forged manifest reaches nothing else.
      name: z.enum([DATABASE_NAME, IDENTITY_KEY_NAME]),
      bytes: z.int().min(0),
      sha256: sha256Schema,
    }),
  ),
  /** Rows by table. */
  rows: z.record(z.string(), z.int().min(0)),
  /** Hash of the newest audit event. */
  auditHead: sha256Schema.nullable(),
})

export type Manifest = z.infer<typeof manifestSchema>

/**
 * Reads a backup's manifest.
 * @throws BackupError when there is none or it cannot be understood.
 */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST_NAME)
  if (!existsSync(path)) throw new BackupError(`${folder} is no backup: it has no ${MANIFEST_NAME}`)
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new BackupError(`${path} is not the manifest of a backup: ${error}`, { cause: error })
  }
}

/** Size in bytes and SHA-256 in hexadecimal of a file, which is read as a stream. */
export async function describeFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { bytes: statSync(path).size, sha256: hash.digest('hex') }
}
