import { expect, test } from 'vitest'
import { checkPassword, hashPassword, verifyPassword } from '#lib/auth/passwords.ts'
import type { AppError } from '#lib/errors.ts'

test('a password is kept as argon2id with 19 MiB and two passes, salted', async () => {
  const [first, second] = await Promise.all([
    hashPassword('correct horse battery'),
    hashPassword('correct horse battery'),
  ])
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(first).not.toBe(second)
})

test('only the same password is the same, however its letters are composed', async () => {
  const hash = await hashPassword('café گذرواژه‌ی بلند')
  expect(await verifyPassword('cafe\u0301 گذرواژه‌ی بلند', hash)).toBe(true)
  expect(await verifyPassword('cafe گذرواژه‌ی بلند', hash)).toBe(false)
  expect(await verifyPassword('', hash)).toBe(false)
  expect(await verifyPassword('x'.repeat(5000), hash)).toBe(false)
})

test('without an account no password is right, and it takes as long', async () => {
  const hash = await hashPassword('correct horse battery')
  await verifyPassword('warm up', null)
  // The shortest of several in turn: a busy machine makes some of both longer, and none shorter.
  const shortest = { without: Infinity, with: Infinity }
  for (let i = 0; i < 12; i++) {
    for (const [account, compared] of [['without', null] as const, ['with', hash] as const]) {
      const start = performance.now()
      await verifyPassword('a wrong password', compared)
      shortest[account] = Math.min(shortest[account], performance.now() - start)
    }
  }
  const ratio = shortest.without / shortest.with
  expect(ratio).toBeGreaterThan(0.4)
  expect(ratio).toBeLessThan(2.5)
  expect(await verifyPassword('no account has this password', null)).toBe(false)
})

test.each([
  ['eleven char', 'passwordTooShort'],
  ['x'.repeat(201), 'passwordTooLong'],
  ['Somebody@Example.org', 'passwordIsEmail'],
])('refuses %s', (password, reason) => {
  const refused = (() => {
    try {
      checkPassword(password, 'somebody@example.org')
      return null
    } catch (error) {
      return error as AppError
    }
  })()
  expect(refused).toMatchObject({ code: 'invalid', reason, fields: { password: reason } })
})

test('twelve characters are enough', () => {
  expect(() => checkPassword('دوازده نویسه', 'somebody@example.org')).not.toThrow()
})
