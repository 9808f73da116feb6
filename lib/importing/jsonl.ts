import { isUtf8 } from 'node:buffer'
import canonicalize from 'canonicalize'
import { AppError } from '#lib/errors.ts'
import {
  languageTagSchema,
  type StatedDate,
  type StatementContentInput,
} from '#lib/statements/model.ts'
import { readStatedDate } from '#lib/text/dates.ts'
import { sha256, withoutMark } from './decode.ts'
import { parseRecord } from './json-record.ts'
import { detectLanguage } from './languages.ts'
import { splitLines } from './lines.ts'
import type { PlannedDraft, PlannedFailure, PlannedRecord } from './planned.ts'
import { toPassage } from './to-passage.ts'
import { cutTurns } from './turns.ts'

const TEXT_FIELDS = [
  'id',
  'title',
  'witness',
  'date',
  'place',
  'interviewer',
  'language',
  'text',
] as const
/** The longest that each field may be, in UTF-16 units; `text` is bounded by the file. */
const MAX_CHARACTERS: Partial<Record<(typeof TEXT_FIELDS)[number], number>> = {
  id: 300,
  title: 2_000,
  witness: 300,
  date: 200,
  place: 2_000,
  interviewer: 2_000,
  language: 35,
}
/** Extras that name the collection a record belongs to, the first that is there. */
const COLLECTION_FIELDS = ['source', 'volume', 'collection', 'source_repo'] as const
const SOURCE_NOTES = ['source_repo', 'licence', 'license'] as const
const LOCATOR_FIELDS = ['source_url', 'url', 'source_path'] as const
/** Keys that tell where a record comes from. */
export const KEYS_OF_SOURCES = [...COLLECTION_FIELDS, ...SOURCE_NOTES, ...LOCATOR_FIELDS]

type Fields = Record<(typeof TEXT_FIELDS)[number], string | null>

/**
 * Reads JSON lines (one record a line) into drafts, one after another; each line that cannot be one is named with its
 * field and reason. @throws AppError `invalid` (import.fileEmpty) where no line holds anything
 */
export async function* readJsonLines(
  source: AsyncIterable<Uint8Array>,
  fileName: string,
  maxBytes: number,
): AsyncGenerator<PlannedRecord> {
  let isEmpty = true
  for await (const { number, bytes } of splitLines(source, maxBytes)) {
    const record = bytes === null ? failure(number, 'recordTooLarge') : planBytes(bytes, number)
    if (record === null) continue
    isEmpty = false
    yield record
  }
  if (isEmpty) throw new AppError('invalid', 'import.fileEmpty')

  function planBytes(bytes: Buffer, number: number): PlannedRecord | null {
    if (!isUtf8(bytes)) return failure(number, 'notUtf8')
    const row = number === 1 ? withoutMark(bytes.toString('utf8')) : bytes.toString('utf8')
    return row.trim() === '' ? null : planLine(row, number, fileName)
  }
}

function failure(line: number, reason: string, field = '', record?: string): PlannedFailure {
  return { outcome: 'failed', record: record ?? `line ${line}`, line, reason, field }
}

function planLine(row: string, line: number, fileName: string): PlannedRecord {
  const fail = (reason: string, field = '', record?: string) => failure(line, reason, field, record)
  const read = parseRecord(row)
  if ('reason' in read) return fail(read.reason)
  const raw = read.record
  const name = typeof raw.id === 'string' || typeof raw.id === 'number' ? String(raw.id) : undefined

  for (const field of TEXT_FIELDS) {
    const entry = raw[field]
    const isText = typeof entry === 'string' || (field === 'id' && typeof entry === 'number')
    if (entry !== null && entry !== undefined && !isText) return fail('notText', field, name)
    const limit = MAX_CHARACTERS[field]
    if (limit !== undefined && String(entry ?? '').length > limit)
      return fail('tooLong', field, name)
  }
  const fields = readFields(raw)
  if (fields.text === null) return fail('missing', 'text', name)
  if (fields.language !== null && !isLanguage(fields.language))
    return fail('notALanguage', 'language', name)
  return planRecord(raw, fields, line, fileName)
}

function readFields(raw: Record<string, unknown>): Fields {
  const entries = TEXT_FIELDS.map((field) => {
    const text = raw[field] === null || raw[field] === undefined ? '' : String(raw[field])
    return [field, text.trim() === '' ? null : field === 'text' ? text : text.trim()]
  })
  return Object.fromEntries(entries) as Fields
}

