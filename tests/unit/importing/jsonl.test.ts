import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { decodeFile } from '#lib/importing/decode.ts'
import { neutralTitle } from '#lib/importing/jsonl.ts'
import { cleanFileName } from '#lib/importing/plan.ts'
import { cutTurns } from '#lib/importing/turns.ts'
import { fileOf, jsonLines, openFile, readDrafts, readRecords } from '#tests/support/importing.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const RECORD = {
  id: 'ostra-1',
  title: 'Nora Veld – Ostra Accounts, Part 1',
  witness: 'Nora Veld',
  date: '1936/1938',
  place: 'Ostra',
  interviewer: 'Ms Page; Mr Lind',
  language: 'en',
  text: 'NORA VELD (affirmed).\n\nMs Page: Where were you?\n\nNora Veld: At the mill.\n\nThe water came later.\n\nSir Owen: Thank you.',
  volume: 'Ostra Accounts',
  age: 71,
}

it('reads a record with its keys, keeps extras and leaves the name to the vault', async () => {
  const [draft] = await readDrafts(jsonLines(RECORD))
  expect(draft).toMatchObject({
    record: 'ostra-1',
    line: 1,
    identity: 'record:Ostra Accounts:ostra-1',
    identityOfWitness: { legalName: 'Nora Veld' },
    extras: { volume: 'Ostra Accounts', age: 71 },
    source: { title: 'Ostra Accounts' },
  })
  expect(draft!.content.titles).toEqual({ en: 'Ostra Accounts, Part 1 (ostra-1)' })
  expect(draft!.content.taking?.dateGiven).toMatchObject({ stated: '1936/1938', edtf: '1936/1938' })
  expect(
    draft!.content.text?.passages?.map(({ kind, speaker, text, origin }) => {
      expect(RECORD.text.slice(origin!.start, origin!.end)).toBe(text)
      return [kind, speaker, text]
    }),
  ).toEqual([
    ['prose', '', 'NORA VELD (affirmed).'],
    ['question', 'Ms Page', 'Where were you?'],
    ['answer', '', 'At the mill.'],
    ['answer', '', 'The water came later.'],
    ['answer', '', 'Sir Owen: Thank you.'],
  ])
})

it('names each bad line with its line, field and reason, and goes on with the rest', async () => {
  const lines = [
    '\uFEFF{"id":"a","text":"One."}',
    'not json',
    '["a list"]',
    '{"id":"b","text":"  "}',
    '{"id":"c","text":7}',
    '{"id":"d","text":"Two.","language":"not a tag"}',
    '',
    `{"id":"e","text":"Three.","title":"${'x'.repeat(2001)}"}`,
    '{"text":"Four."}',
  ]
  const records = await readRecords(fileOf('x.jsonl', lines.join('\r\n')))
  expect(
    records.map((record) => [
      record.line,
      record.outcome === 'failed' ? `${record.reason} ${record.field}`.trim() : record.record,
    ]),
  ).toEqual([
    [1, 'a'],
    [2, 'notJson'],
    [3, 'notAnObject'],
    [4, 'missing text'],
    [5, 'notText text'],
    [6, 'notALanguage language'],
    [8, 'tooLong title'],
    [9, 'line 9'],
  ])
  expect(records.at(-1)).toMatchObject({ identity: expect.stringMatching(/^text:[0-9a-f]{64}$/) })
})

it('takes the witness out of a title, wherever the name stands', () => {
  expect(neutralTitle('Nora Veld – 4 May – Jan Brook and Nora Veld', 'Nora Veld', '7')).toBe(
    '4 May (7)',
  )
  expect(neutralTitle('The flood', 'Nora Veld', '7')).toBe('The flood')
  expect(neutralTitle('Nora Veld', 'Nora Veld', '7')).toBe('7')
  expect(neutralTitle('Nora Veld', 'Nora Veld', 'veld-7')).toBeNull()
  expect(neutralTitle('A village – روایت نسرین پاکدل', 'نسرین پاکدل', null)).toBe('A village')
})

it('recognises lettered and named turns, and no label in running text', () => {
  const { turns, hasTurns } = cutTurns(
    'Q. Where?\n\nA. Here.\n\nIt was late.\n\nس: کجا؟\n\nج: اینجا.',
  )
  expect(hasTurns).toBe(true)
  expect(turns.map(({ kind, text }) => [kind, text])).toEqual([
    ['question', 'Where?'],
    ['answer', 'Here.'],
    ['answer', 'It was late.'],
    ['question', 'کجا؟'],
    ['answer', 'اینجا.'],
  ])
  expect(
    cutTurns('THE CHAIR: Begin.\n\nIt says: wait.').turns.map(({ speaker }) => speaker),
  ).toEqual(['THE CHAIR', 'THE CHAIR'])
  expect(cutTurns('It says: wait.\n\nThen this: go.').hasTurns).toBe(false)
})

