import { describe, expect, it } from 'vitest'
import { decodeText } from '#lib/importing/decode.ts'
import { readDocument } from '#lib/importing/documents/read.ts'
import { ENCODINGS, type Encoding } from '#lib/importing/encodings.ts'
import { detectLanguage } from '#lib/importing/languages.ts'

const PERSIAN = 'س: در شب 23 مرداد کجا بوديد؟\n\nج: در خانه پدري‌ام بودم و صداي زنگ را شنيدم.'
const GERMAN = 'Frage: Wo waren Sie? – „Wir hörten die Glocke“, schrieb sie.'

/** Writes a text in an encoding, by what the platform reads back. */
function encode(text: string, encoding: Encoding, mark = ''): Buffer {
  if (encoding === 'utf-8') return Buffer.from(mark + text)
  const wide = Buffer.from(mark + text, 'utf16le')
  if (encoding === 'utf-16le') return wide
  if (encoding === 'utf-16be') return wide.swap16()
  const decoder = new TextDecoder(encoding)
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
  )
  return Buffer.from([...text].map((letter) => bytes.get(letter)!))
}

describe('the encoding of a text', () => {
  it.each([
    ['utf-8', PERSIAN],
    ['utf-16le', PERSIAN],
    ['utf-16be', PERSIAN],
    ['windows-1256', PERSIAN],
    ['utf-8', GERMAN],
    ['utf-16le', GERMAN],
    ['utf-16be', GERMAN],
    ['windows-1252', GERMAN],
  ] as const)('%s is told from the bytes', (encoding, text) => {
    expect(decodeText(encode(text, encoding))).toMatchObject({ text, encoding, detected: encoding })
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s is certain by its mark', (encoding) => {
    const decoded = decodeText(encode('گواه', encoding, '\uFEFF'))
    expect(decoded).toEqual({ text: '\uFEFFگواه', encoding, detected: encoding, isCertain: true })
  })

  it('can be chosen by a person who sees that it was told wrong', () => {
    const bytes = encode('hörten', 'windows-1252')
    expect(decodeText(bytes, 'windows-1256')).toMatchObject({
      encoding: 'windows-1256',
      detected: 'windows-1252',
    })
    expect(decodeText(bytes, 'windows-1256').text).not.toBe('hörten')
    expect(() => decodeText(bytes, 'utf-8')).toThrow(
      expect.objectContaining({ reason: 'import.fileNotUtf8', values: { byte: 1 } }),
    )
  })

  it('stays UTF-8 where a few bytes are damaged: the rest would come out wrong', () => {
    const bytes = Buffer.concat([Buffer.from(PERSIAN), Buffer.from([0xff]), Buffer.from(PERSIAN)])
    expect(() => decodeText(bytes)).toThrow(
      expect.objectContaining({ reason: 'import.fileNotUtf8' }),
    )
    expect(decodeText(bytes, 'windows-1256').encoding).toBe('windows-1256')
  })

  it('is shown with a document, and its choice reads the document anew', async () => {
    const bytes = encode(PERSIAN, 'windows-1256')
    const told = await readDocument(bytes)
    expect(told.encoding).toEqual({
      encoding: 'windows-1256',
      detected: 'windows-1256',
      isCertain: false,
    })
    expect(told.document.blocks[0]!.text).toBe('س: در شب 23 مرداد کجا بوديد؟')
    for (const encoding of ENCODINGS.filter((one) => one.startsWith('windows')))
      expect((await readDocument(bytes, { encoding })).encoding!.encoding).toBe(encoding)
  })
})

describe('the language of a text', () => {
  it.each([
    ['fa', PERSIAN],
    ['fa', 'در شب سیل صدای زنگ را شنیدم و به سوی مدرسه دویدم.'],
    [null, 'سمعت صوت الجرس في تلك الليلة وكان الماء قد بلغ الباب، ثم ركضنا إلى المدرسة كي ننجو.'],
    [null, 'لەو شەوەدا گوێم لە دەنگی زەنگەکە بوو و بەرەو قوتابخانە ڕامان کرد.'],
    ['en', 'We heard the bell of the lock and ran to the school.'],
  ])('is %s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })
})
