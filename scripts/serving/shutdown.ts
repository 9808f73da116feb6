import type { Server } from 'node:http'

/** Requests in flight get this long; the whole way out takes less than ten seconds. */
const REQUESTS_MS = 7_500
const ALTOGETHER_MS = 9_500
const SWEEP_MS = 50

/**
 * Lets the server end well at SIGTERM, SIGINT and SIGHUP: nothing new is accepted, requests in flight end, then
 * `closeAll` runs and the process exits with 0.
 */
export function endWellOnSignals(server: Server, closeAll: () => Promise<void>): void {
  let ending = false
  const end = async (signal: NodeJS.Signals) => {
    // npm, a shell and the terminal may each pass on the same signal.
    if (ending) return
    ending = true
    process.stderr.write(`stopping on ${signal}\n`)
    setTimeout(() => process.exit(1), ALTOGETHER_MS).unref()
    await stopServing(server)
    try {
      await closeAll()
      process.exit(0)
    } catch (error) {
      console.error(error)
      process.exit(1)
    }
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
}

async function stopServing(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A kept-alive connection counts as open until its client leaves; each is closed once its last answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const cut = setTimeout(() => server.closeAllConnections(), REQUESTS_MS)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
