import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { imports } from '#db/schema/index.ts'
import { createAuthority } from '#lib/authorities/commands.ts'
import { listAuthoritiesForStaff } from '#lib/authorities/queries.ts'
import { database } from '#lib/database.ts'
import { packFolder } from '#lib/importing/bag-folder.ts'
import { changeChoices, startImport } from '#lib/importing/commands.ts'
import { deleteMapping, listMappings, saveMapping } from '#lib/importing/mappings.ts'
import { readImport, readPreview } from '#lib/importing/queries.ts'
import { followImport } from '#lib/importing/service.ts'
import type { Mapping } from '#lib/importing/tables/mapping.ts'
import { keepPreview } from '#lib/importing/uploads.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import type { StatementContent } from '#lib/statements/model.ts'
import { unsafeReadIdentity } from '#lib/witnesses/vault.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import { fileOf, importFile, prepareImport } from '#tests/support/importing.ts'

useTestDatabase()

const WORKBOOK = readFileSync(join(PROJECT_PATH, 'tests/fixtures/importing/ostra.xlsx'))
const MAPPING: Mapping = {
  version: 1,
  name: 'Ostra',
  columns: [
    { column: 'no', field: 'id' },
    { column: 'who', field: 'identity.legalName' },
    { column: 'words', field: 'text' },
  ],
  defaults: [],
}

function contentOf(reference: string): StatementContent {
  return JSON.parse(findStatement(database(), reference)!.revision.content)
}

