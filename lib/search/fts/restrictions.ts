import type { Audience } from '#lib/statements/vocabularies.ts'

/** Why a statement is not open to everybody at all times; the column in which its words are counted. */
export const RESTRICTIONS = ['registered', 'staff', 'hidden'] as const
export type Restriction = (typeof RESTRICTIONS)[number]

/** Null for a public statement. One with an embargo or an expiry is counted for nobody. */
export function restrictionOf(audience: Audience, timed: boolean): Restriction | null {
  if (timed || audience === 'nobody') return 'hidden'
  return audience === 'public' ? null : audience
}
