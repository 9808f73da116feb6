import edtf, { type ExtendedDate } from 'edtf'

/** A stretch of days, both included, as ISO dates (`1988-07-23`); null where it is open. */
export interface DayRange {
  first: string | null
  last: string | null
}

const DAY_MS = 86_400_000
const EDTF_MAX_LENGTH = 100

/** Months of the seasons 21 to 24 as they are meant in the northern hemisphere: spring begins in March. */
const SEASON_FIRST_MONTH: Record<string, number> = { '21': 3, '22': 6, '23': 9, '24': 12 }

/**
 * First and last day that an EDTF date allows, or null when it is not EDTF.
 * Seasons are those of the northern hemisphere, a winter running into the next year. ISO 8601-2:2019, levels 0 to 2.
 */
export function edtfRange(text: string): DayRange | null {
  if (text.length === 0 || text.length > EDTF_MAX_LENGTH) return null
  const sides = text.split('/')
  if (sides.length === 2 && sides.every((side) => seasonRange(side) !== null)) {
    return {
      first: seasonRange(sides[0]!)!.first,
      last: seasonRange(sides[1]!)!.last,
    }
  }
  const season = seasonRange(text)
  if (season !== null) return season
  let date: ExtendedDate
  try {
    date = edtf(text, { level: 2, seasonIntervals: true })
  } catch {
    return null
  }
  return rangeOf(date)
}

/** Whether the text is a date by EDTF (ISO 8601-2). */
export function isEdtf(text: string): boolean {
  return edtfRange(text) !== null
}

/** First day that an EDTF date allows, for sorting; null when it is open or not EDTF. */
export function firstDay(text: string): string | null {
  return edtfRange(text)?.first ?? null
}

/** Last day that an EDTF date allows; null when it is open or not EDTF. */
export function lastDay(text: string): string | null {
  return edtfRange(text)?.last ?? null
}

/** Gregorian years that an EDTF date touches, in order, at most 120; an open end counts as its known side alone. */
export function yearsCovered(text: string): number[] {
  const range = edtfRange(text)
  if (range === null) return []
  const first = yearOf(range.first ?? range.last)
  const last = yearOf(range.last ?? range.first)
  if (first === null || last === null || last < first) return []
  return Array.from({ length: Math.min(last - first + 1, 120) }, (_, index) => first + index)
}

/** The year of an ISO day. */
export function yearOf(day: string | null): number | null {
  const match = day === null ? null : /^([+-]?\d+)-\d\d-\d\d$/.exec(day)
  return match === null ? null : Number(match[1])
}

/** Number of days in a Gregorian month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** An ISO day from its parts. */
export function isoDay(year: number, month: number, day: number): string {
  const digits = String(year).padStart(4, '0')
  return `${digits}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function seasonRange(text: string): DayRange | null {
  const match = /^(\d{4})-(2[1-4])[?~%]?$/.exec(text)
  if (match === null) return null
  const year = Number(match[1])
  const month = SEASON_FIRST_MONTH[match[2]!]!
  const lastYear = month === 12 ? year + 1 : year
  const lastMonth = month === 12 ? 2 : month + 2
  return {
    first: isoDay(year, month, 1),
    last: isoDay(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)),
  }
}

function rangeOf(date: ExtendedDate): DayRange | null {
  let low = Math.min(date.min, date.max)
  let high = Math.max(date.min, date.max)
  if (date.type === 'List' || date.type === 'Set') {
    // The package takes a stretch inside a list ("{1988..1990}") at its first year alone.
    for (const value of date.values.flat() as Partial<ExtendedDate>[]) {
      if (typeof value.min === 'number') low = Math.min(low, value.min)
      if (typeof value.max === 'number') high = Math.max(high, value.max)
    }
  }
  const range = { first: dayOf(low), last: dayOf(high) }
  return range.first === null && range.last === null ? null : range
}

function dayOf(milliseconds: number): string | null {
  if (!Number.isFinite(milliseconds)) return null
  const date = new Date(Math.floor(milliseconds / DAY_MS) * DAY_MS)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, -14)
}
