import { CONSENT_PURPOSES } from '#lib/statements/vocabularies.ts'
import { editDistance } from '#lib/text/edit-distance.ts'
import { wordsOf } from '#lib/text/word-match.ts'
import { fieldNamed, TABLE_FIELD_NAMES, type TableFieldName } from './fields.ts'
import { CALENDAR_HEADS, COLUMN_HEADS, LANGUAGE_HEADS } from './heads.ts'
import type { MappedColumn, Mapping } from './mapping.ts'
import { findCode, foldLabel } from './words.ts'

/** A head of so many letters may differ by one, a longer one by two; short ones are near to too many. */
const SHORT_HEAD = 5
const LONG_HEAD = 10
/** Several columns may say parts of one value: first and last name. */
const JOINED: readonly TableFieldName[] = ['identity.legalName', 'identity.contact']

const heads = new Map<string, TableFieldName>()
for (const field of TABLE_FIELD_NAMES) {
  // The names of the fields themselves: `taking.dateGiven`, and what the archive's own exports say.
  for (const name of [field, field.split('.').at(-1)!, ...namesOf(field)]) {
    const folded = foldLabel(name)
    if (!heads.has(folded)) heads.set(folded, field)
  }
}
// A name that is listed for one field belongs to it, even where another field is called so.
for (const field of TABLE_FIELD_NAMES) {
  for (const name of namesOf(field)) heads.set(foldLabel(name), field)
}

function namesOf(field: TableFieldName): string[] {
  return COLUMN_HEADS[field]?.split('|') ?? []
}

/**
 * Proposes which field each column is, from its head in English or Persian: exact names, and near ones where one field
 * alone is near. A column that says nothing known stays without a field, and its cells are kept as extras.
 */
export function proposeMapping(columns: readonly string[]): Mapping {
  const taken = new Set<string>()
  const found: MappedColumn[] = []
  const proposals = columns.map((column) => ({ column, ...readHead(column) }))
  // Exact heads first: a near one must not take the field of a column that names it.
  for (const exact of [true, false]) {
    for (const { column, isExact, field, ...rest } of proposals) {
      if (field === null || isExact !== exact) continue
      const key = [field, rest.language, rest.purpose].join(' ')
      if (taken.has(key) && !JOINED.includes(field) && !fieldNamed(field).many) continue
      taken.add(key)
      found.push({ column, field, ...rest })
    }
  }
  const order = new Map(columns.map((column, index) => [column, index]))
  found.sort((a, b) => order.get(a.column)! - order.get(b.column)!)
  return { version: 1, name: '', columns: found, defaults: [] }
}

type Head = { field: TableFieldName | null; isExact: boolean } & Pick<
  MappedColumn,
  'language' | 'calendar' | 'purpose'
>

function readHead(column: string): Head {
  const whole = findHead(foldLabel(column))
  if (whole?.isExact) return { ...whole }
  const words = headWords(column)
  const rest: string[] = []
  const said: Pick<MappedColumn, 'language' | 'calendar'> = {}
  for (const word of words) {
    if (Object.hasOwn(LANGUAGE_HEADS, word)) said.language ??= LANGUAGE_HEADS[word]!
    else if (Object.hasOwn(CALENDAR_HEADS, word)) said.calendar ??= CALENDAR_HEADS[word]!
    else rest.push(word)
  }
  const purpose = purposeOf(rest)
  if (purpose !== null) return { field: 'consent', isExact: true, purpose }
  const found = (rest.length < words.length ? findHead(rest.join('')) : null) ?? whole
  if (found === null) return { field: null, isExact: false }
  const field = fieldNamed(found.field)
  return {
    ...found,
    ...(field.of === 'language' && said.language ? { language: said.language } : {}),
    ...(field.kind === 'stated-date' && said.calendar ? { calendar: said.calendar } : {}),
  }
}

/** Normalised words of a head; `dateGiven`, `date_given` and “Date given” are the same. */
function headWords(column: string): string[] {
  const apart = column
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{M}\p{N}\u200c]+/gu, ' ')
  return wordsOf(apart).filter(
    (word) => !['in', 'the', 'of', 'به', 'تقویم', 'calendar'].includes(word),
  )
}

/** “Consent: publish named” and «رضایت: انتشار با نام» are a decision for one purpose. */
function purposeOf(words: readonly string[]): MappedColumn['purpose'] | null {
  if (!['consent', foldLabel('رضایت')].includes(words[0] ?? '') || words.length < 2) return null
  const rest = words.slice(1)
  const code =
    findCode(rest.join(''), CONSENT_PURPOSES, 'consentPurposes') ??
    findCode(
      rest.filter((word) => word !== 'to' && word !== 'for').join(''),
      CONSENT_PURPOSES,
      'consentPurposes',
    )
  return code as MappedColumn['purpose'] | null
}

function findHead(folded: string): { field: TableFieldName; isExact: boolean } | null {
  const exact = heads.get(folded)
  if (exact !== undefined) return { field: exact, isExact: true }
  const near = new Set<TableFieldName>()
  let allowed = folded.length < SHORT_HEAD ? 0 : folded.length < LONG_HEAD ? 1 : 2
  for (const [head, field] of heads) {
    const edits = editDistance(folded, head, allowed)
    if (allowed === 0 || edits > allowed) continue
    if (edits < allowed) near.clear()
    near.add(field)
    allowed = edits
  }
  const [only] = near
  return only !== undefined && near.size === 1 ? { field: only, isExact: false } : null
}
