import { describe, expect, test } from 'vitest'
import { diffWords } from '#lib/text/word-diff.ts'

const told = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) =>
      kind === 'added' ? `{+${text}+}` : kind === 'removed' ? `[-${text}-]` : text,
    )
    .join('')

describe('a difference', () => {
  test.each([
    ['the bells rang', 'the bells rang', 'the bells rang'],
    ['', 'all new', '{+all new+}'],
    ['all gone', '', '[-all gone-]'],
    ['', '', ''],
    ['the red door', 'the green door', 'the [-red-]{+green+} door'],
    ['one two three', 'four five three', '[-one two-]{+four five+} three'],
    ['He didn’t see.', 'He did see.', 'He [-didn’t-]{+did+} see.'],
    ['at 10, then', 'at 11, then', 'at [-10-]{+11+}, then'],
  ])('%j and %j', (before, after, expected) => {
    expect(told(before, after)).toBe(expected)
  })

  test('takes whole words in Persian, with their joiners and marks', () => {
    expect(told('آنها می‌رفتند به مدرسه', 'آنها می‌رفتیم به مدرسه')).toBe(
      'آنها [-می‌رفتند-]{+می‌رفتیم+} به مدرسه',
    )
    expect(told('کتابِ سرخ', 'کتاب سرخ')).toBe('[-کتابِ-]{+کتاب+} سرخ')
  })

  test('loses nothing: both texts can be put together again from it', () => {
    const before = 'The water came  before\nthe bells; “late”, they say.'
    const after = 'The water came after\nthe bells: “late”, some say — later.'
    const parts = diffWords(before, after)
    const of = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map((part) => part.text)
        .join('')
    expect(of('added')).toBe(before)
    expect(of('removed')).toBe(after)
  })

  test('of two long texts without anything in common is told quickly and as a whole', () => {
    const before = Array.from({ length: 8_000 }, (_, n) => `a${n}`).join(' ')
    const after = Array.from({ length: 8_000 }, (_, n) => `b${n}`).join('-')
    const started = performance.now()
    expect(diffWords(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
