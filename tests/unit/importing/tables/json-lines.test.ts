import { describe, expect, it } from 'vitest'
import { openJsonLines } from '#lib/importing/tables/json-lines.ts'
import type { TableChoices } from '#lib/importing/tables/read.ts'
import { inPieces, readAll } from '#tests/support/tables.ts'

const read = async (lines: string[], choices: TableChoices = {}) =>
  readAll((await openJsonLines(inPieces(Buffer.from(lines.join('\n'))))).table, choices)

describe('JSON lines with keys of any kind', () => {
  it('are mapped like columns: keys inside records, lists, numbers, both languages', async () => {
    const { drafts, view } = await read([
      JSON.stringify({
        recordId: 12,
        name: { first: 'Nora', last: 'Veld' },
        interview: { date: '1402/02/14' },
        warnings: ['torture', 'اعدام'],
        body: 'We ran.',
        tapes: 2,
      }),
    ])
    expect(view.columns.map(({ column }) => column)).toEqual([
      'recordId',
      'name.first',
      'name.last',
      'interview.date',
      'warnings',
      'body',
      'tapes',
    ])
    expect(view).toMatchObject({ unmapped: ['tapes'], sealed: ['name.first', 'name.last'] })
    expect(drafts[0]).toMatchObject({
      record: '12',
      content: {
        taking: { dateGiven: { calendar: 'solar_hijri', edtf: '2023-05-04' } },
        sensitivity: { contentNotes: ['torture', 'execution'] },
        text: { passages: [{ text: 'We ran.' }] },
      },
    })
  })

  it('fail line by line, each with its reason', async () => {
    const deep = `{"text":${'['.repeat(60_000)}${']'.repeat(60_000)}}`
    const { records, view } = await read([
      '{"text":"a"}',
      '{"text":',
      '[1]',
      deep,
      '',
      '{"text":"b"}',
    ])
    expect(records.map(({ outcome, line }) => [outcome, line])).toEqual([
      ['draft', 1],
      ['failed', 2],
      ['failed', 3],
      ['failed', 4],
      ['draft', 6],
    ])
    expect(view.toMend.map(({ problems }) => problems[0]!.reason)).toEqual([
      'notJson',
      'notAnObject',
      'nestedTooDeep',
    ])
  })

  it('refuse a file without a record', async () => {
    await expect(read(['', ' '])).rejects.toMatchObject({ reason: 'import.fileEmpty' })
  })
})
