import { describe, expect, it } from 'vitest'
import { takeHeads, takeLineNumbers } from '#lib/importing/documents/pdf/furniture.ts'
import type { Glyph } from '#lib/importing/documents/pdf/glyphs.ts'
import { type Line, readLines } from '#lib/importing/documents/pdf/lines.ts'
import { mendBrackets, mendDigits } from '#lib/importing/documents/pdf/mend.ts'
import { toLogical } from '#lib/importing/documents/pdf/order.ts'
import { joinParagraphs } from '#lib/importing/documents/pdf/paragraphs.ts'

/** Letters from left to right as they stand on a line, each half as wide as it is high. */
const clusters = (visual: string) => [...visual].map((text, x) => ({ text, x: x * 5, width: 5 }))
const logical = (visual: string, isRtl: boolean) =>
  toLogical(clusters(visual), isRtl)
    .map(({ text }) => text)
    .join('')
const reversed = (text: string) => [...text].reverse().join('')

describe('a line of both directions', () => {
  it.each([
    ['words', 'سلام دنیا', reversed('سلام دنیا')],
    ['a year', 'سال ۱۳۶۷ بود', `${reversed(' بود')}۱۳۶۷${reversed('سال ')}`],
    ['a date with strokes', 'روز ۱۳۶۷/۵/۲۳', `۱۳۶۷/۵/۲۳${reversed('روز ')}`],
    ['a time', 'ساعت ۲۳:۴۵ شد', `${reversed(' شد')}۲۳:۴۵${reversed('ساعت ')}`],
    ['a decimal', 'عدد ۳٫۵ است', `${reversed(' است')}۳٫۵${reversed('عدد ')}`],
    [
      'Latin words',
      'گزارش Ostra Water Board را',
      `${reversed(' را')}Ostra Water Board${reversed('گزارش ')}`,
    ],
    ['a Latin number', 'شمارهٔ GV-12 و', `${reversed(' و')}GV-12${reversed('شمارهٔ ')}`],
    ['brackets', 'او (دیروز) رفت', reversed('او (دیروز) رفت')],
  ])('is read from right to left: %s', (_, text, visual) => {
    expect(logical(visual, true)).toBe(text)
  })

  it('is read from left to right with right-to-left words in it', () => {
    const visual = `He said ${reversed('سلام دنیا')} twice.`
    expect(logical(visual, false)).toBe('He said سلام دنیا twice.')
  })

  it('has its brackets turned back where the file holds their shapes, pair by pair', () => {
    expect(mendBrackets(['او )دیروز( رفت', 'گفت «بله».'])).toEqual(['او (دیروز) رفت', 'گفت «بله».'])
    expect(mendBrackets(['او (دیروز) رفت', 'گفت »بله«.'])).toEqual(['او (دیروز) رفت', 'گفت «بله».'])
    expect(mendBrackets(['او (دیروز) رفت'])).toEqual(['او (دیروز) رفت'])
  })

  it('has digits of one kind where a font shares their shapes', () => {
    expect(mendDigits(['سال ۱۳٦۷ و ٦', 'سال ۱۳۷۰'])).toEqual(['سال ۱۳۶۷ و ۶', 'سال ۱۳۷۰'])
    expect(mendDigits(['عام ١٩٨٨', 'سال ۱۳۶۷'])).toEqual(['عام ١٩٨٨', 'سال ۱۳۶۷'])
  })
})

