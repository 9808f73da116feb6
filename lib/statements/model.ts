import { z } from 'zod'
import * as vocabulary from './vocabularies.ts'

/**
 * What a revision of a statement holds: one JSON document, checked here and nowhere else.
 *
 * A draft may be incomplete and even wrong (a date half typed), because nothing typed may be lost; what must be
 * right before it is submitted is said by `readiness.ts`. Identity, consent and review have rows of their own.
 */

const shortText = z.string().max(2_000)
const longText = z.string().max(20_000)

/** A well-formed BCP 47 language tag; see `Intl.getCanonicalLocales`. */
export const languageTagSchema = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)

/** The same text in several languages, by BCP 47 tag; an absent language is simply not written. */
export const localizedSchema = z.partialRecord(languageTagSchema, shortText)
const localizedLongSchema = z.partialRecord(languageTagSchema, longText)

export const missingSchema = z.strictObject({ missing: z.enum(vocabulary.MISSING_REASONS) })

/** A fact: its value, or the reason why it is missing, or null while it is not yet filled in. */
function recorded<T extends z.ZodType>(value: T) {
  return z.union([value, missingSchema]).nullable().default(null)
}

/** A date as it was stated and the EDTF (ISO 8601-2) that it implies in the Gregorian calendar; null while it cannot be read. */
export const statedDateSchema = z.strictObject({
  stated: z.string().max(200),
  calendar: z.enum(vocabulary.CALENDARS),
  edtf: z.string().max(100).nullable(),
})

export const mentionSchema = z.strictObject({
  authorityId: z.string().max(40),
  role: z.enum(vocabulary.MENTION_ROLES),
  involvement: z.enum(vocabulary.INVOLVEMENTS).nullable().default(null),
  basis: z.enum(vocabulary.IDENTIFICATION_BASES).nullable().default(null),
})

/** One numbered passage. Its key is given once and stays through edits; its number is its place in the text, from 1. */
export const passageSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]{4,24}$/),
  text: z.string().max(50_000),
  /** `question` and `answer` in an interview, `heading` for a title inside the text, else `prose`. */
  kind: z.enum(['prose', 'question', 'answer', 'heading']).default('prose'),
  speaker: z.string().max(200).default(''),
  /** Whether the words are the speaker's own or told by the reporter. */
  form: z.enum(['quoted', 'reported']).nullable().default(null),
  /** Set where the speaker knows this otherwise than the rest of the statement. */
  directness: z.enum(vocabulary.DIRECTNESSES).nullable().default(null),
  /** Whether an imported attribution still has to be confirmed by the archivist. */
  toConfirm: z.boolean().default(false),
  mentions: z.array(mentionSchema).max(200).default([]),
  /**
   * Where the passage stands in the imported source: UTF-16 offsets in the text as it was read, and what a person
   * finds it by, each from 1: the page on which it begins, its paragraph or its line.
   */
  origin: z
    .strictObject({
      start: z.int().min(0),
      end: z.int().min(0),
      page: z.int().min(1).optional(),
      paragraph: z.int().min(1).optional(),
      line: z.int().min(1).optional(),
    })
    .nullable()
    .default(null),
  /** Time codes in the recording, in milliseconds from its beginning. */
  time: z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).optional(),
})

/** A translation, aligned with the text passage by passage through the keys. */
export const translationSchema = z.strictObject({
  language: languageTagSchema,
  translator: recorded(shortText),
  certification: shortText.default(''),
  passages: z
    .array(z.strictObject({ key: passageSchema.shape.key, text: z.string().max(50_000) }))
    .max(20_000),
})

const yesNo = z.boolean().nullable().default(null)

