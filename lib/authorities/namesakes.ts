import { and, eq, inArray } from 'drizzle-orm'
import { authorityNames, revisionAuthorities, statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { visibleTo } from '#lib/statements/policy.ts'
import type { Viewer } from '#lib/viewer.ts'
import { readNameTable } from './name-table.ts'

/** A name of a record that was asked for, by its normalised words, and the record's other names. */
export interface RecordName {
  words: readonly string[]
  names: readonly string[]
}

/** Longer names are not looked for. */
const NAME_WORDS_MAX = 8
/** Records that share one name. */
const RECORDS_MAX = 20

/**
 * Records of which these words, side by side, are a name, with all their names: those that a statement readable by
 * this viewer names, and no others.
 */
export function findNamesakes(viewer: Viewer, words: readonly string[]): RecordName[] {
  const { ids } = readNameTable()
  const borne = new Map<string, readonly string[][]>()
  for (let from = 0; from < words.length; from++) {
    const longest = Math.min(words.length, from + NAME_WORDS_MAX)
    for (let to = from + 1; to <= longest; to++) {
      const run = words.slice(from, to)
      for (const id of ids.get(run.join(' ')) ?? []) {
        borne.set(id, [...(borne.get(id) ?? []), run])
      }
    }
  }
  if (borne.size === 0) return []
  const names = readableNames(viewer, [...borne.keys()].slice(0, RECORDS_MAX))
  return [...borne].flatMap(([id, runs]) => {
    const others = names.get(id)
    return others === undefined ? [] : runs.map((run) => ({ words: run, names: others }))
  })
}

function readableNames(viewer: Viewer, ids: readonly string[]): Map<string, string[]> {
  const rows = database()
    .selectDistinct({ id: authorityNames.authorityId, name: authorityNames.name })
    .from(statements)
    .innerJoin(
      revisionAuthorities,
      eq(revisionAuthorities.revisionId, statements.publishedRevisionId),
    )
    .innerJoin(authorityNames, eq(authorityNames.authorityId, revisionAuthorities.authorityId))
    .where(
      and(
        inArray(revisionAuthorities.authorityId, [...ids]),
        visibleTo(viewer, new Date().toISOString()),
      ),
    )
    .all()
  const names = new Map<string, string[]>()
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name])
  return names
}
