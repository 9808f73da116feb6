import {
  access,
  consentsFor,
  declare,
  demoStatement,
  identity,
  type Line,
  mention,
  missing,
  stated,
  textOf,
} from '../compose.ts'

const Q = { kind: 'question', speaker: 'Interviewer' } as const
const A = { kind: 'answer', speaker: 'Witness' } as const

const LINES: Line[] = [
  ['You asked that this be closed for a time. Do you want to say why?', null, Q],
  [
    'Because two people whom I advised are alive and their children do not know that they came to me. When that is no longer so, open it.',
    null,
    A,
  ],
  ['How did the water court come to have a file on the salt house at all?', null, Q],
  [
    'By accident, or by somebody’s courage. A widow sued for her husband’s turn of water, and the Directorate answered that he had forfeited it “by absence”. To prove the absence they had to say where he had been. They put in a page from a gate-book.',
    null,
    { ...A, directness: 'from_document' },
  ],
  ['You saw this page?', null, Q],
  [
    'I held it. One leaf, ruled by hand, with thirty-one at the foot. I made a note of it the same evening. The page was taken out of the file before the next sitting; the thread was cut with something sharp, very neatly.',
    null,
    { ...A, directness: 'from_document' },
  ],
  ['Did you tell the court?', null, Q],
  [
    'I told the judge in his room. He had a brass sextant on his desk, a foolish thing to have in a valley, and he turned it over and over while I talked. Then he said, “I did not hear you, and I shall find for the widow.” He did both.',
    null,
    { ...A, directness: 'experienced', mentions: [mention('rudsimin', 'other')] },
  ],
  ['Was Inspector Nilgun a party?', null, Q],
  [
    'He signed the reply. That is all that I can put my hand on. What people said of him in the corridor I will not give you as mine.',
    null,
    {
      ...A,
      directness: 'from_document',
      mentions: [
        mention('nilgun', 'alleged_perpetrator', {
          involvement: 'suspected',
          basis: 'told_the_name',
        }),
      ],
    },
  ],
  ['What became of your note?', null, Q],
  ['It is in the envelope that I gave you before you switched this on.', null, A],
]

/** A lawyer's interview under embargo: published, and readable by nobody outside until its day. */
export const lawyer = demoStatement({
  name: 'lawyer',
  content: {
    titles: { en: 'A page in the file of the water court', fa: 'یک برگ در پروندهٔ دادگاه آب' },
    abstracts: {
      en: 'A lawyer tells how a leaf of the gate-book came into a civil file, and how it left it.',
      fa: 'وکیلی می‌گوید که برگی از دفتر دروازه چگونه به پرونده‌ای حقوقی راه یافت و چگونه از آن بیرون رفت.',
    },
    testimonyType: 'audio_recording',
    solemnity: 'unsworn',
    narrativeForm: 'question_and_answer',
    generation: 'transcript',
    originalLocation: 'One cassette, sealed envelope (invented).',
    witness: { displayMode: 'code', displayName: { en: 'Witness L-1', fa: 'شاهد و-۱' } },
    knowledge: {
      relation: 'lawyer',
      directness: 'from_document',
      conditions: missing('not_asked'),
      toldBy: missing('not_asked'),
    },
    taking: {
      method: 'from_recording',
      dateGiven: stated('spring 1386'),
      dateReceived: stated('1390'),
      placeGiven: 'Rudsimin',
      interviewer: missing('unknown'),
      organisation: 'Valley Voices',
      interpreter: missing('unknown'),
      recording: 'One cassette, 38 minutes',
      readBack: missing('unknown'),
      signed: missing('unknown'),
      transcriber: 'Staff of the archive; two inaudible places are marked on the tape sheet',
    },
    source: { sourceId: 'courtfile', locator: 'Leaf 19 (missing)' },
    about: {
      eventIds: ['winter'],
      placeIds: ['rudsimin', 'kelvar'],
      date: stated('1346'),
    },
    ...textOf('lawyer', 'en', LINES, 'transcript'),
    sensitivity: { contentNotes: ['none'], namesLivingPeople: true },
    ...declare('namesAllegedPerpetrator'),
    ...access('public', { embargoUntil: '2061-03-21', basis: 'donor' }),
  },
  identity: identity({
    legalName: 'Homayun Dadafarin-e Simin',
    birthYear: '1310',
    sex: 'male',
    occupation: 'Lawyer',
    vulnerabilities: ['elderly'],
    willingToTestify: 'no',
  }),
  consents: consentsFor('anonymised', { givenOn: '2011-06-20', language: 'en' }),
})
