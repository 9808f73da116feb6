import { Readable } from 'node:stream'
import { count, countDistinct, eq } from 'drizzle-orm'
import { importItems, statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { startImport, uploadImport } from '#lib/importing/commands.ts'
import { claimImport, releaseImport } from '#lib/importing/lease.ts'
import { readProgress } from '#lib/importing/queries.ts'
import { followImport } from '#lib/importing/service.ts'
import { unsafeViewerOf } from '#lib/people/viewers.ts'
import { CommandFailure } from '#scripts/command.ts'

/** More than a worker brings in before it is killed, so that nearly every kill finds the import at work. */
const RECORDS_A_KILL = 400
/** Longer than any lease. */
const LATER_MS = 60_000
const RUNNER = 'torture'

export interface TortureImport {
  id: string
  records: number
}

/** Begins an import for the workers to go on with. */
export async function beginImport(archivistId: string, kills: number): Promise<TortureImport> {
  const viewer = unsafeViewerOf(archivistId)!
  const records = kills * RECORDS_A_KILL
  const lines = Array.from({ length: records }, (_, number) => {
    const id = `account-${number}`
    return JSON.stringify({ id, text: `The water came before the bells were rung. ${id}.` })
  })
  const bytes = Readable.from([Buffer.from(lines.join('\n'))])
  const id = await uploadImport(viewer, { name: 'accounts.jsonl', bytes })
  await followImport(id)
  startImport(viewer, id, readProgress(viewer, id).version)
  return { id, records }
}

/** Whoever was killed gives no sign of life any more; the next worker need not wait until that tells. */
export function freeImport({ id }: TortureImport): void {
  if (claimImport(id, RUNNER, Date.now() + LATER_MS) !== null) releaseImport(id, RUNNER)
}

/** Brings in the rest, and counts records without a statement, and statements beyond one for each record. */
export async function finishImport(
  archivistId: string,
  { id, records }: TortureImport,
): Promise<{ lost: number; doubled: number }> {
  await followImport(id)
  const { state } = readProgress(unsafeViewerOf(archivistId)!, id)
  if (state !== 'finished') throw new CommandFailure(`the import ended as ${state}`)
  const { made, different } = database()
    .select({ made: count(), different: countDistinct(importItems.record) })
    .from(importItems)
    .innerJoin(statements, eq(statements.importItemId, importItems.id))
    .where(eq(importItems.importId, id))
    .get()!
  return { lost: records - different, doubled: made - different }
}
