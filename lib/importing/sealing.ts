import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from '#lib/errors.ts'
import { deriveKey } from '#lib/secrets.ts'

/**
 * What an import keeps for a while holds names: it is sealed with AES-256-GCM in chunks, so that neither sealing nor
 * opening needs more memory than one. A nonce is a random prefix, the chunk's number and whether it is the last (the
 * STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): chunks that are cut off, left out, put in
 * another order or taken from another import do not open.
 */

const CHUNK_BYTES = 64 * 1024
const PREFIX_BYTES = 7
const TAG_BYTES = 16
const PURPOSE = 'import file'

/** Seals a stream under the name of the thing that it belongs to. */
export async function* sealStream(
  source: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Buffer> {
  const seal = startSealing(name)
  yield seal.prefix
  let waiting = Buffer.alloc(0)
  for await (const piece of source) {
    waiting = Buffer.concat([waiting, piece])
    // The last chunk is marked as such: one is held back until more is known to follow.
    while (waiting.length > CHUNK_BYTES) {
      yield seal.chunk(waiting.subarray(0, CHUNK_BYTES), false)
      waiting = waiting.subarray(CHUNK_BYTES)
    }
  }
  yield seal.chunk(waiting, true)
}

/** Opens what `sealStream` made under the same name. @throws AppError `unavailable` (import.fileGone) where it does not open */
export async function* openStream(
  source: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Buffer> {
  const sealedBytes = CHUNK_BYTES + TAG_BYTES
  let open: ReturnType<typeof startOpening> | null = null
  let waiting = Buffer.alloc(0)
  for await (const piece of source) {
    waiting = Buffer.concat([waiting, piece])
    if (open === null && waiting.length >= PREFIX_BYTES) {
      open = startOpening(name, waiting.subarray(0, PREFIX_BYTES))
      waiting = waiting.subarray(PREFIX_BYTES)
    }
    while (open !== null && waiting.length > sealedBytes) {
      yield open(waiting.subarray(0, sealedBytes), false)
      waiting = waiting.subarray(sealedBytes)
    }
  }
  if (open === null) throw broken(name)
  yield open(waiting, true)
}

/** The same for what is small enough to be held in memory. */
export function sealBytes(bytes: Uint8Array, name: string): Buffer {
  const seal = startSealing(name)
  const parts: Buffer[] = [seal.prefix]
  for (let from = 0; ; from += CHUNK_BYTES) {
    const isLast = from + CHUNK_BYTES >= bytes.byteLength
    parts.push(seal.chunk(bytes.subarray(from, from + CHUNK_BYTES), isLast))
    if (isLast) return Buffer.concat(parts)
  }
}

/** @throws AppError `unavailable` (import.fileGone) where it does not open */
export function openBytes(sealed: Buffer, name: string): Buffer {
  const open = startOpening(name, sealed.subarray(0, PREFIX_BYTES))
  const parts: Buffer[] = []
  const sealedBytes = CHUNK_BYTES + TAG_BYTES
  for (let from = PREFIX_BYTES; ; from += sealedBytes) {
    const isLast = from + sealedBytes >= sealed.byteLength
    parts.push(open(sealed.subarray(from, from + sealedBytes), isLast))
    if (isLast) return Buffer.concat(parts)
  }
}

function startSealing(name: string) {
  const key = deriveKey(PURPOSE, name)
  const prefix = randomBytes(PREFIX_BYTES)
  let number = 0
  return {
    prefix,
    chunk(plain: Uint8Array, isLast: boolean): Buffer {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast))
      number += 1
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
  }
}

function startOpening(name: string, prefix: Buffer) {
  const key = deriveKey(PURPOSE, name)
  let number = 0
  return (sealed: Buffer, isLast: boolean): Buffer => {
    if (sealed.length < TAG_BYTES) throw broken(name)
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast))
    number += 1
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
    } catch (cause) {
      throw broken(name, cause)
    }
  }
}

function nonceOf(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  prefix.copy(nonce)
  nonce.writeUInt32BE(number, PREFIX_BYTES)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

function broken(name: string, cause?: unknown): AppError {
  return new AppError('unavailable', 'import.fileGone', {
    detail: `what is kept of ${name} does not open: it is damaged, or was sealed with another key`,
    cause,
  })
}
