import {
  type Calendar,
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
  parseDate,
  toCalendar,
} from '@internationalized/date'
import type { DayRange } from './edtf.ts'

export type CalendarName = 'gregorian' | 'solar_hijri' | 'lunar_hijri'

/** A date stated to the year, the month or the day. */
export interface CalendarParts {
  year: number
  month: number | null
  day: number | null
}

const CALENDARS: Record<CalendarName, Calendar> = {
  gregorian: new GregorianCalendar(),
  solar_hijri: new PersianCalendar(),
  lunar_hijri: new IslamicUmalquraCalendar(),
}

/** Years that each calendar's conversion is right for. */
export const CALENDAR_YEARS: Record<CalendarName, readonly [number, number]> = {
  gregorian: [1, 9999],
  solar_hijri: [1178, 1633],
  lunar_hijri: [1300, 1600],
}

/** The Gregorian days that a date of any calendar covers, or null when there is no such date. */
export function gregorianDays(calendar: CalendarName, parts: CalendarParts): DayRange | null {
  const [from, to] = CALENDAR_YEARS[calendar]
  if (parts.year < from || parts.year > to) return null
  const system = CALENDARS[calendar]
  const firstMonth = parts.month ?? 1
  const lastMonth = parts.month ?? 12
  if (firstMonth < 1 || lastMonth > 12) return null
  const length = system.getDaysInMonth(new CalendarDate(system, parts.year, lastMonth, 1))
  if (parts.day !== null && (parts.day < 1 || parts.day > length)) return null
  const iso = (month: number, day: number) =>
    toCalendar(new CalendarDate(system, parts.year, month, day), CALENDARS.gregorian).toString()
  return { first: iso(firstMonth, parts.day ?? 1), last: iso(lastMonth, parts.day ?? length) }
}

/** Year, month and day of a Gregorian ISO day in another calendar. */
export function partsOfDay(
  calendar: CalendarName,
  day: string,
): { year: number; month: number; day: number } {
  const date = toCalendar(parseDate(day), CALENDARS[calendar])
  return { year: date.year, month: date.month, day: date.day }
}

/** Number of days in a month of the Solar Hijri calendar. */
export function daysInSolarMonth(year: number, month: number): number {
  return CALENDARS.solar_hijri.getDaysInMonth(
    new CalendarDate(CALENDARS.solar_hijri, year, month, 1),
  )
}

/** Names of the months, as they are shown; Persian and English. */
export const SOLAR_MONTHS = {
  en: [
    'Farvardin',
    'Ordibehesht',
    'Khordad',
    'Tir',
    'Mordad',
    'Shahrivar',
    'Mehr',
    'Aban',
    'Azar',
    'Dey',
    'Bahman',
    'Esfand',
  ],
  fa: [
    'فروردین',
    'اردیبهشت',
    'خرداد',
    'تیر',
    'مرداد',
    'شهریور',
    'مهر',
    'آبان',
    'آذر',
    'دی',
    'بهمن',
    'اسفند',
  ],
} as const

export const GREGORIAN_MONTHS = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fa: [
    'ژانویه',
    'فوریه',
    'مارس',
    'آوریل',
    'مه',
    'ژوئن',
    'ژوئیه',
    'اوت',
    'سپتامبر',
    'اکتبر',
    'نوامبر',
    'دسامبر',
  ],
} as const

/** Spring to winter; Solar Hijri seasons are quarters of the year, beginning at Nowruz. */
export const SEASONS = {
  en: ['Spring', 'Summer', 'Autumn', 'Winter'],
  fa: ['بهار', 'تابستان', 'پاییز', 'زمستان'],
} as const

/** Other spellings that accounts use, in lower case without marks. */
export const MONTH_SPELLINGS: Record<CalendarName, readonly (readonly string[])[]> = {
  solar_hijri: [
    ['farvardin', 'farwardin'],
    ['ordibehesht', 'ordibehest', 'urdibihisht'],
    ['khordad', 'khurdad', 'xordad'],
    ['tir'],
    ['mordad', 'amordad', 'murdad', 'امرداد'],
    ['shahrivar', 'shahriwar'],
    ['mehr'],
    ['aban', 'ابان'],
    ['azar', 'اذر'],
    ['dey', 'dei'],
    ['bahman'],
    ['esfand', 'isfand', 'اسپند'],
  ],
  gregorian: [
    ['jan'],
    ['feb'],
    ['mar', 'مارچ'],
    ['apr', 'اپریل', 'آپریل', 'اوریل'],
    ['می'],
    ['jun'],
    ['jul', 'جولای', 'ژوییه'],
    ['aug', 'آگوست', 'اگوست', 'آگست'],
    ['sep', 'sept', 'سپتمبر'],
    ['oct', 'اکتوبر'],
    ['nov'],
    ['dec', 'دیسمبر'],
  ],
  lunar_hijri: [
    ['muharram', 'moharram', 'محرم'],
    ['safar', 'صفر'],
    ['rabi al-awwal', 'rabi al-avval', 'ربیع الاول'],
    ['rabi al-thani', 'rabi al-sani', 'ربیع الثانی'],
    ['jumada al-awwal', 'jumada al-ula', 'جمادی الاول', 'جمادی الاولی'],
    ['jumada al-thani', 'jumada al-akhira', 'جمادی الثانی', 'جمادی الاخر'],
    ['rajab', 'رجب'],
    ['shaban', "sha'ban", 'شعبان'],
    ['ramadan', 'ramazan', 'رمضان'],
    ['shawwal', 'shavval', 'شوال'],
    ['dhu al-qadah', 'zu al-qadah', 'zi qadeh', 'ذی القعده', 'ذیقعده'],
    ['dhu al-hijjah', 'zu al-hijjah', 'zi hajjeh', 'ذی الحجه', 'ذیحجه'],
  ],
}
