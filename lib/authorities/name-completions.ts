import { and, eq, inArray } from 'drizzle-orm'
import { revisionAuthorities, statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { visibleTo } from '#lib/statements/policy.ts'
import type { AuthorityKind } from '#lib/statements/vocabularies.ts'
import type { Viewer } from '#lib/viewer.ts'
import { type NameEnding, readNameTable } from './name-table.ts'

/** Records looked up in one query. */
const STEP = 200

/**
 * Names of records that hold these words side by side, of the last one the beginning: those that begin with them first.
 * Only of records that a statement readable by this viewer names.
 */
export function completeNames(
  viewer: Viewer,
  words: readonly string[],
  most: number,
  kind?: AuthorityKind,
): string[] {
  const beginning = words.join(' ')
  if (beginning === '') return []
  const candidates = endingsFrom(beginning)
    .filter((ending) => kind === undefined || ending.kind === kind)
    .sort((a, b) => Math.sign(a.from) - Math.sign(b.from))
  const found = new Set<string>()
  for (let from = 0; from < candidates.length && found.size < most; from += STEP) {
    const step = candidates.slice(from, from + STEP)
    const readable = readableIds(
      viewer,
      step.map(({ id }) => id),
    )
    for (const { id, name } of step) {
      if (found.size < most && readable.has(id)) found.add(name)
    }
  }
  return [...found]
}

function endingsFrom(beginning: string): NameEnding[] {
  const { endings } = readNameTable()
  let low = 0
  let high = endings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (endings[middle]!.words < beginning) low = middle + 1
    else high = middle
  }
  const found: NameEnding[] = []
  for (let at = low; at < endings.length && endings[at]!.words.startsWith(beginning); at++) {
    found.push(endings[at]!)
  }
  return found
}

function readableIds(viewer: Viewer, ids: readonly string[]): Set<string> {
  const rows = database()
    .selectDistinct({ id: revisionAuthorities.authorityId })
    .from(statements)
    .innerJoin(
      revisionAuthorities,
      eq(revisionAuthorities.revisionId, statements.publishedRevisionId),
    )
    .where(
      and(
        inArray(revisionAuthorities.authorityId, [...ids]),
        visibleTo(viewer, new Date().toISOString()),
      ),
    )
    .all()
  return new Set(rows.map(({ id }) => id))
}
