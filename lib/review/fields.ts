import { isMissing, type StatementContent } from '#lib/statements/model.ts'
import type { MissingReason } from '#lib/statements/vocabularies.ts'

/** A fact of a statement in a form that any list of facts can show, without knowing the field. */
export type FieldValue =
  | { kind: 'missing'; reason: MissingReason }
  /** Codes of the vocabulary `list`, as under `vocabulary.*`. */
  | { kind: 'codes'; list: string; codes: string[] }
  | { kind: 'text'; text: string; language: string | null }
  | { kind: 'date'; stated: string; calendar: string; edtf: string | null }
  | { kind: 'day'; day: string }
  | { kind: 'yesNo'; yes: boolean }
  /** Ids of authority records, or of a source or an occasion. */
  | { kind: 'records'; ids: string[] }

export interface Field {
  /** Path in the content, such as `taking.dateGiven`; one field for each language of a localised text. */
  path: string
  /** The path without its language: a message key under `review.fields.*`, with dots. */
  name: string
  language: string | null
  value: FieldValue
}

type Reader =
  | { kind: 'codes'; list: string }
  | {
      kind: 'localized' | 'text' | 'date' | 'day' | 'yesNo' | 'records' | 'identifiers' | 'language'
    }

/** Every field of a content but its text and translations, in the order in which a reviewer reads. */
const FIELDS: Record<string, Reader> = {
  titles: { kind: 'localized' },
  abstracts: { kind: 'localized' },
  otherIdentifiers: { kind: 'identifiers' },
  testimonyType: { kind: 'codes', list: 'testimonyTypes' },
  solemnity: { kind: 'codes', list: 'solemnities' },
  narrativeForm: { kind: 'codes', list: 'narrativeForms' },
  generation: { kind: 'codes', list: 'generations' },
  originalLocation: { kind: 'text' },
  'text.kind': { kind: 'codes', list: 'textKinds' },
  'text.language': { kind: 'language' },
  'witness.displayMode': { kind: 'codes', list: 'displayModes' },
  'witness.displayName': { kind: 'localized' },
  'knowledge.relation': { kind: 'codes', list: 'relationsToEvent' },
  'knowledge.directness': { kind: 'codes', list: 'directnesses' },
  'knowledge.conditions': { kind: 'text' },
  'knowledge.toldBy': { kind: 'text' },
  'taking.method': { kind: 'codes', list: 'collectionMethods' },
  'taking.dateGiven': { kind: 'date' },
  'taking.dateRecorded': { kind: 'date' },
  'taking.dateReceived': { kind: 'date' },
  'taking.placeGiven': { kind: 'text' },
  'taking.occasionId': { kind: 'records' },
  'taking.interviewer': { kind: 'text' },
  'taking.organisation': { kind: 'text' },
  'taking.interpreter': { kind: 'text' },
  'taking.interpreterQuality': { kind: 'text' },
  'taking.othersPresent': { kind: 'text' },
  'taking.recording': { kind: 'text' },
  'taking.readBack': { kind: 'codes', list: 'yesNo' },
  'taking.signed': { kind: 'codes', list: 'yesNo' },
  'taking.corrections': { kind: 'text' },
  'taking.transcriber': { kind: 'text' },
  'source.sourceId': { kind: 'records' },
  'source.locator': { kind: 'text' },
  'about.eventIds': { kind: 'records' },
  'about.placeIds': { kind: 'records' },
  'about.date': { kind: 'date' },
  'sensitivity.contentNotes': { kind: 'codes', list: 'contentNotes' },
  'sensitivity.namesLivingPeople': { kind: 'yesNo' },
  'sensitivity.exposureAdvice': { kind: 'text' },
  'declarations.namesAllegedPerpetrator': { kind: 'yesNo' },
  'declarations.concernsMinor': { kind: 'yesNo' },
  'declarations.concernsSexualViolence': { kind: 'yesNo' },
  'access.audience': { kind: 'codes', list: 'audiences' },
  'access.embargoUntil': { kind: 'day' },
  'access.basis': { kind: 'codes', list: 'restrictionBases' },
  'access.note': { kind: 'text' },
}

/** The paths of all fields, for a test that each has its name in both languages. */
export const FIELD_NAMES = Object.keys(FIELDS)

/** The facts of a content that are filled in; those left empty are not listed. */
export function listFields(content: StatementContent): Field[] {
  const fields = Object.entries(FIELDS).flatMap(([name, reader]) =>
    readFields(name, reader, readPath(content, name)),
  )
  const translators = content.translations.flatMap((translation) => [
    ...readFields('translation.translator', { kind: 'text' }, translation.translator),
    ...readFields('translation.certification', { kind: 'text' }, translation.certification),
  ])
  return [...fields, ...translators]
}

function readPath(content: StatementContent, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], content)
}

function readFields(name: string, reader: Reader, raw: unknown): Field[] {
  const field = (value: FieldValue, language: string | null = null): Field => ({
    path: language ? `${name}.${language}` : name,
    name,
    language,
    value,
  })
  if (raw === null || raw === undefined || raw === '') return []
  if (isMissing(raw)) return [field({ kind: 'missing', reason: raw.missing })]
  switch (reader.kind) {
    case 'localized':
      return Object.entries(raw as Record<string, string>)
        .filter(([, text]) => text !== '')
        .map(([language, text]) => field({ kind: 'text', text, language }, language))
    case 'codes': {
      const codes = Array.isArray(raw) ? raw.map(String) : [String(raw)]
      return codes.length > 0 ? [field({ kind: 'codes', list: reader.list, codes })] : []
    }
    case 'date': {
      const { stated, calendar, edtf } = raw as { stated: string; calendar: string; edtf: string }
      return [field({ kind: 'date', stated, calendar, edtf })]
    }
    case 'yesNo':
      return [field({ kind: 'yesNo', yes: raw === true })]
    case 'records': {
      const ids = Array.isArray(raw) ? raw.map(String) : [String(raw)]
      return ids.length > 0 ? [field({ kind: 'records', ids })] : []
    }
    case 'day':
      return [field({ kind: 'day', day: String(raw) })]
    case 'identifiers':
      return (raw as { type: string; value: string }[]).map(({ type, value }, index) => ({
        ...field({ kind: 'text', text: `${type}: ${value}`, language: null }),
        path: `${name}.${index}`,
      }))
    default:
      return [field({ kind: 'text', text: String(raw), language: null })]
  }
}

/** One field in two revisions; null where a revision doesn't have it. */
export interface FieldChange {
  path: string
  name: string
  language: string | null
  before: FieldValue | null
  after: FieldValue | null
}

/** The fields that differ between two contents. */
export function compareFields(before: StatementContent, after: StatementContent): FieldChange[] {
  const old = new Map(listFields(before).map((field) => [field.path, field]))
  const now = new Map(listFields(after).map((field) => [field.path, field]))
  const paths = [...new Set([...now.keys(), ...old.keys()])]
  return paths.flatMap((path) => {
    const [earlier, later] = [old.get(path), now.get(path)]
    const field = later ?? earlier
    if (!field || JSON.stringify(earlier?.value) === JSON.stringify(later?.value)) return []
    const { name, language } = field
    return [{ path, name, language, before: earlier?.value ?? null, after: later?.value ?? null }]
  })
}
