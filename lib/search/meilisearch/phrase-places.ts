import type { Answered, Row } from './ask.ts'
import { ORDERED_ATTRIBUTES } from './settings.ts'

/**
 * The server keeps which words stand how far apart in a passage, two by two: of a phrase of more words it also finds
 * passages in which those pairs stand at different places. These are read and looked through.
 */

/** Passages that are looked through for a phrase; beyond it the result is said to be bounded. */
export const LOOKED_THROUGH_MAX = 2_000
/** What is read of a passage to be looked through. */
export const PLACE_ATTRIBUTES = ['id', 'statement', ...ORDERED_ATTRIBUTES]

/** Whether the server alone tells where these words stand one after the other. */
export function isTold(forms: readonly string[]): boolean {
  return forms.length <= 2
}

/** Whether the phrase stands in a passage; its normalised words must have been read. */
export function standsIn({ head = [], body = [] }: Row, phrase: string): boolean {
  return [...head, ...body].some((line) => ` ${line} `.includes(` ${phrase} `))
}

/** Passages that were found for a phrase and do not hold it. */
export function wrongOf({ hits }: Pick<Answered, 'hits'>, forms: readonly string[]): number[] {
  const phrase = forms.join(' ')
  return hits.filter((row) => !standsIn(row, phrase)).map(({ id }) => id)
}
