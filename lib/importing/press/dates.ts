import {
  CalendarDate,
  GregorianCalendar,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date'

export interface FoundDate {
  /** ISO 8601 day. */
  day: string
  stated: string
  index: number
}

const MONTHS_EN = [
  'january|jan',
  'february|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sept|sep',
  'october|oct',
  'november|nov',
  'december|dec',
]
const MONTHS_GREGORIAN_FA = [
  'ژانویهٔ|ژانویه|ژانویه‌ی',
  'فوریهٔ|فوریه',
  'مارس',
  'آوریل',
  'مه|می',
  'ژوئن',
  'ژوئیهٔ|ژوئیه|جولای',
  'اوت|آگوست',
  'سپتامبر',
  'اکتبر',
  'نوامبر',
  'دسامبر',
]
const MONTHS_SOLAR = [
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
]
const EN = MONTHS_EN.join('|')
const FA_GREGORIAN = MONTHS_GREGORIAN_FA.join('|')
const SOLAR = MONTHS_SOLAR.join('|')
const DIGIT = '[0-9۰-۹٠-٩]'

const MONTH_DAY = new RegExp(`\\b(${EN})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'iu')
const DAY_MONTH = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${EN})\\.?,?\\s+(\\d{4})\\b`,
  'iu',
)
const ISO_DAY = /\b(\d{4})-(\d{2})-(\d{2})\b/u
const FA_DAY = new RegExp(
  `(${DIGIT}{1,2})\\s+(${SOLAR}|${FA_GREGORIAN})(?:\\s*ماه)?\\s+(?:سال\\s+)?(${DIGIT}{4})`,
  'u',
)
const FA_NUMERIC = new RegExp(`(${DIGIT}{4})/(${DIGIT}{1,2})/(${DIGIT}{1,2})`, 'u')

/** The first full date (day, month and year) in a text, of the Gregorian or the Solar Hijri calendar. */
export function findDate(text: string): FoundDate | null {
  const found = [monthDay(text), dayMonth(text), isoDay(text), persianDay(text), numericDay(text)]
  return found.filter((date) => date !== null).sort((a, b) => a.index - b.index)[0] ?? null
}

function monthDay(text: string): FoundDate | null {
  const match = MONTH_DAY.exec(text)
  if (match === null) return null
  return gregorian(match, Number(match[3]), monthNumber(MONTHS_EN, match[1]!), Number(match[2]))
}

function dayMonth(text: string): FoundDate | null {
  const match = DAY_MONTH.exec(text)
  if (match === null) return null
  return gregorian(match, Number(match[3]), monthNumber(MONTHS_EN, match[2]!), Number(match[1]))
}

function isoDay(text: string): FoundDate | null {
  const match = ISO_DAY.exec(text)
  if (match === null) return null
  return gregorian(match, Number(match[1]), Number(match[2]), Number(match[3]))
}

function persianDay(text: string): FoundDate | null {
  const match = FA_DAY.exec(text)
  if (match === null) return null
  const [day, year] = [toNumber(match[1]!), toNumber(match[3]!)]
  const solar = MONTHS_SOLAR.indexOf(match[2]!)
  if (solar >= 0) return solarHijri(match, year, solar + 1, day)
  return gregorian(match, year, monthNumber(MONTHS_GREGORIAN_FA, match[2]!), day)
}

function numericDay(text: string): FoundDate | null {
  const match = FA_NUMERIC.exec(text)
  if (match === null) return null
  const [year, month, day] = [toNumber(match[1]!), toNumber(match[2]!), toNumber(match[3]!)]
  return year < 1700 ? solarHijri(match, year, month, day) : gregorian(match, year, month, day)
}

function gregorian(match: RegExpExecArray, year: number, month: number, day: number) {
  return found(match, new CalendarDate(new GregorianCalendar(), year, month, day), month, day)
}

function solarHijri(match: RegExpExecArray, year: number, month: number, day: number) {
  return found(match, new CalendarDate(new PersianCalendar(), year, month, day), month, day)
}

/** Null where the calendar has no such day: the library would silently take the nearest one. */
function found(match: RegExpExecArray, date: CalendarDate, month: number, day: number) {
  if (date.month !== month || date.day !== day) return null
  return {
    day: toCalendar(date, new GregorianCalendar()).toString(),
    stated: match[0],
    index: match.index,
  }
}

function monthNumber(months: readonly string[], name: string): number {
  return months.findIndex((forms) => forms.split('|').includes(name.toLowerCase())) + 1
}

/** Reads a number in Latin, Persian or Arabic digits. */
export function toNumber(digits: string): number {
  return Number(digits.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10)))
}

const WEEKDAYS_EN = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const WEEKDAYS_FA = ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه']

/**
 * The day that a sentence names, as a reader of `publishedOn` (ISO 8601) understands it: a full date, "today",
 * "yesterday", or a weekday, which is the latest such day up to the publication. Null where none is named.
 */
export function resolveDay(sentence: string, publishedOn: string | null): string | null {
  const full = findDate(sentence)
  if (full !== null) return full.day
  if (publishedOn === null) return null
  if (/\b(?:today|earlier today|this morning)\b|(?:^|\s)امروز(?:\s|،)/iu.test(sentence))
    return publishedOn
  if (/\byesterday\b|(?:^|\s)دیروز(?:\s|،)/iu.test(sentence)) return addDays(publishedOn, -1)
  const weekday = findWeekday(sentence)
  if (weekday === null) return null
  const back = (new Date(`${publishedOn}T00:00:00Z`).getUTCDay() - weekday + 7) % 7
  return addDays(publishedOn, -back)
}

function findWeekday(sentence: string): number | null {
  const english = /\b(?:on\s+)?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/iu.exec(
    sentence,
  )
  if (english !== null) return WEEKDAYS_EN.indexOf(english[1]!.toLowerCase())
  const plain = sentence.replace(/(یک|دو|سه|چهار|پنج)[\s‌]*شنبه/gu, (_, number: string) =>
    number === 'سه' || number === 'چهار'
      ? number === 'سه'
        ? 'سه‌شنبه'
        : 'چهارشنبه'
      : `${number}شنبه`,
  )
  const index = WEEKDAYS_FA.findIndex((day) =>
    new RegExp(`(?:^|\\s)${day}(?:\\s|،|$)`, 'u').test(plain),
  )
  return index < 0 ? null : index
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
