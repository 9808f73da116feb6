import { type CalendarName, gregorianDays } from './calendars.ts'
import { cleanDateText, FIRST_GREGORIAN_YEAR, readTerm, type Term } from './date-words.ts'
import { toAsciiDigits } from './digits.ts'
import { type DayRange, daysInMonth, isEdtf, isoDay } from './edtf.ts'

/** What a stated date was understood as: its calendar and the Gregorian EDTF that it implies. */
export interface DateReading {
  calendar: CalendarName
  edtf: string
}

const CALENDAR_WORDS: readonly [RegExp, CalendarName][] = [
  [/قمری|ه ?\.? ?ق(?!\p{L})|\bah\b|lunar/u, 'lunar_hijri'],
  [/شمسی|خورشیدی|ه ?\.? ?ش(?!\p{L})|solar|\b(?:sh|ap)\b/u, 'solar_hijri'],
  [/میلادی|\b(?:ad|ce)\b|gregorian/u, 'gregorian'],
]

/**
 * Reads a date as people state it, in English or Persian: "Mordad 1367", "مرداد ۱۳۶۷", "1367/5/10", "10 to 15 July
 * 1988", "summer 1988", "حدود ۱۳۶۷", or EDTF itself. Without a calendar it is told from month names and years; a
 * Solar Hijri year alone is understood as such. Returns null where the text cannot be read or could mean two days.
 */
export function readStatedDate(
  stated: string,
  calendar: CalendarName | null = null,
): DateReading | null {
  const cleaned = cleanDateText(stated)
  if (cleaned === '' || cleaned.length > 120) return null
  const named = calendar ?? namedCalendar(cleaned)
  const literal = literalEdtf(stated, named)
  if (literal !== null) return literal

  const { text, mark } = takeQualifier(cleaned)
  const sides = splitRange(text)
  if (sides === null) return null
  const terms = sides.map((side) => readTerm(side))
  if (terms.some((term) => term === null)) return null
  return joinTerms(terms as Term[], named, mark)
}

function joinTerms(terms: Term[], named: CalendarName | null, mark: string): DateReading | null {
  const last = terms.at(-1)!
  const first = terms[0]!
  const system = named ?? first.calendar ?? last.calendar ?? guessCalendar(last.year)
  if (terms.length === 2) {
    // "10 to 15 July 1988", "July – August 1988": the first side borrows what it leaves out.
    if (first.month === null && first.season === null && first.day === null && last.day !== null) {
      first.day = first.year
      first.year = 0
    }
    if (first.month === null && first.day !== null) first.month = last.month
    if (first.year === 0) first.year = last.year
    if (last.year === 0) last.year = first.year
  }
  if (terms.some((term) => term.year === 0)) return null
  const edtfs = terms.map((term) => termEdtf(term, system))
  if (edtfs.some((text) => text === null)) return null
  // A lunar month begins when the moon is seen: the day is right to within one.
  const vague = system === 'lunar_hijri' || terms.some((term) => term.part !== null)
  const uncertain = vague && mark === '' ? '~' : mark
  const joined =
    edtfs.length === 1 ? edtfs[0]! : `${edtfs[0]!.split('/')[0]!}/${edtfs[1]!.split('/').at(-1)!}`
  const text = joined
    .split('/')
    .map((side) => `${side}${uncertain}`)
    .join('/')
  const sidesInOrder = joined.split('/')
  if (sidesInOrder.length === 2 && sidesInOrder[0]! > sidesInOrder[1]!) return null
  return isEdtf(text) ? { calendar: system, edtf: text } : null
}

