import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openReading } from '#lib/importing/plan.ts'
import { PROJECT_PATH } from '#scripts/project.ts'
import { fileOf } from '#tests/support/importing.ts'
import { translator } from '#tests/support/messages.ts'
import { MISTAKES, TABLE_ROWS } from '#tests/support/mistaken-table.ts'
import { makeZip } from '#tests/support/zip.ts'

const fixture = (name: string) => readFileSync(join(PROJECT_PATH, 'tests/fixtures/importing', name))
const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content) })
const xml = (body: string) => Buffer.from(`<?xml version="1.0"?>${body}`)

/** Each as somebody might bring it in, by its own name. */
const BAD: [what: string, name: string, bytes: Uint8Array, reason: string][] = [
  ['nothing at all', 'a.csv', Buffer.from(' \n'), 'fileEmpty'],
  [
    'a quotation mark that is never closed',
    'a.csv',
    Buffer.from('id,text\n1,"a\n2,b\n'),
    'quoteNotClosed',
  ],
  [
    'more columns than any table has',
    'a.csv',
    Buffer.from(`${'a,'.repeat(600)}b\n`),
    'tooManyColumns',
  ],
  [
    'a picture called a table',
    'a.csv',
    Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
    'filePicture',
  ],
  ['half a workbook', 'a.xlsx', fixture('ostra.xlsx').subarray(0, 3_000), 'zipBroken'],
  [
    'a workbook of before 2007',
    'a.xls',
    Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    'workbookEncrypted',
  ],
  [
    'a bomb',
    'a.xlsx',
    makeZip([text('xl/workbook.xml', ''), { name: 'x', bytes: Buffer.alloc(40_000_000) }]),
    'zipBomb',
  ],
  [
    'a workbook under a password',
    'a.xlsx',
    makeZip([{ ...text('xl/workbook.xml', 'x'), flags: 1 }]),
    'zipEncrypted',
  ],
  [
    'a way out of a bag',
    'a.zip',
    makeZip([text('bagit.txt', ''), text('../a.txt', '')]),
    'zipPath',
  ],
  [
    'a bag without checksums',
    'a.zip',
    makeZip([text('bagit.txt', 'BagIt-Version: 1.0\n')]),
    'bagWithoutManifest',
  ],
  [
    'a bag of the future',
    'a.zip',
    makeZip([text('bagit.txt', 'BagIt-Version: 3.0\n')]),
    'bagVersion',
  ],
  ['entities that grow', 'a.xml', xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'xmlEntities'],
  ['elements without end', 'a.xml', xml(`${'<a>'.repeat(999)}${'</a>'.repeat(999)}`), 'xmlBroken'],
  ['XML of another kind', 'a.xml', xml('<html><p>text</p></html>'), 'noRecords'],
]

describe('a bad file', () => {
  it.each(BAD)(
    '%s is refused with its reason, in both languages',
    async (_what, name, bytes, reason) => {
      const read = async () => {
        const { records } = await openReading(fileOf(name, bytes), {}, 25)
        for await (const _ of records);
      }
      const refusal = await read().then(
        () => null,
        (error) => error,
      )
      expect(refusal).toMatchObject({ code: 'invalid', reason: `import.${reason}` })
      for (const locale of ['en', 'fa'] as const) {
        const said = translator(locale)(`errors.import.${reason}`, refusal.values)
        expect(said).not.toContain('import.')
        expect(said.length).toBeGreaterThan(20)
      }
    },
  )
})

describe('what a file is', () => {
  it.each([
    ['a.csv', 'id,text\n1,a\n', 'csv'],
    ['a.tsv', 'id\ttext\n1\ta\n', 'csv'],
    ['a.xlsx', 'id,text\n1,a\n', 'csv'],
    ['a.jsonl', '{"text":"a"}', 'jsonl'],
    ['without-an-end', fixture('ostra.xlsx'), 'xlsx'],
    ['a.csv', fixture('ostra.xlsx'), 'xlsx'],
    [
      'a.xml',
      '<ROOT><record><index><point><title>a</title></point></index></record></ROOT>',
      'ohms',
    ],
    ['a', xml('<dc><title>a</title><date>2023</date></dc>'), 'dublin-core'],
    ['a.txt', 'id,text\n1,a\n', 'text'],
  ])('%s is told by what is in it', async (name, content, kind) => {
    expect((await openReading(fileOf(name, content), {}, 25)).kind).toBe(kind)
  })
})

it('the workbook of mistakes is the table that it is said to be', async () => {
  const reading = await openReading(fileOf('mistaken.xlsx', fixture('mistaken.xlsx')), {}, 25)
  let failed = 0
  for await (const record of reading.records) if (record.outcome === 'failed') failed += 1
  expect(failed).toBe(MISTAKES.length)
  const table = reading.view.table!
  expect(table).toMatchObject({ rows: TABLE_ROWS, mistakes: MISTAKES.length })
  const found = table.toMend.flatMap(({ row, cells, problems }) =>
    problems.map(({ column }) => ({ row, head: column, wrong: cells[column] })),
  )
  const order = (a: { row: number }, b: { row: number }) => a.row - b.row
  expect(found.sort(order)).toEqual(MISTAKES.map(({ right: _, ...each }) => each).sort(order))
})
