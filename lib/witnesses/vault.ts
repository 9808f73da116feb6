import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import { eq } from 'drizzle-orm'
import { witnessIdentities } from '#db/schema/index.ts'
import type { Queryable, Transaction } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { readIdentityKey } from '#lib/secrets.ts'
import { type WitnessIdentity, witnessIdentitySchema } from '#lib/statements/model.ts'

/**
 * The identity vault: who a witness is, sealed with AES-256-GCM (NIST SP 800-38D) under a key that lies outside the
 * database and its backups. Imported by few, indexed by nobody.
 */

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** An identity of which nothing is filled in yet. */
export function emptyIdentity(): WitnessIdentity {
  return witnessIdentitySchema.parse({})
}

/** Names the key without revealing it: the first 16 hexadecimal digits of a hash over it. */
function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('govah identity key id').update(key).digest('hex').slice(0, 16)
}

/** HMAC-SHA256 of the canonical JSON under a key derived for this alone: equal identities are equal, none can be guessed. */
export function digestIdentity(identity: WitnessIdentity): string {
  const digestKey = createHmac('sha256', readIdentityKey()).update('govah identity digest').digest()
  return createHmac('sha256', digestKey)
    .update(canonicalize(identity) ?? '')
    .digest('hex')
}

/**
 * Seals an identity for one statement; the statement's id is authenticated with it, so that a row moved to another
 * statement does not open.
 */
export function sealIdentity(
  identity: WitnessIdentity,
  statementId: number,
): { sealed: Buffer; keyId: string; digest: string } {
  const key = readIdentityKey()
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(`statement:${statementId}`))
  const ciphertext = Buffer.concat([
    cipher.update(JSON.stringify(identity), 'utf8'),
    cipher.final(),
  ])
  return {
    sealed: Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]),
    keyId: keyIdOf(key),
    digest: digestIdentity(identity),
  }
}

/**
 * Opens a sealed identity.
 * @throws AppError `unavailable` where the key at hand is not the one it was sealed with.
 */
export function openIdentity(sealed: Buffer, keyId: string, statementId: number): WitnessIdentity {
  const key = readIdentityKey()
  if (keyIdOf(key) !== keyId) {
    throw new AppError('unavailable', 'identityKeyMissing', {
      detail: `identity of statement ${statementId} was sealed with key ${keyId}, which is not the one in the data folder`,
    })
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(`statement:${statementId}`))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const plain = Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
    decipher.final(),
  ])
  return witnessIdentitySchema.parse(JSON.parse(plain.toString('utf8')))
}

/** Reads a statement's identity without asking who wants it: callers have authorised `read_identity` or act for the product. */
export function unsafeReadIdentity(queryable: Queryable, statementId: number): WitnessIdentity {
  const row = queryable
    .select()
    .from(witnessIdentities)
    .where(eq(witnessIdentities.statementId, statementId))
    .get()
  return row ? openIdentity(row.sealed, row.keyId, statementId) : emptyIdentity()
}

/** The digest that names a statement's identity in its sealed revision, or null where there is none. */
export function identityDigest(queryable: Queryable, statementId: number): string | null {
  const row = queryable
    .select({ digest: witnessIdentities.digest })
    .from(witnessIdentities)
    .where(eq(witnessIdentities.statementId, statementId))
    .get()
  return row?.digest ?? null
}

/** Stores an identity; returns whether it differs from what was there. */
export function storeIdentity(
  tx: Transaction,
  statementId: number,
  identity: WitnessIdentity,
  userId: string,
  now: string,
): boolean {
  if (identityDigest(tx, statementId) === digestIdentity(identity)) return false
  const { sealed, keyId, digest } = sealIdentity(identity, statementId)
  tx.insert(witnessIdentities)
    .values({ statementId, sealed, keyId, digest, updatedBy: userId, updatedAt: now })
    .onConflictDoUpdate({
      target: witnessIdentities.statementId,
      set: { sealed, keyId, digest, updatedBy: userId, updatedAt: now },
    })
    .run()
  return true
}
