import type { Clause, ParsedQuery } from '../query.ts'
import { all, anyOf, clauseFilter, fieldsFilter, type Level, type Phrases } from './filters.ts'

/** A filter for what meets all demands of a query; empty when nothing is asked for. A passage cannot tell what is excluded. */
export function matchFilter(parsed: ParsedQuery, level: Level, phrases: Phrases): string {
  return all([wordsFilter(parsed.include, level, phrases), unwantedFilter(parsed, level, phrases)])
}

/** A filter for what holds an excluded word. */
export function excludedFilter({ exclude }: ParsedQuery, phrases: Phrases): string {
  return anyOf(exclude.map((clause) => clauseFilter(clause, 'statements', phrases)))
}

function wordsFilter(include: readonly Clause[], level: Level, phrases: Phrases): string {
  return all(include.map((clause) => clauseFilter(clause, level, phrases)))
}

function unwantedFilter(parsed: ParsedQuery, level: Level, phrases: Phrases): string {
  const unwanted = level === 'passages' || parsed.exclude.length === 0
  return all([unwanted ? null : `NOT (${excludedFilter(parsed, phrases)})`, fieldsFilter(parsed)])
}
