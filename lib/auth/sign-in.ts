import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { users } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { database, write } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { verifyPassword } from './passwords.ts'
import { beginAttempt } from './rate-limit.ts'

export interface SignInRequest {
  email: string
  password: string
  /** From `readClientAddress`. */
  address: string
}

/**
 * Proves who somebody is by e-mail address and password, and returns what a session is made of.
 *
 * Unknown, suspended and mistyped are one answer after the same work.
 * @throws AppError `rate_limited` with the seconds to wait; `unauthenticated`.
 */
export async function signIn(
  request: SignInRequest,
  now: Date = new Date(),
): Promise<{ id: string; sessionVersion: number }> {
  const email = request.email.trim().toLowerCase()
  const attempt = beginAttempt(email, request.address, now)
  if (attempt.slowDownMs > 0) await sleep(attempt.slowDownMs)

  const user = database().select().from(users).where(eq(users.email, email)).get()
  const isSame = await verifyPassword(request.password, user?.passwordHash ?? null)

  // The row is read again: meanwhile the person may have been suspended or their password changed.
  const signedIn = write((tx) => {
    const current = user && tx.select().from(users).where(eq(users.id, user.id)).get()
    const allowed =
      isSame && current?.status === 'active' && current.passwordHash === user?.passwordHash
    if (!allowed) {
      // What was typed is not written down: people type passwords into the wrong field.
      const subject = { type: 'user', id: user?.id ?? 'unknown' } as const
      recordEvent(tx, { kind: 'anonymous', admitted: false }, 'user.sign_in_failed', subject)
      return null
    }
    tx.update(users).set({ lastSignInAt: now.toISOString() }).where(eq(users.id, current.id)).run()
    const viewer = {
      kind: 'user',
      userId: current.id,
      name: current.name,
      email: current.email,
      role: current.role,
    } as const
    recordEvent(tx, viewer, 'user.signed_in', { type: 'user', id: current.id })
    return { id: current.id, sessionVersion: current.sessionVersion }
  })
  if (!signedIn) throw new AppError('unauthenticated', 'signInFailed')
  attempt.succeeded()
  return signedIn
}
