import { asc, eq, inArray } from 'drizzle-orm'
import { importChanges, importItems, revisions, statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { notFound } from '#lib/errors.ts'
import { namesOfUsers } from '#lib/people/names.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import type { Passage } from '#lib/statements/model.ts'
import { can } from '#lib/statements/policy.ts'
import { userIdOf, type Viewer } from '#lib/viewer.ts'
import type { ImportChoices } from './choices.ts'
import { countDone, countItems, type ItemCounts, type ItemOutcome } from './items.ts'
import { openChoices, withoutNames } from './kept-choices.ts'
import type { ImportKind } from './kinds.ts'
import { findImport, type ImportRow, type ImportState } from './lease.ts'
import type { ImportedDocument } from './plan.ts'
import { canReadImport, requireImporter } from './policy.ts'
import type { ImportPreview } from './preview.ts'
import { countUntouched } from './untouched.ts'
import { readKeptPreview } from './uploads.ts'

/** How far an import has come: what its page asks for again and again. */
export interface ImportProgress {
  state: ImportState
  version: number
  /** Records done, of those in the file; null until the file has been read. */
  done: number
  total: number | null
  /** Records a second since it was last started or resumed; null until that can be told. */
  perSecond: number | null
  secondsLeft: number | null
  /** Why it failed or was paused by itself: a message key under `errors` with its values. */
  failure: { reason: string; values: Record<string, string | number> } | null
}

export interface ImportSummary extends ImportProgress {
  id: string
  /** Null until the file has been read. */
  kind: ImportKind | null
  fileName: string
  fileBytes: number
  createdAt: string
  finishedAt: string | null
  createdByName: string
  /** Whether the viewer made it: only they go on with it. */
  isOwn: boolean
  counts: ItemCounts
}

export interface ImportItem extends ItemOutcome {
  /** Its place in the file, from 0. */
  position: number
  /** Whether a change of it waits to be taken or left (`readChange`). */
  isOpenChange: boolean
  /** Title of the draft, where there is one that the viewer may see. */
  title: string | null
  extras: Record<string, unknown>
}

export interface ImportReport extends ImportSummary {
  fileSha256: string
  choices: ImportChoices
  /** One page of its records. */
  items: ImportItem[]
  itemCount: number
  /** Drafts that can be deleted together now. */
  untouched: number
  /** A press report with the places of its passages, while any of its drafts is there. */
  document: (ImportedDocument & { text: string; passages: ImportedPassage[] }) | null
}

export interface ImportedPassage {
  reference: string
  /** Number of the draft among those of its import, from 1. */
  draft: number
  start: number
  end: number
  form: 'quoted' | 'reported'
}

/**
 * One import with a page of its records, from page 1.
 * @throws AppError unauthenticated, forbidden, not_found
 */
export function readImport(
  viewer: Viewer,
  id: string,
  { page, perPage } = { page: 1, perPage: 100 },
): ImportReport {
  const row = requireReadable(viewer, id)
  const items = database()
    .select()
    .from(importItems)
    .where(eq(importItems.importId, id))
    .orderBy(asc(importItems.position))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all()
  const titles = readTitles(viewer, items)
  const isOwn = userIdOf(viewer) === row.createdBy
  const open = openChanges(items)
  const counts = countItems(database(), id)
  return {
    ...presentSummary(viewer, row, counts, namesOfUsers([row.createdBy])),
    fileSha256: row.fileSha256,
    choices: openChoices(row.id, isOwn ? row.choices : withoutNames(row.choices)),
    items: items.map((item) => ({
      ...presentItem(viewer, item, titles),
      isOpenChange: open.has(item.id),
    })),
    itemCount: Object.values(counts).reduce((sum, some) => sum + some, 0),
    untouched: countUntouched(database(), viewer, id),
    document: readDocument(viewer, row),
  }
}

/** How far an import has come. @throws AppError unauthenticated, forbidden, not_found */
export function readProgress(viewer: Viewer, id: string): ImportProgress {
  return presentProgress(requireReadable(viewer, id))
}

/**
 * What the file of an import would become, as it was read by its present choices; null while it is not ready.
 * @throws AppError unauthenticated, forbidden; not_found for all but who made the import
 */
export async function readPreview(viewer: Viewer, id: string): Promise<ImportPreview | null> {
  const row = requireReadable(viewer, id)
  if (userIdOf(viewer) !== row.createdBy) throw notFound(`the preview of import ${id}`)
  if (row.state !== 'ready') return null
  const preview = (await readKeptPreview(id)) as ImportPreview | null
  // Earlier versions kept previews that told of no sealed columns.
  if (preview?.view.table !== undefined) preview.view.table.sealed ??= []
  for (const file of preview?.view.bag?.files ?? []) file.sealed ??= []
  return preview
}

function requireReadable(viewer: Viewer, id: string): ImportRow {
  requireImporter(viewer)
  const row = findImport(database(), id)
  if (row === null || !canReadImport(viewer, row.createdBy)) throw notFound(`import ${id}`)
  return row
}

type ItemRow = typeof importItems.$inferSelect

function presentProgress(row: ImportRow, now = Date.now()): ImportProgress {
  const done = countDone(database(), row.id)
  const seconds = row.runStartedAt === null ? 0 : (now - Date.parse(row.runStartedAt)) / 1_000
  const doneNow = done - row.runStartedDone
  const isTold = row.state === 'running' && seconds > 0 && doneNow > 0
  const perSecond = isTold ? doneNow / seconds : null
  return {
    state: row.state,
    version: row.version,
    done,
    total: row.total,
    perSecond,
    secondsLeft:
      perSecond === null || row.total === null ? null : Math.ceil((row.total - done) / perSecond),
    failure: row.failure,
  }
}

/** What lists and reports tell of an import. */
export function presentSummary(
  viewer: Viewer,
  row: ImportRow,
  counts: ItemCounts,
  names: Map<string, string>,
): ImportSummary {
  return {
    ...presentProgress(row),
    id: row.id,
    kind: row.kind === '' ? null : (row.kind as ImportKind),
    fileName: row.fileName,
    fileBytes: row.fileBytes,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    createdByName: names.get(row.createdBy) ?? '',
    isOwn: userIdOf(viewer) === row.createdBy,
    counts,
  }
}

/** Titles of drafts that are there and that the viewer may read, by statement id. */
function readTitles(viewer: Viewer, items: readonly ItemRow[]) {
  const ids = items.map((item) => item.statementId).filter((id) => id !== null)
  const rows = database()
    .select({
      id: statements.id,
      reference: statements.reference,
      ownerId: statements.ownerId,
      title: revisions.titleAny,
    })
    .from(statements)
    .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
    .where(inArray(statements.id, ids))
    .all()
  const readable = rows.filter((row) => canReadImport(viewer, row.ownerId))
  return new Map(readable.map((row) => [row.id, row]))
}

function openChanges(items: readonly ItemRow[]): Set<string> {
  const ids = items.filter((item) => item.status === 'changed').map((item) => item.id)
  const rows = database()
    .select({ id: importChanges.itemId })
    .from(importChanges)
    .where(inArray(importChanges.itemId, ids))
    .all()
  return new Set(rows.map(({ id }) => id))
}

function presentItem(
  viewer: Viewer,
  item: ItemRow,
  titles: ReturnType<typeof readTitles>,
): Omit<ImportItem, 'isOpenChange'> {
  const draft = item.statementId === null ? undefined : titles.get(item.statementId)
  const isEarlier = item.status === 'skipped' || item.status === 'changed'
  const reference = draft?.reference ?? (isEarlier ? knownReference(viewer, item.reference) : null)
  return {
    position: item.position,
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

function readDocument(viewer: Viewer, row: ImportRow): ImportReport['document'] {
  if (row.text === null || row.document === null) return null
  const drafts = database()
    .select({
      reference: statements.reference,
      ownerId: statements.ownerId,
      content: revisions.content,
    })
    .from(importItems)
    .innerJoin(statements, eq(statements.id, importItems.statementId))
    .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
    .where(eq(importItems.importId, row.id))
    .orderBy(asc(importItems.position))
    .all()
    .filter((draft) => canReadImport(viewer, draft.ownerId))
  const passages = drafts.flatMap(({ reference, content }, index) =>
    readPassages(content).flatMap(({ origin, form }) =>
      origin === null ? [] : [{ reference, draft: index + 1, form: form ?? 'quoted', ...origin }],
    ),
  )
  passages.sort((a, b) => a.start - b.start)
  return { ...(row.document as ImportedDocument), text: row.text, passages }
}

function readPassages(content: string): Passage[] {
  return (JSON.parse(content) as { text: { passages: Passage[] } }).text.passages
}
