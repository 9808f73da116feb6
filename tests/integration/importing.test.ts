import { eq, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it, vi } from 'vitest'
import {
  authorityNames,
  imports,
  occasions,
  revisions,
  sources,
  statements,
} from '#db/schema/index.ts'
import { createAuthority } from '#lib/authorities/commands.ts'
import { readConsents } from '#lib/consent/store.ts'
import { database, write } from '#lib/database.ts'
import { resumeImport, startImport, undoImport } from '#lib/importing/commands.ts'
import { listImports } from '#lib/importing/lists.ts'
import { linkNamed } from '#lib/importing/named-records.ts'
import { readImport, readPreview } from '#lib/importing/queries.ts'
import { followImport } from '#lib/importing/service.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import { saveDraft } from '#lib/statements/drafting.ts'
import type { Viewer } from '#lib/viewer.ts'
import { unsafeReadIdentity } from '#lib/witnesses/vault.ts'
import { addPerson, useTestDatabase } from '#tests/support/database.ts'
import { fileOf, importFile, jsonLines, prepareImport } from '#tests/support/importing.ts'

useTestDatabase()

const REPORT = `Witnesses of the Ostra flood speak

Source: Merland Courier

LINDHOLM, 4 May 2023 — A conference in Lindholm on Wednesday heard two witnesses of the flood.

“We heard the dam before we saw it,” said Nora Veld, a retired schoolteacher.

“I wrote three letters myself,” said Tomas Brandt, the former lock keeper.
`
const report = () => fileOf('report.txt', REPORT)
const count = (table: SQLiteTable) => database().select().from(table).all().length
const countStatements = () => count(statements)
const undo = async (viewer: Viewer, importId: string) => {
  undoImport(viewer, importId)
  await followImport(importId)
}

describe('records', () => {
  it('makes the drafts of a press report with one source, one occasion and public names', async () => {
    const archivist = await addPerson('archivist')
    const { counts, items } = await importFile(archivist, report())
    expect(counts).toMatchObject({ created: 2, skipped: 0, failed: 0, changed: 0 })
    expect(count(sources)).toBe(1)
    expect(count(occasions)).toBe(1)

    const found = findStatement(database(), items[0]!.reference!)!
    const content = JSON.parse(found.revision.content)
    expect(content).toMatchObject({
      titles: { en: 'Nora Veld – Lindholm, 3 May 2023' },
      generation: 'excerpt',
      witness: { displayMode: 'real_name', displayName: { en: 'Nora Veld' } },
      declarations: { namesAllegedPerpetrator: null, concernsMinor: null },
      taking: { method: 'from_publication', dateGiven: { edtf: '2023-05-03' } },
    })
    expect(content.source.sourceId).toBeTruthy()
    expect(content.taking.occasionId).toBeTruthy()
    const [passage] = content.text.passages
    expect(REPORT.slice(passage.origin.start, passage.origin.end)).toBe(passage.text)
    expect(readConsents(database(), found.revision.id)).toMatchObject([
      { purpose: 'preserve', basis: 'already_public' },
      { purpose: 'publish_named', basis: 'already_public' },
    ])
    expect(unsafeReadIdentity(database(), found.statement.id)).toMatchObject({
      legalName: 'Nora Veld',
      occupation: 'retired schoolteacher',
    })
  })

  it('creates nothing twice, and names a changed record without touching its draft', async () => {
    const archivist = await addPerson('archivist')
    expect((await importFile(archivist, report())).counts.created).toBe(2)
    const again = await importFile(archivist, report())
    expect(again.counts).toMatchObject({ created: 0, skipped: 2 })
    expect(again.items[0]).toMatchObject({
      reason: 'alreadyImported',
      reference: expect.stringMatching(/^GV-/),
    })
    expect(count(sources)).toBe(1)

    const record = { id: '1', source: 'Ostra', text: 'First words.' }
    await importFile(archivist, jsonLines(record))
    const changed = await importFile(archivist, jsonLines({ ...record, text: 'Other words.' }))
    expect(changed.counts).toMatchObject({ created: 0, changed: 1 })
    const same = await prepareImport(archivist, jsonLines(record))
    expect((await readPreview(archivist, same))!.items[0]).toMatchObject({ status: 'skipped' })
    expect(countStatements()).toBe(3)
    const content = findStatement(database(), changed.items[0]!.reference!)!.revision.content
    expect(content).toContain('First words.')
  })

  it('tells records apart that stand twice in one file, before and after they are made', async () => {
    const archivist = await addPerson('archivist')
    const one = { id: '1', text: 'One.' }
    const file = jsonLines(one, one, { ...one, text: 'One, otherwise.' })
    const importId = await prepareImport(archivist, file)
    const foreseen = (await readPreview(archivist, importId))!.items
    expect(foreseen.map(({ status, reason }) => `${status} ${reason}`).sort()).toEqual([
      'changed otherwiseInFile',
      'created ',
      'skipped twiceInFile',
    ])
    startImport(archivist, importId, 1)
    await followImport(importId)
    expect(
      readImport(archivist, importId).items.map(({ status, reason }) => `${status} ${reason}`),
    ).toEqual(['created ', 'skipped twiceInFile', 'changed otherwiseInFile'])
  })

  it('keeps the name of a witness out of everything but the vault', async () => {
    const archivist = await addPerson('archivist')
    const { id, items } = await importFile(
      archivist,
      jsonLines({ id: '1', title: 'Nora Veld – Part 1', witness: 'Nora Veld', text: 'I saw it.' }),
    )
    const found = findStatement(database(), items[0]!.reference!)!
    expect(found.revision.content).not.toContain('Veld')
    expect(JSON.stringify(readImport(archivist, id))).not.toContain('Veld')
    expect(unsafeReadIdentity(database(), found.statement.id).legalName).toBe('Nora Veld')
  })

  it('lists every record of a file with line and reason', async () => {
    const archivist = await addPerson('archivist')
    const file = jsonLines({ id: 'a', text: 'One.' }, { id: 'b', text: '' })
    expect(await importFile(archivist, file)).toMatchObject({
      state: 'finished',
      counts: { created: 1, failed: 1 },
      untouched: 1,
      items: [
        { record: 'a', status: 'created', line: 1 },
        {
          record: 'b',
          status: 'failed',
          line: 2,
          reason: 'missing',
          field: 'text',
          reference: null,
        },
      ],
    })
  })
})

