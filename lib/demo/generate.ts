import type { Mention, StatementContentInput } from '#lib/statements/model.ts'
import {
  access,
  consentsFor,
  type DemoStatement,
  declare,
  demoStatement,
  identity,
  type Line,
  mention,
  missing,
  stated,
  textOf,
  translatedText,
} from './compose.ts'
import {
  ABOUT_DATES,
  CONDITIONS,
  givenDate,
  INTERVIEWERS,
  LOCATIONS,
  LOCATORS,
  ORGANISATIONS,
  PLACES_GIVEN,
  TRANSLATORS,
} from './facts.ts'
import type { Frame } from './frames/frame.ts'
import { OPENINGS } from './frames/openings.ts'
import type { Plan } from './plans/plan.ts'
import { GIVEN_NAMES, KIN, PLANS, PSEUDONYMS, SURNAMES, VILLAGES } from './plans/plans.ts'
import { type Random, seededRandom } from './random.ts'
import { TOPIC_FRAMES, type Topic, topicsFor } from './topics.ts'

const SEED = 1344

interface Sentence {
  en: string
  fa: string
}

/** How a passage of this topic is known, where that differs from the rest of most statements. */
const TOPIC_DIRECTNESS: Partial<Record<Topic, Line[2]>> = {
  HALL: { directness: 'experienced' },
  QUESTIONS: { directness: 'experienced' },
  LIST: { directness: 'heard_directly' },
  GATE: { directness: 'saw' },
  LAMPS: { directness: 'heard_directly' },
  FIGURES: { directness: 'from_document' },
  HEARSAY: { directness: 'hearsay' },
  PAPERS: { directness: 'from_document' },
}

const NAMED: readonly (readonly [RegExp, Mention])[] = [
  [/Master Shahpar/, mention('shahpar', 'victim')],
  [
    /Inspector Nilgun/,
    mention('nilgun', 'alleged_perpetrator', { involvement: 'suspected', basis: 'told_the_name' }),
  ],
  [
    /the Weighman/,
    mention('weighman', 'alleged_perpetrator', { involvement: 'carried_out', basis: 'voice' }),
  ],
  [/Aunt Golandam/, mention('golandam', 'witness')],
  [/Dr Ashtab/, mention('ashtab', 'doctor')],
]

/** The statements of the demo archive that are composed and not written: the same ones at every call. */
export function generateStatements(): DemoStatement[] {
  const random = seededRandom(SEED)
  const phrases = new Phrases(random)
  const surnames = random.deck(SURNAMES)
  const pseudonyms = random.deck(PSEUDONYMS)
  return PLANS.map((plan, index) =>
    compose(plan.name ?? `generated${index + 1}`, plan, random, phrases, { surnames, pseudonyms }),
  )
}

/** Deals sentences so that every frame of a topic comes up before one comes up again, and then with other words. */
class Phrases {
  readonly #random: Random
  readonly #decks = new Map<string, () => Frame>()
  readonly #uses = new Map<Frame, number>()

  constructor(random: Random) {
    this.#random = random
  }

  deal(topic: string, frames: readonly Frame[], fill: Record<string, Sentence>): Sentence {
    const deck = this.#decks.get(topic) ?? this.#random.deck(frames)
    this.#decks.set(topic, deck)
    const frame = deck()
    const use = this.#uses.get(frame) ?? 0
    this.#uses.set(frame, use + 1)
    return this.say(frame, use, fill)
  }

  say(frame: Frame, use: number, fill: Record<string, Sentence>): Sentence {
    return { en: render(frame[0], use, 'en', fill), fa: render(frame[1], use, 'fa', fill) }
  }
}

