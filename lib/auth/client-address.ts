/**
 * Where the address of who is asking stands. The product's own server sets it from the socket and the trusted proxies,
 * and drops what a client sends by this name.
 */
export const CLIENT_ADDRESS_HEADER = 'x-govah-client-address'

/** The address that attempts are counted by; all who come without one are counted together. */
export function readClientAddress(headers: { get(name: string): string | null }): string {
  return headers.get(CLIENT_ADDRESS_HEADER)?.trim() || 'unknown'
}
