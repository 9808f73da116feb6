import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { imports, statements, users } from '#db/schema/index.ts'
import { findBrokenEvent } from '#lib/audit/record.ts'
import { database } from '#lib/database.ts'
import { uploadsPath } from '#lib/env.ts'
import {
  changeChoices,
  discardImport,
  pauseImport,
  resumeImport,
  startImport,
  startImports,
  undoImport,
  uploadImport,
} from '#lib/importing/commands.ts'
import { readImportHealth } from '#lib/importing/health.ts'
import { claimImport } from '#lib/importing/lease.ts'
import { countImports, listImports } from '#lib/importing/lists.ts'
import { readImport, readPreview, readProgress } from '#lib/importing/queries.ts'
import { followImport, startImportService, stopImportService } from '#lib/importing/service.ts'
import { keepUpload } from '#lib/importing/uploads.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import { fileOf, importFile, jsonLines, prepareImport } from '#tests/support/importing.ts'

useTestDatabase()

const records = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), text: `Account ${index}.` }))
const countStatements = () => database().select().from(statements).all().length
const kept = () => (existsSync(uploadsPath()) ? readdirSync(uploadsPath()) : [])
const stateOf = (viewer: Viewer, importId: string) => readProgress(viewer, importId).state

describe('a file', () => {
  it('is kept sealed and for its owner alone, until its import ends', async () => {
    const archivist = await addPerson('archivist')
    const importId = await prepareImport(
      archivist,
      jsonLines({ id: '1', witness: 'Nora Invented Veld', text: 'I saw it.' }),
    )
    expect(kept().sort()).toEqual([`${importId}.preview`, `${importId}.sealed`])
    for (const name of kept()) {
      const path = join(uploadsPath(), name)
      expect(statSync(path).mode & 0o077).toBe(0)
      expect(readFileSync(path, 'latin1')).not.toContain('Veld')
      expect(readFileSync(path, 'latin1')).not.toContain('I saw it')
    }
    expect(JSON.stringify(database().select().from(imports).all())).not.toContain('Veld')
    startImport(archivist, importId, 1)
    await followImport(importId)
    expect(kept()).toEqual([])
  })

  it('that was changed on the disk, or taken from another import, is not read', async () => {
    const archivist = await addPerson('archivist')
    const [one, other] = [
      await uploadImport(archivist, jsonLines({ text: 'One.' })),
      await uploadImport(archivist, jsonLines({ text: 'Two.' })),
    ]
    const pathOf = (id: string) => join(uploadsPath(), `${id}.sealed`)
    writeFileSync(pathOf(other), readFileSync(pathOf(one)))
    await followImport(other)
    expect(readProgress(archivist, other)).toMatchObject({
      state: 'failed',
      failure: { reason: 'import.fileGone' },
    })
    await followImport(one)
    expect(stateOf(archivist, one)).toBe('ready')
  })

  it('that is too large or empty leaves nothing behind', async () => {
    await expect(keepUpload('x', fileOf('x', 'four').bytes, 3)).rejects.toMatchObject({
      reason: 'import.fileTooLarge',
    })
    await expect(keepUpload('x', fileOf('x', '').bytes)).rejects.toMatchObject({
      reason: 'import.fileMissing',
    })
    expect(kept()).toEqual([])
  })

  it('that cannot be read says why, and can be read as something else', async () => {
    const archivist = await addPerson('archivist')
    const importId = await prepareImport(archivist, fileOf('a.txt', 'I was there.'), {
      kind: 'press-report',
    })
    expect(readProgress(archivist, importId)).toMatchObject({
      state: 'failed',
      failure: { reason: 'import.nobodySpeaks' },
    })
    expect(() => startImport(archivist, importId, 1)).toThrow(
      expect.objectContaining({ reason: 'import.notNow' }),
    )
    expect(changeChoices(archivist, importId, 1, { kind: 'text' })).toBe(2)
    await followImport(importId)
    expect(await readPreview(archivist, importId)).toMatchObject({ kind: 'text', total: 1 })
  })

  it('is not brought in by a preview that nobody has seen', async () => {
    const archivist = await addPerson('archivist')
    const importId = await prepareImport(archivist, fileOf('a.txt', '{"text":"I was there."}'))
    changeChoices(archivist, importId, 1, { kind: 'jsonl' })
    await followImport(importId)
    expect(() => startImport(archivist, importId, 1)).toThrow(
      expect.objectContaining({ code: 'conflict', reason: 'import.choicesChanged' }),
    )
    expect(() => changeChoices(archivist, importId, 1, {})).toThrow(
      expect.objectContaining({ reason: 'import.choicesChanged' }),
    )
    expect(countStatements()).toBe(0)
  })

  it('is erased with its import when it is discarded', async () => {
    const archivist = await addPerson('archivist')
    const importId = await prepareImport(archivist, jsonLines({ text: 'One.' }))
    await discardImport(archivist, importId)
    expect(kept()).toEqual([])
    expect(listImports(archivist)).toEqual([])
    const done = await importFile(archivist, jsonLines({ text: 'Two.' }))
    await expect(discardImport(archivist, done.id)).rejects.toMatchObject({
      reason: 'import.notNow',
    })
  })
})

