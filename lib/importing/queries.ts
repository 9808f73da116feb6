import { asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { importItems, imports, revisions, statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { notFound } from '#lib/errors.ts'
import { namesOfUsers } from '#lib/people/names.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import type { Passage } from '#lib/statements/model.ts'
import { can } from '#lib/statements/policy.ts'
import { userIdOf, type Viewer } from '#lib/viewer.ts'
import type { ItemOutcome, ItemStatus } from './commands.ts'
import type { ImportedDocument, ImportKind } from './plan.ts'
import { canReadImport, requireImporter } from './policy.ts'
import { isUntouched } from './untouched.ts'

export interface ImportSummary {
  id: string
  kind: ImportKind
  fileName: string
  createdAt: string
  /** Null: it was stopped in the middle; the same file again goes on from there. */
  finishedAt: string | null
  createdByName: string
  counts: Record<ItemStatus, number>
}

export interface ImportReport extends ImportSummary {
  fileSha256: string
  /** Whether the viewer made it, and may take it back. */
  isOwn: boolean
  items: (ItemOutcome & {
    /** Title of the draft, where there is one that the viewer may see. */
    title: string | null
    extras: Record<string, unknown>
  })[]
  /** Drafts that can be deleted together now. */
  untouched: number
  /** A press report with the places of its passages, while any of its drafts is there. */
  document: (ImportedDocument & { text: string; passages: ImportedPassage[] }) | null
}

export interface ImportedPassage {
  reference: string
  start: number
  end: number
  form: 'quoted' | 'reported'
}

/** Imports of the viewer (admins: of everybody), newest first. @throws AppError unauthenticated, forbidden */
export function listImports(viewer: Viewer): ImportSummary[] {
  requireImporter(viewer)
  const rows = database()
    .select()
    .from(imports)
    .orderBy(desc(imports.createdAt))
    .all()
    .filter((row) => canReadImport(viewer, row.createdBy))
  const counts = countByImport(rows.map((row) => row.id))
  const names = namesOfUsers(rows.map((row) => row.createdBy))
  return rows.map((row) => presentSummary(row, counts.get(row.id), names))
}

/** One import with what became of each record. @throws AppError unauthenticated, forbidden, not_found */
export function readImport(viewer: Viewer, id: string): ImportReport {
  requireImporter(viewer)
  const row = database().select().from(imports).where(eq(imports.id, id)).get()
  if (!row || !canReadImport(viewer, row.createdBy)) throw notFound(`import ${id}`)
  const items = database()
    .select()
    .from(importItems)
    .where(eq(importItems.importId, id))
    .orderBy(asc(importItems.position))
    .all()
  const created = items.filter((item) => item.status === 'created')
  const readable = readableDrafts(viewer, created, row.text !== null)
  return {
    ...presentSummary(row, countByImport([id]).get(id), namesOfUsers([row.createdBy])),
    fileSha256: row.fileSha256,
    isOwn: userIdOf(viewer) === row.createdBy,
    items: items.map((item) => presentItem(viewer, item, readable)),
    untouched: created.filter((item) => isUntouched(database(), viewer, item.reference)).length,
    document: presentDocument(row, [...readable.values()]),
  }
}

type ImportRow = typeof imports.$inferSelect
type ItemRow = typeof importItems.$inferSelect
interface ReadableDraft {
  reference: string
  title: string
  passages: Passage[]
}

function countByImport(ids: readonly string[]): Map<string, Partial<Record<ItemStatus, number>>> {
  const found = new Map<string, Partial<Record<ItemStatus, number>>>()
  if (ids.length === 0) return found
  const rows = database()
    .select({ id: importItems.importId, status: importItems.status, count: count() })
    .from(importItems)
    .where(inArray(importItems.importId, [...ids]))
    .groupBy(importItems.importId, importItems.status)
    .all()
  for (const row of rows) found.set(row.id, { ...found.get(row.id), [row.status]: row.count })
  return found
}

function presentSummary(
  row: ImportRow,
  counts: Partial<Record<ItemStatus, number>> | undefined,
  names: Map<string, string>,
): ImportSummary {
  return {
    id: row.id,
    kind: row.kind as ImportKind,
    fileName: row.fileName,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    createdByName: names.get(row.createdBy) ?? '',
    counts: { created: 0, skipped: 0, failed: 0, changed: 0, deleted: 0, ...counts },
  }
}

/** Drafts of an import that are there and that the viewer may read, by statement id. */
function readableDrafts(
  viewer: Viewer,
  items: readonly ItemRow[],
  withPassages: boolean,
): Map<number, ReadableDraft> {
  const found = new Map<number, ReadableDraft>()
  const ids = items.map((item) => item.statementId).filter((id) => id !== null)
  for (let from = 0; from < ids.length; from += 500) {
    const rows = database()
      .select({
        id: statements.id,
        reference: statements.reference,
        ownerId: statements.ownerId,
        title: revisions.titleAny,
        content: withPassages ? revisions.content : sql<string>`''`,
      })
      .from(statements)
      .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
      .where(inArray(statements.id, ids.slice(from, from + 500)))
      .all()
    for (const row of rows) {
      if (!canReadImport(viewer, row.ownerId)) continue
      const passages = withPassages ? readPassages(row.content) : []
      found.set(row.id, { reference: row.reference, title: row.title, passages })
    }
  }
  return found
}

function readPassages(content: string): Passage[] {
  return (JSON.parse(content) as { text: { passages: Passage[] } }).text.passages
}

function presentItem(viewer: Viewer, item: ItemRow, readable: Map<number, ReadableDraft>) {
  const draft = item.statementId === null ? undefined : readable.get(item.statementId)
  const isEarlier = item.status === 'skipped' || item.status === 'changed'
  const reference = draft?.reference ?? (isEarlier ? knownReference(viewer, item.reference) : null)
  return {
    record: item.record,
    status: item.status,
    reference,
    title: draft?.title ?? null,
    reason: item.reason,
    line: item.line,
    field: item.field,
    extras: item.extras,
  }
}

/** An earlier draft may have gone, or passed to somebody else, since the import named it. */
function knownReference(viewer: Viewer, reference: string | null): string | null {
  const found = reference === null ? null : findStatement(database(), reference)
  return found !== null && can(viewer, 'read_work', found.facts) ? reference : null
}

function presentDocument(
  row: ImportRow,
  drafts: readonly ReadableDraft[],
): ImportReport['document'] {
  if (row.text === null || row.document === null) return null
  const passages = drafts.flatMap((draft) =>
    draft.passages.flatMap((passage) =>
      passage.origin === null
        ? []
        : [{ reference: draft.reference, form: passage.form ?? 'quoted', ...passage.origin }],
    ),
  )
  passages.sort((a, b) => a.start - b.start)
  return { ...(row.document as ImportedDocument), text: row.text, passages }
}
