import { count, eq, max } from 'drizzle-orm'
import { importItems } from '#db/schema/index.ts'
import type { Queryable, Transaction } from '#lib/database.ts'
import { newId } from '#lib/ids.ts'
import type { PlannedDraft, PlannedFailure, PlannedRecord } from './planned.ts'

export type ItemStatus = (typeof importItems.$inferSelect)['status']
export type ItemCounts = Record<ItemStatus, number>

/** What became of one record. `reason` is a message key under `import.reasons`, empty where nothing is to be said. */
export interface ItemOutcome {
  record: string
  status: ItemStatus
  reference: string | null
  reason: string
  line: number | null
  field: string
}

export function itemOf(record: PlannedRecord): ItemOutcome {
  const { record: name, line } = record
  if (record.outcome === 'draft') {
    return { record: name, status: 'created', reference: null, reason: '', line, field: '' }
  }
  const { reason, field } = record
  return { record: name, status: 'failed', reference: null, reason, line, field }
}

/** Keeps what became of the record at this position; returns the item's id. */
export function insertItem(
  tx: Transaction,
  importId: string,
  position: number,
  record:
    | PlannedRecord
    | (PlannedFailure & Pick<PlannedDraft, 'identity' | 'fingerprint' | 'extras'>),
  item: ItemOutcome,
  made: { statementId: number; id: string } | null = null,
): string {
  const id = made?.id ?? newId()
  tx.insert(importItems)
    .values({
      id,
      importId,
      position,
      record: item.record.slice(0, 500),
      identity: 'identity' in record ? record.identity : '',
      textSha256: 'fingerprint' in record ? record.fingerprint : '',
      line: item.line,
      status: item.status,
      reason: item.reason,
      field: item.field,
      statementId: made?.statementId ?? null,
      reference: item.reference,
      extras: 'extras' in record ? record.extras : {},
    })
    .run()
  return id
}

/** How many records of an import are done: they are done in the order of the file, so the next position tells. */
export function countDone(queryable: Queryable, importId: string): number {
  const row = queryable
    .select({ last: max(importItems.position) })
    .from(importItems)
    .where(eq(importItems.importId, importId))
    .get()
  return row?.last == null ? 0 : row.last + 1
}

export function noItems(): ItemCounts {
  return { created: 0, skipped: 0, failed: 0, changed: 0, deleted: 0 }
}

export function countItems(queryable: Queryable, importId: string): ItemCounts {
  const counts = noItems()
  const rows = queryable
    .select({ status: importItems.status, count: count() })
    .from(importItems)
    .where(eq(importItems.importId, importId))
    .groupBy(importItems.status)
    .all()
  for (const row of rows) counts[row.status] = row.count
  return counts
}
