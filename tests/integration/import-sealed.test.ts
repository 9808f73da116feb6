import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importItems } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { dataFile } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { readPreview } from '#lib/importing/queries.ts'
import { keepPreview } from '#lib/importing/uploads.ts'
import { readIdentity } from '#lib/statements/work.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import { fileOf, importFile, jsonLines, prepareImport } from '#tests/support/importing.ts'
import { makeZip } from '#tests/support/zip.ts'

useTestDatabase()

const OWN = { id: '1', text: 'We ran.', Informant: 'Nora Veld', Shelf: 'B 12' }
const OHMS =
  '<ROOT><record id="1"><title>The night</title><subject>B 12</subject><keyword>Nora Veld</keyword><index><point><time>0</time><title>Dam</title></point></index></record></ROOT>'

/** A bag of the archive's own kind with these statements. */
function bagOf(statements: string): Buffer {
  const digest = createHash('sha256').update(statements).digest('hex')
  return makeZip(
    Object.entries({
      'bagit.txt': 'BagIt-Version: 1.0\n',
      'manifest-sha256.txt': `${digest}  data/statements.jsonl\n`,
      'data/statements.jsonl': statements,
    }).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
  )
}

const bag = () => fileOf('bag.zip', bagOf(JSON.stringify(OWN)))

describe('names of people without a field', () => {
  it.each([
    ['table', () => fileOf('a.csv', 'id,text,Informant,Shelf\n1,We ran.,Nora Veld,B 12\n')],
    ['file in the archive’s own keys', () => jsonLines(OWN)],
    ['file in any keys', () => jsonLines({ ...OWN, text: undefined, body: OWN.text })],
    ['bag', bag],
    ['OHMS index', () => fileOf('a.xml', OHMS)],
  ])('in a %s are kept from everybody but those who may know the witness', async (_, file) => {
    const [archivist, researcher, admin] = [
      await addPerson('archivist'),
      await addPerson('researcher'),
      await addPerson('admin'),
    ]
    const { items } = await importFile(archivist, file())
    const reference = items[0]!.reference!
    expect(Object.values(items[0]!.extras)).toEqual(['B 12'])
    expect(JSON.stringify(database().select().from(importItems).all())).not.toContain('Nora')
    for (const viewer of [archivist, admin]) {
      const { securityNotes } = readIdentity(viewer, reference)
      expect(securityNotes).toMatch(/^(?:Informant|keyword): Nora Veld$/u)
    }
    for (const viewer of [researcher, ANONYMOUS]) {
      expect(() => readIdentity(viewer, reference)).toThrow(AppError)
    }
  })

  it('are told before a draft is made, also of files in a bag and by a preview of an earlier version', async () => {
    const archivist = await addPerson('archivist')
    const own = await prepareImport(archivist, jsonLines(OWN))
    expect((await readPreview(archivist, own))!.view.sealed).toEqual(['Informant'])
    const id = await prepareImport(archivist, bag())
    const preview = (await readPreview(archivist, id))!
    const [file] = preview.view.bag!.files
    expect(file).toMatchObject({ path: 'data/statements.jsonl', sealed: ['Informant'] })
    const { sealed: _, ...earlier } = file!
    await keepPreview(id, { ...preview, view: { bag: { files: [earlier] } } })
    expect((await readPreview(archivist, id))!.view.bag!.files).toEqual([
      { ...earlier, sealed: [] },
    ])
  })

  it('are told by the command', () => {
    const [lines, zip] = [dataFile('a.jsonl'), dataFile('a.zip')]
    writeFileSync(lines, JSON.stringify(OWN))
    writeFileSync(zip, bagOf(JSON.stringify(OWN)))
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(PROJECT_PATH, 'scripts/import.ts'), '--dry-run', ...args], {
        encoding: 'utf8',
      }).stdout
    expect(JSON.parse(run('--json', lines, zip)).sealed).toEqual([
      { file: lines, columns: ['Informant'] },
      { file: `${zip}/data/statements.jsonl`, columns: ['Informant'] },
    ])
    expect(run(lines)).toContain('Informant: no field, looks like names, sealed with the witness')
  })
})
