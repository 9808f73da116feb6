import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkbook } from '#lib/importing/tables/xlsx.ts'
import { openZip } from '#lib/importing/zip.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import { readAll } from '#tests/support/tables.ts'
import { makeZip } from '#tests/support/zip.ts'

/** Made by LibreOffice Calc 7 out of invented cells: a title above the heads, days, formulas, a second sheet. */
const WORKBOOK = readFileSync(join(PROJECT_PATH, 'tests/fixtures/importing/ostra.xlsx'))

const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content) })

/** A workbook of one sheet with these rows of cells. */
function workbook(sheet: string, more: Parameters<typeof makeZip>[0] = []): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return makeZip([
    text(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    text(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    text(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
    ...more,
  ])
}
const inline = (place: string, value: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`

describe('a workbook by a real program', () => {
  it('is read as it stands on the screen: heads below a title, days, years, yes and no, both scripts', async () => {
    const { drafts, view } = await readAll(await openWorkbook(WORKBOOK))
    expect(view).toMatchObject({
      facts: { format: 'xlsx', sheets: ['Statements', 'شهادت‌ها'], sheet: 'Statements', headRow: 3 },
      rows: 2,
      mistakes: 0,
      unmapped: ['Words', 'Share'],
    })
    expect(drafts).toMatchObject([
      {
        record: 'OST-1',
        identityOfWitness: { legalName: 'Nora Veld', birthYear: '1345' },
        content: {
          titles: { fa: 'شب سیل' },
          testimonyType: 'interview',
          taking: { dateGiven: { edtf: '2023-05-04' }, signed: 'yes' },
          text: {
            passages: [{ text: 'We heard the dam before we saw it.' }, { text: 'Then we ran.' }],
          },
        },
        extras: { Words: '47' },
      },
      {
        record: 'OST-2',
        identityOfWitness: { legalName: { missing: 'unknown' } },
        content: {
          testimonyType: 'letter',
          taking: { dateGiven: { calendar: 'solar_hijri', edtf: '2023-05-05' }, signed: 'no' },
          text: { language: 'fa' },
        },
        extras: { Words: '17', Share: '0.5' },
      },
    ])
  })

  it('names stored values of formulas, and cells that hold an error', async () => {
    const { view } = await readAll(await openWorkbook(WORKBOOK))
    expect(view.notices).toEqual([
      { reason: 'formulaResult', column: 'Words', row: 4, count: 2 },
      { reason: 'cellError', column: 'Share', row: 4, count: 1 },
      { reason: 'formulaResult', column: 'Share', row: 5, count: 1 },
    ])
    const mapping = {
      version: 1,
      name: '',
      columns: [{ column: 'Share', field: 'source.locator' }],
      defaults: [],
    } as const
    const mapped = await readAll(await openWorkbook(WORKBOOK), {
      mapping: { ...mapping, columns: [...mapping.columns], defaults: [] },
    })
    expect(mapped.view.toMend).toMatchObject([
      { row: 4, problems: [{ column: 'Share', reason: 'cellError' }] },
    ])
  })

  it('is read from the sheet that is chosen', async () => {
    const { drafts } = await readAll(await openWorkbook(WORKBOOK, { sheet: 'شهادت‌ها' }))
    expect(drafts).toMatchObject([
      {
        record: '۱',
        content: { text: { passages: [{ text: 'صدای سد را پیش از دیدنش شنیدیم.' }] } },
      },
    ])
    await expect(openWorkbook(WORKBOOK, { sheet: 'None' })).rejects.toMatchObject({
      reason: 'import.noSuchSheet',
    })
  })
})

describe('workbooks that no archive has', () => {
  it('marks a formula without a stored value, and takes formulas kept as text for text', async () => {
    const sheet = `<row r="1">${inline('A1', 'id')}${inline('B1', 'text')}</row><row r="2">${inline('A2', '1')}<c r="B2"><f>1+1</f></c></row><row r="3">${inline('A3', '2')}${inline('B3', '=1+1')}</row>`
    const { records, view } = await readAll(await openWorkbook(workbook(sheet)))
    expect(records.map(({ outcome }) => outcome)).toEqual(['failed', 'draft'])
    expect(view.toMend[0]!.problems).toMatchObject([
      { row: 2, column: 'text', reason: 'formulaWithoutValue' },
    ])
    expect(view.notices).toMatchObject([{ reason: 'formulaText', row: 3 }])
  })

  it.each([
    ['text under another name', Buffer.from('id,text\n1,a'), 'import.zipBroken'],
    ['half a file', WORKBOOK.subarray(0, 3_000), 'import.zipBroken'],
    [
      'one that is encrypted',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
      'import.workbookEncrypted',
    ],
    ['a zip of something else', makeZip([text('a.txt', 'a')]), 'import.workbookBroken'],
    ['an empty sheet', workbook(''), 'import.fileEmpty'],
    [
      'cells as far apart as can be',
      workbook(`<row r="1048576">${inline('XFD1048576', 'x')}</row>`),
      'import.sheetTooLarge',
    ],
    [
      'a bomb',
      workbook('', [{ name: 'xl/media/a', bytes: Buffer.alloc(30 * 1024 * 1024) }]),
      'import.zipBomb',
    ],
  ])('refuses %s', async (_what, bytes, reason) => {
    await expect(openWorkbook(bytes)).rejects.toMatchObject({ reason })
  })
})

describe('a zip', () => {
  it.each([
    ['a step up', [text('../a.txt', 'a')], 'import.zipPath'],
    ['a path from the root', [text('/etc/a.txt', 'a')], 'import.zipPath'],
    ['an encrypted file', [{ ...text('a.txt', 'a'), flags: 1 }], 'import.zipEncrypted'],
    ['a size beyond measure', [{ ...text('a.txt', 'a'), said: 0xfffffff0 }], 'import.zipBomb'],
  ])('is refused for %s before anything is unpacked', async (_what, files, reason) => {
    await expect(openZip(makeZip(files))).rejects.toMatchObject({ reason })
  })

  it('is refused for more entries than a bag or a workbook has', async () => {
    const files = Array.from({ length: 12 }, (_, index) => text(`${index}.txt`, ''))
    const limits = { entries: 10, bytes: 1_000 }
    await expect(openZip(makeZip(files), limits)).rejects.toMatchObject({
      reason: 'import.zipBomb',
    })
  })

  it('is not believed: a file that unpacks to more than its directory says is refused', async () => {
    const zip = await openZip(makeZip([{ name: 'a', bytes: Buffer.alloc(50_000), said: 10 }]))
    await expect(zip.bytes('a')).rejects.toMatchObject({ reason: 'import.zipBroken' })
  })
})
