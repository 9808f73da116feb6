import { z } from 'zod'
import type { MissingReason } from '#lib/statements/vocabularies.ts'
import { type DateReading, readStatedDate } from '#lib/text/dates.ts'
import { edtfRange } from '#lib/text/edtf.ts'
import { fieldNamed, type TableField } from './fields.ts'
import type { MappedColumn } from './mapping.ts'
import type { CellProblem } from './rows.ts'
import {
  findCode,
  findLanguage,
  findMissing,
  findYesNo,
  foldLabel,
  nearestCodes,
  nearestLanguages,
} from './words.ts'

/** What one cell says: its values in the model's own form, or why the fact is missing. */
export type CellReading =
  | { values: (string | boolean | StatedCell)[] }
  | { missing: MissingReason }
  | { problems: Pick<CellProblem, 'reason' | 'value' | 'proposals' | 'about'>[] }

/** A date as it was stated. */
export interface StatedCell {
  stated: string
  calendar: 'gregorian' | 'solar_hijri' | 'lunar_hijri'
  edtf: string | null
}

const SEPARATORS = /[;؛|\n]+/u
/** In lists of codes a comma parts values as well; no label of these vocabularies holds one. */
const CODE_SEPARATORS = /[;؛|\n,،]+/u
const addressSchema = z.url({ protocol: /^https?$/ })

/** Reads a cell as the field of its column understands it. */
export function readCell(
  cell: string | string[],
  column: Omit<MappedColumn, 'column'>,
): CellReading {
  const field = fieldNamed(column.field)
  const whole = Array.isArray(cell) ? cell.join('\n') : cell
  if (field.missing) {
    const reason = findMissing(meaningOf(whole, column))
    if (reason !== null) return { missing: reason }
  }
  const parts = field.many
    ? partsOf(cell, field, column)
    : [Array.isArray(cell) ? cell.join(joinerOf(field)) : cell]
  const values: (string | boolean | StatedCell)[] = []
  const problems: Pick<CellProblem, 'reason' | 'value' | 'proposals' | 'about'>[] = []
  for (const part of parts) {
    const text = meaningOf(part, column)
    const read = readValue(text, field, column)
    if (typeof read === 'object' && 'reason' in read) {
      problems.push({ value: part, proposals: [], ...read })
    } else values.push(read)
  }
  return problems.length > 0 ? { problems } : { values }
}

/** Several values of one record in a field that takes one: sentences under each other, names side by side. */
export function joinerOf(field: TableField): string {
  return field.kind === 'long' ? '\n\n' : field.kind === 'text' ? '; ' : ' '
}

/** The cell, or what the mapping says that it means. */
function meaningOf(text: string, { values }: Pick<MappedColumn, 'values'>): string {
  const trimmed = text.trim()
  if (values === undefined) return trimmed
  if (Object.hasOwn(values, trimmed)) return values[trimmed] as string
  const folded = foldLabel(trimmed)
  const near = Object.entries(values).find(([cell]) => foldLabel(cell) === folded)
  return near?.[1] ?? trimmed
}

function partsOf(
  cell: string | string[],
  field: TableField,
  { separator, values }: Pick<MappedColumn, 'separator' | 'values'>,
): string[] {
  const cells = Array.isArray(cell) ? cell : [cell]
  return cells
    .flatMap((one) => {
      if (separator !== undefined) return one.split(separator)
      // What the mapping names as a whole is one value, commas and all.
      if (values !== undefined && Object.hasOwn(values, one.trim())) return [one]
      return one.split(field.kind === 'vocabulary' ? CODE_SEPARATORS : SEPARATORS)
    })
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

type Refusal = Pick<CellProblem, 'reason'> & Partial<Pick<CellProblem, 'proposals' | 'about'>>

function readValue(
  text: string,
  field: TableField,
  { calendar }: Pick<MappedColumn, 'calendar'>,
): string | boolean | StatedCell | Refusal {
  if (field.max !== undefined && text.length > field.max) {
    return { reason: 'tooLong', about: field.max }
  }
  switch (field.kind) {
    case 'vocabulary': {
      const { codes, labels } = field.vocabulary!
      const code = findCode(text, codes, labels)
      return code ?? { reason: 'unknownValue', proposals: nearestCodes(text, codes, labels) }
    }
    case 'stated-date': {
      const reading = readDate(text, calendar)
      return reading === null ? { reason: 'notADate' } : { stated: text, ...reading }
    }
    case 'day':
      return readDay(text, calendar)
    case 'year': {
      // A year of birth stays as it was stated, in any calendar; it only has to be one.
      return readDate(text, undefined) === null ? { reason: 'notAYear' } : text
    }
    case 'language':
      return findLanguage(text) ?? { reason: 'notALanguage', proposals: nearestLanguages(text) }
    case 'yes-no':
      return findYesNo(text) ?? { reason: 'notYesNo' }
    case 'address':
      return addressSchema.safeParse(text).success ? text : { reason: 'notAnAddress' }
    default:
      return text
  }
}

/** Programs write a time of day after a day, though nobody stated one. */
function withoutClock(text: string): string {
  return text.replace(
    /^(\S*\d)[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/u,
    '$1',
  )
}

/** In a table the same dates come again and again, and reading one takes as long as reading the rest of its row. */
const REMEMBERED_MAX = 5_000
const remembered = new Map<string, DateReading | null>()

function readDate(text: string, calendar: MappedColumn['calendar']): DateReading | null {
  const key = `${calendar ?? ''} ${text}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const reading = readStatedDate(withoutClock(text), calendar ?? null)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(key, reading)
  return reading
}

/** One day in any calendar as an ISO date; a month or a year is not enough. */
function readDay(text: string, calendar: MappedColumn['calendar']): string | Refusal {
  const reading = readDate(text, calendar)
  const range = reading === null ? null : edtfRange(reading.edtf)
  const isDay = range !== null && range.first !== null && range.first === range.last
  return isDay ? range.first! : { reason: 'notADay' }
}
