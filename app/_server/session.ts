import { cookies, headers } from 'next/headers'
import { readClientAddress } from '#lib/auth/client-address.ts'
import { sealSession, sessionCookieName, usesSecureCookies } from '#lib/auth/session.ts'

/** Signs the person in on this browser. For server actions. */
export async function startSession(user: { id: string; sessionVersion: number }): Promise<void> {
  const { name, value, options } = await sealSession(user)
  ;(await cookies()).set(name, value, options)
}

/** Signs whoever it is out of this browser. For server actions. */
export async function endSession(): Promise<void> {
  // A `__Secure-` cookie is only replaced by one that is secure as well.
  ;(await cookies()).set(sessionCookieName(), '', {
    path: '/',
    maxAge: 0,
    secure: usesSecureCookies(),
  })
}

/** The address that attempts are counted by. */
export async function clientAddress(): Promise<string> {
  return readClientAddress(await headers())
}