describe('several together', () => {
  it('are begun as they were seen; what changed meanwhile, or is not theirs, waits', async () => {
    const archivist = await addPerson('archivist')
    const other = await addPerson('archivist')
    const ids = [
      await prepareImport(archivist, jsonLines({ text: 'One.' })),
      await prepareImport(archivist, jsonLines({ text: 'Two.' })),
      await prepareImport(other, jsonLines({ text: 'Three.' })),
    ]
    changeChoices(archivist, ids[1]!, 1, { kind: 'jsonl' })
    const seen = ids.map((importId) => ({ importId, version: 1 }))
    expect(startImports(archivist, seen)).toBe(1)
    expect(stateOf(archivist, ids[0]!)).toBe('running')
    expect(stateOf(other, ids[2]!)).toBe('ready')
    expect(() => startImports(ANONYMOUS, seen)).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    )
  })
})

describe('a run', () => {
  it('is paused between two records and resumed after the last one', async () => {
    const archivist = await addPerson('archivist')
    const importId = await prepareImport(archivist, jsonLines(...records(30)))
    startImport(archivist, importId, 1)
    let seen = 0
    await followImport(importId, {
      onItem: () => {
        seen += 1
        if (seen === 5) pauseImport(archivist, importId)
      },
    })
    const paused = readProgress(archivist, importId)
    expect(paused).toMatchObject({ state: 'paused', total: 30, failure: null })
    expect(paused.done).toBeLessThan(30)
    expect(countStatements()).toBe(paused.done)
    await followImport(importId)
    expect(countStatements()).toBe(paused.done)

    resumeImport(archivist, importId)
    await followImport(importId)
    const report = readImport(archivist, importId)
    expect(report).toMatchObject({ state: 'finished', done: 30, counts: { created: 30 } })
    expect(report.items.map(({ record }) => record)).toEqual(records(30).map(({ id }) => id))
    expect(countStatements()).toBe(30)
    expect(findBrokenEvent(database())).toBeNull()
  })

  it('is taken on by one process at a time, and by another when the first falls silent', async () => {
    const archivist = await addPerson('archivist')
    const importId = await prepareImport(archivist, jsonLines(...records(3)))
    startImport(archivist, importId, 1)
    const now = Date.now()
    expect(claimImport(importId, 'first', now)).not.toBeNull()
    expect(claimImport(importId, 'second', now + 5_000)).toBeNull()
    expect(claimImport(importId, 'second', now + 11_000)).toMatchObject({ runner: 'second' })
    expect(claimImport(importId, 'first', now + 12_000)).toBeNull()
  })

  it('goes on in the background, and after a stop of the server from where it stood', async () => {
    const archivist = await addPerson('archivist')
    const importId = await prepareImport(archivist, jsonLines(...records(200)))
    startImport(archivist, importId, 1)
    startImportService()
    await expect.poll(() => readProgress(archivist, importId).done, { timeout: 20_000 }).not.toBe(0)
    await stopImportService()
    const { done, state } = readProgress(archivist, importId)
    expect(state).toBe('running')
    startImportService()
    await expect.poll(() => stateOf(archivist, importId), { timeout: 20_000 }).toBe('finished')
    await stopImportService()
    expect(done).toBeLessThanOrEqual(200)
    expect(countStatements()).toBe(200)
    expect(kept()).toEqual([])
  })

  it('stops when whoever started it may not import any more', async () => {
    const archivist = await addPerson('archivist')
    const admin = await addPerson('admin')
    const importId = await prepareImport(archivist, jsonLines(...records(30)))
    startImport(archivist, importId, 1)
    await followImport(importId, {
      onItem: () => {
        database()
          .update(users)
          .set({ status: 'suspended' })
          .where(eq(users.id, archivist.userId))
          .run()
      },
    })
    const progress = readProgress(admin, importId)
    expect(progress).toMatchObject({
      state: 'paused',
      failure: { reason: 'import.notAllowedAnyMore' },
    })
    expect(countStatements()).toBe(progress.done)
    expect(progress.done).toBeLessThan(30)
  })
})

