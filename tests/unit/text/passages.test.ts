import { expect, it } from 'vitest'
import { directionOf, directionOfLanguage, dominantDirection } from '#lib/text/direction.ts'
import { countWords, cutPassages, unwrapLines } from '#lib/text/passages.ts'

it('cuts at blank lines and keeps the offsets of the source', () => {
  const source = '\ufeffFirst line\nof one.\r\n\r\n  Second.  \n \n\n\nThird.\n'
  const cuts = cutPassages(source)
  expect(cuts.map(({ text }) => text)).toEqual(['First line\nof one.', 'Second.', 'Third.'])
  for (const { text, start, end } of cuts) expect(source.slice(start, end)).toBe(text)
})

it('cuts at lines where there are no blank ones, unless they are wrapped by hand', () => {
  expect(cutPassages('One.\nTwo.\nThree.').length).toBe(3)
  const wrapped = Array.from({ length: 6 }, () => 'words that fill the line up to about its end')
  expect(cutPassages([...wrapped, 'and end.'].join('\n')).length).toBe(1)
  expect(unwrapLines('a \r\n b')).toBe('a b')
  expect(cutPassages(' \n \n ')).toEqual([])
})

it('counts words in both scripts', () => {
  expect(countWords("He didn't re-enter 2 rooms.")).toBe(5)
  expect(countWords('آن‌ها می‌رفتند.')).toBe(2)
  expect(countWords(' … ')).toBe(0)
})

it('tells the direction of writing', () => {
  expect(directionOfLanguage('fa')).toBe('rtl')
  expect(directionOfLanguage('fa-Latn')).toBe('ltr')
  expect(directionOfLanguage('az-Arab')).toBe('rtl')
  expect(directionOfLanguage('en')).toBe('ltr')
  expect(dominantDirection('در سال 1988 at Evin گفتند که')).toBe('rtl')
  expect(dominantDirection('1988')).toBe('ltr')
  expect(directionOf('سلام', null)).toBe('rtl')
  expect(directionOf('سلام', 'en')).toBe('ltr')
})
