import { type Line, missing, stated } from './compose.ts'
import type { Plan } from './plans/plan.ts'
import type { Random } from './random.ts'

/** The facts of which generated statements take their dates, places and circumstances. */

const GIVEN_AT: Record<string, string> = {
  hearingday1: '12 Mehr 1398',
  hearingday2: '۱۳ مهر ۱۳۹۸',
  remembrance: '10 Esfand 1400',
  listening: 'اردیبهشت ۱۴۰۰',
}

const MONTHS_FA = ['فروردین', 'خرداد', 'تیر', 'شهریور', 'مهر', 'آبان', 'آذر', 'بهمن', 'اسفند']
const MONTHS_EN = ['Farvardin', 'Khordad', 'Tir', 'Shahrivar', 'Mehr', 'Aban', 'Azar', 'Bahman']

/** Dates as people state them: some to the day, some by month, season or year, some with doubt. */
export function givenDate(plan: Plan, lines: readonly Line[], random: Random) {
  const said = plan.given ?? GIVEN_AT[plan.occasion ?? '']
  if (said) return stated(said)
  // Who speaks of the hearing of 1398, of the memoir or of the list speaks after it.
  const late = lines.some(([en]) => /hearing|memoir|list/.test(en))
  const year = late ? 1399 + random.below(4) : 1369 + random.below(33)
  const day = 1 + random.below(28)
  const forms = [
    `${day} ${random.pick(MONTHS_EN)} ${year}`,
    `${persianDigits(day)} ${random.pick(MONTHS_FA)} ${persianDigits(year)}`,
    `${random.pick(MONTHS_EN)} ${year}`,
    `${random.pick(MONTHS_FA)} ${persianDigits(year)}`,
    `${persianDigits(year)}`,
    `about ${year}`,
    `autumn ${year}`,
    `${year}?`,
  ]
  return stated(random.pick(forms))
}

function persianDigits(value: number): string {
  return String(value).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))
}

export const ABOUT_DATES = [
  'Dey 1344',
  'دی تا اسفند ۱۳۴۴',
  'winter 1344',
  'Bahman 1344',
  'اسفند ۱۳۴۴',
  '1344',
]
export const TRANSLATORS = [
  'Invented translator A',
  'Invented translator B',
  'Invented translator C',
]
export const LOCATIONS = [
  'With the archive (invented).',
  'With the family (invented).',
  missing('unknown'),
]
export const CONDITIONS = [
  'In daylight, outdoors.',
  'At night, indoors, without a lamp.',
  'In failing light, from a distance of some thirty paces.',
  'Blindfolded for most of the time of which this tells.',
  missing('not_asked'),
]
export const PLACES_GIVEN = [
  'Rudsimin',
  'Golmarz',
  'Peshtar',
  missing('withheld'),
  missing('unknown'),
]
export const INTERVIEWERS = [
  'A volunteer of Valley Voices',
  'An interviewer of the archive',
  'A volunteer of the Families’ Circle',
  missing('unknown'),
]
export const ORGANISATIONS = ['Valley Voices', 'Families’ Circle of Anarvin', missing('not_asked')]
export const LOCATORS = ['Page 2', 'Page 7', 'Side B', 'Leaf 4', 'Column 1']