describe('health', () => {
  it('tells imports that nobody works on from those that wait for their turn', async () => {
    const archivist = await addPerson('archivist')
    const ids = [
      await uploadImport(archivist, jsonLines({ text: 'One.' })),
      await uploadImport(archivist, jsonLines({ text: 'Two.' })),
    ]
    const now = Date.now()
    expect(readImportHealth(ANONYMOUS, now)).toEqual({ working: 2, stuck: 0, stopped: 0, kept: 2 })
    const later = now + 120_000
    expect(readImportHealth(ANONYMOUS, later)).toMatchObject({ working: 2, stuck: 2 })
    claimImport(ids[0]!, 'alive', later)
    expect(readImportHealth(ANONYMOUS, later)).toMatchObject({ working: 2, stuck: 0 })
    expect(readImportHealth(ANONYMOUS, later + 120_000)).toMatchObject({ working: 2, stuck: 2 })
  })
})

describe('the list of imports', () => {
  it('comes in pages, newest first, and tells of all of them what waits', async () => {
    const archivist = await addPerson('archivist')
    const ids: string[] = []
    for (let number = 0; number < 5; number += 1) {
      ids.unshift(await prepareImport(archivist, jsonLines({ text: `Account ${number}.` })))
    }
    const pages = [1, 2, 3, 4].map((page) => listImports(archivist, { page, perPage: 2 }))
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1, 0])
    expect(pages.flat().map(({ id }) => id)).toEqual(ids)
    expect(countImports(archivist)).toMatchObject({ total: 5, isWorking: false })
    expect(countImports(archivist).ready.map(({ importId }) => importId)).toEqual(ids)

    const [{ importId, version } = { importId: '', version: 0 }] = countImports(archivist).ready
    startImport(archivist, importId, version)
    expect(countImports(archivist).isWorking).toBe(true)
    await followImport(importId)
    expect(countImports(archivist)).toMatchObject({ total: 5, isWorking: false })
    expect(countImports(archivist).ready).toHaveLength(4)
  })
})

describe('who may not', () => {
  it('researchers and strangers are refused everything', async () => {
    const archivist = await addPerson('archivist')
    const { id } = await importFile(archivist, jsonLines(...records(2)))
    const ready = await prepareImport(archivist, jsonLines({ text: 'Ready.' }))
    for (const [viewer, code] of [
      [await addPerson('researcher'), 'forbidden'],
      [ANONYMOUS, 'unauthenticated'],
    ] as const) {
      await refuseAll(viewer, code, id, ready)
      await expect(uploadImport(viewer, jsonLines({ text: 'No.' }))).rejects.toMatchObject({ code })
      expect(() => listImports(viewer)).toThrow(expect.objectContaining({ code }))
      expect(() => countImports(viewer)).toThrow(expect.objectContaining({ code }))
      expect(() => readImport(viewer, id)).toThrow(expect.objectContaining({ code }))
      expect(() => readProgress(viewer, id)).toThrow(expect.objectContaining({ code }))
    }
    expect(countStatements()).toBe(2)
    expect(stateOf(archivist, ready)).toBe('ready')
  })

  it("others find no import of somebody else's; an admin looks on and does nothing with it", async () => {
    const archivist = await addPerson('archivist')
    const { id } = await importFile(archivist, jsonLines(...records(2)))
    const ready = await prepareImport(archivist, jsonLines({ text: 'Ready.' }))
    const other = await addPerson('archivist')
    const admin = await addPerson('admin')
    for (const viewer of [other, admin]) await refuseAll(viewer, 'not_found', id, ready)
    const refused = expect.objectContaining({ code: 'not_found' })
    expect(listImports(other)).toEqual([])
    expect(countImports(other)).toEqual({ total: 0, isWorking: false, ready: [] })
    expect(() => readImport(other, id)).toThrow(refused)
    expect(() => readProgress(other, id)).toThrow(refused)
    expect(readImport(admin, id).items[0]?.reference).toBeTruthy()
    expect(listImports(admin)).toHaveLength(2)
    expect(countImports(admin)).toEqual({ total: 2, isWorking: false, ready: [] })
    expect(stateOf(archivist, id)).toBe('finished')
  })

  async function refuseAll(viewer: Viewer, code: string, done: string, ready: string) {
    const refused = expect.objectContaining({ code })
    expect(() => changeChoices(viewer, ready, 1, {})).toThrow(refused)
    expect(() => startImport(viewer, ready, 1)).toThrow(refused)
    expect(() => pauseImport(viewer, ready)).toThrow(refused)
    expect(() => resumeImport(viewer, ready)).toThrow(refused)
    expect(() => undoImport(viewer, done)).toThrow(refused)
    await expect(discardImport(viewer, ready)).rejects.toEqual(refused)
    await expect(readPreview(viewer, ready)).rejects.toEqual(refused)
  }
})
