import type { IncomingHttpHeaders } from 'node:http'
import { CLIENT_ADDRESS_HEADER } from '#lib/auth/client-address.ts'

const NEVER_FROM_CLIENTS = /^(x-forwarded-.*|forwarded|x-real-ip|x-govah-.*)$/

/**
 * Replaces what a client says about its own address by what is known: the socket's address or, behind reverse proxies,
 * the entry of X-Forwarded-For that the outermost of them wrote. Changes `headers`.
 */
export function replaceForwardingHeaders(
  headers: IncomingHttpHeaders,
  connection: { socketAddress: string; trustedProxyCount: number; publicUrl: string },
): void {
  const address = clientAddress(headers['x-forwarded-for'], connection)
  for (const name of Object.keys(headers)) {
    if (NEVER_FROM_CLIENTS.test(name)) delete headers[name]
  }
  headers[CLIENT_ADDRESS_HEADER] = address
  if (connection.trustedProxyCount === 0) return
  // A proxy may pass on another Host; Next compares this one with the Origin of a form.
  const { host, protocol } = new URL(connection.publicUrl)
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
}

/** The n-th entry from the right; where there are fewer, the socket, since then nothing came through all proxies. */
function clientAddress(
  forwardedFor: string | string[] | undefined,
  { socketAddress, trustedProxyCount }: { socketAddress: string; trustedProxyCount: number },
): string {
  if (trustedProxyCount === 0) return socketAddress
  const entries = [forwardedFor ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((entry) => entry.trim())
  return entries.at(-trustedProxyCount) || socketAddress
}
