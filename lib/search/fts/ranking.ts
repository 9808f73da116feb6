import type { Clause } from '../query.ts'
import { matchExpression, PASSAGE_ORDERED, STATEMENT_ORDERED } from './expression.ts'
import { type IndexDatabase, PASSAGE_STRIDE } from './schema.ts'

/** So many rows are ranked by relevance; beyond it the result is said to be bounded. */
export const RANKED_ROWS_MAX = 60_000
/** Titles weigh most, then names, then the text; other spellings of a word count like the word. */
const STATEMENT_WEIGHTS = '4.0, 2.0, 1.0, 1.0'
/** A statement's other passages in which the words stand together add a little to its best one. */
const FURTHER_PASSAGE_WEIGHT = 0.1

export interface Ranking {
  /** Statement ids, best first. */
  ids: number[]
  bounded: boolean
}

/**
 * The best of the selected statements, at least `wanted` of them: words together in one passage before words
 * scattered over the statement; inside each, by BM25; ties by id.
 */
export function rankStatements(
  db: IndexDatabase,
  generation: number,
  include: readonly Clause[],
  selected: readonly number[],
  wanted: number,
): Ranking {
  const isSelected = new Set(selected)
  const oneWord = include.length === 1 && include[0]!.any.every((way) => way.length === 1)
  if (oneWord) return rankWhole(db, generation, include, isSelected, wanted)
  const together = rankTogether(db, generation, include, isSelected)
  if (together.ids.length >= Math.min(wanted, selected.length)) return together
  for (const id of together.ids) isSelected.delete(id)
  const rest = rankWhole(db, generation, include, isSelected, wanted - together.ids.length)
  return { ids: [...together.ids, ...rest.ids], bounded: together.bounded || rest.bounded }
}

/** Statements with all words in one passage, by their best passage. */
function rankTogether(
  db: IndexDatabase,
  generation: number,
  include: readonly Clause[],
  isSelected: ReadonlySet<number>,
): Ranking {
  const table = `pg_${generation}`
  const rows = db
    .prepare(`SELECT rowid, bm25(${table}) FROM ${table} WHERE ${table} MATCH ? LIMIT ?`)
    .raw()
    .all(matchExpression(include, [], PASSAGE_ORDERED), RANKED_ROWS_MAX) as [number, number][]
  const scores = new Map<number, number>()
  for (const [rowid, bm25] of rows) {
    const id = Math.floor(rowid / PASSAGE_STRIDE)
    if (!isSelected.has(id)) continue
    const score = -bm25
    const known = scores.get(id)
    if (known === undefined) scores.set(id, score)
    else {
      const [high, low] = score > known ? [score, known] : [known, score]
      scores.set(id, high + low * FURTHER_PASSAGE_WEIGHT)
    }
  }
  const ids = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id)
  return { ids, bounded: rows.length >= RANKED_ROWS_MAX }
}

/** Statements by their whole text. */
function rankWhole(
  db: IndexDatabase,
  generation: number,
  include: readonly Clause[],
  isSelected: ReadonlySet<number>,
  wanted: number,
): Ranking {
  const table = `st_${generation}`
  const rows = db
    .prepare(
      `SELECT rowid FROM (
         SELECT rowid, bm25(${table}, ${STATEMENT_WEIGHTS}) AS score FROM ${table}
         WHERE ${table} MATCH ? LIMIT ?
       ) ORDER BY score, rowid`,
    )
    .pluck()
    .iterate(
      matchExpression(include, [], STATEMENT_ORDERED),
      RANKED_ROWS_MAX,
    ) as IterableIterator<number>
  const ids: number[] = []
  let seen = 0
  for (const id of rows) {
    seen++
    if (isSelected.has(id)) ids.push(id)
    if (ids.length >= wanted) break
  }
  return { ids, bounded: seen >= RANKED_ROWS_MAX }
}
