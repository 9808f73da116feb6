import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { toolEnvironment } from '#lib/env.ts'
import type { MeilisearchAddress } from '#lib/search/meilisearch/client.ts'

/** A real Meilisearch for tests and measurements, started in a folder of its own. */

const START_TIMEOUT_MS = 60_000
/** Laid out anew for every change, two thirds of the machine's by default: hundreds of milliseconds for one statement. */
const INDEXING_MEMORY = '512MiB'

export interface OwnServer extends MeilisearchAddress {
  key: string
  /** Process id while it runs. */
  pid(): number | undefined
  /** Folder of its database. */
  folder: string
  /** Stops it, keeping its folder, and starts it again on the same port. */
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** Where the program is, or null; what needs it is then left out by name. */
export const meilisearchPath: string | null = findProgram()

/** In a folder that is removed at its end, or in one that is kept. @throws Error when there is no such program, or when it does not start */
export async function startMeilisearch(kept: string | null = null): Promise<OwnServer> {
  if (meilisearchPath === null) throw new Error('there is no meilisearch on the path')
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'govah-meilisearch-'))
  const key = randomBytes(24).toString('hex')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  const start = async () => {
    child = spawn(meilisearchPath!, ['--no-analytics', '--http-addr', `127.0.0.1:${port}`], {
      cwd: folder,
      stdio: 'ignore',
      env: {
        NODE_ENV: 'test',
        MEILI_MASTER_KEY: key,
        MEILI_ENV: 'development',
        MEILI_MAX_INDEXING_MEMORY: INDEXING_MEMORY,
      },
    })
    await untilHealthy(url)
  }
  const stop = async () => {
    if (child === null) return
    const ended = new Promise((resolve) => child!.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    child = null
  }
  await start()
  return {
    url,
    key,
    folder,
    pid: () => child?.pid,
    start,
    stop,
    close: async () => {
      await stop()
      if (kept === null) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What is said where a command would need a server and finds none. */
export const NO_MEILISEARCH =
  'there is no Meilisearch: set MEILISEARCH_URL, or put the program meilisearch on the path'

/** The server of MEILISEARCH_URL, or one of our own that ends with `close`; null where there is neither. */
export async function reachMeilisearch(): Promise<
  (MeilisearchAddress & { close(): Promise<void> }) | null
> {
  const { MEILISEARCH_URL: url, MEILISEARCH_API_KEY: key } = toolEnvironment().variables
  if (url) return { url, key: key || null, close: async () => {} }
  return meilisearchPath === null ? null : startMeilisearch()
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilHealthy(url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  for (;;) {
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (healthy) return
    if (Date.now() > deadline) throw new Error('meilisearch does not start')
    await wait(50)
  }
}

function findProgram(): string | null {
  const folders = (toolEnvironment().variables.PATH ?? '').split(delimiter)
  for (const folder of folders) {
    const path = join(folder, 'meilisearch')
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not in this folder.
    }
  }
  return null
}