describe('bad weather', () => {
  it('leaves nothing half-made when the machine fails midway, says so, and goes on when it is resumed', async () => {
    const archivist = await addPerson('archivist')
    const noise = vi.spyOn(console, 'error').mockImplementation(() => {})
    // The machine fails in the middle of the second record, when its draft is half written.
    database().run(
      sql`CREATE TRIGGER fail BEFORE INSERT ON consents WHEN (SELECT count(*) FROM statements) = 2 BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
    )
    const stopped = await importFile(archivist, report())
    expect(noise).toHaveBeenCalledOnce()
    noise.mockClear()
    expect(stopped).toMatchObject({
      state: 'paused',
      failure: { reason: 'import.stopped' },
      counts: { created: 1 },
      done: 1,
      total: 2,
    })
    expect(countStatements()).toBe(1)
    expect(count(revisions)).toBe(1)

    database().run(sql`DROP TRIGGER fail`)
    resumeImport(archivist, stopped.id)
    await followImport(stopped.id)
    expect(readImport(archivist, stopped.id)).toMatchObject({
      state: 'finished',
      failure: null,
      counts: { created: 2 },
    })
    expect(countStatements()).toBe(2)
    expect(count(sources)).toBe(1)
    expect(count(occasions)).toBe(1)
  })
})

describe('taking back', () => {
  it('deletes untouched drafts together, keeps those that were worked on, and can be run anew', async () => {
    const archivist = await addPerson('archivist')
    const { id, items } = await importFile(archivist, report())
    const touched = findStatement(database(), items[0]!.reference!)!
    saveDraft(archivist, {
      reference: items[0]!.reference!,
      version: 1,
      content: JSON.parse(touched.revision.content),
      identity: unsafeReadIdentity(database(), touched.statement.id),
      consents: readConsents(database(), touched.revision.id),
    })
    expect(readImport(archivist, id).untouched).toBe(1)
    await undo(archivist, id)
    expect(readImport(archivist, id)).toMatchObject({
      state: 'undone',
      counts: { created: 1, deleted: 1 },
      untouched: 0,
    })
    expect(readImport(archivist, id).document).not.toBeNull()
    expect((await importFile(archivist, report())).counts).toMatchObject({ created: 1, skipped: 1 })
  })

  it('forgets the text of a report once none of its drafts is left', async () => {
    const archivist = await addPerson('archivist')
    const { id } = await importFile(archivist, report())
    expect(readImport(archivist, id).document).not.toBeNull()
    await undo(archivist, id)
    expect(readImport(archivist, id)).toMatchObject({ document: null, counts: { deleted: 2 } })
    expect(database().select().from(imports).where(eq(imports.id, id)).get()?.text).toBeNull()
    expect(count(revisions)).toBe(0)
  })
})

describe('records that a draft names', () => {
  const link = (viewer: Viewer, name: string) =>
    write((tx) => linkNamed(tx, viewer, {}, [{ kind: 'place', name, role: null, passages: [] }]))

  it('are found by any of their names, also those given before names were folded, else made', async () => {
    const archivist = await addPerson('archivist')
    const id = createAuthority(archivist, {
      kind: 'place',
      names: [
        { name: 'Gohardasht', language: 'en', preferred: true },
        { name: 'گوهردشت کرج', language: 'fa', preferred: true },
      ],
    })
    database().update(authorityNames).set({ folded: null }).run()
    expect(link(archivist, 'gohardasht').content.about?.placeIds).toEqual([id])
    // Arabic forms of the letters.
    expect(link(archivist, 'گوهردشت كرج').content.about?.placeIds).toEqual([id])
    const made = link(archivist, 'Lindholm').content.about?.placeIds
    expect(made).not.toContain(id)
    expect(link(archivist, 'Lindholm').content.about?.placeIds).toEqual(made)
  })

  it('are left for a person to settle where several bear the name', async () => {
    const archivist = await addPerson('archivist')
    const names = [{ name: 'Ostra', language: 'en', preferred: true }]
    createAuthority(archivist, { kind: 'place', names })
    createAuthority(archivist, { kind: 'place', names })
    expect(link(archivist, 'Ostra')).toMatchObject({ unsettled: ['Ostra'] })
    const researcher = await addPerson('researcher')
    expect(() => link(researcher, 'Ostra')).toThrow(expect.objectContaining({ code: 'forbidden' }))
  })
})

it('another archivist learns no reference from what the archive has already', async () => {
  const archivist = await addPerson('archivist')
  const other = await addPerson('archivist')
  await importFile(archivist, report())
  const again = await importFile(other, report())
  expect(again.counts).toMatchObject({ created: 0, skipped: 2 })
  expect(again.items.map(({ reference }) => reference)).toEqual([null, null])
  expect(JSON.stringify(again)).not.toContain('GV-')
  expect(listImports(other)).toHaveLength(1)
})
