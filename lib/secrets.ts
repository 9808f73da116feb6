import { hkdfSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import {
  authSecretPath,
  identityKeyPath,
  type MeilisearchKeyRole,
  meilisearchKeyPath,
} from './env.ts'

const KEY_BYTES = 32

/**
 * The text that signs sessions; made at first use.
 * @throws Error when the file can be read by others than its owner.
 */
export function readAuthSecret(): string {
  return readOrCreate(authSecretPath())
}

/**
 * The 32 bytes that seal the identities of witnesses (AES-256); made at first use, never in the database or its backups.
 * @throws Error when the file can be read by others than its owner, or does not hold 32 bytes in base64.
 */
export function readIdentityKey(): Buffer {
  const path = identityKeyPath()
  const key = Buffer.from(readOrCreate(path), 'base64')
  if (key.length !== KEY_BYTES)
    throw new Error(`${path} does not hold ${KEY_BYTES} bytes in base64`)
  return key
}

/**
 * A scoped key of the search server, or null where none has been kept.
 * @throws Error when the file can be read by others than its owner.
 */
export function readMeilisearchKey(role: MeilisearchKeyRole): string | null {
  const path = meilisearchKeyPath(role)
  return existsSync(path) ? readPrivate(path) : null
}

/** Keeps a scoped key of the search server in place of an earlier one. */
export function keepMeilisearchKey(role: MeilisearchKeyRole, key: string): void {
  const path = meilisearchKeyPath(role)
  const beside = writeBeside(path, key)
  renameSync(beside, path)
}

/**
 * A key of 32 bytes for one purpose and one thing, derived from the identity key by HKDF-SHA256 (RFC 5869): what holds
 * names outside the vault is sealed with one of its own.
 * @throws Error as `readIdentityKey`.
 */
export function deriveKey(purpose: string, thing: string): Buffer {
  return Buffer.from(hkdfSync('sha256', readIdentityKey(), thing, `govah ${purpose}`, KEY_BYTES))
}

function readOrCreate(path: string): string {
  if (!existsSync(path)) create(path)
  return readPrivate(path)
}

function readPrivate(path: string): string {
  const others = statSync(path).mode & 0o077
  if (others !== 0) {
    throw new Error(`${path} can be read by others than its owner: run chmod 600 on it`)
  }
  return readFileSync(path, 'utf8').trim()
}

/** Written beside and linked into place, so that two processes starting together agree on one secret. */
function create(path: string): void {
  const beside = writeBeside(path, randomBytes(KEY_BYTES).toString('base64'))
  try {
    linkSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(beside)
  }
}

function writeBeside(path: string, secret: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(beside, `${secret}\n`, { mode: 0o600, flush: true })
  chmodSync(beside, 0o600)
  return beside
}
