import type { Clause, Sequence } from '../query.ts'

/**
 * An FTS5 query of which one clause must be met, in these columns. Forms hold letters and digits alone, so that
 * quoting them is enough.
 */
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
