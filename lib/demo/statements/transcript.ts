import type { StatementContentInput } from '#lib/statements/model.ts'
import {
  access,
  consentsFor,
  declare,
  demoStatement,
  identity,
  type Line,
  missing,
  stated,
  textOf,
} from '../compose.ts'
import {
  AFTERWARDS,
  BYNAMES,
  FOLLOW_UPS,
  GIVEN,
  HEADS,
  LANDMARKS,
  LIVES,
  MISSING,
  OTHER_VILLAGES,
  PLACES,
  QUESTIONS,
  RETURNED,
  RETURNED_EARLY,
  SHARE_SIZES,
  SHARES,
  SPARED,
  TAKEN,
} from '../frames/transcript.ts'
import { type Random, seededRandom } from '../random.ts'

const NAME = 'transcript'
const SEED = 27
const HOUSES = 172
const Q = { kind: 'question', speaker: 'Interviewer' } as const
const A = { kind: 'answer', speaker: 'Witness' } as const

/** Houses from which somebody was taken: 27, of whom 13 came back in late Esfand, 5 before and 9 not at all. */
const FATES = ['returned', 'early', 'missing'] as const
type Fate = (typeof FATES)[number] | 'spared'

const BEGINNING: Line[] = [
  ['First morning', null, { kind: 'heading' }],
  ['You have brought a notebook. What is it?', null, Q],
  [
    'It is a copy of the water ledger of Anarvin, or of as much of it as I could carry in my head. I was apprenticed to Master Shahpar for three years, and an apprentice copies. When the green book was gone I sat down, that spring, and wrote it out again from the first house to the last. Where I was not sure I have put a dot.',
    null,
    A,
  ],
  ['So this is not the ledger.', null, Q],
  [
    'It is not, and I should like that written in large letters. It is what one boy of sixteen remembered of it. A ledger is a ledger because everyone has put a thumb to it. Nobody has put a thumb to this but me.',
    null,
    A,
  ],
  ['How shall we go about it?', null, Q],
  [
    'House by house, as the water went. That is the only order I know it in. If you ask me for a man by his name I may fail you; if you ask me who comes after the ferryman’s hut on the night turn, I shall not.',
    null,
    A,
  ],
  ['You will tell me when you speak of something that you were told?', null, Q],
  [
    'I shall try. It is a long road and a man grows comfortable on it. You must stop me. And one thing more: I will say of each house whether anyone was taken from it. I counted twenty-seven from our village. The women at the spring counted twenty-seven too, but perhaps I had it from them.',
    null,
    A,
  ],
]

const ENDING: Line[] = [
  ['That was the last of them.', null, Q],
  [
    'The last, and then the water went out over the fields of nobody and into the salt. As a boy I used to follow it there to see where it stopped. It does not stop; one merely cannot say any more that it is water.',
    null,
    A,
  ],
  ['Of the twenty-seven, your notes have thirteen who came back together in late Esfand.', null, Q],
  [
    'Thirteen together, five before them, one by one, and nine not. For the other villages I have no book, and I have never added ours to theirs. The Circle has twenty-three for the three villages. I have no reason to say it is wrong, and I could not prove it right.',
    null,
    A,
  ],
  ['What should happen to the notebook?', null, Q],
  [
    'You may photograph it. Then I want it back, because there are four dots in it that I may still be able to take away. On some nights I am very near to one of them.',
    null,
    A,
  ],
  ['Is there anything that I ought to have asked?', null, Q],
  [
    'You ought to have asked what colour the ink was. It was walnut ink; we made it ourselves in a theodolite case that the engineers had left behind. It goes brown with the years and does not fade. That is all.',
    null,
    A,
  ],
]

interface House {
  number: number
  head: string
  other: string
  share: string
  landmark: string
  fate: Fate
}

function composeHouses(random: Random): Line[] {
  const names = headNames(random)
  const fates = dealFates(random)
  const landmarks = random.deck(LANDMARKS)
  const decks = {
    question: random.deck(QUESTIONS),
    place: random.deck(PLACES),
    head: random.deck(HEADS),
    share: random.deck(SHARES),
    life: random.deck(LIVES),
    spared: random.deck(SPARED),
    taken: random.deck(TAKEN),
    returned: random.deck(RETURNED),
    early: random.deck(RETURNED_EARLY),
    missing: random.deck(MISSING),
    afterwards: random.deck(AFTERWARDS),
    followUp: random.deck(FOLLOW_UPS),
  }
  const lines: Line[] = []
  for (let number = 1; number <= HOUSES; number++) {
    const part = PARTS.get(number)
    if (part) lines.push([part, null, { kind: 'heading' }])
    const house: House = {
      number,
      head: names[number - 1] as string,
      other: names[(number * 7 + 3) % names.length] as string,
      share: random.pick(SHARE_SIZES),
      landmark: landmarks(),
      fate: fates.get(number) ?? 'spared',
    }
    const say = (sentence: string) => fill(sentence, house, random)
    lines.push([say(decks.question()), null, Q])
    lines.push([describe(house, decks, random).map(say).join(' '), null, A])
    if (random.below(4) === 0) {
      const [question, answer] = decks.followUp()
      lines.push([say(question), null, Q], [say(answer), null, A])
    }
  }
  return lines
}

