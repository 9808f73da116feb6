import { importChanges } from '#db/schema/index.ts'
import type { Transaction } from '#lib/database.ts'
import type { PlannedDraft } from './plan.ts'
import { sealBytes } from './sealing.ts'

/** Keeps what a changed record says now, sealed, until it is taken or left. */
export function keepChange(tx: Transaction, itemId: string, record: PlannedDraft): void {
  const sealed = sealBytes(Buffer.from(JSON.stringify(record)), changeName(itemId))
  tx.insert(importChanges).values({ itemId, sealed }).run()
}

function changeName(itemId: string): string {
  return `change of ${itemId}`
}
