import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { authSecretPath, identityKeyPath } from './env.ts'

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

function readOrCreate(path: string): string {
  if (!existsSync(path)) create(path)
  const others = statSync(path).mode & 0o077
  if (others !== 0) {
    throw new Error(`${path} can be read by others than its owner: run chmod 600 on it`)
  }
  return readFileSync(path, 'utf8').trim()
}

/** Written beside and linked into place, so that two processes starting together agree on one secret. */
function create(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(beside, `${randomBytes(KEY_BYTES).toString('base64')}\n`, {
    mode: 0o600,
    flush: true,
  })
  chmodSync(beside, 0o600)
  try {
    linkSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(beside)
  }
}
