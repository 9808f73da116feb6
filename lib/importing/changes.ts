import { and, eq, inArray } from 'drizzle-orm'
import { importChanges, importItems } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { readConsents } from '#lib/consent/store.ts'
import { database, type Queryable, type Transaction, write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { comparePassages, type PassageChange } from '#lib/review/compare-texts.ts'
import type { FieldChange } from '#lib/review/fields.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import { openRevisionIn, saveDraftIn } from '#lib/statements/drafting.ts'
import {
  type StatementContent,
  statementContentSchema,
  type WitnessIdentity,
} from '#lib/statements/model.ts'
import { can, type Denial, ruling } from '#lib/statements/policy.ts'
import type { Viewer } from '#lib/viewer.ts'
import { unsafeReadIdentity } from '#lib/witnesses/vault.ts'
import type { ItemOutcome } from './items.ts'
import { findImport } from './lease.ts'
import {
  changedFields,
  changedIdentity,
  chooseParts,
  mergeContent,
  mergeIdentity,
} from './merge-record.ts'
import { linkNamed } from './named-records.ts'
import type { PlannedDraft } from './planned.ts'
import { requireImporter, requireOwnImport } from './policy.ts'
import { openBytes, sealBytes } from './sealing.ts'

/** The witness's identity as a whole, beside the fields and the text. */
export const IDENTITY_PART = 'identity'

/** A record that the archive has in other words, beside the statement that was made of it earlier. */
export interface RecordChange {
  record: string
  reference: string
  revision: number
  version: number
  /** Why it cannot be taken now; null where it can. It can always be left. */
  denial: Denial | null
  /** Whether taking it opens a new revision, which is then reviewed; the approved one stays up. */
  opensRevision: boolean
  language: string | null
  fields: FieldChange[]
  /** Empty where the text is the same. */
  passages: PassageChange[]
  /** Facts of the vault that would change. */
  identity: (keyof WitnessIdentity)[]
}

/** Keeps what a changed record says now, sealed, until it is taken or left. */
export function keepChange(tx: Transaction, itemId: string, record: PlannedDraft): void {
  const sealed = sealBytes(Buffer.from(JSON.stringify(record)), changeName(itemId))
  tx.insert(importChanges).values({ itemId, sealed }).run()
}

/** Whether a record was found changed, and the viewer works on the statement that was made of it. */
export function isComparable(queryable: Queryable, viewer: Viewer, item: ItemOutcome): boolean {
  return item.status === 'changed' && findEarlier(queryable, viewer, item) !== null
}

function changeName(itemId: string): string {
  return `change of ${itemId}`
}

/**
 * What a changed record of the viewer's own import says, set beside the statement as it stands.
 * @throws AppError not_found where there is none, it was taken or left, or the statement is somebody else's
 */
export function readChange(viewer: Viewer, importId: string, position: number): RecordChange {
  const { item, planned } = requireChange(database(), viewer, importId, position)
  const found = findEarlier(database(), viewer, item)
  if (found === null) throw notFound(`the statement of ${item.record} is not the viewer's`)
  const { statement, revision, facts } = found
  const { current, merged, identity, mergedIdentity } = mergeRecord(database(), found, planned)
  const passages = comparePassages(current.text.passages, merged.text.passages)
  const isSame = passages.every(({ kind, moved }) => kind === 'same' && !moved)
  const opensRevision = can(viewer, 'open_revision', facts)
  return {
    record: item.record,
    reference: statement.reference,
    revision: revision.number,
    version: revision.version,
    denial: opensRevision ? null : ruling(viewer, 'edit', facts),
    opensRevision,
    language: merged.text.language,
    fields: changedFields(current, merged),
    passages: isSame ? [] : passages,
    identity: changedIdentity(identity, mergedIdentity),
  }
}

/**
 * Takes the chosen parts of a changed record over into the statement, by the commands with which a person edits: its
 * draft, or a new revision upon an approved one. The revision and version that were looked at are named.
 * @returns the reference of the statement
 * @throws AppError not_found, forbidden, `conflict` (import.changeStale), `invalid` (import.nothingChosen)
 */
export function takeChange(
  viewer: Viewer,
  importId: string,
  position: number,
  seen: { revision: number; version: number },
  parts: readonly string[],
): string {
  if (parts.length === 0) throw new AppError('invalid', 'import.nothingChosen')
  return write((tx) => {
    const { item, planned } = requireChange(tx, viewer, importId, position)
    const found = findEarlier(tx, viewer, item)
    if (found === null) throw notFound(`the statement of ${item.record} is not the viewer's`)
    const { statement, revision, facts } = found
    const { reference } = statement
    if (revision.number !== seen.revision || revision.version !== seen.version) {
      throw new AppError('conflict', 'import.changeStale')
    }
    const linked = linkNamed(tx, viewer, planned.content, planned.named ?? [])
    const record = { ...planned, content: linked.content }
    const { current, merged, identity, mergedIdentity } = mergeRecord(tx, found, record)
    const chosen = new Set(parts)
    const opensRevision = can(viewer, 'open_revision', facts)
    if (opensRevision) openRevisionIn(tx, viewer, reference)
    saveDraftIn(tx, viewer, {
      reference,
      version: opensRevision ? 1 : revision.version,
      content: chooseParts(current, merged, chosen),
      identity: chosen.has(IDENTITY_PART) ? mergedIdentity : identity,
      consents: readConsents(tx, revision.id),
    })
    settle(tx, item.id, 'changeTaken', statement.id)
    const subject = { type: 'import', id: importId } as const
    recordEvent(tx, viewer, 'import.change_taken', subject, { reference, parts: [...chosen] })
    return reference
  })
}

/** Leaves the statement as it is; the same record is not shown as changed again. @throws AppError not_found */
export function leaveChange(viewer: Viewer, importId: string, position: number): void {
  write((tx) => {
    const { item } = requireChange(tx, viewer, importId, position)
    const found = findEarlier(tx, viewer, item)
    settle(tx, item.id, 'changeLeft', found?.statement.id ?? null)
    const subject = { type: 'import', id: importId } as const
    const reference = found?.statement.reference ?? null
    recordEvent(tx, viewer, 'import.change_left', subject, { record: item.record, reference })
  })
}

/** What changed records said goes with their import when it is undone. */
export function forgetChanges(tx: Transaction, importId: string): void {
  const items = tx
    .select({ id: importItems.id })
    .from(importItems)
    .where(eq(importItems.importId, importId))
  tx.delete(importChanges).where(inArray(importChanges.itemId, items)).run()
}

/** The item now names the statement with the record's newest fingerprint, which the next import is judged by. */
function settle(tx: Transaction, itemId: string, reason: string, statementId: number | null): void {
  tx.update(importItems).set({ reason, statementId }).where(eq(importItems.id, itemId)).run()
  tx.delete(importChanges).where(eq(importChanges.itemId, itemId)).run()
}

type ItemRow = typeof importItems.$inferSelect
type Found = NonNullable<ReturnType<typeof findStatement>>

function requireChange(
  queryable: Queryable,
  viewer: Viewer,
  importId: string,
  position: number,
): { item: ItemRow; planned: PlannedDraft } {
  requireImporter(viewer)
  const row = findImport(queryable, importId)
  if (row === null) throw notFound(`no import ${importId}`)
  requireOwnImport(viewer, row.createdBy)
  const found = queryable
    .select()
    .from(importItems)
    .innerJoin(importChanges, eq(importChanges.itemId, importItems.id))
    .where(and(eq(importItems.importId, importId), eq(importItems.position, position)))
    .get()
  if (found === undefined) throw notFound(`no change at ${position} of import ${importId}`)
  const { import_items: item, import_changes: change } = found
  const opened = openBytes(change.sealed, changeName(item.id)).toString('utf8')
  return { item, planned: JSON.parse(opened) as PlannedDraft }
}

/** The statement that was made of the record earlier, where the viewer works on it. */
function findEarlier(
  queryable: Queryable,
  viewer: Viewer,
  item: Pick<ItemRow, 'reference'>,
): Found | null {
  const found = item.reference === null ? null : findStatement(queryable, item.reference)
  return found !== null && can(viewer, 'read_work', found.facts) ? found : null
}

function mergeRecord(queryable: Queryable, found: Found, planned: PlannedDraft) {
  const current: StatementContent = statementContentSchema.parse(JSON.parse(found.revision.content))
  const identity = unsafeReadIdentity(queryable, found.statement.id)
  return {
    current,
    merged: mergeContent(current, planned.content),
    identity,
    mergedIdentity: mergeIdentity(identity, planned.identityOfWitness),
  }
}
