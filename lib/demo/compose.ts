import { createHash } from 'node:crypto'
import type {
  ConsentInput,
  Mention,
  Passage,
  Recorded,
  StatedDate,
  StatementContentInput,
  WitnessIdentity,
} from '#lib/statements/model.ts'
import { witnessIdentitySchema } from '#lib/statements/model.ts'
import type { Audience } from '#lib/statements/vocabularies.ts'
import { readStatedDate } from '#lib/text/dates.ts'

/** How far a statement travels through the archive before seeding is done with it. */
export type Journey =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'first_approval'
  | 'changes_requested'
  | 'rejected'
  | 'approved'
  | 'published'
  | 'withdrawn'
  | 'open_revision'

/** A revision upon the one before it, with why it was made. */
export interface DemoRevision {
  reason: string
  change: (before: StatementContentInput) => StatementContentInput
}

/**
 * One statement of the demo archive. Records are named by their keys in `world.ts`; seeding puts the ids of the
 * records that it made in their place.
 */
export interface DemoStatement {
  /** Names it for tests and for seeding; never shown. */
  name: string
  content: StatementContentInput
  identity: WitnessIdentity
  consents: ConsentInput[]
  journey: Journey
  /** Who works on it; the archivist unless said otherwise. */
  owner: 'archivist' | 'former_archivist' | 'admin'
  /** Each is brought to publication in turn; with `open_revision` the last one stays a draft. */
  revisions: DemoRevision[]
  /** What an admin asks to have changed when the first revision is read. */
  changesAsked: string | null
  /** What was first submitted, where changes were asked for and made. */
  firstSubmitted: ((content: StatementContentInput) => StatementContentInput) | null
  withdrawalReason: string
}

/** A demo statement with the usual defaults. */
export function demoStatement(
  fields: Pick<DemoStatement, 'name' | 'content'> & Partial<DemoStatement>,
): DemoStatement {
  return {
    identity: identity({}),
    consents: consentsFor('anonymised'),
    journey: 'published',
    owner: 'archivist',
    revisions: [],
    changesAsked: null,
    firstSubmitted: null,
    withdrawalReason: '',
    ...fields,
  }
}

/** A stable passage key from the statement's name and the passage's ordinal: 10 characters of base 36. */
export function passageKey(name: string, ordinal: number | string): string {
  const digest = createHash('sha256').update(`${name} §${ordinal}`).digest()
  return Array.from(digest.subarray(0, 10), (byte) => (byte % 36).toString(36)).join('')
}

/** What may be said of a passage beside its words. */
export type Marks = Partial<
  Pick<Passage, 'kind' | 'speaker' | 'form' | 'directness'> & { mentions: Mention[] }
>

/** A passage as it is written here: the words, their translation where there is one, and marks. */
export type Line = readonly [text: string, translation?: string | null, marks?: Marks]

/** The text of a statement in its language, without a translation. */
export function textOf(
  name: string,
  language: string,
  lines: readonly Line[],
  kind: 'original' | 'transcript' | 'translation' = 'original',
): Pick<StatementContentInput, 'text'> {
  return {
    text: {
      kind,
      language,
      passages: lines.map(([text, , marks], index) => ({
        key: passageKey(name, index + 1),
        text,
        ...marks,
      })),
    },
  }
}

/** The text of a statement with a translation aligned to it passage by passage. */
export function translatedText(
  name: string,
  languages: { from: string; to: string; translator: string; certification?: string },
  lines: readonly Line[],
  kind: 'original' | 'transcript' = 'original',
): Pick<StatementContentInput, 'text' | 'translations'> {
  return {
    ...textOf(name, languages.from, lines, kind),
    translations: [
      {
        language: languages.to,
        translator: languages.translator,
        certification: languages.certification ?? '',
        passages: lines.flatMap(([, translation], index) =>
          translation ? [{ key: passageKey(name, index + 1), text: translation }] : [],
        ),
      },
    ],
  }
}

