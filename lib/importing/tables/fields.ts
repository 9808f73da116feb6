import type { LabelledVocabulary } from '#lib/statements/labels.ts'
import * as vocabulary from '#lib/statements/vocabularies.ts'

/** How a cell of a field is read. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'vocabulary'
  | 'stated-date'
  | 'day'
  | 'year'
  | 'language'
  | 'yes-no'
  | 'address'
  | 'names'

export interface TableField {
  kind: FieldKind
  vocabulary?: { codes: readonly string[]; labels: LabelledVocabulary }
  /** A cell may hold several values. */
  many?: true
  /** A reason why the fact is missing is a value of the field. */
  missing?: true
  /** The mapping says more of it: which language, purpose of consent or role a column is for. */
  of?: 'language' | 'purpose' | 'role'
  /** Characters (UTF-16 units). */
  max?: number
}

const coded = (codes: readonly string[], labels: LabelledVocabulary) =>
  ({ kind: 'vocabulary', vocabulary: { codes, labels } }) as const
const text = (max = 2_000) => ({ kind: 'text', max }) as const
const long = (max = 20_000) => ({ kind: 'long', max }) as const
/** A fact that may be missing for a reason. */
const fact = <T extends object>(field: T) => ({ ...field, missing: true }) as const
const several = <T extends object>(field: T) => ({ ...field, many: true }) as const

/** Text kinds, as the model names them. */
const TEXT_KINDS = ['original', 'transcript', 'translation']

/**
 * Everything of a statement that makes sense in a column, by the path of the field in the content; `identity.*` goes to
 * the vault, `source.*` and `occasion.*` to records that are found or made.
 */
export const TABLE_FIELDS = {
  id: text(300),
  titles: { ...text(), of: 'language' },
  abstracts: { ...long(), of: 'language' },
  otherIdentifiers: several(text(300)),
  text: long(5_000_000),
  'text.language': { kind: 'language' },
  'text.kind': coded(TEXT_KINDS, 'textKinds'),
  translation: { ...long(5_000_000), of: 'language' },
  translator: { ...fact(text()), of: 'language' },

  testimonyType: fact(coded(vocabulary.TESTIMONY_TYPES, 'testimonyTypes')),
  solemnity: fact(coded(vocabulary.SOLEMNITIES, 'solemnities')),
  narrativeForm: fact(coded(vocabulary.NARRATIVE_FORMS, 'narrativeForms')),
  generation: fact(coded(vocabulary.GENERATIONS, 'generations')),
  originalLocation: fact(text()),

  'identity.legalName': fact(text()),
  'identity.otherNames': several(text(300)),
  'identity.patronymic': fact(text()),
  'identity.nomDeGuerre': fact(text()),
  'identity.birthYear': fact({ kind: 'year', max: 60 }),
  'identity.birthPlace': fact(text()),
  'identity.sex': fact(coded(vocabulary.SEXES, 'sexes')),
  'identity.occupation': fact(text()),
  'identity.citizenship': fact(text()),
  'identity.contact': long(),
  'identity.securityNotes': long(),
  'identity.vulnerabilities': several(coded(vocabulary.VULNERABILITIES, 'vulnerabilities')),
  'identity.willingToTestify': coded(vocabulary.WILLING_TO_TESTIFY, 'willingToTestify'),
  'identity.priorAccounts': long(),
  'identity.exposure': long(),
  'witness.displayMode': coded(vocabulary.DISPLAY_MODES, 'displayModes'),
  'witness.displayName': { ...text(), of: 'language' },

  'knowledge.relation': fact(coded(vocabulary.RELATIONS_TO_EVENT, 'relationsToEvent')),
  'knowledge.directness': fact(coded(vocabulary.DIRECTNESSES, 'directnesses')),
  'knowledge.conditions': fact(long()),
  'knowledge.toldBy': fact(text()),

  'taking.method': fact(coded(vocabulary.COLLECTION_METHODS, 'collectionMethods')),
  'taking.dateGiven': fact({ kind: 'stated-date', max: 200 }),
  'taking.dateRecorded': fact({ kind: 'stated-date', max: 200 }),
  'taking.dateReceived': fact({ kind: 'stated-date', max: 200 }),
  'taking.placeGiven': fact(text()),
  'taking.interviewer': fact(text()),
  'taking.organisation': fact(text()),
  'taking.interpreter': fact(text()),
  'taking.interpreterQuality': fact(text()),
  'taking.othersPresent': fact(text()),
  'taking.recording': fact(text()),
  'taking.readBack': fact({ kind: 'yes-no' }),
  'taking.signed': fact({ kind: 'yes-no' }),
  'taking.corrections': fact(long()),
  'taking.transcriber': fact(text()),

  'occasion.title': text(1_000),
  'occasion.kind': coded(vocabulary.OCCASION_KINDS, 'occasionKinds'),
  'occasion.place': text(1_000),
  'occasion.date': text(1_000),
  'occasion.organisation': text(1_000),

  'source.title': text(1_000),
  'source.kind': coded(vocabulary.SOURCE_KINDS, 'sourceKinds'),
  'source.publisher': text(1_000),
  'source.affiliation': text(1_000),
  'source.author': text(1_000),
  'source.date': text(1_000),
  'source.url': { kind: 'address', max: 1_000 },
  'source.retrievedOn': { kind: 'day' },
  'source.archivedCopy': text(1_000),
  'source.note': long(10_000),
  'source.locator': text(),

  'about.events': several({ kind: 'names', max: 300 }),
  'about.places': several({ kind: 'names', max: 300 }),
  'about.date': fact({ kind: 'stated-date', max: 200 }),
  people: several({ kind: 'names', max: 300, of: 'role' }),
  organisations: several({ kind: 'names', max: 300, of: 'role' }),

  'sensitivity.contentNotes': several(coded(vocabulary.CONTENT_NOTES, 'contentNotes')),
  'sensitivity.namesLivingPeople': { kind: 'yes-no' },
  'sensitivity.exposureAdvice': long(),
  'declarations.namesAllegedPerpetrator': { kind: 'yes-no' },
  'declarations.concernsMinor': { kind: 'yes-no' },
  'declarations.concernsSexualViolence': { kind: 'yes-no' },

  consent: { ...coded(vocabulary.CONSENT_DECISIONS, 'consentDecisions'), of: 'purpose' },
  'consents.granted': several(coded(vocabulary.CONSENT_PURPOSES, 'consentPurposes')),
  'consents.basis': coded(vocabulary.CONSENT_BASES, 'consentBases'),
  'consents.conditions': long(),
  'consents.notBefore': { kind: 'day' },
  'consents.givenBy': text(),
  'consents.method': coded(vocabulary.CONSENT_METHODS, 'consentMethods'),
  'consents.givenOn': { kind: 'day' },
  'consents.language': { kind: 'language' },
  'consents.evidence': text(),
  'consents.expiresOn': { kind: 'day' },

  'access.audience': coded(vocabulary.AUDIENCES, 'audiences'),
  'access.embargoUntil': { kind: 'day' },
  'access.basis': coded(vocabulary.RESTRICTION_BASES, 'restrictionBases'),
  'access.note': text(),
} as const satisfies Record<string, TableField>

export type TableFieldName = keyof typeof TABLE_FIELDS
export const TABLE_FIELD_NAMES = Object.keys(TABLE_FIELDS) as [TableFieldName, ...TableFieldName[]]

/** What is known of a field by its name. */
export function fieldNamed(name: TableFieldName): TableField {
  return TABLE_FIELDS[name]
}
