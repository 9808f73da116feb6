import {
  type CalendarName,
  type CalendarParts,
  GREGORIAN_MONTHS,
  MONTH_SPELLINGS,
  SEASONS,
  SOLAR_MONTHS,
} from './calendars.ts'
import { toAsciiDigits } from './digits.ts'

/** The words of one stated date, before its calendar is settled. A year of 0 is not stated. */
export interface Term extends CalendarParts {
  calendar: CalendarName | null
  /** 1 to 4, spring to winter. */
  season: number | null
  /** Early, middle or late part. */
  part: 'early' | 'mid' | 'late' | null
  /** Ten years, from `year`. */
  decade: boolean
}

const PARTS = new Map<string, Term['part']>([
  ['early', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
  ['اوایل', 'early'],
  ['اواسط', 'mid'],
  ['اواخر', 'late'],
])

const FILLERS = new Set([
  ...['the', 'of', 'in', 'on', 'during', 'ad', 'ce', 'ap', 'sh', 'year', 'month'],
  ...['سال', 'سالهای', 'ماه', 'روز', 'در', 'م', 'ه', 'ش', 'ق', 'هش', 'هق', 'میلادی'],
  ...['خورشیدی', 'شمسی', 'هجری', 'قمری', 'های'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['شنبه', 'یکشنبه', 'دوشنبه', 'سهشنبه', 'سه', 'چهارشنبه', 'پنجشنبه', 'پنج', 'جمعه'],
])

/** A stated year below this is Solar or Lunar Hijri, unless the calendar was named. */
export const FIRST_GREGORIAN_YEAR = 1500
/** "Mordad 67" is 1367; below this a two-digit year could belong to either century. */
const FIRST_SHORT_YEAR = 10

const MONTHS = monthTable()
const MONTH_WORDS_MAX = 2

/** Lower case, our letters, ASCII digits, one space between words, joiners as spaces. */
export function cleanDateText(stated: string): string {
  return toAsciiDigits(stated.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\u064b-\u0655\u0670\u0640]/g, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ۀة]/g, 'ه')
    .replace(/[\u200c\u200b\u200e\u200f\u00a0،,()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Reads one side of a stated date; null when a word or number has no place in it. */
export function readTerm(text: string): Term | null {
  const term: Term = {
    calendar: null,
    year: 0,
    month: null,
    day: null,
    season: null,
    part: null,
    decade: false,
  }
  const numeric = readNumeric(text, term)
  if (numeric !== 'words') return numeric
  const decade = /^(?:the )?(\d{3})(?:0s|0 ?'s|x)$/.exec(text) ?? /^دهه (\d{1,3})0$/u.exec(text)
  if (decade !== null) {
    const tens = decade[1]!
    return { ...term, year: Number(tens.length === 1 ? `13${tens}0` : `${tens}0`), decade: true }
  }
  return readWords(text.split(/[\s.\-/]+/u).filter(Boolean), term)
}

/** `1367/5/10`, `1367-05`, `10/5/1367`, `21.9.2021`, `1367`; "words" when there are any. */
function readNumeric(text: string, term: Term): Term | null | 'words' {
  const match = /^(\d{1,4})(?:[-/.](\d{1,4}))?(?:[-/.](\d{1,4}))?$/.exec(text)
  if (match === null) return 'words'
  const numbers = match.slice(1).filter(Boolean).map(Number)
  const digits = match.slice(1).filter(Boolean)
  if (numbers.length === 1) return { ...term, year: numbers[0]! }
  if (digits[0]!.length === 4) {
    const season = numbers.length === 2 && numbers[1]! >= 21 && numbers[1]! <= 24
    if (season) return { ...term, year: numbers[0]!, season: numbers[1]! - 20 }
    return { ...term, year: numbers[0]!, month: numbers[1]!, day: numbers[2] ?? null }
  }
  if (digits.at(-1)!.length !== 4) return null
  const year = numbers.at(-1)!
  if (numbers.length === 2) return { ...term, year, month: numbers[0]! }
  const [a, b] = numbers as [number, number]
  // Day first is how Iranian and most other dates are written; American ones are told apart only above 12.
  if (b > 12) return { ...term, year, month: a, day: b }
  if (year >= FIRST_GREGORIAN_YEAR && a <= 12 && a !== b) return null
  return { ...term, year, month: b, day: a }
}

function readWords(words: string[], term: Term): Term | null {
  const numbers: { value: number; length: number }[] = []
  for (let index = 0; index < words.length; index++) {
    const month = readMonth(words, index)
    if (month !== null && term.month === null) {
      term.month = month.month
      term.calendar = month.calendar
      index += month.words - 1
      continue
    }
    const word = words[index]!
    const number = /^(\d{1,4})(?:st|nd|rd|th|ام|م)?$/u.exec(word)
    const season = seasonOf(word)
    if (number !== null) numbers.push({ value: Number(number[1]), length: number[1]!.length })
    else if (PARTS.has(word)) term.part = PARTS.get(word)!
    else if (season !== null && term.season === null) term.season = season
    else if (!FILLERS.has(word)) return null
  }
  if (term.season !== null && term.month !== null) return null
  return placeNumbers(numbers, term)
}

function placeNumbers(numbers: { value: number; length: number }[], term: Term): Term | null {
  const year = numbers.find(({ length }) => length === 4)
  const rest = numbers.filter((number) => number !== year)
  if (rest.length > 2) return null
  if (year !== undefined) {
    if (rest.length > 1 || (rest.length === 1 && term.month === null)) return null
    return { ...term, year: year.value, day: rest[0]?.value ?? null }
  }
  const short = rest.length === 2 || (rest.length === 1 && rest[0]!.value > 31)
  if (short && term.calendar !== 'gregorian') {
    const last = rest.at(-1)!.value
    if (last < FIRST_SHORT_YEAR || last > 99) return null
    return { ...term, year: 1300 + last, day: rest.length === 2 ? rest[0]!.value : null }
  }
  if (rest.length > 1) return null
  if (term.month === null && term.season === null) return null
  return { ...term, day: rest[0]?.value ?? null }
}

function readMonth(words: string[], index: number) {
  for (let count = MONTH_WORDS_MAX; count > 0; count--) {
    const found = MONTHS.get(words.slice(index, index + count).join(' '))
    if (found !== undefined) return { ...found, words: count }
  }
  return null
}

function seasonOf(word: string): number | null {
  const named = word === 'fall' ? 'autumn' : word === 'پائیز' ? 'پاییز' : word
  const en = SEASONS.en.findIndex((season) => season.toLowerCase() === named)
  const index = en >= 0 ? en : (SEASONS.fa as readonly string[]).indexOf(named)
  return index >= 0 ? index + 1 : null
}

function monthTable(): Map<string, { calendar: CalendarName; month: number }> {
  const table = new Map<string, { calendar: CalendarName; month: number }>()
  const add = (calendar: CalendarName, month: number, name: string) =>
    table.set(cleanDateText(name).replace(/[.-]/g, ' ').replace(/\s+/g, ' '), { calendar, month })
  for (const calendar of ['solar_hijri', 'gregorian', 'lunar_hijri'] as const) {
    MONTH_SPELLINGS[calendar].forEach((names, index) => {
      for (const name of names) add(calendar, index + 1, name)
    })
  }
  for (let index = 0; index < 12; index++) {
    for (const language of ['en', 'fa'] as const) {
      add('solar_hijri', index + 1, SOLAR_MONTHS[language][index]!)
      add('gregorian', index + 1, GREGORIAN_MONTHS[language][index]!)
    }
  }
  return table
}