function isLanguage(tag: string): boolean {
  if (!languageTagSchema.safeParse(tag).success) return false
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function planRecord(
  raw: Record<string, unknown>,
  fields: Fields,
  line: number,
  fileName: string,
): PlannedDraft {
  const text = fields.text as string
  const collection = firstText(raw, COLLECTION_FIELDS)
  const fingerprint = sha256(canonicalize(raw) ?? '')
  const identity =
    fields.id === null
      ? `text:${sha256(text.replace(/\r\n?/g, '\n').trim())}`
      : `record:${collection ?? fileName}:${fields.id}`
  return {
    outcome: 'draft',
    record: fields.id ?? `line ${line}`,
    line,
    identity,
    fingerprint,
    content: readContent(raw, fields, text),
    // Who the witness is lies in the vault alone until somebody decides how they are shown.
    identityOfWitness: fields.witness === null ? {} : { legalName: fields.witness },
    consents: [],
    source: collection === null ? null : readSource(raw, collection),
    occasion: null,
    extras: readExtras(raw),
  }
}

function readContent(
  raw: Record<string, unknown>,
  fields: Fields,
  text: string,
): StatementContentInput {
  const interviewers = (fields.interviewer ?? '').split(/\s*;\s*/u).filter((name) => name !== '')
  const { turns, hasTurns } = cutTurns(text, { witness: fields.witness, interviewers })
  const language = fields.language ?? detectLanguage(text)
  const title = neutralTitle(fields.title, fields.witness, fields.id)
  return {
    titles: title === null ? {} : { [language ?? 'und']: title },
    otherIdentifiers: fields.id === null ? [] : [{ type: 'record', value: fields.id }],
    testimonyType: interviewers.length > 0 && !hasTurns ? 'interview' : null,
    narrativeForm: hasTurns ? 'question_and_answer' : null,
    taking: {
      dateGiven: fields.date === null ? null : statedDate(fields.date),
      placeGiven: fields.place,
      interviewer: fields.interviewer,
    },
    source: { locator: firstText(raw, LOCATOR_FIELDS) ?? '' },
    text: {
      kind: hasTurns || interviewers.length > 0 ? 'transcript' : 'original',
      language,
      passages: turns.map((turn) => toPassage(turn)),
    },
  }
}

/** A date as it was stated; what cannot be read keeps its words. */
export function statedDate(stated: string): StatedDate {
  const reading = readStatedDate(stated)
  return { stated, calendar: reading?.calendar ?? 'gregorian', edtf: reading?.edtf ?? null }
}

/**
 * The title without the parts that name the witness, so that a name meant for the vault stays out of lists; null where
 * nothing is left. The record's id tells such titles apart.
 */
export function neutralTitle(
  title: string | null,
  witness: string | null,
  id: string | null,
): string | null {
  if (title === null) return null
  if (witness === null) return title
  // “Veld, Nora” is one name; in “Nora Veld, Ostra” the rest is an address.
  const [first = ''] = witness.split(',')
  const named = /\S\s+\S/u.test(first.trim()) ? first : witness
  const names = named
    .toLowerCase()
    .split(/[^\p{L}\p{M}’'-]+/u)
    .filter((part) => part.length >= 3)
  const isNaming = (part: string) => {
    const words = part.toLowerCase().split(/[^\p{L}\p{M}’'-]+/u)
    return names.some((name) => words.includes(name))
  }
  const parts = title.split(/\s+[–—|-]\s+/u)
  const kept = parts.filter((part) => !isNaming(part))
  if (kept.length === parts.length) return title
  const suffix = id === null || isNaming(id.replace(/[_-]+/gu, ' ')) ? '' : ` (${id})`
  return kept.length === 0 ? (suffix === '' ? null : id) : `${kept.join(' – ')}${suffix}`
}

function readSource(raw: Record<string, unknown>, collection: string): PlannedDraft['source'] {
  const notes = SOURCE_NOTES.flatMap((field) => {
    const note = firstText(raw, [field])
    return note === null || note === collection ? [] : [`${field}: ${note}`]
  })
  return { title: collection, kind: 'transcript', note: notes.join('\n').slice(0, 10_000) }
}

function firstText(raw: Record<string, unknown>, fields: readonly string[]): string | null {
  for (const field of fields) {
    const value = raw[field]
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 1_000)
  }
  return null
}

function readExtras(raw: Record<string, unknown>): Record<string, unknown> {
  const known = new Set<string>(TEXT_FIELDS)
  return Object.fromEntries(
    Object.entries(raw).filter(([key, value]) => !known.has(key) && value !== null),
  )
}
