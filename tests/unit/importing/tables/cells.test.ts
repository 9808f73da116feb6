import { describe, expect, it } from 'vitest'
import { readCell } from '#lib/importing/tables/values.ts'
import { VOCABULARY_LABELS } from '#lib/statements/labels.ts'
import { TESTIMONY_TYPES } from '#lib/statements/vocabularies.ts'

const values = (cell: string, column: Parameters<typeof readCell>[1]) => {
  const reading = readCell(cell, column)
  return 'values' in reading ? reading.values : reading
}

describe('vocabularies', () => {
  it('are matched by code and by label in either language, every one of them', () => {
    for (const code of TESTIMONY_TYPES) {
      for (const form of [
        code,
        code.toUpperCase().replaceAll('_', ' '),
        VOCABULARY_LABELS.en.testimonyTypes[code],
        VOCABULARY_LABELS.fa.testimonyTypes[code],
        VOCABULARY_LABELS.fa.testimonyTypes[code].replaceAll('\u200c', ' '),
      ]) {
        expect(values(` ${form} `, { field: 'testimonyType' }), form).toEqual([code])
      }
    }
  })

  it('name the nearest values for one that is unknown, and never take it for one', () => {
    expect(readCell('Signed afidavit', { field: 'testimonyType' })).toMatchObject({
      problems: [
        {
          reason: 'unknownValue',
          value: 'Signed afidavit',
          proposals: [{ code: 'signed_affidavit' }],
        },
      ],
    })
    expect(readCell('مصاحبة تلفنی', { field: 'testimonyType' })).toMatchObject({
      problems: [{ proposals: [{ code: 'interview', fa: 'مصاحبه' }] }],
    })
    expect(readCell('xyzzy', { field: 'testimonyType' })).toMatchObject({
      problems: [{ proposals: [] }],
    })
  })

  it('take what the mapping says that a value means', () => {
    const column = { field: 'testimonyType', values: { 'aff.': 'signed_affidavit' } } as const
    expect(values('AFF.', column)).toEqual(['signed_affidavit'])
    expect(readCell('constructor', column)).toMatchObject({ problems: [{ value: 'constructor' }] })
  })

  it('stand several in a cell, each judged alone', () => {
    const column = { field: 'sensitivity.contentNotes' } as const
    expect(values('Torture; اعدام، suicide', column)).toEqual(['torture', 'execution', 'suicide'])
    expect(values('torture / execution', { ...column, separator: '/' })).toEqual([
      'torture',
      'execution',
    ])
    expect(readCell('torture; tortoise', column)).toMatchObject({
      problems: [{ value: 'tortoise' }],
    })
  })
})

describe('why a fact is missing', () => {
  it.each([
    ['unknown', 'unknown'],
    ['Not asked', 'not_asked'],
    ['declined', 'declined'],
    ['Lost', 'lost'],
    ['withheld', 'withheld'],
    ['نامعلوم', 'unknown'],
    ['پرسیده نشده', 'not_asked'],
    ['از گفتن خودداری کرد', 'declined'],
    ['از دست رفته', 'lost'],
    ['محفوظ مانده', 'withheld'],
  ])('is understood: %s', (cell, reason) => {
    expect(readCell(cell, { field: 'taking.dateGiven' })).toEqual({ missing: reason })
    expect(readCell(cell, { field: 'identity.legalName' })).toEqual({ missing: reason })
  })

  it('is not read into fields that are never missing', () => {
    expect(values('Lost', { field: 'titles' })).toEqual(['Lost'])
  })
})

describe('dates', () => {
  it.each([
    ['2023-05-04', undefined, 'gregorian', '2023-05-04'],
    ['2023-05-04 00:00', undefined, 'gregorian', '2023-05-04'],
    ['4 May 2023', undefined, 'gregorian', '2023-05-04'],
    ['1988-07/1988-09', undefined, 'gregorian', '1988-07/1988-09'],
    ['1402/02/14', undefined, 'solar_hijri', '2023-05-04'],
    ['۱۴ اردیبهشت ۱۴۰۲', undefined, 'solar_hijri', '2023-05-04'],
    ['Mordad 1367', undefined, 'solar_hijri', '1988-07-23/1988-08-22'],
    ['1367', 'solar_hijri', 'solar_hijri', '1988-03-21/1989-03-20'],
    ['1402', 'gregorian', 'gregorian', '1402'],
  ] as const)('%s (%s)', (stated, calendar, read, edtf) => {
    const column = { field: 'taking.dateGiven', ...(calendar ? { calendar } : {}) } as const
    expect(values(stated, column)).toEqual([{ stated, calendar: read, edtf }])
  })

  it.each(['31/02/2023', '1402/13/01', 'soon', '5/6/2023'])(
    'refuse %s, which is no day or could be two',
    (cell) => {
      expect(readCell(cell, { field: 'taking.dateGiven' })).toMatchObject({
        problems: [{ reason: 'notADate', value: cell }],
      })
    },
  )

  it('are one day where one is needed, in either calendar', () => {
    expect(values('1402/02/14', { field: 'consents.givenOn' })).toEqual(['2023-05-04'])
    expect(readCell('May 2023', { field: 'consents.givenOn' })).toMatchObject({
      problems: [{ reason: 'notADay' }],
    })
  })
})

describe('other cells', () => {
  it('reads languages by tag and by name', () => {
    for (const cell of ['fa', 'Persian', 'Farsi', 'فارسی']) {
      expect(values(cell, { field: 'text.language' }), cell).toEqual(['fa'])
    }
    expect(values('az_arab', { field: 'text.language' })).toEqual(['az-Arab'])
    expect(readCell('Persan', { field: 'text.language' })).toMatchObject({
      problems: [{ reason: 'notALanguage', proposals: [{ code: 'fa' }] }],
    })
  })

  it('reads yes and no', () => {
    for (const cell of ['yes', 'Y', 'TRUE', '1', 'آری', 'بله']) {
      expect(values(cell, { field: 'declarations.concernsMinor' }), cell).toEqual([true])
    }
    for (const cell of ['no', 'N', 'false', '0', 'نه', 'خیر']) {
      expect(values(cell, { field: 'declarations.concernsMinor' }), cell).toEqual([false])
    }
    expect(readCell('maybe', { field: 'declarations.concernsMinor' })).toMatchObject({
      problems: [{ reason: 'notYesNo' }],
    })
  })

  it('takes http addresses alone, and texts no longer than their field', () => {
    expect(values('https://example.org/a', { field: 'source.url' })).toEqual([
      'https://example.org/a',
    ])
    expect(readCell('javascript:alert(1)', { field: 'source.url' })).toMatchObject({
      problems: [{ reason: 'notAnAddress' }],
    })
    expect(readCell('x'.repeat(2_001), { field: 'titles' })).toMatchObject({
      problems: [{ reason: 'tooLong', about: 2_000 }],
    })
  })
})
