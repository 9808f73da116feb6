import { type EnqueuedTask, Meilisearch, MeilisearchApiError, type Task } from 'meilisearch'
import { SERVER_VERSION_MIN } from './settings.ts'

/** A reader does not wait longer than this. */
export const QUERY_TIMEOUT_MS = 2_000
const WRITE_TIMEOUT_MS = 60_000
/** A task that is neither done nor failed by then is given up; the outbox tries again. */
const TASK_TIMEOUT_MS = 600_000
const TASK_POLL_MIN_MS = 5
const TASK_POLL_MAX_MS = 100

/** Meilisearch refused a change that it had accepted. */
export class TaskFailedError extends Error {
  override readonly name = 'TaskFailedError'
}

/** The server is of a version that this adapter does not know. */
export class ServerVersionError extends Error {
  override readonly name = 'ServerVersionError'
}

/** Where the server is, and a key for it. */
export interface MeilisearchAddress {
  url: string
  /** For writing, and for queries where there is no key of their own. */
  key: string | null
  searchKey?: string | null
  /** For asking which version the server is of; no key that is limited to some indexes may. */
  versionKey?: string | null
}

export function connect(
  { url, key }: Pick<MeilisearchAddress, 'url' | 'key'>,
  timeoutMs: number,
): Meilisearch {
  return new Meilisearch({
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    timeout: timeoutMs,
    // Compressed answers come in chunks, and each waits 40 ms for a delayed acknowledgement.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  })
}

export const connectForVersion = ({ url, key, versionKey }: MeilisearchAddress) =>
  connect({ url, key: versionKey ?? key }, QUERY_TIMEOUT_MS)
export const connectForWrites = (address: MeilisearchAddress) => connect(address, WRITE_TIMEOUT_MS)

/** Accepted is not done: resolves when all of these tasks have succeeded. @throws TaskFailedError */
export async function followTasks(
  client: Meilisearch,
  enqueued: readonly EnqueuedTask[],
): Promise<void> {
  for (const { taskUid } of enqueued) {
    const task = await endOf(client, taskUid)
    if (task.status !== 'succeeded') {
      throw new TaskFailedError(
        `Meilisearch task ${taskUid} (${task.type}) ${task.status}: ${task.error?.message ?? ''}`,
      )
    }
  }
}

/** @throws ServerVersionError when the server is of a version that this adapter does not know */
export async function checkServerVersion(client: Meilisearch): Promise<string> {
  const { pkgVersion } = await client.getVersion()
  const [major = 0, minor = 0] = pkgVersion.split('.').map(Number)
  const [wantedMajor, wantedMinor] = SERVER_VERSION_MIN
  if (major !== wantedMajor || minor < wantedMinor) {
    throw new ServerVersionError(
      `Meilisearch ${pkgVersion} is not supported: expected ${wantedMajor}.${wantedMinor} or a later ${wantedMajor}.x`,
    )
  }
  return pkgVersion
}

export async function mayManageKeys(client: Meilisearch): Promise<boolean> {
  try {
    await client.getKeys({ limit: 1 })
    return true
  } catch (error) {
    // A server without a master key answers 401: there are no keys to be managed.
    if (error instanceof MeilisearchApiError && [401, 403].includes(error.response.status))
      return false
    throw error
  }
}

async function endOf(client: Meilisearch, taskUid: number): Promise<Task> {
  const deadline = Date.now() + TASK_TIMEOUT_MS
  let waitMs = TASK_POLL_MIN_MS
  for (;;) {
    const task = await client.tasks.getTask(taskUid)
    if (task.status !== 'enqueued' && task.status !== 'processing') return task
    if (Date.now() > deadline) throw new TaskFailedError(`Meilisearch task ${taskUid} does not end`)
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    waitMs = Math.min(TASK_POLL_MAX_MS, waitMs * 2)
  }
}