it('refuses what is no UTF-8 text, and says where', () => {
  const bad = new Uint8Array([...bytes('abcé'), 0xff, 0x41])
  expect(() => decodeFile(bad)).toThrow(
    expect.objectContaining({ reason: 'import.fileNotUtf8', values: { byte: 5 } }),
  )
  expect(() => decodeFile(bytes('a\0b'))).toThrow(
    expect.objectContaining({ reason: 'import.fileBinary' }),
  )
  expect(() => decodeFile(bytes('\uFEFF \n'))).toThrow(
    expect.objectContaining({ reason: 'import.fileEmpty' }),
  )
})

it('refuses a document that is too large', async () => {
  const large = fileOf('a.txt', new Uint8Array(25 * 1024 * 1024 + 1).fill(65))
  await expect(openFile(large)).rejects.toMatchObject({
    reason: 'import.fileTooLarge',
    values: { megabytes: 25 },
  })
})

it('names a line that is no UTF-8 or too large, and holds no more than one line', async () => {
  const latin = Buffer.from('{"id":"a","text":"caf\xe9"}', 'latin1')
  async function* pieces() {
    yield latin
    yield Buffer.from('\n{"id":"b","te')
    yield Buffer.from('xt":"Two."}\n{"id":"c","text":"')
    for (let piece = 0; piece < 26; piece += 1) yield Buffer.alloc(1024 * 1024, 0x78)
    yield Buffer.from('"}\n{"id":"d","text":"Four."}')
  }
  const records = await readRecords({ name: 'x.jsonl', bytes: pieces() })
  expect(records.map((record) => ('reason' in record ? record.reason : record.record))).toEqual([
    'notUtf8',
    'b',
    'recordTooLarge',
    'd',
  ])
  await expect(readRecords(fileOf('x.jsonl', '\n \n'))).rejects.toMatchObject({
    reason: 'import.fileEmpty',
  })
})

it('tells kinds apart, and cuts plain text into one draft', async () => {
  expect(await openFile(fileOf('a.jsonl', '{}'))).toMatchObject({ kind: 'jsonl' })
  expect(await openFile(fileOf('records', '{"text":"A."}'))).toMatchObject({ kind: 'jsonl' })
  const text = 'What I saw\n\nI was there and that was it.\n\nThe end of it.'
  const file = fileOf('../folder/a.txt', text)
  expect(await openFile(file)).toMatchObject({ kind: 'text', detected: true, view: {} })
  const [draft] = await readDrafts(file)
  expect(draft!.record).toBe('a.txt')
  expect(draft!.content.titles).toEqual({ en: 'What I saw' })
  expect(draft!.content.text?.passages?.map(({ kind }) => kind)).toEqual([
    'heading',
    'prose',
    'prose',
  ])
  expect(cleanFileName('م\u200cت\u202en.txt')).toBe('م\u200cتn.txt')
  // Names are told, never used as a path: one that is reserved elsewhere does no harm, and is not changed.
  expect(cleanFileName('../../../etc/passwd')).toBe('passwd')
  expect(cleanFileName('C:\\temp\\CON')).toBe('CON')
  expect(cleanFileName(`${'x'.repeat(5_000)}.pdf`)).toHaveLength(200)
  expect(cleanFileName('transcript\u202Efdp.exe')).toBe('transcriptfdp.exe')
  expect(cleanFileName('..\u0000/\n')).toBe('unnamed')
  await expect(
    openFile(fileOf('a.txt', 'Nobody speaks here.'), { kind: 'press-report' }),
  ).rejects.toMatchObject({ reason: 'import.nobodySpeaks' })
})

for (const [name, count] of [
  ['wpa-narratives.jsonl', 314],
  ['inquiry-transcripts.jsonl', 30],
] as const) {
  const file = new URL(`../../../../shared/data/${name}`, import.meta.url)
  it.skipIf(!existsSync(file))(`${name}: all ${count} records become drafts`, async () => {
    const records = await readRecords(fileOf(name, readFileSync(file)))
    expect(records).toHaveLength(count)
    expect(records.filter((record) => record.outcome === 'draft')).toHaveLength(count)
  })
}
