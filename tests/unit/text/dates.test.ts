import { describe, expect, it } from 'vitest'
import {
  edtfRange,
  firstDay,
  formatEdtf,
  formatInBothCalendars,
  formatSolarHijri,
  isEdtf,
  lastDay,
  readStatedDate,
  yearsCovered,
} from '#lib/text/dates.ts'

describe('EDTF', () => {
  it.each([
    ['1988', '1988-01-01', '1988-12-31'],
    ['1988-07', '1988-07-01', '1988-07-31'],
    ['1988-07/1988-09', '1988-07-01', '1988-09-30'],
    ['1988-21', '1988-03-01', '1988-05-31'],
    ['1988-24', '1988-12-01', '1989-02-28'],
    ['1988-21/1988-22', '1988-03-01', '1988-08-31'],
    ['1988?', '1988-01-01', '1988-12-31'],
    ['198X', '1980-01-01', '1989-12-31'],
    ['1988/..', '1988-01-01', null],
    ['../1988', null, '1988-12-31'],
    ['{1988..1990}', '1988-01-01', '1990-12-31'],
    ['[1988,1990]', '1988-01-01', '1990-12-31'],
  ])('%s covers %s to %s', (text, first, last) => {
    expect(edtfRange(text)).toEqual({ first, last })
    expect(firstDay(text)).toBe(first)
    expect(lastDay(text)).toBe(last)
  })

  it('refuses what is not EDTF', () => {
    for (const text of ['', 'hello', '1988-13', '1988-02-30', 'July 1988', 'x'.repeat(500)]) {
      expect(isEdtf(text), text).toBe(false)
      expect(yearsCovered(text)).toEqual([])
    }
  })

  it('lists the years that are touched', () => {
    expect(yearsCovered('1988-07/1990')).toEqual([1988, 1989, 1990])
    expect(yearsCovered('1988-24')).toEqual([1988, 1989])
    expect(yearsCovered('../1988')).toEqual([1988])
  })
})

describe('stated dates', () => {
  it.each([
    ['Mordad 1367', 'solar_hijri', '1988-07-23/1988-08-22'],
    ['مرداد ۱۳۶۷', 'solar_hijri', '1988-07-23/1988-08-22'],
    ['مرداد ماه ۱۳۶۷', 'solar_hijri', '1988-07-23/1988-08-22'],
    ['مرداد ٦٧', 'solar_hijri', '1988-07-23/1988-08-22'],
    ['1367/5/10', 'solar_hijri', '1988-08-01'],
    ['۱۰/۵/۱۳۶۷', 'solar_hijri', '1988-08-01'],
    ['۱۰ مرداد ۱۳۶۷', 'solar_hijri', '1988-08-01'],
    ['1367', 'solar_hijri', '1988-03-21/1989-03-20'],
    ['سال ۱۳۶۷', 'solar_hijri', '1988-03-21/1989-03-20'],
    ['حدود ۱۳۶۷', 'solar_hijri', '1988-03-21~/1989-03-20~'],
    ['1367?', 'solar_hijri', '1988-03-21?/1989-03-20?'],
    ['Mordad to Shahrivar 1367', 'solar_hijri', '1988-07-23/1988-09-22'],
    ['مرداد تا شهریور ۱۳۶۷', 'solar_hijri', '1988-07-23/1988-09-22'],
    ['۵ تا ۱۰ مرداد ۱۳۶۷', 'solar_hijri', '1988-07-27/1988-08-01'],
    ['تابستان ۱۳۶۷', 'solar_hijri', '1988-06-22/1988-09-22'],
    ['دهه ۱۳۶۰', 'solar_hijri', '1981-03-21/1991-03-20'],
    ['دههٔ ۶۰', 'solar_hijri', '1981-03-21/1991-03-20'],
    ['July 1988', 'gregorian', '1988-07'],
    ['ژوئیهٔ ۱۹۸۸', 'gregorian', '1988-07'],
    ['21 September 2021', 'gregorian', '2021-09-21'],
    ['September 21st, 2021', 'gregorian', '2021-09-21'],
    ['Tuesday, 21 September 2021', 'gregorian', '2021-09-21'],
    ['۲۱ سپتامبر ۲۰۲۱', 'gregorian', '2021-09-21'],
    ['2021-09-21', 'gregorian', '2021-09-21'],
    ['21.9.2021', 'gregorian', '2021-09-21'],
    ['the summer of 1988', 'gregorian', '1988-22'],
    ['10 to 15 July 1988', 'gregorian', '1988-07-10/1988-07-15'],
    ['July – September 1988', 'gregorian', '1988-07/1988-09'],
    ['between 1988 and 1990', 'gregorian', '1988/1990'],
    ['circa 1988', 'gregorian', '1988~'],
    ['late July 1988', 'gregorian', '1988-07-21~/1988-07-31~'],
    ['1980s', 'gregorian', '198X'],
    ['1988-07/1988-09', 'gregorian', '1988-07/1988-09'],
    ['198X', 'gregorian', '198X'],
    ['Muharram 1409', 'lunar_hijri', '1988-08-14~/1988-09-12~'],
  ])('%s is %s %s', (stated, calendar, edtf) => {
    expect(readStatedDate(stated)).toEqual({ calendar, edtf })
    expect(isEdtf(edtf)).toBe(true)
  })

  it('believes a named calendar', () => {
    expect(readStatedDate('1400', 'gregorian')?.edtf).toBe('1400')
    expect(readStatedDate('1367-05', 'solar_hijri')?.edtf).toBe('1988-07-23/1988-08-22')
    expect(readStatedDate('1367-05/1367-07', 'solar_hijri')?.edtf).toBe('1988-07-23/1988-10-22')
  })

  it('keeps leap days of the Solar Hijri calendar', () => {
    expect(readStatedDate('30 Esfand 1403')?.edtf).toBe('2025-03-20')
    expect(readStatedDate('30 Esfand 1402')).toBeNull()
  })

  it('says nothing rather than guess', () => {
    for (const stated of [
      '',
      'some day',
      '5/6/2021',
      '32 July 1988',
      '1988-13-01',
      'Mordad',
      'مرداد ۰۵',
      '1990 to 1988',
      'a'.repeat(5_000),
      '/////',
      '\u0000',
    ]) {
      expect(readStatedDate(stated), stated).toBeNull()
    }
  })
})

