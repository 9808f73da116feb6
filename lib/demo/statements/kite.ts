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

const LINES: Line[] = [
  [
    'بچه بودیم و روی بام با بادبادک علامت می‌دادیم. سرخ یعنی ماشین آمد، سفید یعنی رفت.',
    null,
    { directness: 'experienced' },
  ],
  [
    'آن روز سفید را هوا کردیم و نیم ساعت بعد ماشین‌ها برگشتند. تا سال‌ها فکر می‌کردم تقصیر ما بود.',
    null,
    { directness: 'experienced' },
  ],
  ['این را اول به دخترم گفتم و بعد به شما. اگر روزی پشیمان شدم، بردارید.'],
]

/** Published, then withdrawn at the witness's wish. */
export const kite = demoStatement({
  name: 'kite',
  journey: 'withdrawn',
  withdrawalReason: 'The witness asked for it by letter, as was agreed when it was given.',
  content: {
    titles: { fa: 'علامت از روی بام', en: 'Signals from the roof' },
    abstracts: {
      fa: 'گواهی کوتاهی دربارهٔ روزی که ماشین‌ها برگشتند.',
      en: 'A short account of the day on which the cars came back.',
    },
    testimonyType: 'witness_testimony',
    solemnity: 'unsworn',
    narrativeForm: 'free_narrative',
    generation: 'original',
    originalLocation: missing('unknown'),
    witness: { displayMode: 'pseudonym', displayName: { fa: 'شاهد پونه', en: 'Witness Puneh' } },
    knowledge: {
      relation: 'eyewitness',
      directness: 'experienced',
      conditions: 'A child, on a roof, by day.',
      toldBy: missing('not_asked'),
    },
    taking: {
      method: 'in_person',
      dateGiven: stated('خرداد ۱۴۰۱'),
      occasionId: 'listening',
      interviewer: 'A volunteer of Valley Voices',
    },
    about: { eventIds: ['winter'], placeIds: ['golmarz'], date: stated('Dey 1344') },
    ...textOf('kite', 'fa', LINES),
    sensitivity: { contentNotes: ['child'], namesLivingPeople: false },
    ...declare('concernsMinor'),
    ...access('public'),
  },
  identity: identity({
    legalName: 'Anahid Bamdar',
    sex: 'female',
    vulnerabilities: ['minor_then'],
    willingToTestify: 'no',
  }),
  consents: consentsFor('anonymised', { givenOn: '2022-06-05' }),
})
