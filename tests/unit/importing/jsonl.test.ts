import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { decodeFile } from '#lib/importing/decode.ts'
import { neutralTitle, planJsonl } from '#lib/importing/jsonl.ts'
import { detectKind, type PlannedDraft, planImport } from '#lib/importing/plan.ts'
import { cutTurns } from '#lib/importing/turns.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const drafts = (records: ReturnType<typeof planJsonl>) =>
  records.filter((record): record is PlannedDraft => record.outcome === 'draft')

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

it('reads a record with its keys, keeps extras and leaves the name to the vault', () => {
  const [draft] = drafts(planJsonl(`${JSON.stringify(RECORD)}\n`, 'ostra.jsonl'))
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

it('names each bad line with its line, field and reason, and goes on with the rest', () => {
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
  const records = planJsonl(lines.join('\r\n'), 'x.jsonl')
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
  expect(drafts(records).at(-1)!.identity).toMatch(/^text:[0-9a-f]{64}$/)
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
  expect(() => decodeFile(new Uint8Array(25 * 1024 * 1024 + 1).fill(65))).toThrow(
    expect.objectContaining({ reason: 'import.fileTooLarge' }),
  )
})

it('tells kinds apart, and cuts plain text into one draft', () => {
  expect(detectKind('a.jsonl', '{}')).toBe('jsonl')
  expect(detectKind('a.txt', 'I was there. The others said nothing.')).toBe('text')
  const plan = planImport(
    '../folder/a.txt',
    bytes('What I saw\n\nI was there and that was it.\n\nThe end of it.'),
  )
  expect(plan).toMatchObject({ kind: 'text', detected: true, fileName: 'a.txt', report: null })
  const [draft] = drafts(plan.records)
  expect(draft!.content.titles).toEqual({ en: 'What I saw' })
  expect(draft!.content.text?.passages?.map(({ kind }) => kind)).toEqual([
    'heading',
    'prose',
    'prose',
  ])
  expect(planImport('م\u200cت\u202en.txt', bytes('A.')).fileName).toBe('م\u200cتn.txt')
  expect(() => planImport('a.txt', bytes('Nobody speaks here.'), 'press-report')).toThrow(
    expect.objectContaining({ reason: 'import.nobodySpeaks' }),
  )
})

for (const [name, count] of [
  ['wpa-narratives.jsonl', 314],
  ['inquiry-transcripts.jsonl', 30],
] as const) {
  const file = new URL(`../../../../shared/data/${name}`, import.meta.url)
  it.skipIf(!existsSync(file))(`${name}: all ${count} records become drafts`, () => {
    const records = planJsonl(readFileSync(file, 'utf8'), name)
    expect(records).toHaveLength(count)
    expect(drafts(records)).toHaveLength(count)
  })
}
