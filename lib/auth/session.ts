import { eq } from 'drizzle-orm'
import { decode, encode } from 'next-auth/jwt'
import { archive, users } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { environment } from '#lib/env.ts'
import { readAuthSecret } from '#lib/secrets.ts'
import type { Viewer } from '#lib/viewer.ts'

/** Seven days, in seconds: then one signs in again. */
export const SESSION_MAX_AGE_SECONDS = 7 * 24 * 60 * 60

/** What of a request says who is asking and from where; Next's `headers()` and `cookies()` are such. */
export interface RequestFacts {
  headers: { get(name: string): string | null }
  cookies: { get(name: string): { value: string } | undefined }
}

export interface SessionCookie {
  name: string
  value: string
  options: {
    httpOnly: true
    sameSite: 'lax'
    path: '/'
    secure: boolean
    /** Seconds. */
    maxAge: number
  }
}

/** Whether cookies are kept to HTTPS: as the public address of the archive says. */
export function usesSecureCookies(): boolean {
  return environment().publicUrl.startsWith('https://')
}

/** The name of the session's cookie, which is next-auth's own. */
export function sessionCookieName(): string {
  return `${usesSecureCookies() ? '__Secure-' : ''}next-auth.session-token`
}

/** The cookie that signs a person in: next-auth's encrypted token with their id and session version, and no authority. */
export async function sealSession(user: {
  id: string
  sessionVersion: number
}): Promise<SessionCookie> {
  const value = await encode({
    token: { sub: user.id, version: user.sessionVersion },
    secret: readAuthSecret(),
    maxAge: SESSION_MAX_AGE_SECONDS,
  })
  return {
    name: sessionCookieName(),
    value,
    options: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: usesSecureCookies(),
      maxAge: SESSION_MAX_AGE_SECONDS,
    },
  }
}

/**
 * Who is asking: the token names the person, their row of this moment says what they are. Suspended, signed out
 * everywhere since, or gone: anonymous.
 */
export async function readViewer(request: RequestFacts): Promise<Viewer> {
  const session = await openSession(request.cookies.get(sessionCookieName())?.value)
  const user = session && database().select().from(users).where(eq(users.id, session.userId)).get()
  if (user?.status !== 'active' || user.sessionVersion !== session?.version) {
    return { kind: 'anonymous', admitted: isOpenToAnonymous() }
  }
  return { kind: 'user', userId: user.id, name: user.name, email: user.email, role: user.role }
}

function isOpenToAnonymous(): boolean {
  const settings = database().select({ open: archive.openToAnonymous }).from(archive).get()
  return settings?.open ?? false
}

async function openSession(token: string | undefined) {
  if (!token) return null
  const payload = await decode({ token, secret: readAuthSecret() }).catch((error: unknown) => {
    // Altered, expired or sealed under another secret: the person has to sign in again.
    if (isTokenError(error)) return null
    throw error
  })
  if (typeof payload?.sub !== 'string' || typeof payload.version !== 'number') return null
  return { userId: payload.sub, version: payload.version }
}

function isTokenError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^ERR_J(WT|WE|OSE)/.test(code)
}
