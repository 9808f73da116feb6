import { count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { importItems, imports } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { namesOfUsers } from '#lib/people/names.ts'
import { userIdOf, type Viewer } from '#lib/viewer.ts'
import { type ItemCounts, noItems } from './items.ts'
import type { ImportState } from './lease.ts'
import { canReadImport, requireImporter } from './policy.ts'
import { type ImportSummary, presentSummary } from './queries.ts'

/** One page of the viewer's imports (admins: of everybody's), newest first. @throws AppError unauthenticated, forbidden */
export function listImports(
  viewer: Viewer,
  { page, perPage } = { page: 1, perPage: 50 },
): ImportSummary[] {
  const rows = database()
    .select()
    .from(imports)
    .where(readableBy(viewer))
    .orderBy(desc(imports.createdAt), sql`${imports}.rowid desc`)
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all()
  const counts = countByImport(rows.map((row) => row.id))
  const names = namesOfUsers(rows.map((row) => row.createdBy))
  return rows.map((row) => presentSummary(viewer, row, counts.get(row.id) ?? noItems(), names))
}

/** What is to be known of all the viewer's imports, whichever page of them is looked at. */
export interface ImportsOverview {
  total: number
  /** Whether any of them is being read, made or undone. */
  isWorking: boolean
  /** The viewer's own that wait for their preview to be looked at, newest first. */
  ready: { importId: string; version: number }[]
}

/** @throws AppError unauthenticated, forbidden */
export function countImports(viewer: Viewer): ImportsOverview {
  const rows = database()
    .select({
      importId: imports.id,
      version: imports.version,
      state: imports.state,
      createdBy: imports.createdBy,
    })
    .from(imports)
    .where(readableBy(viewer))
    .orderBy(desc(imports.createdAt), sql`${imports}.rowid desc`)
    .all()
  return {
    total: rows.length,
    isWorking: rows.some(({ state }) => WORKING.includes(state)),
    ready: rows
      .filter(({ state, createdBy }) => state === 'ready' && createdBy === userIdOf(viewer))
      .map(({ importId, version }) => ({ importId, version })),
  }
}

const WORKING: readonly ImportState[] = ['uploaded', 'running', 'undoing']

/** The same as `canReadImport`, as a condition; nothing for admins, who read all. */
function readableBy(viewer: Viewer): SQL | undefined {
  const id = requireImporter(viewer)
  return canReadImport(viewer, '') ? undefined : eq(imports.createdBy, id)
}

function countByImport(ids: readonly string[]): Map<string, ItemCounts> {
  const found = new Map<string, ItemCounts>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = database()
      .select({ id: importItems.importId, status: importItems.status, count: count() })
      .from(importItems)
      .where(inArray(importItems.importId, ids.slice(from, from + 500)))
      .groupBy(importItems.importId, importItems.status)
      .all()
    for (const row of rows) {
      found.set(row.id, { ...(found.get(row.id) ?? noItems()), [row.status]: row.count })
    }
  }
  return found
}
