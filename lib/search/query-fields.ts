import { toAsciiDigits } from '#lib/text/digits.ts'
import { normaliseWord } from '#lib/text/normalise.ts'
import { gregorianYearsOf } from '#lib/text/years.ts'

/** Fields that hold names: who speaks, and the places that are named. */
export type NameField = 'speaker' | 'place'
export type QueryField = NameField | 'year'

/** Gregorian years, both included. */
export interface YearRange {
  from: number
  to: number
}

/** How fields may be written, normalised. */
const FIELD_NAMES: Readonly<Record<string, QueryField>> = {
  speaker: 'speaker',
  گوینده: 'speaker',
  place: 'place',
  جا: 'place',
  مکان: 'place',
  year: 'year',
  سال: 'year',
}

const YEARS = /^(\d{4})?(?:(\.\.|…|-|–|—)(\d{4})?)?$/
/** Ends of a range that is open; no testimony tells of other years. */
export const FIRST_YEAR = 1000
export const LAST_YEAR = 2999

/** The field of this name in either language, or null. */
export function fieldNamed(name: string): QueryField | null {
  return FIELD_NAMES[normaliseWord(name)] ?? null
}

/** What a `year:` asks for: years as they were meant, and how they were read; null where they cannot be read. */
export interface YearsRead {
  range: YearRange
  /** Written the other way round. */
  reversed: boolean
  /** At least one of them was of the Solar Hijri calendar. */
  solar: boolean
}

/** Reads `1988`, `1988..1990`, `1988..`, `..1990`, `۱۳۶۷`; a Solar Hijri year stands for the two that it shares days with. */
export function readYears(value: string): YearsRead | null {
  const match = YEARS.exec(toAsciiDigits(value.trim()))
  if (match === null) return null
  const [, first, separator, last] = match
  if (first === undefined && last === undefined) return null
  const ends = [first, separator === undefined ? first : last]
  const years = ends.map((year) => (year === undefined ? null : gregorianYearsOf(Number(year))))
  if (years.some((year) => year !== null && (year[0] < FIRST_YEAR || year[1] > LAST_YEAR)))
    return null
  const solar = ends.some((year, index) => year !== undefined && years[index]![0] !== Number(year))
  const [from, to] = years
  if (from && to && from[0] > to[1]) {
    return { range: { from: to[0], to: from[1] }, reversed: true, solar }
  }
  const range = { from: from?.[0] ?? FIRST_YEAR, to: to?.[1] ?? LAST_YEAR }
  return { range, reversed: false, solar }
}
