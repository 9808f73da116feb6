import { eq, max, sql } from 'drizzle-orm'
import { authorities, authorityNames } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import type { AuthorityKind } from '#lib/statements/vocabularies.ts'
import { tokenise } from '#lib/text/tokenise.ts'

/** A name from one of its words on, to find it by the beginning of any of them. */
export interface NameEnding {
  /** Normalised words, with a space between them. */
  words: string
  /** Which word of the name it begins with, from 0. */
  from: number
  name: string
  id: string
  kind: AuthorityKind
}

interface NameTable {
  state: string
  /** Normalised name → records that bear it. */
  ids: ReadonlyMap<string, ReadonlySet<string>>
  /** Sorted by their words. */
  endings: readonly NameEnding[]
}
let table: NameTable | null = null

/**
 * The names of all records, whoever may see them: what comes of it has to be looked for in what the viewer may read.
 * Kept in memory, and read again when a record has changed.
 */
export function readNameTable(): Pick<NameTable, 'ids' | 'endings'> {
  const row = database()
    .select({
      count: sql<number>`count(*)`,
      versions: sql<number>`sum(${authorities.version})`,
      last: max(authorities.updatedAt),
    })
    .from(authorities)
    .get()
  const state = JSON.stringify(row)
  if (table === null || table.state !== state) table = { state, ...readNames() }
  return table
}

function readNames(): Omit<NameTable, 'state'> {
  const ids = new Map<string, Set<string>>()
  const endings: NameEnding[] = []
  const rows = database()
    .select({ id: authorityNames.authorityId, name: authorityNames.name, kind: authorities.kind })
    .from(authorityNames)
    .innerJoin(authorities, eq(authorities.id, authorityNames.authorityId))
    .all()
  for (const { id, name, kind } of rows) {
    const words = tokenise(name).flatMap(({ parts }) => parts)
    const key = words.join(' ')
    const known = ids.get(key)
    if (known === undefined) ids.set(key, new Set([id]))
    else known.add(id)
    words.forEach((_, from) => {
      endings.push({ words: words.slice(from).join(' '), from, name, id, kind })
    })
  }
  endings.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0))
  return { ids, endings }
}
