import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, inject, vi } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { createArchive } from '#lib/archive/commands.ts'
import { closeDatabase, useDatabase } from '#lib/database.ts'
import { createPerson } from '#lib/people/commands.ts'
import type { Role, Viewer } from '#lib/viewer.ts'

export const SYSTEM: Viewer = { kind: 'system', reason: 'test' }
export const ANONYMOUS: Viewer = { kind: 'anonymous', admitted: true }
/** Of everybody whom `addPerson` makes. */
export const TEST_PASSWORD = 'a long enough password'

/**
 * Gives every test of the file its own data folder, secrets and migrated database, opened by production code, with an
 * archive in it (`null`: without one).
 */
export function useTestDatabase(kind: 'demo' | 'real' | null = 'demo'): void {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'govah-test-'))
    const file = path.join(folder, 'govah.db')
    copyFileSync(inject('templateDatabase'), file)
    vi.stubEnv('GOVAH_DATA', folder)
    // Never somebody's own server; tests that need one name it themselves.
    vi.stubEnv('MEILISEARCH_URL', '')
    const opened = openDatabase(file)
    // Nobody cuts the power during a test of rules; `torture` tests what is kept when the product is killed.
    opened.$client.pragma('synchronous = OFF')
    useDatabase(opened)
    if (kind) createArchive(SYSTEM, kind)
  })
  afterEach(() => {
    closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
}

let people = 0

/** A person with an account, as the viewer that they are when signed in. */
export async function addPerson(
  role: Role,
  fields: { email?: string; name?: string; password?: string } = {},
): Promise<Extract<Viewer, { kind: 'user' }>> {
  people += 1
  const email = fields.email ?? `${role}-${people}@example.org`
  const name = fields.name ?? `The ${role} ${people}`
  const password = fields.password ?? TEST_PASSWORD
  const { id } = await createPerson(SYSTEM, { email, name, role, password })
  return { kind: 'user', userId: id, name, email, role }
}
