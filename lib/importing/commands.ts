import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { importItems, imports, statements } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { database, type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { findOrInsertOccasion } from '#lib/occasions/commands.ts'
import { findOrInsertSource } from '#lib/sources/commands.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import { deleteDraftIn, insertStatement } from '#lib/statements/drafting.ts'
import { consentSchema, witnessIdentitySchema } from '#lib/statements/model.ts'
import { can } from '#lib/statements/policy.ts'
import type { Viewer } from '#lib/viewer.ts'
import type { ImportedDocument, ImportPlan, PlannedDraft, PlannedFailure } from './plan.ts'
import { requireImporter, requireOwnImport } from './policy.ts'
import { isUntouched } from './untouched.ts'

export type ItemStatus = (typeof importItems.$inferSelect)['status']

/** What became of one record. `reason` is a message key under `import.reasons`, empty where nothing is to be said. */
export interface ItemOutcome {
  record: string
  status: ItemStatus
  reference: string | null
  reason: string
  line: number | null
  field: string
}

export interface ImportOutcome {
  importId: string
  created: number
  skipped: number
  failed: number
  changed: number
  items: ItemOutcome[]
}

/**
 * Makes the drafts of a plan, each in a transaction of its own, so that what stops midway leaves nothing half-made and
 * running the same again goes on where it stopped. Records that are there already are skipped; changed ones are named
 * and left alone.
 *
 * @throws AppError unauthenticated, forbidden
 */
export function runImport(
  viewer: Viewer,
  plan: ImportPlan,
  onItem: (done: number, total: number) => void = () => {},
): ImportOutcome {
  const steps = importSteps(viewer, plan)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    onItem(step.value, plan.records.length)
  }
}

