import { describe, expect, it } from 'vitest'
import type { Encoding } from '#lib/importing/encodings.ts'
import { openDelimited } from '#lib/importing/tables/delimited.ts'
import type { TableRow } from '#lib/importing/tables/rows.ts'
import { inPieces } from '#tests/support/tables.ts'

async function open(
  bytes: Uint8Array | string,
  place: Parameters<typeof openDelimited>[1] = {},
  encoding: Encoding | null = null,
) {
  const table = await openDelimited(inPieces(Buffer.from(bytes as string)), place, encoding)
  const rows: TableRow[] = []
  for await (const row of table.rows) rows.push(row)
  const cells = rows.map((row) => [row.row, row.line, ...row.cells.values()])
  return { ...table, rows, cells }
}

describe('what parts the values', () => {
  it.each([
    [',', 'id,title,text\n1,"Night, and day",We ran.\n2,Day,"He said ""run"""\n'],
    [';', 'id;title;text\n1;"Night, and day";We ran.\n2;Day;"He said ""run"""\n'],
    ['\t', 'id\ttitle\ttext\n1\t"Night, and day"\tWe ran.\n2\tDay\t"He said ""run"""\n'],
    ['|', 'id|title|text\n1|"Night, and day"|We ran.\n2|Day|"He said ""run"""\n'],
  ])('is told from the rows: %j', async (delimiter, text) => {
    const { facts, columns, cells } = await open(text)
    expect(facts.delimiter).toBe(delimiter)
    expect(columns).toEqual(['id', 'title', 'text'])
    expect(cells).toEqual([
      [2, 2, '1', 'Night, and day', 'We ran.'],
      [3, 3, '2', 'Day', 'He said "run"'],
    ])
  })

  it('is what the person says where it is said', async () => {
    expect((await open('a;b,c\n1;2,3\n', { delimiter: ',' })).columns).toEqual(['a;b', 'c'])
  })
})

describe('rows and lines', () => {
  it('keeps line ends inside quotes, counts rows as a spreadsheet does and lines as an editor does', async () => {
    const { cells } = await open('id,text\r\n1,"One\r\nTwo"\r\n\r\n2,Three\r\n')
    expect(cells).toEqual([
      [2, 2, '1', 'One\r\nTwo'],
      [4, 5, '2', 'Three'],
    ])
  })

  it('finds the heads below a title, names unnamed and doubled ones', async () => {
    const { facts, columns, cells } = await open(
      'Statements of Ostra,,\n\nid,note,,note\n1,a,b,c\n',
    )
    expect(facts.headRow).toBe(3)
    expect(columns).toEqual(['id', 'note', '#3', 'note (2)'])
    expect(cells).toEqual([[4, 4, '1', 'a', 'b', 'c']])
  })

  it('names cells beyond the last head as mistakes, with their text', async () => {
    const { rows } = await open('id,text\n1,We ran, and hid\n2,Yes\n3,No\n')
    expect(rows[0]!.problems).toEqual([
      expect.objectContaining({ row: 2, column: '#3', reason: 'beyondHead', value: ' and hid' }),
    ])
  })

  it('takes a quotation mark in the middle of a cell as it is, and refuses one that is never closed', async () => {
    expect((await open('id,text\n1,He said "run"\n')).cells[0]).toEqual([
      2,
      2,
      '1',
      'He said "run"',
    ])
    await expect(open('id,text\n1,a\n2,"never closed\n3,b\n')).rejects.toMatchObject({
      reason: 'import.quoteNotClosed',
      values: { row: 3 },
    })
  })
})

describe('encodings', () => {
  const text = 'شناسه,متن\n1,شب سیل همه بیدار بودند و کسی نخوابید\n'
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', utf16],
    ['utf-16be', Buffer.from(utf16).swap16()],
  ])('reads %s', async (encoding, bytes) => {
    const { encoding: read, columns, cells } = await open(bytes)
    expect(read.encoding).toBe(encoding)
    expect(columns).toEqual(['شناسه', 'متن'])
    expect(cells[0]![3]).toBe('شب سیل همه بیدار بودند و کسی نخوابید')
  })

  it('reads Windows-1252 where UTF-8 cannot be, and what the person says instead', async () => {
    const bytes = Buffer.from('id,text\n1,\xc7a \x96 oui\n', 'latin1')
    expect((await open(bytes)).cells[0]).toEqual([2, 2, '1', 'Ça – oui'])
    expect((await open(bytes, {}, 'windows-1256')).cells[0]![3]).toBe('اa – oui')
  })

  it('refuses a byte that its encoding does not have rather than losing it', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`id,text\n${'1,a\n'.repeat(20_000)}2,`),
      Buffer.of(0xff),
    ])
    await expect(open(bytes)).rejects.toMatchObject({ reason: 'import.fileNotUtf8' })
  })
})

it('refuses a file of nothing', async () => {
  await expect(open(' \n \n')).rejects.toMatchObject({ reason: 'import.fileEmpty' })
})
