import type { SearchQuery } from '../contract.ts'
import { type NearClauses, nearClauses } from '../fts/near.ts'
import type { Clause, ParsedQuery } from '../query.ts'
import { type SpelledQuery, spellOut } from '../spellings.ts'
import type { TermList } from './terms.ts'
import type { ReadableWords } from './words.ts'

/** What is asked for exactly: as typed, and in other spellings as well. */
export interface ExactPlan {
  typed: ParsedQuery
  /** The same as `typed` where there are no other spellings. */
  wanted: ParsedQuery
  found: SpelledQuery['found']
}

/** The same, and nearly, which takes longest to find out. */
export interface Plan extends ExactPlan {
  near: Promise<NearPlan | null>
}

export interface NearPlan {
  query: ParsedQuery
  /** The near spellings of each word of which there are some. */
  ways: NearClauses<Clause>['ways']
}

/** The plan of a query, as far as `words` can decide; asked again when it has looked up what it could not. */
export function planExact(typed: ParsedQuery, query: SearchQuery, words: ReadableWords): ExactPlan {
  const spelled = query.spellings ? spell(typed, query, words) : null
  return { typed, wanted: spelled?.query ?? typed, found: spelled?.found ?? [] }
}

function spell(
  typed: ParsedQuery,
  query: SearchQuery,
  words: ReadableWords,
): { query: ParsedQuery; found: SpelledQuery['found'] } | null {
  const namesakes = query.namesakes ?? []
  const inWords = spellOut(typed.include, query.text, words, namesakes)
  const inFields = spellOut(typed.fields.include, query.text, words, namesakes)
  if (inWords === null && inFields === null) return null
  const fields = { ...typed.fields, include: inFields?.clauses ?? typed.fields.include }
  return {
    query: { ...typed, include: inWords?.clauses ?? typed.include, fields },
    found: [...(inWords?.found ?? []), ...(inFields?.found ?? [])],
  }
}

/** The near spellings of what is wanted, or null where there are none. */
export function planNear(
  wanted: ParsedQuery,
  terms: TermList,
  words: ReadableWords,
): NearPlan | null {
  const inWords = nearClauses(wanted.include, terms, words)
  const inFields = nearClauses(wanted.fields.include, terms, words)
  if (inWords === null && inFields === null) return null
  return {
    query: {
      ...wanted,
      include: inWords?.clauses ?? wanted.include,
      fields: { ...wanted.fields, include: inFields?.clauses ?? wanted.fields.include },
    },
    ways: [...(inWords?.ways ?? []), ...(inFields?.ways ?? [])],
  }
}
