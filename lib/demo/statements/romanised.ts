import {
  access,
  consentsFor,
  declare,
  demoStatement,
  identity,
  type Line,
  missing,
  stated,
  translatedText,
} from '../compose.ts'

const LINES: Line[] = [
  [
    'Salam. Farsi-ye man be horuf-e Latin ast chun in gushi horuf-e digar nadarad. Bebakhshid.',
    'Greetings. My Persian is in Latin letters because this telephone has no others. Forgive me.',
  ],
  [
    'Pedarbozorgam dar Golmarz ahangar bud. Zanjir-e darvaze-ye Kelvar kar-e u bud, be sefaresh-e edare, dah sal pish az an zemestan.',
    'My grandfather was the smith at Golmarz. The chain of the gate at Kelvar was his work, ordered by the Directorate ten years before that winter.',
    { directness: 'told_by_participant' },
  ],
  [
    'Vaqti pesarash ra poshte haman zanjir bordand, digar pa-ye kure naraft.',
    'When his son was taken behind that same chain, he did not go to the forge again.',
  ],
  [
    'In ra madaram goft. Man an moqe hanuz be donya nayamade budam.',
    'My mother told me this. I was not yet born.',
  ],
  [
    'Akhar-e Esfand pesarash bargasht. Pedarbozorgam goft: “Zanjir ra khub sakhte budam. Kash bad misakhtam.”',
    'At the end of Esfand the son came back. My grandfather said: “I had made that chain well. I wish I had made it badly.”',
  ],
]

/** Five messages in Persian that is written with Latin letters. */
export const romanised = demoStatement({
  name: 'romanised',
  content: {
    titles: { en: 'The smith’s chain: five messages', fa: 'زنجیر آهنگر: پنج پیام' },
    abstracts: {
      en: 'Messages in romanised Persian from the granddaughter of the smith who made the chain of the gate.',
      fa: 'پیام‌هایی به فارسی با حروف لاتین از نوهٔ آهنگری که زنجیر دروازه را ساخته بود.',
    },
    testimonyType: 'letter',
    solemnity: 'unsworn',
    narrativeForm: 'free_narrative',
    generation: 'original',
    originalLocation: 'Five text messages; a printed copy with the archive (invented).',
    witness: {
      displayMode: 'pseudonym',
      displayName: { en: 'The smith’s granddaughter', fa: 'نوهٔ آهنگر' },
    },
    knowledge: {
      relation: 'relative_of_victim',
      directness: 'told_by_eyewitness',
      conditions: missing('not_asked'),
      toldBy: 'Her mother',
    },
    taking: {
      method: 'self_submitted',
      dateGiven: stated('Bahman 1396'),
      dateReceived: stated('Bahman 1396'),
      placeGiven: missing('not_asked'),
      interviewer: missing('not_asked'),
    },
    about: { eventIds: ['winter'], placeIds: ['kelvar', 'golmarz'], date: stated('winter 1344') },
    ...translatedText(
      'romanised',
      { from: 'fa-Latn', to: 'en', translator: 'Staff of the archive' },
      LINES,
    ),
    sensitivity: { contentNotes: ['none'], namesLivingPeople: false },
    ...declare(),
    ...access('public'),
  },
  identity: identity({
    legalName: 'Banafsheh Ahangarzad-e Golmarz',
    sex: 'female',
    willingToTestify: 'not_asked',
  }),
  consents: consentsFor('anonymised', { givenOn: '2018-02-10', method: 'electronic' }),
})
