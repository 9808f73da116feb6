import type { SearchScope } from '../contract.ts'
import { type Clause, type ParsedQuery, type Sequence, sequence, singleForm } from '../query.ts'
import type { Reading } from './ask.ts'
import { ReadableTerms } from './readable-terms.ts'

/** A query whose words may stand in near spellings. */
export interface NearQuery {
  /** The clauses with their near spellings beside them. */
  clauses: Clause[]
  /** Queries in full, the nearest spellings first, to rank by. */
  texts: string[]
  fields: ParsedQuery['fields']
  /** The near spellings of each word of which there are some. */
  ways: { form: string; sequences: Sequence[] }[]
}

/** Spellings of the whole query that are ranked one after the other. */
const TEXTS_MAX = 3

/** The query's demands with their near spellings, or null when no word has any. */
export async function findNearQuery(
  reading: Reading,
  parsed: ParsedQuery,
  scope: SearchScope,
): Promise<NearQuery | null> {
  const { include } = parsed
  const words = [...include, ...parsed.fields.include].map(singleForm)
  const bare = words.filter((word) => word !== null && !isNumber(word)) as string[]
  if (bare.length === 0) return null
  const terms = await ReadableTerms.of(reading, bare, scope)
  const ways = waysOf(include, terms)
  const fieldWays = waysOf(parsed.fields.include, terms)
  if ([...ways, ...fieldWays].every((some) => some.length === 0)) return null
  const texts = Array.from({ length: TEXTS_MAX }, (_, nth) =>
    include
      .map((clause, index) => {
        const word = singleForm(clause)
        const near = ways[index]!
        const known = word === null || (terms.has(word) && include.length > 1)
        return known || near.length === 0
          ? clauseText(clause)
          : wayText([near[Math.min(nth, near.length - 1)]!])
      })
      .join(' '),
  )
  return {
    clauses: withWays(include, ways),
    fields: { ...parsed.fields, include: withWays(parsed.fields.include, fieldWays) },
    texts: [...new Set(texts)],
    ways: [...toldWays(include, ways), ...toldWays(parsed.fields.include, fieldWays)],
  }
}

/** The near spellings of each demand; none where it is not one bare word. */
function waysOf(include: readonly Clause[], terms: ReadableTerms): Sequence[][] {
  const words = include.map(singleForm)
  const ways = words.map((word) => (word === null ? [] : nearWays(word, terms)))
  // A space put into a name (گوهر دشت) or left out of it: the whole stands for both of its parts.
  for (let index = 0; index + 1 < words.length; index++) {
    const [left, right] = [words[index], words[index + 1]]
    if (!left || !right || !terms.has(left + right)) continue
    for (const at of [index, index + 1]) ways[at]!.push(sequence(left + right))
  }
  return ways
}

function withWays<T extends Clause>(include: readonly T[], ways: readonly Sequence[][]): T[] {
  return include.map((clause, index) => ({
    ...clause,
    any: [...clause.any, ...ways[index]!.map((way) => [way])],
  }))
}

function toldWays(include: readonly Clause[], ways: readonly Sequence[][]): NearQuery['ways'] {
  return include.flatMap((clause, index) => {
    const form = singleForm(clause)
    return form === null || ways[index]!.length === 0 ? [] : [{ form, sequences: ways[index]! }]
  })
}

/** The words of a query as the engine's own ranking reads them. */
export function queryText(include: readonly Clause[]): string {
  return include
    .map(clauseText)
    .filter((text) => text !== '')
    .join(' ')
}

function clauseText(clause: Clause): string {
  const text = wayText(clause.any[0]!.filter(({ prefix }) => !prefix))
  return clause.quoted && text !== '' ? `"${text}"` : text
}

function wayText(way: readonly Sequence[]): string {
  return way.map(({ forms }) => forms.join(' ')).join(' ')
}

function nearWays(word: string, terms: ReadableTerms): Sequence[] {
  if (isNumber(word)) return []
  const ways = terms.findNear(word).map((term) => sequence(term))
  const split = terms.findSplit(word)
  return split === null ? ways : [...ways, sequence(...split)]
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word)
}
