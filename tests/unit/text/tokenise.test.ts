import { describe, expect, it } from 'vitest'
import { Random } from '#lib/search/evaluation/random.ts'
import { normaliseWord } from '#lib/text/normalise.ts'
import { indexedForms, tokenise } from '#lib/text/tokenise.ts'

/** A letter or digit, and what may stand inside a word or join two parts of it. */
const INSIDE = String.raw`[\p{L}\p{M}\p{N}\u200d\u00ad\u200e\u200f\u061c\u2060]`
const JOINER = String.raw`(?:\u200c+|['’‘‛´\u0060\-\u2010\u2011]|(?<=\p{Nd})[,\u066c](?=\p{Nd}{3}(?!\p{Nd})))`
const WORD_RULE = new RegExp(
  String.raw`[\p{L}\p{N}]${INSIDE}*(?:${JOINER}[\p{L}\p{N}]${INSIDE}*)*`,
  'gu',
)

describe('normalisation', () => {
  it.each([
    ['كتاب', 'کتاب'],
    ['علي', 'علی'],
    ['موسى', 'موسی'],
    ['خانۀ', 'خانه'],
    ['خانهٔ', 'خانه'],
    ['مدرسة', 'مدرسه'],
    ['أحمد', 'احمد'],
    ['إيران', 'ایران'],
    ['مسئول', 'مسیول'],
    ['مؤمن', 'مومن'],
    ['آبان', 'ابان'],
    ['املاء', 'املا'],
    ['مُعَلِّم', 'معلم'],
    ['گـــواه', 'گواه'],
    ['ﻛﺘﺎﺏ', 'کتاب'],
    ['۱۳۶۷', '1367'],
    ['١٣٦٧', '1367'],
    ['Évian', 'evian'],
    ['Straße', 'strasse'],
    ['İSTANBUL', 'istanbul'],
    ['Łódź', 'lodz'],
    ['Saʿid', 'said'],
    ['ﬁled', 'filed'],
    ['…', ''],
  ])('%s becomes %s', (word, form) => {
    expect(normaliseWord(word)).toBe(form)
  })

  it('changes nothing when done twice', () => {
    for (const word of ['خانۀ', 'İSTANBUL', 'Œuvre', 'مُعَلِّم', '٣½']) {
      expect(normaliseWord(normaliseWord(word))).toBe(normaliseWord(word))
    }
  })
})

describe('words', () => {
  const forms = (text: string) => {
    const { ordered, others } = indexedForms(text)
    return new Set([...ordered, ...others])
  }

  it('keeps the offsets of the original, whole words with marks and joiners', () => {
    const text = '«مُعَلِّم» می‌رفتند؛ don’t, re-enter (1,000) Sa‘id.'
    const words = tokenise(text)
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
      'مُعَلِّم',
      'می‌رفتند',
      'don’t',
      're-enter',
      '1,000',
      'Sa‘id',
    ])
    expect(words.map(({ parts }) => parts)).toEqual([
      ['معلم'],
      ['می', 'رفتند'],
      ['dont'],
      ['re', 'enter'],
      ['1000'],
      ['said'],
    ])
  })

  it('lets ZWNJ, space and nothing meet', () => {
    for (const text of ['می‌رفتند', 'می رفتند', 'میرفتند', 'مي‌رفتند']) {
      expect(forms(text), text).toContain('میرفتند')
    }
    for (const text of ['کتاب‌ها', 'کتاب ها', 'كتابها']) {
      expect(forms(text), text).toContain('کتابها')
    }
    expect(forms('re-enter')).toContain('reenter')
  })

  it('takes the possessive off a name', () => {
    expect(forms("Rahimi's")).toEqual(new Set(['rahimi', 'rahimis']))
    expect(forms("O'Brien")).toEqual(new Set(['obrien', 'brien']))
  })

  it('cuts mixed texts exactly where the rule for words does', () => {
    const random = new Random(3)
    const pieces = [
      ...[
        'a',
        'Z',
        'word',
        '7',
        '12',
        'é',
        'ş',
        'ß',
        'م',
        'رفت',
        'ک',
        'ي',
        'ـ',
        'َ',
        '۱۲',
        '٣',
        'и',
        '語',
        '😀',
      ],
      ...[
        ' ',
        ' ',
        ' ',
        '\n',
        '.',
        ',',
        '٬',
        '،',
        '؛',
        '«',
        '»',
        '“',
        '(',
        '-',
        '‐',
        "'",
        '’',
        '_',
        '/',
      ],
      ...['\u200c', '\u200d', '\u00ad', '\u200f', '\u0301', '\u0000', '\ud800'],
    ]
    for (let number = 0; number < 5_000; number++) {
      const text = Array.from({ length: 1 + random.below(14) }, () => random.pick(pieces)).join('')
      const found = tokenise(text).map(({ start, end }) => text.slice(start, end))
      const ruled = [...text.matchAll(WORD_RULE)].filter(([word]) => tokenise(word).length > 0)
      expect([text, found]).toEqual([text, ruled.map(([word]) => word)])
    }
  })

  it('survives anything', () => {
    expect(tokenise('')).toEqual([])
    expect(tokenise('\u0000\u200c\u200c-\'"*()^:{}\ud800')).toEqual([])
    expect(tokenise('a'.repeat(100_000))).toHaveLength(1)
    expect(tokenise('-a-'.repeat(10_000)).length).toBeGreaterThan(0)
  })
})
