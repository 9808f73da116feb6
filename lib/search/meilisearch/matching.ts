import type { Clause, ParsedQuery, Sequence } from '../query.ts'
import { all, anyOf, clauseFilter, fieldsFilter, type Level, type Phrases } from './filters.ts'

/** A filter for what meets all demands of a query; empty when nothing is asked for. A passage cannot tell what is excluded. */
export function matchFilter(parsed: ParsedQuery, level: Level, phrases: Phrases): string {
  return all([wordsFilter(parsed.include, level, phrases), unwantedFilter(parsed, level, phrases)])
}

/** A filter for what holds an excluded word. */
export function excludedFilter({ exclude }: ParsedQuery, phrases: Phrases): string {
  return anyOf(exclude.map((clause) => clauseFilter(clause, 'statements', phrases)))
}

/** Demands that the same phrases meet name the places of those, of which there may be hundreds, once. */
function wordsFilter(include: readonly Clause[], level: Level, phrases: Phrases): string {
  const filterOf = (clause: Clause) => clauseFilter(clause, level, phrases)
  const groups = Map.groupBy(include, ({ any }) => phrasesAmong(any).map(keyOf).sort().join('|'))
  return all(
    [...groups.values()].map((clauses) => {
      const shared = phrasesAmong(clauses[0]!.any)
      const apart = clauses.map(({ any, ...clause }) => ({
        ...clause,
        any: any.filter((way) => !isPhrase(way)),
      }))
      const isShared = clauses.length > 1 && shared.length > 0
      // A demand that phrases alone meet has nothing beside them.
      if (!isShared || apart.some(({ any }) => any.length === 0)) return all(clauses.map(filterOf))
      return anyOf([all(apart.map(filterOf)), filterOf({ any: shared, quoted: false })])
    }),
  )
}

function phrasesAmong(any: Clause['any']): Clause['any'] {
  return any.filter(isPhrase)
}

function isPhrase(way: readonly Sequence[]): boolean {
  return way.some(({ forms }) => forms.length > 1)
}

function keyOf(way: readonly Sequence[]): string {
  return way.map(({ forms, prefix }) => `${forms.join(' ')}${prefix ? '*' : ''}`).join('+')
}

function unwantedFilter(parsed: ParsedQuery, level: Level, phrases: Phrases): string {
  const unwanted = level === 'passages' || parsed.exclude.length === 0
  return all([unwanted ? null : `NOT (${excludedFilter(parsed, phrases)})`, fieldsFilter(parsed)])
}