/** A date as it was stated, with what it implies. @throws Error where it cannot be read: demo dates are readable. */
export function stated(date: string): StatedDate {
  const reading = readStatedDate(date)
  if (!reading) throw new Error(`the demo archive states a date that cannot be read: ${date}`)
  return { stated: date, ...reading }
}

/** A fact that is missing, with the reason. */
export function missing(
  reason: 'unknown' | 'not_asked' | 'declined' | 'lost' | 'withheld',
): Extract<Recorded<never>, { missing: string }> {
  return { missing: reason }
}

/** A person named in a passage; `key` is the record's in `world.ts`. */
export function mention(
  key: string,
  role: Mention['role'],
  more: Partial<Pick<Mention, 'involvement' | 'basis'>> = {},
): Mention {
  return { authorityId: key, role, involvement: null, basis: null, ...more }
}

/** A witness's identity for the vault; what is not given is not yet filled in. */
export function identity(fields: Partial<WitnessIdentity>): WitnessIdentity {
  return witnessIdentitySchema.parse(fields)
}

interface ConsentDetails {
  givenBy?: string
  givenOn?: string
  language?: string
  method?: ConsentInput['method']
  evidence?: string
}

/** Consent for each purpose, as far as it goes: under the witness's name, without it, or only inside the archive. */
export function consentsFor(
  reach: 'named' | 'anonymised' | 'inside' | 'preserve' | 'already_public',
  details: ConsentDetails = {},
): ConsentInput[] {
  const given = {
    givenBy: 'the witness',
    method: 'written' as const,
    givenOn: '2021-05-02',
    language: 'fa',
    evidence: 'Signed form, kept with the original.',
    ...details,
  }
  if (reach === 'already_public') {
    return [
      { purpose: 'preserve', decision: 'granted', basis: 'already_public' },
      { purpose: 'publish_anonymised', decision: 'granted', basis: 'already_public' },
      { purpose: 'publish_named', decision: 'granted', basis: 'already_public' },
      { purpose: 're_contact', decision: 'not_asked' },
    ]
  }
  const wide = reach === 'named' || reach === 'anonymised'
  return [
    { ...given, purpose: 'preserve', decision: 'granted' },
    {
      ...given,
      purpose: 'internal_analysis',
      decision: reach === 'preserve' ? 'refused' : 'granted',
    },
    { ...given, purpose: 'research_on_request', decision: wide ? 'granted' : 'refused' },
    { ...given, purpose: 'publish_anonymised', decision: wide ? 'granted' : 'refused' },
    { ...given, purpose: 'publish_named', decision: reach === 'named' ? 'granted' : 'refused' },
    {
      ...given,
      purpose: 'share_with_ngo',
      decision: wide ? 'conditional' : 'refused',
      conditions: wide ? 'Only after asking the witness again.' : '',
    },
    { purpose: 'share_with_media', decision: 'not_asked' },
    { ...given, purpose: 're_contact', decision: 'granted' },
    { ...given, purpose: 'machine_processing', decision: wide ? 'granted' : 'not_asked' },
    { ...given, purpose: 'education', decision: wide ? 'granted' : 'not_asked' },
  ]
}

type Declarations = NonNullable<StatementContentInput['declarations']>

/** The three declarations; what is not said to be so is answered no. */
export function declare(
  ...yes: ('namesAllegedPerpetrator' | 'concernsMinor' | 'concernsSexualViolence')[]
): { declarations: Declarations } {
  return {
    declarations: {
      namesAllegedPerpetrator: yes.includes('namesAllegedPerpetrator'),
      concernsMinor: yes.includes('concernsMinor'),
      concernsSexualViolence: yes.includes('concernsSexualViolence'),
    },
  }
}

/** Who may read it, and from when on. */
export function access(
  audience: Audience,
  more: {
    embargoUntil?: string
    basis?: 'witness' | 'donor' | 'law' | 'safety'
    note?: string
  } = {},
): Pick<StatementContentInput, 'access'> {
  return { access: { audience, ...more } }
}