describe('glyphs', () => {
  const glyph = (text: string, x: number, width = 5, y = 100): Glyph => ({
    text,
    x,
    y,
    width,
    size: 10,
  })
  const read = (glyphs: Glyph[]) =>
    readLines([{ glyphs, number: 1, height: 800 }]).map(({ text }) => text)

  it('are words where there is a gap, though no space was drawn', () => {
    expect(read([glyph('I', 0), glyph('f', 5), glyph('w', 14), glyph('e', 19)])).toEqual(['If we'])
  })

  it('keep a joiner that takes no room, and make a space of one that does', () => {
    // From left to right: ن ک joiner ی م, the joiner as wide as the font says and taken back.
    const joined = [
      glyph('ن', 0),
      glyph('ک', 5),
      glyph('\u200c', 10),
      glyph('ی', 10),
      glyph('م', 15),
    ]
    expect(read(joined)).toEqual(['می\u200cکن'])
    const apart = [
      glyph('ن', 0),
      glyph('ک', 5),
      glyph('\u200c', 10),
      glyph('ی', 15),
      glyph('م', 20),
    ]
    expect(read(apart)).toEqual(['می کن'])
  })

  it('keep ligatures and marks in order', () => {
    expect(read([glyph('لا', 0), glyph('ب', 5)])).toEqual(['بلا'])
    expect(
      read([glyph('ن', 5), glyph('ا', 10), glyph('خ', 15), glyph('ه', 0), glyph('ٔ', 1, 0)]),
    ).toEqual(['خانهٔ'])
    expect(read([glyph('\ufefb', 0), glyph('ﺑ', 5)])).toEqual(['بلا'])
  })

  it('lose the strokes that stretch a word to the margin', () => {
    const stretched = [glyph('د', 0), glyph(']', 5), glyph(']', 5.5), glyph('ب', 10)]
    expect(read(stretched)).toEqual(['بد'])
    // Once known, also where a line has but one of them; elsewhere the sign is what it is.
    const below = [glyph('د', 0, 5, 130), glyph(']', 5, 5, 130), glyph('ب', 10, 5, 130)]
    expect(read([...stretched, ...below])).toEqual(['بد', 'بد'])
    expect(read(below)).toEqual(['ب]د'])
  })

  it('mark a small raised number as the reference to a note', () => {
    const raised = { ...glyph('1', 15, 3, 96), size: 6 }
    expect(read([glyph('e', 0), glyph('n', 5), glyph('d', 10), raised])).toEqual(['end[1]'])
  })
})

const line = (text: string, index: number, part: Partial<Line> = {}): Line => ({
  text,
  page: 1,
  left: 50,
  right: 50 + text.length * 5,
  y: 100 + index * 14,
  place: (100 + index * 14) / 800,
  size: 10,
  isRtl: false,
  ...part,
})

describe('lines', () => {
  it('become paragraphs, with words that a line end divided made whole', () => {
    const lines = [
      'The well-known baker of Lindholm came first with bread and blan-',
      'kets before any official had asked. He was well-',
      'known to all of us, and had come along the rail-',
      'way on foot.',
    ].map((text, index) => line(text, index, { right: index === 3 ? 110 : 370 }))
    expect(joinParagraphs(lines).map(({ text }) => text)).toEqual([
      'The well-known baker of Lindholm came first with bread and blankets before any official had asked. He was well-known to all of us, and had come along the railway on foot.',
    ])
  })

  it('go on over the end of a page in the middle of a sentence', () => {
    const lines = [
      line('They were sold, and the buyer was a company of which none of us', 40, { right: 370 }),
      line('had ever heard.', 0, { page: 2 }),
      line('A new sentence begins a new paragraph after a short last line of all.', 1, {
        page: 2,
        right: 370,
      }),
    ]
    expect(joinParagraphs(lines).map(({ page, text }) => [page, text.slice(-10)])).toEqual([
      [1, 'ver heard.'],
      [2, 'ne of all.'],
    ])
  })

  it('lose the numbers of a transcript’s margin, which stay with the passages', () => {
    const words = [
      'Q. Where were you?',
      'A. At the lock,',
      'with my brother.',
      'Q. And then?',
      'A. We ran.',
      'Q. All of you?',
      'A. Yes.',
      'Q. Where to?',
      'A. Uphill.',
      'Q. Thank you.',
    ]
    const lines = words.map((text, index) => line(`${index + 1} ${text}`, index))
    const blocks = joinParagraphs(takeLineNumbers(lines))
    expect(blocks.slice(0, 3).map(({ text, line: number }) => [number, text])).toEqual([
      [1, 'Q. Where were you?'],
      [2, 'A. At the lock, with my brother.'],
      [4, 'Q. And then?'],
    ])
  })

  it('that a list numbers keep their numbers', () => {
    const lines = ['1 bread', '2 blankets', 'and a lamp'].map((text, index) => line(text, index))
    expect(takeLineNumbers(lines)).toEqual(lines)
  })

  it('that stand at the head of page after page are left out; a first line that differs is not', () => {
    const pages = [1, 2, 3].flatMap((page) => [
      line(`Hearing of Ostra, page ${page}`, 0, { page, place: 0.05 }),
      line(`The words of page ${'abc'[page - 1]} are its own.`, 1, { page, place: 0.12 }),
      line('The end is the same on each.', 2, { page, place: 0.5 }),
    ])
    const { body, leftOut } = takeHeads(pages)
    expect(leftOut.map(({ reason, page }) => [reason, page])).toEqual([
      ['head', 1],
      ['head', 2],
      ['head', 3],
    ])
    expect(body).toHaveLength(6)
  })
})
