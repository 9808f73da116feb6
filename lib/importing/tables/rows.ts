/** One row of a table on its way to a record. */
export interface TableRow {
  /** As a spreadsheet program counts: the head is row 1. Of JSON lines and XML: the place of the record. */
  row: number
  /** 1-based line in the file, where it has lines. */
  line: number | null
  /** By column, as text; a list where the format itself holds several values. Empty cells are left out. */
  cells: Map<string, string | string[]>
  /** What was found while the row was read. */
  problems: CellProblem[]
}

/** Something to say about one cell, in place; `reason` is a message key under `import-table.problems`. */
export interface CellProblem {
  row: number
  /** Empty: the row as a whole. */
  column: string
  /** An error keeps its record from becoming a draft; a notice only tells. */
  weight: 'error' | 'notice'
  reason: string
  /** The offending text, at most 200 characters. */
  value: string
  /** The nearest values that would be understood, best first. */
  proposals: { code: string; en: string; fa: string }[]
  /** What else the message says. */
  about?: string | number
}

const VALUE_CHARACTERS = 200

/** Something to say about a cell; errors unless told otherwise. */
export function problemAt(
  row: number,
  column: string,
  reason: string,
  value: string,
  rest: Partial<CellProblem> = {},
): CellProblem {
  return {
    row,
    column,
    weight: 'error',
    reason,
    value: value.slice(0, VALUE_CHARACTERS),
    proposals: [],
    ...rest,
  }
}

/** Heads of columns, each once: trimmed, unnamed ones by their number, a second “Name” as “Name (2)”. */
export function nameColumns(heads: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return heads.map((head, index) => {
    const name = head.replace(/\s+/gu, ' ').trim().slice(0, 480) || `#${index + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** Text that a spreadsheet program might run as a formula; here it is never anything but text. */
export function looksLikeFormula(text: string): boolean {
  return /^\s*(?:=\S|[@+-]\S[^\n]*[(!|])/u.test(text)
}
