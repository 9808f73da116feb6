import type { Demands, FieldClause } from '../query.ts'
import type { StatementColumns } from './columns.ts'
import { anyExpression } from './expression.ts'
import type { Reading } from './schema.ts'

/** Of these statements, those whose speakers and places meet the demands, in the same order. */
export function meetFields(
  db: Reading,
  columns: StatementColumns,
  slots: Int32Array,
  { include, exclude }: Demands<FieldClause>,
): Int32Array {
  const table = `fd_${columns.generation}`
  const meeting = (expression: string) => {
    const select = db.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).pluck()
    return new Set(select.all(expression) as number[])
  }
  let left = slots
  if (include.length > 0) {
    const wanted = meeting(include.map(fieldExpression).join(' AND '))
    left = left.filter((slot) => wanted.has(columns.idOf(slot)))
  }
  if (exclude.length > 0) {
    const unwanted = meeting(exclude.map(fieldExpression).join(' OR '))
    left = left.filter((slot) => !unwanted.has(columns.idOf(slot)))
  }
  return left
}

function fieldExpression(clause: FieldClause): string {
  return `${clause.field} : (${anyExpression([clause], clause.field)})`
}
