/** How a revision, or one passage of it, is cited: `GV-2026-000042 (r3)`, `GV-2026-000042 §17 (r3)`. */
export function citationOf(reference: string, revision: number, passage?: number): string {
  return passage === undefined
    ? `${reference} (r${revision})`
    : `${reference} §${passage} (r${revision})`
}

/** The permanent path of a revision or of one passage of it, without a language prefix. */
export function permanentPath(reference: string, revision: number, passage?: number): string {
  return `/statements/${reference}/r${revision}${passage === undefined ? '' : `#p${passage}`}`
}

/** Revision number of an address's last part, `r3`; null for anything else. */
export function readRevisionPart(part: string): number | null {
  const match = /^r([1-9]\d{0,5})$/.exec(part)
  return match ? Number(match[1]) : null
}
