import type { Clause, Sequence } from '../query.ts'

/** The parts of an FTS5 table in which words keep their order; phrases are looked for there alone. */
export const STATEMENT_ORDERED = 'head names body'
export const PASSAGE_ORDERED = 'body'

/**
 * An FTS5 query of which all clauses must be met, and none of the excluded; null when nothing is asked for.
 * Forms hold letters and digits alone, so that quoting them is enough.
 */
export function matchExpression(
  include: readonly Clause[],
  exclude: readonly Clause[],
  ordered: string,
): string | null {
  if (include.length === 0) return null
  const wanted = include.map((clause) => clauseExpression(clause, ordered)).join(' AND ')
  if (exclude.length === 0) return wanted
  return `(${wanted}) NOT (${anyExpression(exclude, ordered)})`
}

/** An FTS5 query of which one clause must be met. */
export function anyExpression(clauses: readonly Clause[], ordered: string): string {
  return clauses.map((clause) => clauseExpression(clause, ordered)).join(' OR ')
}

function clauseExpression(clause: Clause, ordered: string): string {
  const ways = clause.any.map((sequences) => {
    const all = sequences.map((sequence) => sequenceExpression(sequence, ordered)).join(' AND ')
    return sequences.length > 1 ? `(${all})` : all
  })
  return ways.length > 1 ? `(${ways.join(' OR ')})` : ways[0]!
}

function sequenceExpression({ forms, prefix }: Sequence, ordered: string): string {
  const phrase = `"${forms.join(' ')}"${prefix ? ' *' : ''}`
  return forms.length > 1 ? `{${ordered}} : ${phrase}` : phrase
}
