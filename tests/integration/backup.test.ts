import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBackup } from '#lib/backup/create.ts'
import { restoreBackup } from '#lib/backup/restore.ts'
import { closeDatabase, database } from '#lib/database.ts'
import { identityKeyPath } from '#lib/env.ts'
import { readIdentity } from '#lib/statements/work.ts'
import { ANONYMOUS, addPerson, SYSTEM, useTestDatabase } from '#tests/support/database.ts'
import { INVENTED_NAME, makeDraft, submit } from '#tests/support/factories.ts'

useTestDatabase('real')

let outside: string
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'govah-backup-'))
})
afterEach(() => {
  rmSync(outside, { recursive: true })
})

const place = (name: string) => join(outside, name)

/** Every row of every table, as it stands in the open database. */
function readEverything(): Record<string, unknown[]> {
  const { $client } = database()
  const tables = $client
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => [table, $client.prepare(`select * from "${table}"`).all()]),
  )
}

async function makeArchive() {
  const archivist = await addPerson('archivist')
  const reference = makeDraft(archivist)
  submit(archivist, reference)
  makeDraft(archivist)
  return { archivist, reference }
}

describe('a backup', () => {
  it('comes back equal in every row, and opens its identities with the key', async () => {
    const { archivist, reference } = await makeArchive()
    const before = readEverything()
    await createBackup(SYSTEM, place('kept'), { withKey: true })

    closeDatabase()
    vi.stubEnv('GOVAH_DATA', place('restored'))
    await restoreBackup(SYSTEM, place('kept'))
    expect(readEverything()).toEqual(before)
    expect(readIdentity(archivist, reference).legalName).toBe(INVENTED_NAME)
    expect(statSync(identityKeyPath()).mode & 0o777).toBe(0o600)
  })

  it('leaves the key out unless it is asked for', async () => {
    await makeArchive()
    const manifest = await createBackup(SYSTEM, place('kept'), { withKey: false })
    expect(manifest.files.map((file) => file.name)).toEqual(['govah.db'])
    expect(existsSync(place('kept/identity.key'))).toBe(false)
    expect(readFileSync(place('kept/govah.db')).includes(readFileSync(identityKeyPath()))).toBe(
      false,
    )
  })

  it('is for the machine alone: nobody who signs in may make or restore one', async () => {
    const admin = await addPerson('admin')
    for (const viewer of [admin, ANONYMOUS]) {
      const denied = { code: 'not_found' }
      await expect(createBackup(viewer, place('kept'), { withKey: true })).rejects.toMatchObject(
        denied,
      )
      await expect(restoreBackup(viewer, place('kept'))).rejects.toMatchObject(denied)
    }
    expect(existsSync(place('kept'))).toBe(false)
  })

  it('goes into no folder that holds something', async () => {
    mkdirSync(place('kept'))
    writeFileSync(place('kept/other.txt'), 'other')
    await expect(createBackup(SYSTEM, place('kept'), { withKey: false })).rejects.toThrow(
      /not empty/,
    )
  })

  it('is not reported when the copy is unsound, and leaves nothing behind', async () => {
    await makeArchive()
    const { $client } = database()
    $client.exec('drop trigger audit_events_no_update')
    $client.exec("update audit_events set action = 'user.restored' where id = 2")
    await expect(createBackup(SYSTEM, place('kept'), { withKey: false })).rejects.toThrow(
      /audit chain breaks at 2/,
    )
    expect(existsSync(place('kept'))).toBe(false)
  })

  it('notices a sealed revision whose text was changed behind its back', async () => {
    await makeArchive()
    const { $client } = database()
    $client.exec('drop trigger revisions_sealed_content')
    $client.exec(`update revisions set content = replace(content, 'ledger', 'purse') where id = 1`)
    await expect(createBackup(SYSTEM, place('kept'), { withKey: false })).rejects.toThrow(
      /revision 1 does not match its hash/,
    )
  })
})

describe('restoring', () => {
  it('refuses a data folder that is not empty', async () => {
    await createBackup(SYSTEM, place('kept'), { withKey: false })
    await expect(restoreBackup(SYSTEM, place('kept'))).rejects.toThrow(/not empty/)
  })

  it('refuses a file that is not the one of the manifest, and writes nothing', async () => {
    await createBackup(SYSTEM, place('kept'), { withKey: false })
    appendFileSync(place('kept/govah.db'), 'x')
    vi.stubEnv('GOVAH_DATA', place('restored'))
    await expect(restoreBackup(SYSTEM, place('kept'))).rejects.toThrow(/not the file/)
    expect(existsSync(place('restored'))).toBe(false)
  })

  it('refuses a manifest that names other files', async () => {
    await createBackup(SYSTEM, place('kept'), { withKey: false })
    const manifest = JSON.parse(readFileSync(place('kept/manifest.json'), 'utf8'))
    manifest.files[0].name = '../../etc/passwd'
    writeFileSync(place('kept/manifest.json'), JSON.stringify(manifest))
    vi.stubEnv('GOVAH_DATA', place('restored'))
    await expect(restoreBackup(SYSTEM, place('kept'))).rejects.toThrow(/name/)
  })
})
