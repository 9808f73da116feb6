import { createHash } from 'node:crypto'
import type { PassageDocument } from './contract.ts'

const MODULUS = 1n << 128n

/**
 * One digest for each statement over its passages, in whatever order they are read: the sum of their SHA-256, cut to
 * 128 bits.
 */
export class PassageDigests {
  readonly #sums = new Map<number, bigint>()

  add(statement: number, { number, key, language, text }: Omit<PassageDocument, 'speaker'>): void {
    const hash = createHash('sha256').update(JSON.stringify([number, key, language, text]))
    const value = BigInt(`0x${hash.digest('hex').slice(0, 32)}`)
    this.#sums.set(statement, ((this.#sums.get(statement) ?? 0n) + value) % MODULUS)
  }

  /** In hexadecimal digits, by statement id; one without passages is not there. */
  toMap(): Map<number, string> {
    return new Map([...this.#sums].map(([id, sum]) => [id, sum.toString(16)]))
  }
}