describe('dates in words', () => {
  it('speaks both languages', () => {
    expect(formatEdtf('1988-07', 'en')).toBe('July 1988')
    expect(formatEdtf('1988-07', 'fa')).toBe('ژوئیه ۱۹۸۸')
    expect(formatEdtf('1988-07-23/1988-08-22', 'en')).toBe('23 July – 22 August 1988')
    expect(formatEdtf('1988-07-10/1988-07-15', 'en')).toBe('10 – 15 July 1988')
    expect(formatEdtf('1988~', 'en')).toBe('about 1988')
    expect(formatEdtf('1988?', 'fa')).toBe('۱۹۸۸؟')
    expect(formatEdtf('198X', 'fa')).toBe('دههٔ ۱۹۸۰')
    expect(formatEdtf('198X', 'en')).toBe('1980s')
    expect(formatEdtf('1988-22', 'en')).toBe('Summer 1988')
    expect(formatEdtf('1988/..', 'en')).toBe('from 1988')
    expect(formatEdtf('{1988..1990}', 'en')).toBe('1988 – 1990')
    expect(formatEdtf('half typed', 'en')).toBe('half typed')
  })

  it('gives the Solar Hijri date as exactly as it was stated', () => {
    expect(formatSolarHijri('1988-07-23/1988-08-22', 'en')).toBe('Mordad 1367')
    expect(formatSolarHijri('1988-07-23/1988-08-22', 'fa')).toBe('مرداد ۱۳۶۷')
    expect(formatSolarHijri('1988-08-01', 'fa')).toBe('۱۰ مرداد ۱۳۶۷')
    expect(formatSolarHijri('1988-03-21/1989-03-20', 'en')).toBe('1367')
    expect(formatSolarHijri('1988-07', 'en')).toBe('Tir – Mordad 1367')
    expect(formatSolarHijri('1988', 'en')).toBe('1366 – 1367')
    expect(formatSolarHijri('1988/..', 'en')).toBeNull()
    expect(formatSolarHijri('0200', 'en')).toBeNull()
    expect(formatInBothCalendars('1988-08-01', 'en')).toEqual({
      gregorian: '1 August 1988',
      solarHijri: '10 Mordad 1367',
    })
  })
})
