import { whileAlone } from '#lib/alone.ts'
import { database } from '#lib/database.ts'
import { unsafePublishedStates } from '#lib/statements/published.ts'
import type { SearchEngine } from './contract.ts'
import { PassageDigests } from './digests.ts'
import { readAllDocuments, readDocuments } from './documents.ts'

/** Statements brought to the index in one go. */
const BATCH = 50
/** An index that lacks more than this is built anew, which is faster than mending it. */
const MEND_MAX = 500

/** What feeding an index needs of its engine. */
export type FedEngine = Pick<
  SearchEngine,
  'name' | 'put' | 'remove' | 'count' | 'inventory' | 'rebuild'
>

/** What differs between index and archive. */
export interface IndexDrift {
  /** Published, but not in the index. */
  missing: number[]
  /** In the index as they once were. */
  stale: number[]
  /** In the index, but not published. */
  surplus: number[]
}

export function countDrift({ missing, stale, surplus }: IndexDrift): number {
  return missing.length + stale.length + surplus.length
}

/** Compares index and archive by id and state. */
export async function findDrift(engine: FedEngine): Promise<IndexDrift> {
  const indexed = await engine.inventory()
  const published = unsafePublishedStates(database())
  return {
    missing: [...published.keys()].filter((id) => !indexed.has(id)),
    stale: [...published]
      .filter(([id, state]) => indexed.has(id) && indexed.get(id) !== state)
      .map(([id]) => id),
    surplus: [...indexed.keys()].filter((id) => !published.has(id)),
  }
}

/** Ids of the statements whose passages in the index are not those of the archive; those that are missing are left out. */
export async function findAltered(engine: Pick<SearchEngine, 'digests'>): Promise<number[]> {
  const indexed = await engine.digests()
  const published = new PassageDigests()
  const ids: number[] = []
  for (const { id, passages } of readAllDocuments(database())) {
    ids.push(id)
    for (const passage of passages) published.add(id, passage)
  }
  const wanted = published.toMap()
  return ids.filter((id) => wanted.get(id) !== indexed.get(id))
}

/** Makes the index agree with the archive and returns what differed. */
export async function repairIndex(engine: FedEngine): Promise<IndexDrift> {
  const drift = await findDrift(engine)
  if (drift.missing.length + drift.stale.length > MEND_MAX) await rebuildIndex(engine)
  else await bringAll(engine, [...drift.missing, ...drift.stale, ...drift.surplus])
  return drift
}

/**
 * Builds a new index from the archive and swaps it in, whatever the old one holds.
 * @throws UnderWayError while another process does so
 */
export async function rebuildIndex(engine: FedEngine): Promise<void> {
  await whileAlone(`search-rebuild-${engine.name}`, () =>
    engine.rebuild(readAllDocuments(database())),
  )
  // What changed while it was being built.
  const { missing, stale, surplus } = await findDrift(engine)
  await bringAll(engine, [...missing, ...stale, ...surplus])
}

/** Brings these statements to the index as they are now. */
export async function bringAll(engine: FedEngine, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    await bringToIndex(engine, ids.slice(from, from + BATCH))
  }
}

/**
 * Puts or removes statements as they are now. Another process may do the same with an older reading: whoever writes
 * looks again afterwards, and goes on until what was written is what is there.
 */
export async function bringToIndex(engine: FedEngine, ids: readonly number[]): Promise<void> {
  let left = ids
  while (left.length > 0) {
    const documents = readDocuments(database(), left)
    const written = new Map(documents.map(({ id, state }) => [id, state]))
    const gone = left.filter((id) => !written.has(id))
    if (documents.length > 0) await engine.put(documents)
    if (gone.length > 0) await engine.remove(gone)
    const now = unsafePublishedStates(database(), left)
    left = left.filter((id) => now.get(id) !== written.get(id))
  }
}
