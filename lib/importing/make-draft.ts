import type { Transaction } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { findOrInsertOccasion } from '#lib/occasions/commands.ts'
import { findOrInsertSource } from '#lib/sources/commands.ts'
import { insertStatement } from '#lib/statements/drafting.ts'
import { consentSchema, witnessIdentitySchema } from '#lib/statements/model.ts'
import type { Viewer } from '#lib/viewer.ts'
import { isComparable, keepChange } from './changes.ts'
import { type ItemOutcome, insertItem, itemOf } from './items.ts'
import { judgeEarlier } from './judge.ts'
import { linkNamed } from './named-records.ts'
import type { PlannedDraft, PlannedRecord } from './planned.ts'

/** Where a record stands: the import, and its place in the file from 0. */
export interface RecordPlace {
  importId: string
  position: number
}

/**
 * Brings one record in, by the commands that a person uses, inside a transaction at hand: a draft, or the reason why
 * there is none. A record that the archive refuses leaves nothing behind but that reason.
 * @throws SqliteError where the machine fails, which is no fault of the record
 */
export function importRecord(
  tx: Transaction,
  viewer: Viewer,
  place: RecordPlace,
  record: PlannedRecord,
): ItemOutcome {
  if (record.outcome === 'failed') return keep(tx, viewer, place, record, itemOf(record))
  try {
    return tx.transaction((savepoint) => createDraft(savepoint, viewer, place, record))
  } catch (error) {
    if (isMachineFailure(error)) throw error
    return keep(tx, viewer, place, record, {
      ...itemOf(record),
      status: 'failed',
      ...refusalOf(error),
    })
  }
}

function isMachineFailure(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^SQLITE_|^E[A-Z]+$/.test(code)
}

/** Why a record was refused; what nobody foresaw is logged and fails that record alone. */
function refusalOf(error: unknown): { reason: string; field: string } {
  if (error instanceof AppError) return { reason: error.reason, field: '' }
  if (error instanceof Error && error.name === 'ZodError' && 'issues' in error) {
    const [issue] = error.issues as { path: PropertyKey[] }[]
    return { reason: 'refused', field: issue?.path.join('.') ?? '' }
  }
  console.error('a record could not be imported', error)
  return { reason: 'other', field: '' }
}

function keep(
  tx: Transaction,
  viewer: Viewer,
  { importId, position }: RecordPlace,
  record: PlannedRecord,
  item: ItemOutcome,
): ItemOutcome {
  const id = insertItem(tx, importId, position, record, item)
  if (record.outcome === 'draft' && isComparable(tx, viewer, item)) keepChange(tx, id, record)
  return item
}

function createDraft(
  tx: Transaction,
  viewer: Viewer,
  place: RecordPlace,
  record: PlannedDraft,
): ItemOutcome {
  const earlier = judgeEarlier(tx, viewer, record, place.importId)
  if (earlier !== null) return keep(tx, viewer, place, record, earlier)
  const sourceId = record.source === null ? null : findOrInsertSource(tx, viewer, record.source)
  const occasionId =
    record.occasion === null ? null : findOrInsertOccasion(tx, viewer, record.occasion)
  const { content, unsettled } = linkNamed(tx, viewer, record.content, record.named ?? [])
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
  const item: ItemOutcome = { ...itemOf(record), reference: made.reference }
  // A name that several records bear is for a person to settle: it stays in sight.
  const extras = unsettled.length === 0 ? record.extras : { ...record.extras, unsettled }
  const kept = { ...record, extras }
  insertItem(tx, place.importId, place.position, kept, item, { statementId: made.id, id })
  return item
}
