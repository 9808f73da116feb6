import type { TableRow } from './rows.ts'

/** How a table was read, to be looked at and corrected. */
export interface TableFacts {
  format: 'csv' | 'xlsx' | 'jsonl' | 'xml'
  delimiter?: string
  sheets?: string[]
  sheet?: string
  headRow?: number
}

/** A table being read: its columns, and its rows one after another. */
export interface OpenTable {
  facts: TableFacts
  columns: string[]
  rows: AsyncIterable<TableRow> | Iterable<TableRow>
}

/** More columns than any archive's table has. */
export const COLUMNS_MAX = 500

/** Rows that are looked at to find the head, since a title or a note may stand above it. */
const HEAD_SEARCH_ROWS = 20

/** The place of the head among the first rows: the first that is filled nearly as far as the fullest. */
export function findHead(rows: readonly (readonly string[])[]): number {
  const filled = rows
    .slice(0, HEAD_SEARCH_ROWS)
    .map((row) => row.filter((cell) => cell.trim() !== '').length)
  const most = Math.max(0, ...filled)
  return Math.max(
    0,
    filled.findIndex((count) => count > 0 && count >= most * 0.6),
  )
}
