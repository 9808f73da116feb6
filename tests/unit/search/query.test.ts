import { expect, it } from 'vitest'
import en from '#app/_i18n/messages/en/search.json' with { type: 'json' }
import fa from '#app/_i18n/messages/fa/search.json' with { type: 'json' }
import { parseQuery } from '#lib/search/query.ts'
import { QUERY_NOTE_CODES } from '#lib/search/query-notes.ts'

/** How a query is read, and what is told of what was not taken as it was written. */

const told = (text: string) => parseQuery(text).notes.map((note) => [note.code, note.text])

it('reads fields in either language, with any digits, quoted, bare or left out', () => {
  const { fields, years, include, notes } = parseQuery(
    'Speaker:"Lale Sahari" -place:مي‌راب گوینده:سحر year:1988..1990 -سال:۱۹۹۱ flood',
  )
  expect(fields.include.map(({ field, quoted }) => [field, quoted])).toEqual([
    ['speaker', true],
    ['speaker', false],
  ])
  expect(fields.exclude).toMatchObject([{ field: 'place' }])
  expect(years).toEqual({
    include: [{ from: 1988, to: 1990 }],
    exclude: [{ from: 1991, to: 1991 }],
  })
  expect(include).toHaveLength(1)
  expect(notes).toEqual([])
})

it.each([
  ['year:1988', 1988, 1988],
  ['year:1988-1990', 1988, 1990],
  ['year:1988–1990', 1988, 1990],
  ['year:1988..', 1988, 2999],
  ['year:..1988', 1000, 1988],
  ['year:1990..1988', 1988, 1990],
  ['year:۱۳۶۷', 1988, 1989],
  ['سال:١٣٦٦..١٣٦٧', 1987, 1989],
  ['year:1367..1990', 1988, 1990],
  ['year:"1988"', 1988, 1988],
])('reads %s as %d to %d', (text, from, to) => {
  expect(parseQuery(text).years.include).toEqual([{ from, to }])
})

it('takes other colons for what they are', () => {
  expect(told('https://example.org 12:30 Witness: I saw')).toEqual([])
  expect(parseQuery('Witness: I saw').include).toHaveLength(3)
  expect(parseQuery('12:30').include).toHaveLength(2)
})

it.each([
  ['"the bridge', [['unbalancedQuote', '"the']]],
  ['bridge"', [['unbalancedQuote', 'bridge"']]],
  ['«پل', [['unbalancedQuote', '«پل']]],
  ['a "" b', [['emptyQuotes', '""']]],
  ['speaker: Lale', [['emptyField', 'speaker:']]],
  ['place:"!"', [['emptyField', 'place:"!"']]],
  ['year:', [['emptyField', 'year:']]],
  ['colour:red', [['unknownField', 'colour:red']]],
  ['colour:"dark red"', [['unknownField', 'colour:"dark red"']]],
  ['year:88', [['badYear', 'year:88']]],
  ['year:1988..x', [['badYear', 'year:1988..x']]],
  ['year:0900', [['badYear', 'year:0900']]],
  ['year:1990..1988', [['reversedYears', 'year:1990..1988']]],
  ['سال:۱۳۶۷', [['solarYears', 'سال:۱۳۶۷']]],
  ['b* bridge', [['shortBeginning', 'b*']]],
  ['…!?', [['onlySigns', '…!?']]],
  ['"', [['unbalancedQuote', '"']]],
])('explains %s', (text, notes) => {
  expect(told(text)).toEqual(notes)
})

it('explains nothing in plain queries', () => {
  for (const text of [
    '',
    ' ',
    'flood',
    '"old bridge" -gate bri*',
    'NOT near',
    "Sa'id",
    're-enter',
  ]) {
    expect(told(text), text).toEqual([])
  }
})

it('says first that a query was cut, and stays short about the rest', () => {
  expect(told('word '.repeat(2_000))).toEqual([['cut', '']])
  const notes = parseQuery('"a b:c '.repeat(500)).notes
  expect(notes[0]!.code).toBe('cut')
  expect(notes.length).toBeLessThanOrEqual(7)
  const [note] = parseQuery(`colour:${'x'.repeat(500)}`).notes
  expect(note!.text.length).toBeLessThanOrEqual(61)
})

it('leaves out of the words what it left out of the demands', () => {
  const { include, fields, years } = parseQuery('speaker: year:abc flood')
  expect([include.length, fields.include.length, years.include.length]).toEqual([1, 0, 0])
  expect(parseQuery('colour:red').include).toHaveLength(2)
})

it('has an explanation of each in both languages', () => {
  for (const messages of [en, fa]) {
    expect(Object.keys(messages.notes).sort()).toEqual([...QUERY_NOTE_CODES].sort())
  }
})
