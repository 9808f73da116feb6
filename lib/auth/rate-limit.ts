import { createHmac } from 'node:crypto'
import { eq, inArray, lt, sql } from 'drizzle-orm'
import { rateLimits } from '#db/schema/index.ts'
import { type Transaction, write } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { readAuthSecret } from '#lib/secrets.ts'

interface Rule {
  /** Attempts without any delay. */
  free: number
  /** Delay after the first attempt that is not free, in milliseconds; doubled by each further one. */
  firstDelayMs: number
  longestDelayMs: number
  /** Counting begins anew after this time. */
  windowMs: number
}

/**
 * Three counters. One account from one address, and one address as a whole, are refused until their delay is over.
 * One account as a whole is only slowed down, by seconds: whoever types wrong passwords for it from elsewhere must
 * not be able to shut its owner out. No delay is ever longer than a minute.
 */
const PAIR: Rule = { free: 3, firstDelayMs: 1000, longestDelayMs: 60_000, windowMs: 3_600_000 }
const ADDRESS: Rule = { free: 15, firstDelayMs: 1000, longestDelayMs: 60_000, windowMs: 900_000 }
const ACCOUNT: Rule = { free: 10, firstDelayMs: 250, longestDelayMs: 3000, windowMs: 900_000 }

const FORGET_AFTER_MS = 86_400_000

export interface Attempt {
  /** To be waited before the password is looked at, in milliseconds. */
  slowDownMs: number
  /** Takes the attempt back: it succeeded. */
  succeeded(): void
}

/**
 * Counts an attempt to prove who one is, before anything is looked at, so that attempts made at once are counted too.
 * A refused attempt does not count.
 * @throws AppError `rate_limited` with the seconds to wait.
 */
export function beginAttempt(account: string, address: string, now: Date = new Date()): Attempt {
  const subjects = {
    address: nameSubject('address', address),
    pair: nameSubject('pair', `${account.toLowerCase()}\n${address}`),
    account: nameSubject('account', account.toLowerCase()),
  }
  const outcome = write((tx) => {
    const waitMs = Math.max(
      remainingMs(tx, subjects.address, now),
      remainingMs(tx, subjects.pair, now),
    )
    if (waitMs > 0) return { waitMs, slowDownMs: 0 }
    tx.delete(rateLimits)
      .where(
        lt(rateLimits.windowStartedAt, new Date(now.getTime() - FORGET_AFTER_MS).toISOString()),
      )
      .run()
    count(tx, subjects.address, ADDRESS, now)
    count(tx, subjects.pair, PAIR, now)
    return { waitMs: 0, slowDownMs: count(tx, subjects.account, ACCOUNT, now) }
  })
  if (outcome.waitMs > 0) {
    const seconds = Math.ceil(outcome.waitMs / 1000)
    throw new AppError('rate_limited', 'rateLimited', { values: { seconds }, data: { seconds } })
  }
  return {
    slowDownMs: outcome.slowDownMs,
    succeeded: () =>
      write((tx) => {
        tx.delete(rateLimits)
          .where(inArray(rateLimits.subject, [subjects.pair, subjects.account]))
          .run()
        // Only this one attempt: signing in to one's own account must not wipe out guesses at others.
        tx.update(rateLimits)
          .set({
            attempts: sql`max(0, ${rateLimits.attempts} - 1)`,
            nextAttemptAt: now.toISOString(),
          })
          .where(eq(rateLimits.subject, subjects.address))
          .run()
      }),
  }
}

function remainingMs(tx: Transaction, subject: string, now: Date): number {
  const row = tx.select().from(rateLimits).where(eq(rateLimits.subject, subject)).get()
  return row ? new Date(row.nextAttemptAt).getTime() - now.getTime() : 0
}

/** Counts one attempt and returns the delay that follows from it, in milliseconds. */
function count(tx: Transaction, subject: string, rule: Rule, now: Date): number {
  const row = tx.select().from(rateLimits).where(eq(rateLimits.subject, subject)).get()
  const isOver =
    row !== undefined && now.getTime() - new Date(row.windowStartedAt).getTime() > rule.windowMs
  const attempts = row && !isOver ? row.attempts + 1 : 1
  const delayMs = delayAfter(attempts, rule)
  const values = {
    attempts,
    windowStartedAt: row && !isOver ? row.windowStartedAt : now.toISOString(),
    nextAttemptAt: new Date(now.getTime() + delayMs).toISOString(),
  }
  tx.insert(rateLimits)
    .values({ subject, ...values })
    .onConflictDoUpdate({ target: rateLimits.subject, set: values })
    .run()
  return delayMs
}

function delayAfter(attempts: number, rule: Rule): number {
  if (attempts < rule.free) return 0
  return Math.min(rule.longestDelayMs, rule.firstDelayMs * 2 ** Math.min(attempts - rule.free, 20))
}

/** Counters name nobody: whoever reads the table learns neither addresses nor who tried to sign in. */
function nameSubject(kind: string, value: string): string {
  const digest = createHmac('sha256', readAuthSecret()).update(`${kind}\n${value}`).digest('hex')
  return `${kind}:${digest}`
}
