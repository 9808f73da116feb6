import type { Meilisearch } from 'meilisearch'
import { PassageDigests } from '../digests.ts'
import type { Row } from './ask.ts'
import { stateFromStored } from './records.ts'

/** Statements and passages read in one request. */
const READ_STEP = 10_000

/** id → `state` of all statements of an index. */
export async function readInventory(
  client: Meilisearch,
  uid: string,
): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  const fields = ['id', 'state'] as const
  for await (const { id, state } of readAll<{ id: number; state: string }>(client, uid, fields)) {
    found.set(id, stateFromStored(state))
  }
  return found
}

/** id → digest of the passages of each statement, from an index of passages. */
export async function readDigests(client: Meilisearch, uid: string): Promise<Map<number, string>> {
  const digests = new PassageDigests()
  const fields = ['statement', 'position', 'number', 'key', 'passage_language', 'text'] as const
  for await (const row of readAll<Omit<Row, 'id'>>(client, uid, fields)) {
    const { statement, position, passage_language: language, ...rest } = row
    // Titles and names have no passage of their own.
    if (position > 0) digests.add(statement, { language, ...rest })
  }
  return digests.toMap()
}

async function* readAll<T extends Record<string, unknown>>(
  client: Meilisearch,
  uid: string,
  fields: readonly (keyof T & string)[],
): AsyncGenerator<T> {
  for (let offset = 0; ; offset += READ_STEP) {
    const { results } = await client
      .index<T>(uid)
      .getDocuments({ fields: [...fields] as never, limit: READ_STEP, offset })
    yield* results as T[]
    if (results.length < READ_STEP) return
  }
}
