/**
 * The controlled vocabularies of a statement, as codes; their labels are messages (`vocabulary.*`).
 * Codes in comments are HURIDOCS Events Standard Formats fields (EVT) and micro-thesauri (MT), so that data can travel.
 */

/** Why a fact is missing. An empty field means "not yet filled in" and is none of these. */
export const MISSING_REASONS = ['unknown', 'not_asked', 'declined', 'lost', 'withheld'] as const

/** EVT 2512, MT 16. */
export const TESTIMONY_TYPES = [
  'interview',
  'signed_affidavit',
  'witness_testimony',
  'victim_testimony',
  'court_record',
  'questionnaire',
  'letter',
  'telephone_conversation',
  'audio_recording',
  'video_recording',
  'press_report',
  'speech',
  'memoir',
  'oral_testimony_at_hearing',
  'translated_document',
  'other',
] as const

export const SOLEMNITIES = ['unsworn', 'affirmed', 'sworn', 'notarised', 'given_in_court'] as const

export const NARRATIVE_FORMS = [
  'free_narrative',
  'question_and_answer',
  'summary_by_collector',
  'reported_speech',
] as const

export const GENERATIONS = [
  'original',
  'copy',
  'transcript',
  'translation',
  'excerpt',
  'redacted_version',
] as const

/** EVT 2509, MT 19: how the speaker is related to what happened. */
export const RELATIONS_TO_EVENT = [
  'victim',
  'eyewitness',
  'perpetrator',
  'relative_of_victim',
  'colleague_of_victim',
  'same_organisation_as_victim',
  'same_organisation_as_perpetrator',
  'relative_of_perpetrator',
  'third_party',
  'reporter',
  'lawyer',
  'medical_provider',
  'ngo',
] as const

/** How the speaker knows what they say; "knows" in searches. */
export const DIRECTNESSES = [
  'experienced',
  'saw',
  'heard_directly',
  'told_by_participant',
  'told_by_eyewitness',
  'hearsay',
  'inferred',
  'from_document',
] as const

export const COLLECTION_METHODS = [
  'in_person',
  'video_call',
  'telephone',
  'written',
  'self_submitted',
  'from_recording',
  'from_publication',
  'court_record',
] as const

export const OCCASION_KINDS = [
  'interview',
  'hearing',
  'conference',
  'session',
  'commemoration',
  'press_conference',
  'other',
] as const

export const SOURCE_KINDS = [
  'press_report',
  'book',
  'court_file',
  'recording',
  'letter',
  'interview',
  'website',
  'transcript',
  'other',
] as const

export const DISPLAY_MODES = ['real_name', 'initials', 'pseudonym', 'code', 'withheld'] as const

export const SEXES = ['female', 'male', 'other'] as const

export const VULNERABILITIES = [
  'minor_then',
  'minor_now',
  'survivor_of_sexual_violence',
  'elderly',
  'at_risk_in_country',
] as const

export const WILLING_TO_TESTIFY = ['yes', 'no', 'conditional', 'not_asked'] as const

export const AUTHORITY_KINDS = ['person', 'place', 'event', 'organisation'] as const

export const MENTION_ROLES = [
  'victim',
  'co_prisoner',
  'family',
  'witness',
  'alleged_perpetrator',
  'judge',
  'prosecutor',
  'guard',
  'official',
  'doctor',
  'lawyer',
  'other',
] as const

/** MT 18: degree of involvement of an alleged perpetrator. */
export const INVOLVEMENTS = [
  'carried_out',
  'ordered',
  'planned',
  'present',
  'accomplice',
  'failed_to_prevent',
  'political_responsibility',
  'suspected',
] as const

export const IDENTIFICATION_BASES = [
  'known_before',
  'recognised',
  'told_the_name',
  'photograph',
  'voice',
  'inferred',
] as const

export const CONSENT_PURPOSES = [
  'preserve',
  'internal_analysis',
  'research_on_request',
  'publish_anonymised',
  'publish_named',
  'share_with_court',
  'share_with_prosecutor',
  'share_with_un_mechanism',
  'share_with_ngo',
  'share_with_media',
  're_contact',
  'machine_processing',
  'education',
] as const

export const CONSENT_DECISIONS = [
  'granted',
  'conditional',
  'refused',
  'not_asked',
  'withdrawn',
] as const

/** `already_public`: the statement was taken from a publication, which is the basis (named by its source). */
export const CONSENT_BASES = ['consent', 'already_public'] as const

export const CONSENT_METHODS = ['written', 'oral_recorded', 'oral_noted', 'electronic'] as const

/** Who may read a published statement, widest first. */
export const AUDIENCES = ['public', 'registered', 'staff', 'nobody'] as const

export const RESTRICTION_BASES = ['witness', 'donor', 'court_order', 'law', 'safety'] as const

export const CONTENT_NOTES = [
  'torture',
  'sexual_violence',
  'execution',
  'child',
  'suicide',
  'none',
] as const

export const CALENDARS = ['gregorian', 'solar_hijri', 'lunar_hijri'] as const

/** The Admiralty scale: the source, judged alone. */
export const SOURCE_RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** The Admiralty scale: the information, judged alone. */
export const INFORMATION_CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const

export const WORK_STATES = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'rejected',
] as const

export const PUBLICATIONS = ['unpublished', 'published', 'withdrawn'] as const

/** BCP 47 tags offered first; any well-formed tag is accepted. */
export const COMMON_LANGUAGES = [
  'fa',
  'en',
  'ckb',
  'kmr',
  'az-Arab',
  'ar',
  'bal',
  'tk',
  'fa-Latn',
  'prs',
  'de',
  'fr',
  'sv',
] as const

export type WorkState = (typeof WORK_STATES)[number]
export type Publication = (typeof PUBLICATIONS)[number]
export type Audience = (typeof AUDIENCES)[number]
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number]
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]
export type MissingReason = (typeof MISSING_REASONS)[number]
