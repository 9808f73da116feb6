import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { authSecretPath, identityKeyPath } from '#lib/env.ts'
import { readAuthSecret, readIdentityKey } from '#lib/secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'govah-secrets-'))
  vi.stubEnv('GOVAH_DATA', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('makes each secret once, for its owner alone', () => {
  expect(readIdentityKey()).toHaveLength(32)
  expect(readIdentityKey()).toEqual(readIdentityKey())
  expect(readAuthSecret()).toBe(readAuthSecret())
  expect(statSync(identityKeyPath()).mode & 0o777).toBe(0o600)
  expect(statSync(authSecretPath()).mode & 0o777).toBe(0o600)
})

it('refuses a secret that others can read', () => {
  readIdentityKey()
  chmodSync(identityKeyPath(), 0o640)
  expect(() => readIdentityKey()).toThrow(/others/)
})

it('refuses a key of the wrong length', () => {
  readIdentityKey()
  writeFileSync(identityKeyPath(), 'c2hvcnQ=')
  expect(() => readIdentityKey()).toThrow(/32 bytes/)
})