export const statementContentSchema = z.strictObject({
  titles: localizedSchema.default({}),
  abstracts: localizedLongSchema.default({}),
  otherIdentifiers: z
    .array(z.strictObject({ type: z.string().max(60), value: z.string().max(300) }))
    .max(50)
    .default([]),

  testimonyType: recorded(z.enum(vocabulary.TESTIMONY_TYPES)),
  solemnity: recorded(z.enum(vocabulary.SOLEMNITIES)),
  narrativeForm: recorded(z.enum(vocabulary.NARRATIVE_FORMS)),
  generation: recorded(z.enum(vocabulary.GENERATIONS)),
  originalLocation: recorded(shortText),

  /** How readers see the witness. Who the witness is lies in the vault (`lib/witnesses`). */
  witness: z
    .strictObject({
      displayMode: z.enum(vocabulary.DISPLAY_MODES).nullable().default(null),
      displayName: localizedSchema.default({}),
    })
    .prefault({}),

  knowledge: z
    .strictObject({
      relation: recorded(z.enum(vocabulary.RELATIONS_TO_EVENT)),
      directness: recorded(z.enum(vocabulary.DIRECTNESSES)),
      conditions: recorded(longText),
      toldBy: recorded(shortText),
    })
    .prefault({}),

  taking: z
    .strictObject({
      method: recorded(z.enum(vocabulary.COLLECTION_METHODS)),
      dateGiven: recorded(statedDateSchema),
      dateRecorded: recorded(statedDateSchema),
      dateReceived: recorded(statedDateSchema),
      placeGiven: recorded(shortText),
      occasionId: z.string().max(40).nullable().default(null),
      interviewer: recorded(shortText),
      organisation: recorded(shortText),
      interpreter: recorded(shortText),
      interpreterQuality: recorded(shortText),
      othersPresent: recorded(shortText),
      recording: recorded(shortText),
      readBack: recorded(z.enum(['yes', 'no'])),
      signed: recorded(z.enum(['yes', 'no'])),
      corrections: recorded(longText),
      transcriber: recorded(shortText),
    })
    .prefault({}),

  source: z
    .strictObject({
      sourceId: z.string().max(40).nullable().default(null),
      locator: shortText.default(''),
    })
    .prefault({}),

  /** What the statement is about: events and places by authority record, and when it happened. */
  about: z
    .strictObject({
      eventIds: z.array(z.string().max(40)).max(50).default([]),
      placeIds: z.array(z.string().max(40)).max(100).default([]),
      date: recorded(statedDateSchema),
    })
    .prefault({}),

  /** The text in the language in which it was given or, failing that, the earliest text the archive has. */
  text: z
    .strictObject({
      kind: z.enum(['original', 'transcript', 'translation']).default('original'),
      language: languageTagSchema.nullable().default(null),
      passages: z.array(passageSchema).max(20_000).default([]),
    })
    .prefault({}),
  translations: z.array(translationSchema).max(20).default([]),

  sensitivity: z
    .strictObject({
      contentNotes: z.array(z.enum(vocabulary.CONTENT_NOTES)).max(6).default([]),
      namesLivingPeople: yesNo,
      exposureAdvice: longText.default(''),
    })
    .prefault({}),

  /** Three declarations by the archivist; unanswered (null) counts as yes. */
  declarations: z
    .strictObject({
      namesAllegedPerpetrator: yesNo,
      concernsMinor: yesNo,
      concernsSexualViolence: yesNo,
    })
    .prefault({}),

  /** What the archive decides about reading; consent may narrow it further (`lib/consent`). */
  access: z
    .strictObject({
      audience: z.enum(vocabulary.AUDIENCES).nullable().default(null),
      embargoUntil: z.iso.date().nullable().default(null),
      basis: z.enum(vocabulary.RESTRICTION_BASES).nullable().default(null),
      note: shortText.default(''),
    })
    .prefault({}),
})

/** Who the witness is: sealed in the vault, never part of a revision's content, never indexed. */
export const witnessIdentitySchema = z.strictObject({
  legalName: recorded(shortText),
  otherNames: z
    .array(z.strictObject({ name: z.string().max(300), kind: z.string().max(60) }))
    .max(50)
    .default([]),
  patronymic: recorded(shortText),
  nomDeGuerre: recorded(shortText),
  birthYear: recorded(z.string().max(60)),
  birthPlace: recorded(shortText),
  sex: recorded(z.enum(vocabulary.SEXES)),
  occupation: recorded(shortText),
  citizenship: recorded(shortText),
  contact: longText.default(''),
  securityNotes: longText.default(''),
  vulnerabilities: z.array(z.enum(vocabulary.VULNERABILITIES)).max(5).default([]),
  willingToTestify: z.enum(vocabulary.WILLING_TO_TESTIFY).nullable().default(null),
  priorAccounts: longText.default(''),
  exposure: longText.default(''),
})

/** One consent decision for one purpose. */
export const consentSchema = z.strictObject({
  purpose: z.enum(vocabulary.CONSENT_PURPOSES),
  decision: z.enum(vocabulary.CONSENT_DECISIONS),
  basis: z.enum(vocabulary.CONSENT_BASES).default('consent'),
  conditions: longText.default(''),
  /** A condition that the archive can keep by itself: not before this day. */
  notBefore: z.iso.date().nullable().default(null),
  givenBy: shortText.default(''),
  method: z.enum(vocabulary.CONSENT_METHODS).nullable().default(null),
  givenOn: z.iso.date().nullable().default(null),
  language: languageTagSchema.nullable().default(null),
  evidence: shortText.default(''),
  expiresOn: z.iso.date().nullable().default(null),
})

export type Localized = Partial<Record<string, string>>
export type Missing = z.infer<typeof missingSchema>
export type Recorded<T> = T | Missing | null
export type StatedDate = z.infer<typeof statedDateSchema>
export type Mention = z.infer<typeof mentionSchema>
export type Passage = z.infer<typeof passageSchema>
export type Translation = z.infer<typeof translationSchema>
export type StatementContent = z.infer<typeof statementContentSchema>
export type StatementContentInput = z.input<typeof statementContentSchema>
export type WitnessIdentity = z.infer<typeof witnessIdentitySchema>
export type Consent = z.infer<typeof consentSchema>
export type ConsentInput = z.input<typeof consentSchema>

/** A content in which nothing is filled in yet. */
export function emptyContent(): StatementContent {
  return statementContentSchema.parse({})
}

/** Tells whether a fact is recorded as missing, with its reason. */
export function isMissing(fact: unknown): fact is Missing {
  return typeof fact === 'object' && fact !== null && 'missing' in fact
}

/** The value of a fact, or null where it is missing or not yet filled in. */
export function known<T>(fact: Recorded<T>): T | null {
  return fact === null || isMissing(fact) ? null : fact
}

/** Makes a new passage key: 10 characters of base 36 from the platform's random source. */
export function newPassageKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')
}
