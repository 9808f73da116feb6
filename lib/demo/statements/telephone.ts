import {
  access,
  consentsFor,
  declare,
  demoStatement,
  identity,
  type Line,
  missing,
  passageKey,
  stated,
  textOf,
} from '../compose.ts'
import { insertAfter } from '../revise.ts'

const NAME = 'telephone'

const LINES: Line[] = [
  [
    'The line was poor, and I ask the reader to bear with the gaps. I rang from a post office; my coins were on a metronome, so to speak.',
  ],
  [
    'I was with the sheep above Peshtar on the night in question. From up there the salt house is a box of matches and the road is a thread.',
    null,
    { directness: 'experienced' },
  ],
  [
    'I saw two pairs of lamps on the thread, going north, with no great distance between them. It was well after the second milking.',
    null,
    { directness: 'saw' },
  ],
  [
    'At the tea-house they stood still for as long as it takes to drink two glasses. Then the lamps went over the top and I had only the glow, and then not the glow.',
    null,
    { directness: 'saw' },
  ],
  [
    'About an hour later one pair of lamps came back towards the tea-house and went out there. I have been told that both lorries came back days afterwards. I can speak for one pair of lamps.',
    null,
    { directness: 'saw' },
  ],
  [
    'Which night it was I know by the moon alone: it was past its first quarter and it set behind the Havang while I watched. Somebody with a calendar may make a date of that. I have not.',
    null,
    { directness: 'inferred' },
  ],
]

/** A shepherd's telephone call: its first revision is published while a second is being written. */
export const telephone = demoStatement({
  name: NAME,
  journey: 'open_revision',
  content: {
    titles: { en: 'Two pairs of lamps on the road', fa: 'دو جفت چراغ روی جاده' },
    abstracts: {
      en: 'A shepherd above Peshtar tells by telephone what he saw of the road over the Havang pass.',
      fa: 'چوپانی از بالای پشتار تلفنی می‌گوید که از جادهٔ گردنهٔ هاونگ چه دیده است.',
    },
    testimonyType: 'telephone_conversation',
    solemnity: 'unsworn',
    narrativeForm: 'free_narrative',
    generation: 'transcript',
    originalLocation: missing('lost'),
    witness: { displayMode: 'pseudonym', displayName: { en: 'The shepherd', fa: 'چوپان' } },
    knowledge: {
      relation: 'eyewitness',
      directness: 'saw',
      conditions: 'At night, by moonlight, from about three kilometres; sight good.',
      toldBy: missing('not_asked'),
    },
    taking: {
      method: 'telephone',
      dateGiven: stated('20 Esfand 1372'),
      placeGiven: missing('unknown'),
      interviewer: 'A volunteer of the Families’ Circle',
      organisation: 'Families’ Circle of Anarvin',
      interpreter: missing('unknown'),
      recording: missing('lost'),
      readBack: 'no',
      signed: 'no',
      transcriber: 'The same volunteer, from memory and notes',
    },
    about: {
      eventIds: ['lorries'],
      placeIds: ['havang', 'peshtar'],
      date: stated('Esfand 1344'),
    },
    ...textOf(NAME, 'en', LINES, 'transcript'),
    sensitivity: { contentNotes: ['none'], namesLivingPeople: false },
    ...declare(),
    ...access('public'),
  },
  identity: identity({
    legalName: missing('unknown'),
    nomDeGuerre: missing('not_asked'),
    sex: 'male',
    occupation: 'Shepherd',
  }),
  consents: consentsFor('anonymised', { givenOn: '1994-03-11', method: 'oral_noted' }),
  revisions: [
    {
      reason: 'The volunteer found a further page of notes.',
      change: (before) =>
        insertAfter(before, passageKey(NAME, 4), {
          key: passageKey(NAME, '4a'),
          text: 'There was music from the tea-house while they stood, a harmonium, and it stopped when the lamps moved.',
          translation: '',
        }),
    },
  ],
})
