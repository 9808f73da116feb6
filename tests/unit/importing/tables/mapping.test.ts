import { describe, expect, it } from 'vitest'
import { TABLE_FIELD_NAMES } from '#lib/importing/tables/fields.ts'
import { mappingSchema } from '#lib/importing/tables/mapping.ts'
import { proposeMapping } from '#lib/importing/tables/propose.ts'

const proposed = (...columns: string[]) =>
  Object.fromEntries(
    proposeMapping(columns).columns.map(({ column, field, ...rest }) => [column, [field, rest]]),
  )

describe('proposals from the heads', () => {
  it('knows what archives call their columns in English', () => {
    expect(
      proposed(
        'Record ID',
        'Title',
        'Witness name',
        'Date of interview',
        'Place',
        'Interviewer',
        'Text',
      ),
    ).toEqual({
      'Record ID': ['id', {}],
      Title: ['titles', {}],
      'Witness name': ['identity.legalName', {}],
      'Date of interview': ['taking.dateGiven', {}],
      Place: ['taking.placeGiven', {}],
      Interviewer: ['taking.interviewer', {}],
      Text: ['text', {}],
    })
  })

  it('and in Persian, with and without joiners', () => {
    expect(
      proposed('شناسه', 'عنوان', 'نام شاهد', 'تاریخ مصاحبه', 'مصاحبه‌گر', 'نوع شهادت', 'متن'),
    ).toEqual({
      شناسه: ['id', {}],
      عنوان: ['titles', {}],
      'نام شاهد': ['identity.legalName', {}],
      'تاریخ مصاحبه': ['taking.dateGiven', {}],
      مصاحبه‌گر: ['taking.interviewer', {}],
      'نوع شهادت': ['testimonyType', {}],
      متن: ['text', {}],
    })
    expect(proposed('مصاحبه گر')).toEqual({ 'مصاحبه گر': ['taking.interviewer', {}] })
  })

  it('reads languages, calendars and purposes of consent out of the head', () => {
    expect(
      proposed(
        'Title (en)',
        'عنوان فارسی',
        'تاریخ رویداد (شمسی)',
        'Translation in English',
        'Consent: publish named',
        'رضایت: نگه‌داری در آرشیو',
      ),
    ).toEqual({
      'Title (en)': ['titles', { language: 'en' }],
      'عنوان فارسی': ['titles', { language: 'fa' }],
      'تاریخ رویداد (شمسی)': ['about.date', { calendar: 'solar_hijri' }],
      'Translation in English': ['translation', { language: 'en' }],
      'Consent: publish named': ['consent', { purpose: 'publish_named' }],
      'رضایت: نگه‌داری در آرشیو': ['consent', { purpose: 'preserve' }],
    })
  })

  it('forgives a typing error, gives an exact head the field before a near one, and guesses nothing else', () => {
    expect(proposed('Interveiwer', 'Tiltle', 'Title', 'Shelf mark', 'Box')).toEqual({
      Interveiwer: ['taking.interviewer', {}],
      Title: ['titles', {}],
    })
  })

  it('knows every field by its own name, so that what was exported comes in again', () => {
    const names = TABLE_FIELD_NAMES.filter((field) => field !== 'consent')
    for (const field of names) expect(proposed(field)[field]?.[0], field).toBe(field)
  })
})

describe('a mapping as it is saved', () => {
  it('is checked: fields that are none, and columns without a name', () => {
    const columns = [{ column: 'A', field: 'titles', language: 'fa' }]
    const mapping = { version: 1, name: 'Ostra', columns }
    expect(mappingSchema.parse(mapping)).toEqual({ ...mapping, defaults: [] })
    for (const bad of [
      { ...mapping, version: 2 },
      { ...mapping, columns: [{ column: 'A', field: 'password' }] },
      { ...mapping, columns: [{ column: '', field: 'titles' }] },
      { ...mapping, columns: [{ column: 'A', field: 'consent', purpose: 'sell' }] },
      { ...mapping, script: 'x' },
    ]) {
      expect(mappingSchema.safeParse(bad).success).toBe(false)
    }
  })
})
