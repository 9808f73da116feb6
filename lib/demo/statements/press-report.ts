import {
  access,
  consentsFor,
  declare,
  demoStatement,
  type Line,
  mention,
  missing,
  stated,
  textOf,
} from '../compose.ts'

const SPEAKER = 'Kuhyar Dastanbu'

const LINES: Line[] = [
  [
    'I am not here to give you a number. I am here to give you nine names that I can vouch for, and to say that I cannot vouch for the tenth.',
    null,
    { form: 'quoted', speaker: SPEAKER },
  ],
  [
    'According to Dastanbu, the men who came back in late Esfand had been made to sign a sheet saying that they had worked for wages.',
    null,
    { form: 'reported', speaker: SPEAKER, directness: 'told_by_participant' },
  ],
  [
    'I read that sheet over my cousin’s shoulder. It said forty days of carting. It was he who had been carted.',
    null,
    { form: 'quoted', speaker: SPEAKER, directness: 'from_document' },
  ],
  [
    'He added that he had lain in the Brine Hall for less than a week, and that others should be heard before him.',
    null,
    { form: 'reported', speaker: SPEAKER, directness: 'experienced' },
  ],
  [
    'When they ask who wrote the names down, say that it was a woman, with a piece of chalk, and that someone had the trouble of wiping it off.',
    null,
    {
      form: 'quoted',
      speaker: SPEAKER,
      directness: 'hearsay',
      mentions: [mention('anarvin', 'other')],
    },
  ],
]

/** What one speaker says in a newspaper's report: quoted and reported words kept apart, with source and occasion. */
export const pressReport = demoStatement({
  name: 'pressReport',
  content: {
    titles: {
      en: 'Kuhyar Dastanbu to the press after the Rudsimin Hearing',
      fa: 'سخنان کوهیار دستنبو پس از نشست استماع رودسیمین',
    },
    abstracts: {
      en: 'Three quotations and two reported sentences from a weekly’s report. What the report says in its own voice is not testimony and stays with the source.',
      fa: 'سه نقل قول و دو جملهٔ نقل‌شده از گزارش یک هفته‌نامه. آنچه گزارش از زبان خود می‌گوید گواهی نیست و نزد منبع می‌ماند.',
    },
    testimonyType: 'press_report',
    solemnity: 'unsworn',
    narrativeForm: 'reported_speech',
    generation: 'excerpt',
    originalLocation: 'The weekly’s own archive, Rudsimin (invented).',
    witness: {
      displayMode: 'real_name',
      displayName: { en: 'Kuhyar Dastanbu', fa: 'کوهیار دستنبو' },
    },
    knowledge: {
      relation: 'victim',
      directness: 'experienced',
      conditions: missing('not_asked'),
      toldBy: missing('not_asked'),
    },
    taking: {
      method: 'from_publication',
      dateGiven: stated('14 Mehr 1398'),
      dateReceived: stated('11 February 2024'),
      placeGiven: 'Rudsimin',
      occasionId: 'press',
      interviewer: 'Mahtab Sanduqdar, reporter',
      organisation: 'Peyk-e Rudsimin',
      interpreter: missing('unknown'),
      recording: missing('unknown'),
      readBack: missing('unknown'),
      signed: missing('unknown'),
    },
    source: { sourceId: 'peykreport', locator: 'Page 3, columns 1 and 2' },
    about: {
      eventIds: ['winter', 'hearing'],
      placeIds: ['kelvar', 'brinehall', 'rudsimin'],
      date: stated('winter 1344'),
    },
    ...textOf('pressReport', 'en', LINES, 'translation'),
    sensitivity: { contentNotes: ['none'], namesLivingPeople: true },
    ...declare(),
    ...access('public'),
  },
  consents: consentsFor('already_public'),
})
