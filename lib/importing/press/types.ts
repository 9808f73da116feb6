import type { OCCASION_KINDS, TESTIMONY_TYPES } from '#lib/statements/vocabularies.ts'

/** A stretch of the file: `file.slice(start, end) === text`, in UTF-16 offsets. */
export interface Span {
  text: string
  start: number
  end: number
}

/** Said where the text itself does not settle a fact, so that no guess is shown as one. */
export const TO_CONFIRM = 'to confirm'

export const IGNORED_REASONS = [
  'banner',
  'advertisement',
  'caption',
  'heading',
  'furniture',
  'teaser',
  'repeated',
] as const
export type IgnoredReason = (typeof IGNORED_REASONS)[number]

export interface Ignored extends Span {
  reason: IgnoredReason
}

export interface PressPassage extends Span {
  /** `quoted`: the speaker's words between marks. `reported`: told by the reporter. */
  form: 'quoted' | 'reported'
  /** The attribution or the extent follows from convention rather than from the words. */
  toConfirm: boolean
}

export type SpeakerKind = 'person' | 'role' | 'organisation' | 'unknown'

export interface PressDraft {
  /** The fullest form of the name without titles, or the role as written ("a former prisoner"); null: to confirm. */
  speaker: string | null
  speakerKind: SpeakerKind
  /** Titles met beside the name ("Mrs.", "دکتر"). */
  titles: string[]
  /** What the report says this person is, as written. */
  role: string | null
  type: (typeof TESTIMONY_TYPES)[number]
  /** Whom the text allows, where `speaker` is to confirm. */
  candidates: string[]
  passages: PressPassage[]
}

export interface PressSource {
  title: string | null
  publisher: string | null
  /** A report does not settle whose side its publisher is on. */
  affiliation: typeof TO_CONFIRM
  /** ISO 8601 day. */
  date: string | null
  dateStated: string | null
  /** Of pages that tell them. */
  author: string | null
  url: string | null
}

export interface PressOccasion {
  kind: (typeof OCCASION_KINDS)[number]
  place: string | null
  /** The place with its region or country, as written. */
  placeStated: string | null
  /** ISO 8601 day. */
  date: string | null
}

export interface PressReport {
  language: 'en' | 'fa'
  source: PressSource
  occasion: PressOccasion | null
  drafts: PressDraft[]
  narration: Span[]
  ignored: Ignored[]
  /** Lines that became facts of the source. */
  metadata: (Span & { field: 'title' | 'publisher' | 'date' })[]
}

export type Gender = 'female' | 'male' | null

/** Someone named as speaking, as the words at one place have it. */
export interface Mention {
  kind: 'name' | 'role' | 'organisation' | 'pronoun'
  /** Name without titles, role or organisation as written, or the pronoun. */
  text: string
  titles: string[]
  role: string | null
  gender: Gender
  /** “The expert who played …”: the words themselves say who is meant, so that they look back on nobody. */
  introduces?: boolean
}

/** A name in the running text and what its surroundings tell of it. */
export interface NamedPlace {
  mention: Mention
  /** UTF-16 offset in the text. */
  at: number
  /** It stands after a preposition, so that it is no subject. */
  oblique: boolean
  possessive: boolean
  /** A title, a role, an age or a verb of saying beside it: certainly a person rather than a place or a thing. */
  person: boolean
  /** A clause right after it tells who this is: “Rana Eskandar, whose daughter …”. */
  described?: boolean
  /** “…, the company that owns it”, “FlowOn, which …”: the words beside it tell that it is nobody. */
  thing?: boolean
  /** A name made of a first name and the surname that it shares with the next: “Jan and Ida Kestrel”. */
  shared?: boolean
}

/** Tells whether words are a person of the report whose name is known from elsewhere in it. */
export type KnowsPerson = (name: string) => boolean
