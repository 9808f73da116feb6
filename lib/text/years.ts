const SOLAR_YEARS = [1250, 1450] as const
const GREGORIAN_OFFSET = 621

/** The years of the other calendar that a year shares days with: 1367 → 1988 and 1989; 1988 → 1366 and 1367. */
export function yearsOfOtherCalendar(word: string): string[] {
  if (!/^\d{4}$/.test(word)) return []
  const year = Number(word)
  const [first, last] = SOLAR_YEARS
  if (year >= first && year <= last) {
    return [String(year + GREGORIAN_OFFSET), String(year + GREGORIAN_OFFSET + 1)]
  }
  const solar = year - GREGORIAN_OFFSET
  return solar - 1 >= first && solar <= last ? [String(solar - 1), String(solar)] : []
}

/** The first and the last Gregorian year of a year: of a Solar Hijri one the two that it shares days with, else itself. */
export function gregorianYearsOf(year: number): [number, number] {
  const [first, last] = SOLAR_YEARS
  if (year < first || year > last) return [year, year]
  return [year + GREGORIAN_OFFSET, year + GREGORIAN_OFFSET + 1]
}
