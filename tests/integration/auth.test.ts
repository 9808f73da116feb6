import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditEvents, rateLimits, users } from '#db/schema/index.ts'
import { beginAttempt } from '#lib/auth/rate-limit.ts'
import { readViewer, type SessionCookie, sealSession } from '#lib/auth/session.ts'
import { signIn } from '#lib/auth/sign-in.ts'
import { database } from '#lib/database.ts'
import type { AppError } from '#lib/errors.ts'
import {
  changeRole,
  restorePerson,
  signOutEverywhere,
  suspendPerson,
} from '#lib/people/commands.ts'
import { replaceForwardingHeaders } from '#scripts/serving/client-address.ts'
import { addPerson, TEST_PASSWORD, useTestDatabase } from '#tests/support/database.ts'

useTestDatabase()

const see = (cookie: { name: string; value: string }) =>
  readViewer({
    headers: new Headers(),
    cookies: { get: (name) => (name === cookie.name ? { value: cookie.value } : undefined) },
  })

async function signedIn(email: string): Promise<SessionCookie> {
  return sealSession(await signIn({ email, password: TEST_PASSWORD, address: '192.0.2.1' }))
}

describe('a session', () => {
  test('names a person and nothing else; their row says what they are', async () => {
    const person = await addPerson('archivist')
    const cookie = await signedIn(person.email.toUpperCase())
    expect(await see(cookie)).toEqual(person)
    expect(cookie.options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false })
  })

  test('shows another role, suspension and restoration at the next read', async () => {
    const admin = await addPerson('admin')
    const person = await addPerson('archivist')
    const cookie = await signedIn(person.email)

    changeRole(admin, person.userId, 'researcher')
    expect(await see(cookie)).toMatchObject({ kind: 'user', role: 'researcher' })

    suspendPerson(admin, person.userId)
    expect(await see(cookie)).toEqual({ kind: 'anonymous', admitted: true })

    restorePerson(admin, person.userId)
    expect(await see(cookie), 'the old session stays over').toMatchObject({ kind: 'anonymous' })
    expect(await see(await signedIn(person.email))).toMatchObject({ kind: 'user' })
  })

  test('ends everywhere at once', async () => {
    const person = await addPerson('researcher')
    const [one, other] = [await signedIn(person.email), await signedIn(person.email)]
    signOutEverywhere(person)
    expect(await see(one)).toMatchObject({ kind: 'anonymous' })
    expect(await see(other)).toMatchObject({ kind: 'anonymous' })
  })

  test('that is altered, foreign or of nobody is anonymous', async () => {
    const person = await addPerson('researcher')
    const cookie = await signedIn(person.email)
    const nobody = await sealSession({ id: 'nobody', sessionVersion: 1 })
    for (const value of [`${cookie.value}x`, 'nonsense', 'a.b.c.d.e', '', nobody.value]) {
      expect(await see({ name: cookie.name, value })).toMatchObject({ kind: 'anonymous' })
    }
  })
})