describe('a table', () => {
  it('is looked at again also where an earlier version kept what is seen of it', async () => {
    const archivist = await addPerson('archivist')
    const id = await prepareImport(archivist, fileOf('ostra.csv', 'id,text\n1,We ran.\n'))
    const { view, ...rest } = (await readPreview(archivist, id))!
    const { sealed: _, ...table } = view.table!
    await keepPreview(id, { ...rest, view: { ...view, table } })
    expect(await readPreview(archivist, id)).toEqual({
      ...rest,
      view: { ...view, table: { ...table, sealed: [] } },
    })
  })

  it('is read apart, mended without touching the file, and becomes drafts', async () => {
    const archivist = await addPerson('archivist')
    const table =
      'id,date,witness,text\n1,soon,Nora Veld,We ran.\n2,2023-05-04,Tomas Brandt,I stayed.\n'
    const id = await prepareImport(archivist, fileOf('ostra.csv', table))
    const before = await readPreview(archivist, id)
    expect(before).toMatchObject({ kind: 'csv', counts: { created: 1, failed: 1 } })
    expect(before!.view.table).toMatchObject({
      mistakes: 1,
      toMend: [{ row: 2, problems: [{ column: 'date', reason: 'notADate', value: 'soon' }] }],
    })

    const cells = [
      { row: 2, column: 'date', value: '14 Ordibehesht 1402' },
      { row: 2, column: 'witness', value: 'Nora V. Veld' },
    ]
    const version = changeChoices(archivist, id, 1, { cells })
    await followImport(id)
    expect((await readPreview(archivist, id))!.view.table).toMatchObject({ mistakes: 0 })
    expect(readImport(archivist, id).choices.cells).toEqual(cells)

    startImport(archivist, id, version)
    await followImport(id)
    const { counts, items } = readImport(archivist, id)
    expect(counts).toMatchObject({ created: 2, failed: 0 })
    const [first] = items
    expect(contentOf(first!.reference!).taking.dateGiven).toMatchObject({ edtf: '2023-05-04' })
    const { statement } = findStatement(database(), first!.reference!)!
    expect(unsafeReadIdentity(database(), statement.id).legalName).toBe('Nora V. Veld')
  })

  it('keeps mended cells sealed while the import goes on, shows them to its owner alone, and drops them at its end', async () => {
    const archivist = await addPerson('archivist')
    const admin = await addPerson('admin')
    const id = await prepareImport(archivist, fileOf('a.csv', 'id,witness,text\n1,x,We ran.\n'))
    const version = changeChoices(archivist, id, 1, {
      cells: [{ row: 2, column: 'witness', value: 'Nora Veld' }],
    })
    await followImport(id)
    const kept = () => {
      const row = database().select().from(imports).where(eq(imports.id, id)).get()!
      return JSON.stringify(row)
    }
    expect(kept()).not.toContain('Nora')
    expect(readImport(admin, id).choices.cells).toBeUndefined()
    startImport(archivist, id, version)
    await followImport(id)
    expect(readImport(archivist, id).choices.cells).toBeUndefined()
    expect(kept()).not.toContain('sealed')
  })

  it('of a workbook by a real program comes in whole, and twice makes nothing twice', async () => {
    const archivist = await addPerson('archivist')
    const { counts, items } = await importFile(archivist, fileOf('ostra.xlsx', WORKBOOK))
    expect(counts).toMatchObject({ created: 2, failed: 0 })
    expect(contentOf(items[0]!.reference!)).toMatchObject({
      titles: { fa: 'شب سیل' },
      testimonyType: 'interview',
      taking: { dateGiven: { edtf: '2023-05-04' }, signed: 'yes' },
    })
    expect(items[0]!.extras).toEqual({ Words: '47' })
    expect((await importFile(archivist, fileOf('ostra.xlsx', WORKBOOK))).counts).toMatchObject({
      created: 0,
      skipped: 2,
    })
  })

  it('in JSON lines of any keys is read by a chosen mapping; the archive’s own keys need none', async () => {
    const archivist = await addPerson('archivist')
    const own = await prepareImport(archivist, fileOf('a.jsonl', '{"id":"1","text":"We ran."}'))
    expect((await readPreview(archivist, own))!.view.table).toBeUndefined()
    const lines = fileOf('b.jsonl', '{"no":1,"who":"Nora Veld","words":"We ran.","box":3}')
    const { items } = await importFile(archivist, lines, { choices: { mapping: MAPPING } })
    expect(items).toMatchObject([{ record: '1', status: 'created', extras: { box: '3' } }])
  })

  it('names records: one that is there is linked, a new one made, one of several left to a person', async () => {
    const archivist = await addPerson('archivist')
    const name = (text: string) => [{ name: text, language: 'en', preferred: true }]
    const dam = createAuthority(archivist, { kind: 'event', names: name('Flood of Ostra') })
    for (let times = 0; times < 2; times++) {
      createAuthority(archivist, { kind: 'place', names: name('Ostra') })
    }
    const table =
      'id,events,places,people,text\n1,flood of OSTRA; Dam trial,Ostra; Lindholm,Tomas Brandt,Tomas Brandt ran.\n'
    const { items } = await importFile(archivist, fileOf('ostra.csv', table))
    const content = contentOf(items[0]!.reference!)
    const events = listAuthoritiesForStaff(archivist, 'event')
    expect(events).toHaveLength(2)
    expect(content.about.eventIds).toEqual([dam, events.find(({ id }) => id !== dam)!.id])
    expect(content.about.placeIds).toHaveLength(1)
    expect(listAuthoritiesForStaff(archivist, 'place')).toHaveLength(3)
    expect(items[0]!.extras).toEqual({ unsettled: ['Ostra'] })
    const [person] = listAuthoritiesForStaff(archivist, 'person')
    expect(content.text.passages[0]!.mentions).toMatchObject([
      { authorityId: person!.id, role: 'other' },
    ])
  })
})

