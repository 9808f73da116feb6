import { verify } from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { checkPassword, hashPassword, verifyPassword } from '#lib/auth/passwords.ts'
import type { AppError } from '#lib/errors.ts'

// Watched, not replaced: what is counted is the library's own work.
vi.mock('@node-rs/argon2', async (load) => {
  const argon2 = await load<typeof import('@node-rs/argon2')>()
  return { ...argon2, verify: vi.fn(argon2.verify) }
})

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

test('without an account no password is right, and the same work is done', async () => {
  const parameters = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/
  const hash = await hashPassword('correct horse battery')
  for (const compared of [null, hash]) {
    vi.mocked(verify).mockClear()
    expect(await verifyPassword('a wrong password', compared)).toBe(false)
    expect(vi.mocked(verify).mock.calls).toEqual([
      [compared ?? expect.stringMatching(parameters), 'a wrong password'],
    ])
  }
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