/** The same for the running server, which answers others between the records. @throws AppError as `runImport` */
export async function runImportBetweenRequests(
  viewer: Viewer,
  plan: ImportPlan,
): Promise<ImportOutcome> {
  const steps = importSteps(viewer, plan)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Imports record by record; yields how many are done. */
function* importSteps(viewer: Viewer, plan: ImportPlan): Generator<number, ImportOutcome> {
  const importId = startImport(viewer, plan)
  const items: ItemOutcome[] = []
  for (const [position, record] of plan.records.entries()) {
    items.push(importRecord(viewer, importId, position, record))
    yield items.length
  }
  const counts = countItems(items)
  write((tx) => {
    tx.update(imports)
      .set({ finishedAt: new Date().toISOString() })
      .where(eq(imports.id, importId))
      .run()
    recordEvent(tx, viewer, 'import.finished', { type: 'import', id: importId }, { ...counts })
  })
  return { importId, ...counts, items }
}

/** What running a plan would do now, without writing anything. @throws AppError unauthenticated, forbidden */
export function previewImport(viewer: Viewer, plan: ImportPlan): Omit<ImportOutcome, 'importId'> {
  requireImporter(viewer)
  const seen = new Set<string>()
  const items = plan.records.map((record): ItemOutcome => {
    if (record.outcome === 'failed') return failedItem(record)
    const earlier = judgeEarlier(database(), viewer, record)
    if (earlier !== null) return earlier
    if (seen.has(record.identity))
      return { ...itemOf(record), status: 'skipped', reason: 'twiceInFile' }
    seen.add(record.identity)
    return { ...itemOf(record), status: 'created' }
  })
  return { ...countItems(items), items }
}

function startImport(viewer: Viewer, plan: ImportPlan): string {
  const createdBy = requireImporter(viewer)
  return write((tx) => {
    const id = newId()
    tx.insert(imports)
      .values({
        id,
        createdBy,
        createdAt: new Date().toISOString(),
        kind: plan.kind,
        fileName: plan.fileName,
        fileSha256: plan.sha256,
        text: plan.text,
        document: plan.report === null ? null : documentOf(plan.report),
      })
      .run()
    const details = { kind: plan.kind, records: plan.records.length, sha256: plan.sha256 }
    recordEvent(tx, viewer, 'import.started', { type: 'import', id }, details)
    return id
  })
}

function documentOf(report: NonNullable<ImportPlan['report']>): ImportedDocument {
  const { source, occasion, narration, ignored, metadata, language } = report
  return { source, occasion, narration, ignored, metadata, language }
}

function importRecord(
  viewer: Viewer,
  importId: string,
  position: number,
  record: PlannedDraft | PlannedFailure,
): ItemOutcome {
  if (record.outcome === 'failed') return keepFailure(importId, position, record)
  try {
    return write((tx) => createDraft(tx, viewer, importId, position, record))
  } catch (error) {
    // A record that the archive refuses fails alone; anything else is a bug or the machine's, and stops the import.
    if (!(error instanceof AppError) && !isRefusal(error)) throw error
    const reason = error instanceof AppError ? error.reason : 'refused'
    const field = error instanceof AppError ? '' : error.issues[0]!.path.join('.')
    return keepFailure(importId, position, { ...record, outcome: 'failed', reason, field })
  }
}

/** A zod error: the record does not fit the model. */
function isRefusal(error: unknown): error is { issues: { path: PropertyKey[] }[] } {
  return error instanceof Error && error.name === 'ZodError' && 'issues' in error
}

function createDraft(
  tx: Transaction,
  viewer: Viewer,
  importId: string,
  position: number,
  record: PlannedDraft,
): ItemOutcome {
  const earlier = judgeEarlier(tx, viewer, record)
  if (earlier !== null) {
    insertItem(tx, importId, position, record, earlier, null)
    return earlier
  }
  const sourceId = record.source === null ? null : findOrInsertSource(tx, viewer, record.source)
  const occasionId =
    record.occasion === null ? null : findOrInsertOccasion(tx, viewer, record.occasion)
  const { content } = record
  const id = newId()
  const made = insertStatement(
    tx,
    viewer,
    {
      content: {
        ...content,
        taking: { ...content.taking, occasionId },
        source: { ...content.source, sourceId },
      },
      identity: witnessIdentitySchema.parse(record.identityOfWitness),
      consents: consentSchema.array().parse(record.consents),
    },
    id,
  )
  const item: ItemOutcome = { ...itemOf(record), status: 'created', reference: made.reference }
  insertItem(tx, importId, position, record, item, made.id, id)
  return item
}

/** Whether the archive has this record from an earlier import: then it is the same again, or a changed one. */
function judgeEarlier(
  queryable: Pick<Transaction, 'select'>,
  viewer: Viewer,
  record: PlannedDraft,
): ItemOutcome | null {
  const earlier = queryable
    .select({ fingerprint: importItems.textSha256, reference: statements.reference })
    .from(importItems)
    .innerJoin(statements, eq(statements.id, importItems.statementId))
    .where(and(eq(importItems.identity, record.identity), isNotNull(importItems.statementId)))
    .orderBy(desc(importItems.id))
    .limit(1)
    .get()
  if (earlier === undefined) return null
  const isSame = earlier.fingerprint === record.fingerprint
  return {
    ...itemOf(record),
    status: isSame ? 'skipped' : 'changed',
    reason: isSame ? 'alreadyImported' : 'changedSince',
    reference: isKnownTo(viewer, earlier.reference) ? earlier.reference : null,
  }
}

/** A reference is only told to those who may see its statement. */
function isKnownTo(viewer: Viewer, reference: string): boolean {
  const found = findStatement(database(), reference)
  return (
    found !== null && (can(viewer, 'read_work', found.facts) || can(viewer, 'read', found.facts))
  )
}

function itemOf(record: PlannedDraft): Omit<ItemOutcome, 'status'> {
  return { record: record.record, reference: null, reason: '', line: record.line, field: '' }
}

function failedItem(record: PlannedFailure): ItemOutcome {
  const { record: name, line, reason, field } = record
  return { record: name, status: 'failed', reference: null, reason, line, field }
}

function keepFailure(
  importId: string,
  position: number,
  record: PlannedFailure & Partial<Pick<PlannedDraft, 'identity' | 'fingerprint' | 'extras'>>,
): ItemOutcome {
  const item = failedItem(record)
  write((tx) => insertItem(tx, importId, position, record, item, null))
  return item
}

function insertItem(
  tx: Transaction,
  importId: string,
  position: number,
  record: Partial<Pick<PlannedDraft, 'identity' | 'fingerprint' | 'extras'>>,
  item: ItemOutcome,
  statementId: number | null,
  id: string = newId(),
): void {
  tx.insert(importItems)
    .values({
      id,
      importId,
      position,
      record: item.record.slice(0, 500),
      identity: record.identity ?? '',
      textSha256: record.fingerprint ?? '',
      line: item.line,
      status: item.status,
      reason: item.reason,
      field: item.field,
      statementId,
      reference: item.reference,
      extras: record.extras ?? {},
    })
    .run()
}

function countItems(items: readonly ItemOutcome[]) {
  const count = (status: ItemStatus) => items.filter((item) => item.status === status).length
  return {
    created: count('created'),
    skipped: count('skipped'),
    failed: count('failed'),
    changed: count('changed'),
  }
}

/**
 * Deletes, all together, the drafts of an import on which nobody has worked since; drafts that were edited or
 * submitted stay. Once no draft of it is left, the text that the import kept goes as well.
 *
 * @returns the references of the deleted drafts
 * @throws AppError not_found for all but who made the import
 */
export function deleteUntouchedDrafts(viewer: Viewer, importId: string): string[] {
  return write((tx) => {
    const row = tx.select().from(imports).where(eq(imports.id, importId)).get()
    requireImporter(viewer)
    if (!row) throw notFound(`no import ${importId}`)
    requireOwnImport(viewer, row.createdBy)
    const items = tx
      .select()
      .from(importItems)
      .where(and(eq(importItems.importId, importId), eq(importItems.status, 'created')))
      .orderBy(asc(importItems.position))
      .all()
    const untouched = items.filter((item) => isUntouched(tx, viewer, item.reference))
    for (const item of untouched) {
      deleteDraftIn(tx, viewer, item.reference as string)
      tx.update(importItems)
        .set({ status: 'deleted', statementId: null })
        .where(eq(importItems.id, item.id))
        .run()
    }
    if (untouched.length === items.length) {
      tx.update(imports).set({ text: null, document: null }).where(eq(imports.id, importId)).run()
    }
    const references = untouched.map((item) => item.reference as string)
    recordEvent(
      tx,
      viewer,
      'import.drafts_deleted',
      { type: 'import', id: importId },
      { references },
    )
    return references
  })
}
