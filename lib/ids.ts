import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A random identifier: 16 characters of Crockford's base 32 (80 bits), safe in addresses and file names. */
export function newId(): string {
  return Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join('')
}