describe('a bag', () => {
  it('in a folder brings in its statements and its files; what is not as its manifest says fails alone', async () => {
    const archivist = await addPerson('archivist')
    const folder = mkdtempSync(join(tmpdir(), 'govah-bag-'))
    const payload: Record<string, string> = {
      'data/statements.jsonl': '{"id":"1","text":"We ran."}\n',
      'data/files/table.csv': 'id,text\n7,I stayed.\n',
      'data/files/bad.csv': 'id,text\n8,"never closed\n',
      'data/files/changed.txt': 'I was there.',
    }
    mkdirSync(join(folder, 'data/files'), { recursive: true })
    const manifest = Object.entries(payload).map(([path, text]) => {
      writeFileSync(join(folder, path), text)
      return `${createHash('sha256').update(text).digest('hex')}  ${path}\n`
    })
    writeFileSync(join(folder, 'data/files/changed.txt'), 'I was elsewhere.')
    writeFileSync(join(folder, 'manifest-sha256.txt'), manifest.join(''))
    writeFileSync(join(folder, 'bagit.txt'), 'BagIt-Version: 1.0\n')
    try {
      const { kind, items } = await importFile(archivist, {
        name: 'bag.zip',
        bytes: packFolder(folder),
      })
      expect(kind).toBe('bag')
      expect(items.map(({ record, status, reason }) => [record, status, reason])).toEqual([
        ['1', 'created', ''],
        ['data/files/bad.csv', 'failed', 'unreadableFile'],
        ['data/files/changed.txt', 'failed', 'checksumWrong'],
        ['7', 'created', ''],
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('saved mappings', () => {
  it('are there for everybody who imports, and replaced or deleted by who saved them and by admins', async () => {
    const archivist = await addPerson('archivist', { name: 'Ines Aro' })
    const other = await addPerson('archivist')
    const admin = await addPerson('admin')
    const id = saveMapping(archivist, MAPPING)
    const changed = { ...MAPPING, columns: MAPPING.columns.slice(1) }
    expect(saveMapping(archivist, changed)).toBe(id)
    expect(listMappings(other)).toMatchObject([
      { id, mapping: changed, savedByName: 'Ines Aro', isOwn: false },
    ])
    expect(() => saveMapping(other, MAPPING)).toThrow(
      expect.objectContaining({ code: 'conflict', reason: 'import.mappingNameTaken' }),
    )
    expect(() => deleteMapping(other, id)).toThrow(expect.objectContaining({ code: 'not_found' }))
    expect(() => saveMapping(archivist, { ...MAPPING, name: ' ' })).toThrow(
      expect.objectContaining({ reason: 'import.mappingNameMissing' }),
    )
    deleteMapping(admin, id)
    expect(listMappings(archivist)).toEqual([])
  })

  it('are refused to researchers and strangers', async () => {
    const researcher = await addPerson('researcher')
    const id = saveMapping(await addPerson('archivist'), MAPPING)
    for (const [viewer, code] of [
      [researcher, 'forbidden'],
      [ANONYMOUS, 'unauthenticated'],
    ] as const) {
      const refused = expect.objectContaining({ code })
      expect(() => listMappings(viewer)).toThrow(refused)
      expect(() => saveMapping(viewer, MAPPING)).toThrow(refused)
      expect(() => deleteMapping(viewer, id)).toThrow(refused)
    }
  })
})

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(PROJECT_PATH, 'scripts/import.ts'), '--dry-run', ...args], {
      encoding: 'utf8',
    })
  const folder = mkdtempSync(join(tmpdir(), 'govah-map-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }

  it('reads a table by a mapping from a file, and lists its columns and mistakes', () => {
    const map = write('map.json', JSON.stringify(MAPPING))
    const columns = [...MAPPING.columns, { column: 'when', field: 'taking.dateGiven' }]
    const withDate = write('date.json', JSON.stringify({ ...MAPPING, columns }))
    const table = write('a.csv', 'no,who,words,when\n1,Nora Veld,We ran.,soon\n')
    expect(run('--map', map, table)).toMatchObject({ status: 0 })
    const { status, stdout } = run('--json', '--map', withDate, table)
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      failed: 1,
      tables: [
        {
          unmapped: [],
          sealed: [],
          mistakes: [{ row: 2, column: 'when', reason: 'notADate', value: 'soon', proposals: [] }],
        },
      ],
    })
  })

  it('refuses a mapping that is none, a sheet that is not there and a row that is no number', () => {
    const table = write('b.csv', 'id,text\n1,a\n')
    const bad = write('bad.json', JSON.stringify({ ...MAPPING, columns: [{ column: 'a' }] }))
    expect(run('--map', bad, table)).toMatchObject({ status: 2, stdout: '' })
    expect(run('--map', table, table)).toMatchObject({ status: 2, stdout: '' })
    expect(run('--head-row', 'x', table)).toMatchObject({ status: 2, stdout: '' })
    const { status, stdout } = run(
      '--sheet',
      'None',
      join(PROJECT_PATH, 'tests/fixtures/importing/ostra.xlsx'),
    )
    expect(status).toBe(1)
    expect(stdout).toContain('noSuchSheet')
  })
})
