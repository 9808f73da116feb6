import type { Audience } from '#lib/statements/vocabularies.ts'

/** Why a statement is not open to everybody at all times; the column in which its words are counted. */
export const RESTRICTIONS = ['registered', 'staff', 'hidden'] as const
export type Restriction = (typeof RESTRICTIONS)[number]

/** Null for a public statement. One with an embargo or an expiry is counted for nobody. */
export function restrictionOf(audience: Audience, timed: boolean): Restriction | null {
  if (timed || audience === 'nobody') return 'hidden'
  return audience === 'public' ? null : audience
}

/** In how many restricted statements each word stands, while an index is built. */
export class RestrictedCounts {
  readonly #counts = new Map<string, [registered: number, staff: number, hidden: number]>()

  add(term: string, restriction: Restriction, change: 1 | -1): void {
    let counts = this.#counts.get(term)
    if (counts === undefined) {
      counts = [0, 0, 0]
      this.#counts.set(term, counts)
    }
    counts[RESTRICTIONS.indexOf(restriction)]! += change
  }

  of(term: string): readonly [registered: number, staff: number, hidden: number] {
    return this.#counts.get(term) ?? [0, 0, 0]
  }

  clear(): void {
    this.#counts.clear()
  }
}
