import { createHash } from 'node:crypto'
import { type Key, type Meilisearch, MeilisearchApiError } from 'meilisearch'
import type { MeilisearchKeyRole } from '#lib/env.ts'
import { checkServerVersion, connectForWrites } from './client.ts'
import { BUILDING, INDEXES, indexUid } from './settings.ts'
import { MeilisearchWriter } from './writer.ts'

/** What the archive does with each of its keys, and nothing more. */
const ACTIONS = {
  search: ['search'],
  write: [
    'search',
    'documents.add',
    'documents.get',
    'documents.delete',
    'indexes.create',
    'indexes.get',
    'indexes.delete',
    'indexes.swap',
    'settings.get',
    'settings.update',
    'tasks.get',
  ],
  // No key that is limited to some indexes may ask for it.
  version: ['version'],
} as const

const KEY_ROLES = Object.keys(ACTIONS) as MeilisearchKeyRole[]

export interface ScopedKey {
  role: MeilisearchKeyRole
  key: string
  actions: readonly string[]
  indexes: readonly string[]
}

export interface SetUpServer {
  version: string
  /** Names of the indexes, empty or as they were, with the declared settings. */
  indexes: string[]
  keys: ScopedKey[]
}

/** The search server cannot be set up, and why. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
}

/**
 * Makes the archive's scoped keys with the master key, and its indexes with the key for writing. Safe to run again:
 * a server that knows the same master key gives the same keys, also after it has lost its data.
 *
 * @throws SetupError when the server refuses the key or has none
 * @throws ServerVersionError
 */
export async function setUpServer(
  url: string,
  masterKey: string,
  prefix: string,
): Promise<SetUpServer> {
  const master = connectForWrites({ url, key: masterKey })
  try {
    const version = await checkServerVersion(master)
    const keys: ScopedKey[] = []
    for (const role of KEY_ROLES) keys.push(await makeKey(master, role, prefix))
    const write = keys.find(({ role }) => role === 'write')!
    await new MeilisearchWriter(connectForWrites({ url, key: write.key }), prefix).prepare()
    return { version, indexes: INDEXES.map((name) => indexUid(prefix, name)), keys }
  } catch (error) {
    throw explain(error, url)
  }
}

async function makeKey(
  master: Meilisearch,
  role: MeilisearchKeyRole,
  prefix: string,
): Promise<ScopedKey> {
  const live = INDEXES.map((name) => indexUid(prefix, name))
  const wanted = {
    uid: keyUid(prefix, role),
    name: `Govah ${role} (${prefix})`,
    description: 'Made by npm run search:setup of an archive.',
    actions: [...ACTIONS[role]],
    indexes: {
      search: live,
      write: live.flatMap((uid) => [uid, `${uid}${BUILDING}`]),
      version: ['*'],
    }[role],
    expiresAt: null,
  }
  const known = await findKey(master, wanted.uid)
  if (known !== null && !sameRights(known, wanted)) await master.deleteKey(wanted.uid)
  const made = known !== null && sameRights(known, wanted) ? known : await master.createKey(wanted)
  return { role, key: made.key, actions: wanted.actions, indexes: wanted.indexes }
}

async function findKey(master: Meilisearch, uid: string): Promise<Key | null> {
  try {
    return await master.getKey(uid)
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return null
    throw error
  }
}

function sameRights(
  a: { actions: readonly string[]; indexes: readonly string[] },
  b: { actions: readonly string[]; indexes: readonly string[] },
): boolean {
  const rights = ({ actions, indexes }: typeof a) =>
    JSON.stringify([[...actions].sort(), [...indexes].sort()])
  return rights(a) === rights(b)
}

/** The server derives a key from its uid and the master key: the same name gives the same key (a UUID of version 4). */
function keyUid(prefix: string, role: MeilisearchKeyRole): string {
  const hex = createHash('sha256').update(`govah ${prefix} ${role}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

function explain(error: unknown, url: string): unknown {
  if (!(error instanceof MeilisearchApiError)) {
    const cannotBeReached = error instanceof Error && error.name === 'MeilisearchRequestError'
    return cannotBeReached
      ? new SetupError(`${url} cannot be reached: is Meilisearch running there?`, { cause: error })
      : error
  }
  switch (error.cause?.code) {
    case 'missing_master_key':
      return new SetupError(
        `${url} runs without a master key, so everybody who reaches it may read all of it: start it with one (MEILI_MASTER_KEY)`,
      )
    case 'invalid_api_key':
    case 'missing_authorization_header':
      return new SetupError(`${url} refuses this key: its master key is needed`)
    default:
      return error
  }
}
