import { eq, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { imports, occasions, revisions, sources, statements } from '#db/schema/index.ts'
import { readConsents } from '#lib/consent/store.ts'
import { database } from '#lib/database.ts'
import {
  deleteUntouchedDrafts,
  previewImport,
  runImport,
  runImportBetweenRequests,
} from '#lib/importing/commands.ts'
import { planImport } from '#lib/importing/plan.ts'
import { listImports, readImport } from '#lib/importing/queries.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import { saveDraft } from '#lib/statements/drafting.ts'
import { unsafeReadIdentity } from '#lib/witnesses/vault.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'

useTestDatabase()

const REPORT = `Witnesses of the Ostra flood speak

Source: Merland Courier

LINDHOLM, 4 May 2023 — A conference in Lindholm on Wednesday heard two witnesses of the flood.

“We heard the dam before we saw it,” said Nora Veld, a retired schoolteacher.

“I wrote three letters myself,” said Tomas Brandt, the former lock keeper.
`
const jsonl = (...records: object[]) =>
  planImport(
    'ostra.jsonl',
    new TextEncoder().encode(records.map((one) => JSON.stringify(one)).join('\n')),
  )
const report = () => planImport('report.txt', new TextEncoder().encode(REPORT))
const count = (table: SQLiteTable) => database().select().from(table).all().length
const countStatements = () => count(statements)

describe('records', () => {
  it('makes the drafts of a press report with one source, one occasion and public names', async () => {
    const archivist = await addPerson('archivist')
    const outcome = runImport(archivist, report())
    expect(outcome).toMatchObject({ created: 2, skipped: 0, failed: 0, changed: 0 })
    expect(count(sources)).toBe(1)
    expect(count(occasions)).toBe(1)

    const found = findStatement(database(), outcome.items[0]!.reference!)!
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
    expect(runImport(archivist, report()).created).toBe(2)
    const again = runImport(archivist, report())
    expect(again).toMatchObject({ created: 0, skipped: 2 })
    expect(again.items[0]).toMatchObject({
      reason: 'alreadyImported',
      reference: expect.stringMatching(/^GV-/),
    })
    expect(count(sources)).toBe(1)

    const record = { id: '1', source: 'Ostra', text: 'First words.' }
    runImport(archivist, jsonl(record))
    const changed = runImport(archivist, jsonl({ ...record, text: 'Other words.' }))
    expect(changed).toMatchObject({ created: 0, changed: 1 })
    expect(previewImport(archivist, jsonl(record)).items[0]).toMatchObject({ status: 'skipped' })
    expect(countStatements()).toBe(3)
    const content = findStatement(database(), changed.items[0]!.reference!)!.revision.content
    expect(content).toContain('First words.')
  })

  it('keeps the name of a witness out of everything but the vault', async () => {
    const archivist = await addPerson('archivist')
    const plan = jsonl({
      id: '1',
      title: 'Nora Veld – Part 1',
      witness: 'Nora Veld',
      text: 'I saw it.',
    })
    const { items } = runImport(archivist, plan)
    const found = findStatement(database(), items[0]!.reference!)!
    expect(found.revision.content).not.toContain('Veld')
    expect(JSON.stringify(readImport(archivist, listImports(archivist)[0]!.id))).not.toContain(
      'Veld',
    )
    expect(unsafeReadIdentity(database(), found.statement.id).legalName).toBe('Nora Veld')
  })

  it('lists every record of a file with line and reason', async () => {
    const archivist = await addPerson('archivist')
    const { importId } = await runImportBetweenRequests(
      archivist,
      jsonl({ id: 'a', text: 'One.' }, { id: 'b', text: '' }),
    )
    expect(readImport(archivist, importId)).toMatchObject({
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
  it('leaves nothing half-made when it is stopped midway, and goes on when it is run again', async () => {
    const archivist = await addPerson('archivist')
    const plan = report()
    // The machine fails in the middle of the second record, when its draft is half written.
    database().run(
      sql`CREATE TRIGGER fail BEFORE INSERT ON consents WHEN (SELECT count(*) FROM statements) = 2 BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
    )
    expect(() => runImport(archivist, plan)).toThrow(/disk full/)
    expect(countStatements()).toBe(1)
    expect(count(revisions)).toBe(1)
    expect(listImports(archivist)[0]).toMatchObject({ finishedAt: null, counts: { created: 1 } })
    database().run(sql`DROP TRIGGER fail`)
    runImport(archivist, plan)
    expect(countStatements()).toBe(2)
    expect(count(sources)).toBe(1)
    expect(count(occasions)).toBe(1)
  })
})

describe('taking back', () => {
  it('deletes untouched drafts together, keeps those that were worked on, and can be run anew', async () => {
    const archivist = await addPerson('archivist')
    const { importId, items } = runImport(archivist, report())
    const touched = findStatement(database(), items[0]!.reference!)!
    saveDraft(archivist, {
      reference: items[0]!.reference!,
      version: 1,
      content: JSON.parse(touched.revision.content),
      identity: unsafeReadIdentity(database(), touched.statement.id),
      consents: readConsents(database(), touched.revision.id),
    })
    expect(deleteUntouchedDrafts(archivist, importId)).toEqual([items[1]!.reference])
    expect(readImport(archivist, importId)).toMatchObject({
      counts: { created: 1, deleted: 1 },
      untouched: 0,
    })
    expect(readImport(archivist, importId).document).not.toBeNull()
    expect(runImport(archivist, report())).toMatchObject({ created: 1, skipped: 1 })
  })

  it('forgets the text of a report once none of its drafts is left', async () => {
    const archivist = await addPerson('archivist')
    const { importId } = runImport(archivist, report())
    expect(deleteUntouchedDrafts(archivist, importId)).toHaveLength(2)
    expect(readImport(archivist, importId).document).toBeNull()
    expect(database().select().from(imports).where(eq(imports.id, importId)).get()?.text).toBeNull()
    expect(count(revisions)).toBe(0)
  })
})

describe('who may not', () => {
  it('researchers and strangers are refused', async () => {
    const archivist = await addPerson('archivist')
    const researcher = await addPerson('researcher')
    const { importId } = runImport(archivist, report())
    for (const [viewer, code] of [
      [researcher, 'forbidden'],
      [ANONYMOUS, 'unauthenticated'],
    ] as const) {
      const refused = expect.objectContaining({ code })
      expect(() => runImport(viewer, report())).toThrow(refused)
      await expect(runImportBetweenRequests(viewer, report())).rejects.toEqual(refused)
      expect(() => previewImport(viewer, report())).toThrow(refused)
      expect(() => listImports(viewer)).toThrow(refused)
      expect(() => readImport(viewer, importId)).toThrow(refused)
      expect(() => deleteUntouchedDrafts(viewer, importId)).toThrow(refused)
    }
    expect(countStatements()).toBe(2)
  })

  it('another archivist finds no import of somebody else and learns no reference from it; an admin reads it only', async () => {
    const archivist = await addPerson('archivist')
    const other = await addPerson('archivist')
    const admin = await addPerson('admin')
    const { importId } = runImport(archivist, report())
    expect(listImports(other)).toEqual([])
    expect(() => readImport(other, importId)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    )
    expect(() => deleteUntouchedDrafts(other, importId)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    )
    expect(() => deleteUntouchedDrafts(admin, importId)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    )
    expect(readImport(admin, importId).items[0]?.reference).toBeTruthy()

    const again = runImport(other, report())
    expect(again).toMatchObject({ created: 0, skipped: 2 })
    expect(again.items.map(({ reference }) => reference)).toEqual([null, null])
    expect(JSON.stringify(readImport(other, again.importId))).not.toContain('GV-')
  })
})
