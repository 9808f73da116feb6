import type { Demands, FieldClause } from '../query.ts'
import { anyExpression } from './expression.ts'
import type { IndexDatabase } from './schema.ts'

/** Of these statements, those whose speakers and places meet the demands, in the same order. */
export function meetFields(
  db: IndexDatabase,
  generation: number,
  ids: readonly number[],
  { include, exclude }: Demands<FieldClause>,
): readonly number[] {
  const table = `fd_${generation}`
  const select = db.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).pluck()
  const meeting = (expression: string) => new Set(select.all(expression) as number[])
  let left = ids
  if (include.length > 0) {
    const wanted = meeting(include.map(fieldExpression).join(' AND '))
    left = left.filter((id) => wanted.has(id))
  }
  if (exclude.length > 0) {
    const unwanted = meeting(exclude.map(fieldExpression).join(' OR '))
    left = left.filter((id) => !unwanted.has(id))
  }
  return left
}

function fieldExpression(clause: FieldClause): string {
  return `${clause.field} : (${anyExpression([clause], clause.field)})`
}