function namedCalendar(text: string): CalendarName | null {
  return CALENDAR_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

function guessCalendar(year: number): CalendarName {
  return year !== 0 && year < FIRST_GREGORIAN_YEAR ? 'solar_hijri' : 'gregorian'
}

/** EDTF typed as such is taken at its word, unless it is plainly a Hijri year. */
function literalEdtf(stated: string, named: CalendarName | null): DateReading | null {
  const text = toAsciiDigits(stated).trim()
  if (named !== null && named !== 'gregorian') return null
  if (!/^[\d\-/X?~%.,[\]{}]+$/.test(text) || /^\d{1,3}$/.test(text)) return null
  const edtf = text.replace(/\/(\d{1,2})(?:\/(\d{1,2}))$/, '/$1/$2')
  if (!isEdtf(edtf)) return null
  const years = [...edtf.matchAll(/\d{4}/g)].map(([year]) => Number(year))
  if (named === null && years.some((year) => year < FIRST_GREGORIAN_YEAR)) return null
  // Seasons are written in one way, so that a winter means the same everywhere.
  return { calendar: 'gregorian', edtf }
}

function takeQualifier(text: string): { text: string; mark: string } {
  const about = /^(?:about|around|approximately|approx\.?|circa|ca?\.|حدود|حدودا|تقریبا|نزدیک)\s+/u
  let rest = text.replace(about, '')
  let mark = rest === text ? '' : '~'
  const end = /\s*([?~%؟])$/u.exec(rest)
  if (end !== null) {
    rest = rest.slice(0, end.index)
    const sign = end[1] === '؟' ? '?' : end[1]!
    mark = mark === '~' && sign === '?' ? '%' : sign
  }
  if (/^(?:possibly|perhaps|probably|شاید|احتمالا)\s+/u.test(rest)) {
    rest = rest.replace(/^\S+\s+/u, '')
    mark = mark === '~' ? '%' : '?'
  }
  return { text: rest.trim(), mark }
}

function splitRange(text: string): string[] | null {
  const bare = text.replace(/^(?:from|between|از|بین)\s+/u, '')
  let sides = bare.split(/\s+(?:to|until|till|through|تا|الی)\s+|\s*[–—]\s*|\s+-\s+/u)
  if (sides.length === 1 && bare !== text) sides = bare.split(/\s+(?:and|و)\s+/u)
  if (sides.length === 1) {
    const years = /^(\d{4})[-/](\d{4})$/.exec(bare)
    const iso = /^(\d{4}-\d{1,2}(?:-\d{1,2})?)\/(\d{4}-\d{1,2}(?:-\d{1,2})?)$/.exec(bare)
    const found = years ?? iso
    if (found !== null) sides = [found[1]!, found[2]!]
  }
  return sides.length > 2 || sides.some((side) => side === '') ? null : sides
}

function termEdtf(term: Term, calendar: CalendarName): string | null {
  const { year, month, day, season, part } = term
  if (term.decade) {
    if (calendar === 'gregorian') return `${String(year).slice(0, 3)}X`
    return rangeEdtf(
      gregorianDays(calendar, { year, month: null, day: null }),
      gregorianDays(calendar, { year: year + 9, month: null, day: null }),
    )
  }
  if (season !== null) {
    if (calendar === 'gregorian') return `${isoYear(year)}-${20 + season}`
    const firstMonth = season * 3 - 2
    return rangeEdtf(
      gregorianDays(calendar, { year, month: firstMonth, day: null }),
      gregorianDays(calendar, { year, month: firstMonth + 2, day: null }),
    )
  }
  if (part !== null) return partEdtf(term, calendar)
  if (calendar !== 'gregorian') {
    const days = gregorianDays(calendar, { year, month, day })
    return rangeEdtf(days, days)
  }
  if (month === null) return isoYear(year)
  if (month < 1 || month > 12) return null
  if (day === null) return `${isoYear(year)}-${String(month).padStart(2, '0')}`
  return day >= 1 && day <= daysInMonth(year, month) ? isoDay(year, month, day) : null
}

/** Early, mid and late are thirds of the year or the month. */
function partEdtf({ year, month, part }: Term, calendar: CalendarName): string | null {
  const third = part === 'early' ? 0 : part === 'mid' ? 1 : 2
  if (month === null) {
    return rangeEdtf(
      gregorianDays(calendar, { year, month: third * 4 + 1, day: null }),
      gregorianDays(calendar, { year, month: third * 4 + 4, day: null }),
    )
  }
  const whole = gregorianDays(calendar, { year, month, day: null })
  const from = gregorianDays(calendar, { year, month, day: third * 10 + 1 })
  const to = third === 2 ? whole : gregorianDays(calendar, { year, month, day: third * 10 + 10 })
  return rangeEdtf(from, to)
}

function rangeEdtf(from: DayRange | null, to: DayRange | null): string | null {
  if (from === null || to === null) return null
  return from.first === to.last ? from.first : `${from.first}/${to.last}`
}

function isoYear(year: number): string {
  return String(year).padStart(4, '0')
}
