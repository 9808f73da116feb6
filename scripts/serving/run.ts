import { createServer, type Server } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { closeDatabase } from '#lib/database.ts'
import { seedDemoArchive } from '#lib/demo/seed.ts'
import { environment, setServerVariables } from '#lib/env.ts'
import { startImportService, stopImportService } from '#lib/importing/service.ts'
import { inviteFirstAdmin } from '#lib/people/invitations.ts'
import { whileAnswering } from '#lib/response-status.ts'
import { searchSettled, startSearch, stopSearch } from '#lib/search/service.ts'
import { readAuthSecret } from '#lib/secrets.ts'
import { CommandFailure } from '#scripts/command.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import { buildIfChanged } from './build.ts'
import { replaceForwardingHeaders } from './client-address.ts'
import { ensureDemoArchive, ensureEmptyArchive, openDataFolder } from './data-folder.ts'
import { endWellOnSignals } from './shutdown.ts'

/** A large index that has to be built anew goes on being built while the archive is already read. */
const SEARCH_WAIT_MS = 10_000
/** A search is part of an address: ten thousand Persian letters are 60 kB there, and are answered by a page. */
const HEADER_MAX_BYTES = 128 * 1024

/** A large file on a slow line is still coming in after the five minutes that Node allows. */
const REQUEST_MAX_MS = 60 * 60 * 1_000

export interface ServeOptions {
  development: boolean
  /** Make an empty archive instead of the demo archive. */
  empty: boolean
  /** Go on with a new identity key where the old one is lost. */
  newKey: boolean
}

/** Everything from a fresh folder to `ready <url>`; standard output carries only lines that other programs read. */
export async function serve(options: ServeOptions): Promise<void> {
  const { host, port, publicUrl, trustedProxyCount } = environment()
  await assertPortIsFree(host, port)
  const say = (line: string) => process.stderr.write(`${line}\n`)

  openDataFolder(options, say)
  const authSecret = readAuthSecret()
  setServerVariables({ publicUrl, authSecret, development: options.development })
  if (!options.development) await buildIfChanged(say)
  await fillAndTell(options.empty)

  // Loaded only now: Next and React choose their builds by the variables set above.
  const { default: next } = await import('next')
  const server = createServer({
    maxHeaderSize: HEADER_MAX_BYTES,
    requestTimeout: REQUEST_MAX_MS,
  })
  const app = next({
    dev: options.development,
    ...(options.development ? { turbopack: true } : {}),
    dir: PROJECT_PATH,
    // Not the address listened on: Next writes 127.0.0.1 as localhost in the addresses it rewrites, and takes one
    // that differs from this name for another server's.
    hostname: 'localhost',
    port,
    httpServer: server,
  })
  await app.prepare()
  startSearch()
  await settleSearch(say)
  startImportService()
  const handle = app.getRequestHandler()
  server.on('request', (request, response) => {
    replaceForwardingHeaders(request.headers, {
      socketAddress: request.socket.remoteAddress ?? '',
      trustedProxyCount,
      publicUrl,
    })
    whileAnswering(response, () => handle(request, response)).catch((error) => {
      console.error(error)
      response.destroy()
    })
  })

  endWellOnSignals(server, async () => {
    await app.close()
    await stopImportService()
    await stopSearch()
    closeDatabase()
  })
  await listen(server, host, port)
  process.stdout.write(`ready ${publicUrl}\n`)
}

async function settleSearch(say: (line: string) => void): Promise<void> {
  const waiting = new AbortController()
  const late = setTimeout(SEARCH_WAIT_MS, 'late', { signal: waiting.signal, ref: false })
  const outcome = await Promise.race([searchSettled(), late.catch(() => 'settled')])
  waiting.abort()
  if (outcome === 'late') say('the search index is still being built; it goes on in the background')
}

/** Fills a folder that holds no archive yet, and tells how to get in: one line for each person or invitation. */
async function fillAndTell(empty: boolean): Promise<void> {
  if (empty) ensureEmptyArchive()
  const signIns = empty ? [] : await ensureDemoArchive(seedDemoArchive)
  for (const { role, email, password } of signIns) {
    process.stdout.write(`sign-in ${role} ${email} ${password}\n`)
  }
  const invitation = inviteFirstAdmin()
  if (invitation !== null) process.stdout.write(`invitation ${invitation}\n`)
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Asked before anything else is done, so that a second server on the same folder stops at once. */
async function assertPortIsFree(host: string, port: number): Promise<void> {
  const probe = createServer()
  try {
    await listen(probe, host, port)
  } catch (error) {
    throw new CommandFailure(`cannot listen on ${host}:${port} (HOST, PORT): ${String(error)}`)
  }
  await new Promise((resolve) => probe.close(resolve))
}