function render(
  template: string,
  use: number,
  language: 'en' | 'fa',
  fill: Record<string, Sentence>,
): string {
  const text = template
    .replace(/<\d:([^>]*)>/g, (_, options: string) => {
      const list = options.split('|')
      return list[use % list.length] as string
    })
    .replace(/\{(\w+)\}/g, (_, slot: string) => fill[slot]?.[language] ?? '')
    // A choice that asks ends the sentence by itself.
    .replace(/([؟?])\./g, '$1')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function compose(
  name: string,
  plan: Plan,
  random: Random,
  phrases: Phrases,
  decks: { surnames: () => string; pseudonyms: () => Sentence },
): DemoStatement {
  const village = random.pick(VILLAGES)
  const fill = { village, kin: random.pick(KIN) }
  const lines = composeLines(plan, random, phrases, fill)
  const names = lines.flatMap((line) => line[2]?.mentions ?? [])
  const accuses = names.some((named) => named.role === 'alleged_perpetrator')
  const shown = decks.pseudonyms()
  const language = plan.language
  const other = language === 'fa' ? 'en' : 'fa'
  const ordered = lines.map(([en, fa, marks]): Line => {
    return language === 'en' ? [en, fa ?? '', marks] : [fa ?? '', en, marks]
  })
  const text = plan.translated
    ? translatedText(
        name,
        { from: language, to: other, translator: random.pick(TRANSLATORS) },
        ordered,
        plan.transcript ? 'transcript' : 'original',
      )
    : textOf(name, language, ordered, plan.transcript ? 'transcript' : 'original')

  const surname = decks.surnames()
  const content: StatementContentInput = {
    titles: { en: plan.titles[0], fa: plan.titles[1] },
    abstracts: abstractOf(plan, village),
    testimonyType: plan.type,
    solemnity: plan.solemnity ?? 'unsworn',
    narrativeForm: 'free_narrative',
    generation: plan.transcript ? 'transcript' : 'original',
    originalLocation: random.pick(LOCATIONS),
    witness: { displayMode: 'pseudonym', displayName: { en: shown.en, fa: shown.fa } },
    knowledge: {
      relation: plan.relation,
      directness: plan.directness,
      conditions: random.pick(CONDITIONS),
      toldBy: missing('not_asked'),
    },
    taking: {
      method: plan.method,
      dateGiven: plan.undated ? missing('unknown') : givenDate(plan, lines, random),
      dateReceived: stated(`${1402 + random.below(2)}`),
      placeGiven: random.pick(PLACES_GIVEN),
      occasionId: plan.occasion ?? null,
      interviewer: random.pick(INTERVIEWERS),
      organisation: random.pick(ORGANISATIONS),
      interpreter: missing('not_asked'),
      readBack: random.pick(['yes', 'yes', 'no'] as const),
      signed: random.pick(['yes', 'no'] as const),
      transcriber: plan.transcript ? 'A volunteer of Valley Voices' : missing('not_asked'),
    },
    source: { sourceId: plan.source ?? null, locator: plan.source ? random.pick(LOCATORS) : '' },
    about: {
      eventIds: plan.events ?? ['winter'],
      placeIds: [...new Set([village.key, ...(plan.places ?? ['kelvar'])])],
      date: stated(random.pick(ABOUT_DATES)),
    },
    ...text,
    sensitivity: { contentNotes: [plan.note ?? 'none'], namesLivingPeople: random.below(4) === 0 },
    ...(plan.unanswered ? {} : accuses ? declare('namesAllegedPerpetrator') : declare()),
    ...access(plan.audience ?? 'public'),
  }
  return demoStatement({
    name,
    content: plan.journey === 'draft' ? leaveHalfDone(content) : content,
    identity: identity({
      legalName: `${random.pick(GIVEN_NAMES)} ${surname}`,
      birthYear: String(1310 + random.below(28)),
      occupation: missing('not_asked'),
      willingToTestify: random.pick(['yes', 'no', 'conditional', 'not_asked'] as const),
      vulnerabilities: random.below(3) === 0 ? ['elderly'] : [],
    }),
    consents:
      plan.journey === 'draft'
        ? []
        : consentsFor(plan.source === 'peykreport' ? 'already_public' : 'anonymised', {
            method: random.pick(['written', 'oral_recorded', 'oral_noted'] as const),
            language,
          }),
    journey: plan.journey ?? 'published',
    owner: plan.owner ?? 'archivist',
    changesAsked: plan.changesAsked ?? null,
    withdrawalReason:
      plan.journey === 'withdrawn'
        ? 'Withdrawn by the family, who wish to correct a date first.'
        : '',
  })
}

/** Sentences with which one begins. */
const BEGINS = /^(Those who came back|I woke because|I took them for|In .* the water came)/

function composeLines(
  plan: Plan,
  random: Random,
  phrases: Phrases,
  fill: Record<string, Sentence>,
): Line[] {
  const openings = OPENINGS[plan.relation] ?? []
  const [frame, choice] = plan.opening ?? [null, 0]
  const opening =
    frame === null
      ? phrases.deal(plan.relation, openings, fill)
      : phrases.say(openings[frame] as Frame, choice, fill)
  const lines: Line[] = [[opening.en, opening.fa]]
  for (const topic of topicsFor(plan.relation, random)) {
    const first = phrases.deal(topic, TOPIC_FRAMES[topic], fill)
    // One sentence or two: passages of testimony are not all of a length.
    const last = topic === 'LIMITS' || topic === 'CLOSING'
    const second =
      !last && random.below(5) < 3 ? phrases.deal(topic, TOPIC_FRAMES[topic], fill) : null
    const told = second && BEGINS.test(second.en) ? [second, first] : [first, second]
    const en = told
      .map((sentence) => sentence?.en ?? '')
      .join(' ')
      .trim()
    const fa = told
      .map((sentence) => sentence?.fa ?? '')
      .join(' ')
      .trim()
    const mentions = NAMED.filter(([pattern]) => pattern.test(en)).map(([, named]) => named)
    lines.push([
      en,
      fa,
      { ...TOPIC_DIRECTNESS[topic], ...(mentions.length > 0 ? { mentions } : {}) },
    ])
  }
  if (plan.extra) lines.splice(2, 0, plan.extra)
  return lines
}

/** What an archivist has got to after a first sitting: a date as it was said, and much that is still open. */
function leaveHalfDone(content: StatementContentInput): StatementContentInput {
  return {
    ...content,
    abstracts: {},
    solemnity: null,
    taking: {
      method: content.taking?.method ?? null,
      dateGiven: { stated: 'زمستان، گمان می‌کنم', calendar: 'solar_hijri', edtf: null },
    },
    sensitivity: {},
    declarations: {},
    access: {},
  }
}

function abstractOf(plan: Plan, village: Sentence): { en: string; fa: string } {
  return {
    en: `${plan.about[0]} The speaker is from ${village.en}.`,
    fa: `${plan.about[1]} گوینده اهل ${village.fa} است.`,
  }
}