describe('sign-in', () => {
  const attempt = (email: string, password: string, address = '192.0.2.9') =>
    signIn({ email, password, address }).then(
      () => 'signed in',
      (error: AppError) => `${error.code} ${error.reason}`,
    )

  test('answers a wrong password, an unknown and a suspended account alike', async () => {
    const admin = await addPerson('admin')
    const active = await addPerson('researcher')
    const suspended = await addPerson('researcher')
    suspendPerson(admin, suspended.userId)
    const answers = [
      await attempt(active.email, 'not the password'),
      await attempt('nobody@example.org', TEST_PASSWORD, '192.0.2.10'),
      await attempt(suspended.email, TEST_PASSWORD, '192.0.2.11'),
    ]
    expect(new Set(answers)).toEqual(new Set(['unauthenticated signInFailed']))
  })

  test('is written down without what was typed', async () => {
    const person = await addPerson('researcher')
    await attempt(person.email, 'my dear password')
    await attempt('my dear password', 'x')
    await attempt(person.email, TEST_PASSWORD)
    const events = database().select().from(auditEvents).all().slice(-3)
    expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['user.sign_in_failed', person.userId],
      ['user.sign_in_failed', 'unknown'],
      ['user.signed_in', person.userId],
    ])
    expect(JSON.stringify(events)).not.toContain('my dear password')
    expect(JSON.stringify(database().select().from(rateLimits).all())).not.toContain(person.email)
  })

  test('fifty attempts with changing headers are limited as one', async () => {
    const person = await addPerson('admin')
    const answers = []
    for (let i = 0; i < 50; i++) {
      const headers: Record<string, string> = {
        'x-forwarded-for': `198.51.100.${i}`,
        'x-real-ip': `198.51.100.${i}`,
        forwarded: `for=198.51.100.${i}`,
        'x-govah-client-address': `198.51.100.${i}`,
      }
      replaceForwardingHeaders(headers, {
        socketAddress: '127.0.0.1',
        trustedProxyCount: 0,
        publicUrl: 'http://127.0.0.1:3000',
      })
      const address = headers['x-govah-client-address'] ?? ''
      answers.push(await attempt(person.email, 'not it, surely', address))
    }
    expect(answers.filter((answer) => answer.startsWith('unauthenticated')).length).toBeLessThan(6)
    expect(answers.at(-1)).toBe('rate_limited rateLimited')
    expect(await attempt(person.email, TEST_PASSWORD, '127.0.0.1')).toContain('rate_limited')
  })

  test('fifty accounts tried from one address are limited by the address', async () => {
    const answers = []
    for (let i = 0; i < 50; i++) answers.push(await attempt(`somebody-${i}@example.org`, 'no'))
    expect(answers.filter((answer) => answer.startsWith('unauthenticated')).length).toBeLessThan(20)
  })

  test('a stranger elsewhere cannot shut the owner out', async () => {
    const person = await addPerson('admin')
    for (let i = 0; i < 8; i++) await attempt(person.email, 'not it, surely', '203.0.113.5')
    expect(await attempt(person.email, TEST_PASSWORD, '192.0.2.77')).toBe('signed in')
  })

  test('to a password that was changed meanwhile fails', async () => {
    const person = await addPerson('researcher')
    const underWay = attempt(person.email, TEST_PASSWORD)
    const changed = { passwordHash: 'changed meanwhile' }
    database().update(users).set(changed).where(eq(users.id, person.userId)).run()
    expect(await underWay).toBe('unauthenticated signInFailed')
  })
})

describe('the limits', () => {
  const START = Date.parse('2026-05-01T10:00:00Z')

  test('grow for one account from one address, to a minute and no further', () => {
    const waits: number[] = []
    let passed = 0
    for (let second = 0; second < 600; second++) {
      try {
        beginAttempt('a@example.org', '192.0.2.1', new Date(START + second * 1000))
        passed += 1
      } catch (error) {
        waits.push((error as AppError).values.seconds as number)
      }
    }
    expect(passed).toBeLessThan(20)
    expect(Math.max(...waits)).toBeGreaterThan(50)
    expect(Math.max(...waits)).toBeLessThanOrEqual(60)
    const later = new Date(START + 661_000)
    expect(() => beginAttempt('a@example.org', '192.0.2.1', later)).not.toThrow()
  })

  test('never refuse an account as a whole, only slow it down by seconds', () => {
    let slowest = 0
    for (let i = 0; i < 100; i++) {
      const { slowDownMs } = beginAttempt('a@example.org', `192.0.2.${i}`, new Date(START))
      slowest = Math.max(slowest, slowDownMs)
    }
    expect(slowest).toBe(3000)
  })

  test('are forgotten for the account at success, and at the address only that attempt', () => {
    const now = new Date(START)
    for (let i = 0; i < 40; i++) beginAttempt('mine@example.org', '192.0.2.2', now).succeeded()
    expect(() => beginAttempt('mine@example.org', '192.0.2.2', now)).not.toThrow()

    for (let i = 0; i < 12; i++) beginAttempt(`other-${i}@example.org`, '192.0.2.3', now)
    beginAttempt('mine@example.org', '192.0.2.3', now).succeeded()
    const goOn = () => {
      for (let i = 20; i < 24; i++) beginAttempt(`other-${i}@example.org`, '192.0.2.3', now)
    }
    expect(goOn).toThrow('rateLimited')
  })
})
