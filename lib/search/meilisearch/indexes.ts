import { isDeepStrictEqual } from 'node:util'
import { type EnqueuedTask, type Meilisearch, MeilisearchApiError } from 'meilisearch'
import { followTasks, TaskFailedError } from './client.ts'
import { BUILDING, INDEX_SETTINGS, INDEXES, type IndexName, indexUid } from './settings.ts'

/**
 * Makes the indexes of an archive where they are missing, and gives them their settings where they have others: the
 * server works for many seconds on settings that it is given once more.
 */
export async function makeIndexes(
  client: Meilisearch,
  prefix: string,
  suffix: string,
): Promise<void> {
  const tasks: EnqueuedTask[] = []
  for (const name of INDEXES) {
    const uid = `${indexUid(prefix, name)}${suffix}`
    if (!(await exists(client, uid))) {
      await followTasks(client, [await client.createIndex(uid, { primaryKey: 'id' })]).catch(
        async (error: unknown) => {
          // Another process was faster.
          if (!(await exists(client, uid))) throw error
        },
      )
    }
    if (await hasSettings(client, uid, name)) continue
    tasks.push(await client.index(uid).updateSettings(INDEX_SETTINGS[name]))
  }
  await followTasks(client, tasks)
}

/** Deletes the indexes of an archive with all that is in them. */
export async function deleteIndexes(
  client: Meilisearch,
  prefix: string,
  suffix: string,
): Promise<void> {
  for (const name of INDEXES) {
    const uid = `${indexUid(prefix, name)}${suffix}`
    if (await exists(client, uid)) await followTasks(client, [await client.deleteIndex(uid)])
  }
}

/**
 * Puts the new indexes in the place of the old ones, all at once. The task belongs to no index, so that a key limited
 * to some cannot ask for it: it is done when one behind it is, and has succeeded when the new index stands there.
 *
 * @throws TaskFailedError
 */
export async function swapIndexes(client: Meilisearch, prefix: string): Promise<void> {
  const statements = indexUid(prefix, 'statements')
  const next = await client.index(`${statements}${BUILDING}`).getRawInfo()
  await client.swapIndexes(
    INDEXES.map((name) => {
      const uid = indexUid(prefix, name)
      return { indexes: [uid, `${uid}${BUILDING}`], rename: false }
    }),
  )
  await followTasks(client, [
    await client.index(statements).updateSettings(INDEX_SETTINGS.statements),
  ])
  const now = await client.index(statements).getRawInfo()
  if (String(now.createdAt) !== String(next.createdAt)) {
    throw new TaskFailedError('Meilisearch has not swapped in the new indexes')
  }
}

async function hasSettings(client: Meilisearch, uid: string, name: IndexName): Promise<boolean> {
  return holds(await client.index(uid).getSettings(), INDEX_SETTINGS[name])
}

/** Whether all that is declared stands there, whatever else does. */
function holds(there: unknown, declared: unknown): boolean {
  if (!isRecord(there) || !isRecord(declared)) return isDeepStrictEqual(there, declared)
  return Object.entries(declared).every(([key, value]) => holds(there[key], value))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function exists(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    await client.getRawIndex(uid)
    return true
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return false
    throw error
  }
}