type Decks = Record<
  | 'place'
  | 'head'
  | 'share'
  | 'life'
  | 'spared'
  | 'taken'
  | 'returned'
  | 'early'
  | 'missing'
  | 'afterwards',
  () => string
>

/** What is said of one house; nobody tells every house in the same order. */
function describe(house: House, decks: Decks, random: Random): string[] {
  const first =
    random.below(2) === 0 ? [decks.head(), decks.place()] : [decks.place(), decks.head()]
  const lives = random.below(3) === 0 ? [decks.life()] : [decks.life(), decks.life()]
  const what =
    house.fate === 'spared'
      ? [decks.spared()]
      : [decks.taken(), house.fate === 'returned' ? decks.returned() : decks[house.fate]()]
  const middle = random.below(3) === 0 ? [...lives, decks.share()] : [decks.share(), ...lives]
  return [...first, ...middle, ...what, decks.afterwards()]
}

const PARTS = new Map([
  [30, 'First afternoon'],
  [66, 'Second morning'],
  [101, 'Second afternoon'],
  [139, 'Third morning'],
])

function headNames(random: Random): string[] {
  const all = GIVEN.flatMap((given) => BYNAMES.map((byname) => `${given} ${byname}`))
  const deck = random.deck(all)
  return Array.from({ length: HOUSES }, deck)
}

function dealFates(random: Random): Map<number, Fate> {
  const house = random.deck(Array.from({ length: HOUSES }, (_, index) => index + 1))
  const counts: [Fate, number][] = [
    ['returned', 13],
    ['early', 5],
    ['missing', 9],
  ]
  return new Map(
    counts.flatMap(([fate, count]) =>
      Array.from({ length: count }, () => [house(), fate] as const),
    ),
  )
}

function fill(sentence: string, house: House, random: Random): string {
  const slots: Record<string, string> = {
    number: `number ${house.number}`,
    head: house.head,
    other: house.other,
    share: house.share,
    landmark: house.landmark,
    village: random.pick(OTHER_VILLAGES),
  }
  const text = sentence
    .replace(/<([^>]*)>/g, (_, options: string) => random.pick(options.split('|')))
    .replace(/[Nn]umber \{number\}/g, (found) => `${found.slice(0, 6)} ${house.number}`)
    .replace(/\{(\w)(\w+)\}/g, (_, first: string, rest: string) => {
      const value = slots[first.toLowerCase() + rest] ?? ''
      return first === first.toUpperCase() ? value.charAt(0).toUpperCase() + value.slice(1) : value
    })
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The lines of the transcript: the same ones at every call. */
export function composeTranscript(): Line[] {
  return [...BEGINNING, ...composeHouses(seededRandom(SEED)), ...ENDING]
}

const CONTENT: StatementContentInput = {
  titles: {
    en: 'Three days with a copy of the water ledger',
    fa: 'سه روز با رونوشتی از دفتر آب',
  },
  abstracts: {
    en: 'A former apprentice of the water clerk is led through the register of Anarvin house by house, over three days.',
    fa: 'شاگرد پیشین میراب در سه روز، خانه به خانه، دفتر اناروین را مرور می‌کند.',
  },
  testimonyType: 'interview',
  solemnity: 'affirmed',
  narrativeForm: 'question_and_answer',
  generation: 'transcript',
  originalLocation: 'Eleven hours of recording with the archive (invented).',
  witness: {
    displayMode: 'pseudonym',
    displayName: { en: 'The apprentice', fa: 'شاگرد میراب' },
  },
  knowledge: {
    relation: 'colleague_of_victim',
    directness: 'saw',
    conditions: 'A boy of sixteen, in and around the village; he was not inside the salt house.',
    toldBy: missing('not_asked'),
  },
  taking: {
    method: 'video_call',
    dateGiven: stated('3 to 5 Ordibehesht 1400'),
    dateRecorded: stated('3 to 5 Ordibehesht 1400'),
    dateReceived: stated('Khordad 1400'),
    placeGiven: 'By video; the witness lives abroad',
    interviewer: 'An interviewer of the archive',
    organisation: missing('not_asked'),
    interpreter: missing('not_asked'),
    othersPresent: 'Nobody',
    recording: 'Audio, eleven hours in five sittings',
    readBack: 'yes',
    signed: 'yes',
    corrections: 'Four dots were added to the register and one was taken away.',
    transcriber: 'Two volunteers, in turn',
  },
  about: {
    eventIds: ['winter'],
    placeIds: ['anarvin', 'tarvand'],
    date: stated('Dey to Esfand 1344'),
  },
  ...textOf(NAME, 'en', composeTranscript(), 'transcript'),
  sensitivity: { contentNotes: ['none'], namesLivingPeople: false },
  ...declare(),
  ...access('public'),
}

/** More than 20,000 words of question and answer. */
export const transcript = demoStatement({
  name: NAME,
  content: CONTENT,
  identity: identity({
    legalName: 'Behzad Juybanan',
    birthYear: '1328',
    sex: 'male',
    occupation: 'Bookbinder',
    vulnerabilities: ['minor_then', 'elderly'],
    willingToTestify: 'yes',
  }),
  consents: consentsFor('anonymised', { givenOn: '2021-04-25', language: 'en' }),
})
