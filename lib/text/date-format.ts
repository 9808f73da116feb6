import {
  daysInSolarMonth,
  GREGORIAN_MONTHS,
  partsOfDay,
  SEASONS,
  SOLAR_MONTHS,
} from './calendars.ts'
import { toPersianDigits } from './digits.ts'
import { daysInMonth, edtfRange, yearOf } from './edtf.ts'

export type DateLanguage = 'en' | 'fa'

/** The same date in both calendars, for showing; `solarHijri` is null outside the years it is right for. */
export interface DateInBothCalendars {
  gregorian: string
  solarHijri: string | null
}

const WORDS = {
  en: {
    about: (date: string) => `about ${date}`,
    before: (date: string) => `until ${date}`,
    after: (date: string) => `from ${date}`,
    decade: (year: string) => `${year}s`,
  },
  fa: {
    about: (date: string) => `حدود ${date}`,
    before: (date: string) => `تا ${date}`,
    after: (date: string) => `از ${date}`,
    decade: (year: string) => `دههٔ ${year}`,
  },
} as const

const SOLAR_YEARS = { first: 1800, last: 2250 }

/**
 * An EDTF date in words, by the Gregorian calendar: "July 1988", "23 July – 22 August 1988", "about 1988", "1980s".
 * What is not EDTF is given back as it is.
 */
export function formatEdtf(text: string, language: DateLanguage): string {
  const sides = text.split('/')
  if (sides.length === 2) {
    const [from, to] = sides as [string, string]
    if (from === '..' || from === '') return WORDS[language].before(formatSide(to, language))
    if (to === '..' || to === '') return WORDS[language].after(formatSide(from, language))
  }
  if (edtfRange(text) === null) return text
  const { bare, wrap } = qualifier(text, language)
  const plain = bare.split('/')
  if (plain.length === 1) return wrap(formatSide(plain[0]!, language))
  return wrap(joinDates(gregorianWords(plain[0]!, language), gregorianWords(plain[1]!, language)))
}

/**
 * The same days by the Solar Hijri calendar, as exactly as the date is stated: "Mordad 1367", "10 Mordad 1367",
 * "Tir – Mordad 1367" for a Gregorian month, "1366 – 1367" for a Gregorian year. Null when open or out of range.
 */
export function formatSolarHijri(text: string, language: DateLanguage): string | null {
  const range = edtfRange(text)
  if (range === null || range.first === null || range.last === null) return null
  const years = [yearOf(range.first)!, yearOf(range.last)!]
  if (years[0]! < SOLAR_YEARS.first || years[1]! > SOLAR_YEARS.last) return null
  const { wrap } = qualifier(text, language)
  const first = partsOfDay('solar_hijri', range.first)
  const last = partsOfDay('solar_hijri', range.last)
  const monthName = (month: number) => SOLAR_MONTHS[language][month - 1]!
  const wholeMonths = first.day === 1 && last.day === daysInSolarMonth(last.year, last.month)
  const digits = language === 'fa' ? toPersianDigits : String
  const gregorianMonths =
    range.first.endsWith('-01') &&
    Number(range.last.slice(-2)) === daysInMonth(years[1]!, Number(range.last.slice(5, 7)))
  const gregorianYears = range.first.endsWith('-01-01') && range.last.endsWith('-12-31')
  if ((wholeMonths && first.month === 1 && last.month === 12) || gregorianYears) {
    return wrap(joinDates([digits(String(first.year))], [digits(String(last.year))]))
  }
  const words = (parts: typeof first) =>
    wholeMonths || gregorianMonths
      ? [monthName(parts.month), digits(String(parts.year))]
      : [digits(String(parts.day)), monthName(parts.month), digits(String(parts.year))]
  return wrap(joinDates(words(first), words(last)))
}

/** Both calendars at once, for a date entry or a citation; null when the text is not EDTF. */
export function formatInBothCalendars(
  text: string,
  language: DateLanguage,
): DateInBothCalendars | null {
  if (edtfRange(text) === null) return null
  return { gregorian: formatEdtf(text, language), solarHijri: formatSolarHijri(text, language) }
}

/** Joins two dates, leaving out of the first what the second repeats: "10 – 15 July 1988". */
function joinDates(from: string[], to: string[]): string {
  if (from.join(' ') === to.join(' ')) return to.join(' ')
  let shared = 0
  if (from.length === to.length) {
    while (shared < from.length - 1 && from.at(-1 - shared) === to.at(-1 - shared)) shared++
  }
  return `${from.slice(0, from.length - shared).join(' ')} – ${to.join(' ')}`
}

function formatSide(side: string, language: DateLanguage): string {
  const { bare, wrap } = qualifier(side, language)
  return wrap(gregorianWords(bare, language).join(' '))
}

/** Day, month and year as words, from the largest that is known. */
function gregorianWords(side: string, language: DateLanguage): string[] {
  const digits = language === 'fa' ? toPersianDigits : String
  const decade = /^(\d{3})X$/.exec(side)
  if (decade !== null) return [WORDS[language].decade(digits(`${decade[1]}0`))]
  const plain = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(side)
  if (plain === null) return exactDays(side, language)
  const [, year, month, day] = plain
  if (month === undefined) return [digits(String(Number(year)))]
  const season = Number(month) - 21
  if (season >= 0 && season < 4) return [SEASONS[language][season]!, digits(year!)]
  const name = GREGORIAN_MONTHS[language][Number(month) - 1]
  if (name === undefined) return exactDays(side, language)
  return [...(day === undefined ? [] : [digits(String(Number(day)))]), name, digits(year!)]
}

/** Rare forms of EDTF are shown by their first and last day. */
function exactDays(side: string, language: DateLanguage): string[] {
  const range = edtfRange(side)
  if (range === null || range.first === null || range.last === null) return [side]
  const yearsOnly = range.first.endsWith('-01-01') && range.last.endsWith('-12-31')
  const word = (day: string) => gregorianWords(yearsOnly ? day.slice(0, -6) : day, language)
  return [joinDates(word(range.first), word(range.last))]
}

function qualifier(text: string, language: DateLanguage) {
  const marks = new Set(text.match(/[?~%]/g) ?? [])
  const about = marks.has('~') || marks.has('%')
  const asked = marks.has('?') || marks.has('%')
  const question = language === 'fa' ? '؟' : '?'
  return {
    bare: text.replace(/[?~%]/g, ''),
    wrap: (words: string) => {
      const sure = asked ? `${words}${question}` : words
      return about ? WORDS[language].about(sure) : sure
    },
  }
}
