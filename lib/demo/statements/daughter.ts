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

const LINES: Line[] = [
  [
    'To the people who keep the archive. You asked me to write what I know and how I know it. I was six. So I will write first what I remember, and then, under a line, what I have been told since, and I ask you to keep the line.',
  ],
  [
    'I remember my father’s coat on its nail. I remember that the nail was then empty, and that nobody took the coat off it while I was looking.',
    null,
    { directness: 'experienced' },
  ],
  [
    'I remember an abacus with red and white beads. My mother moved one bead each evening when the lamp was lit. I thought it was a game for me.',
    null,
    { directness: 'experienced' },
  ],
  [
    'I remember being lifted onto a cart outside a blue gate and told to call his name, because a child’s voice carries. I called it. I do not remember whether anyone answered.',
    null,
    { directness: 'experienced' },
  ],
  ['Here is the line.', null, { kind: 'heading' }],
  [
    'My mother told me, when I was fourteen, that somebody had answered, and that it was not him. A man’s voice from behind the wall had said: “He hears you, little one. Go home, it is cold.”',
    null,
    { directness: 'told_by_eyewitness' },
  ],
  [
    'My uncle told me that my father’s name was the ninth on the list. He had this from a man who was there and did not see, because he was blindfolded, but who heard the names and counted them on his fingers.',
    null,
    { directness: 'hearsay' },
  ],
  [
    'In the third copy of the Circle’s list there are twenty-three names, and my father’s is the ninth. I do not know if this confirms my uncle or if the list was made from him.',
    null,
    { directness: 'from_document', mentions: [mention('circle', 'other')] },
  ],
  [
    'Aunt Golandam said until she died that the lorries came on the eleventh of Esfand. My mother’s beads say the ninth. I have kept the beads as they were.',
    null,
    { directness: 'told_by_eyewitness', mentions: [mention('golandam', 'witness')] },
  ],
  [
    'I have not written his name here. You have it on the other sheet. If there is ever a grave it may be written on that.',
  ],
]

/** A daughter's letter: what she remembers, and under a line what she was told. */
export const daughter = demoStatement({
  name: 'daughter',
  content: {
    titles: { en: 'A letter with a line across it', fa: 'نامه‌ای با خطی در میان' },
    abstracts: {
      en: 'The daughter of one of those who did not return keeps apart what she remembers from the age of six and what others told her.',
      fa: 'دختر یکی از کسانی که برنگشتند آنچه را از شش‌سالگی به یاد دارد از آنچه دیگران گفته‌اند جدا می‌کند.',
    },
    testimonyType: 'letter',
    solemnity: 'unsworn',
    narrativeForm: 'free_narrative',
    generation: 'original',
    originalLocation: 'With the archive: two sheets and an envelope (invented).',
    witness: {
      displayMode: 'pseudonym',
      displayName: { en: 'A daughter of Golmarz', fa: 'دختری از گل‌مرز' },
    },
    knowledge: {
      relation: 'relative_of_victim',
      directness: 'told_by_eyewitness',
      conditions: 'A child of six; outdoors, at dusk, in winter.',
      toldBy: 'Her mother, her uncle and Golandam Havangi',
    },
    taking: {
      method: 'self_submitted',
      dateGiven: stated('late autumn 1399'),
      dateReceived: stated('Dey 1399'),
      placeGiven: missing('not_asked'),
      interviewer: missing('not_asked'),
      organisation: missing('not_asked'),
      interpreter: missing('not_asked'),
      recording: missing('not_asked'),
      signed: 'yes',
    },
    about: {
      eventIds: ['winter', 'lorries'],
      placeIds: ['kelvar', 'golmarz'],
      date: stated('winter 1344'),
    },
    ...textOf('daughter', 'en', LINES),
    sensitivity: { contentNotes: ['child'], namesLivingPeople: false },
    ...declare('concernsMinor'),
    ...access('public'),
  },
  identity: identity({
    legalName: 'Shirindokht Salmin-Rad',
    birthYear: '1338',
    birthPlace: 'Golmarz',
    sex: 'female',
    vulnerabilities: ['minor_then'],
    willingToTestify: 'conditional',
    priorAccounts: 'None before this letter.',
  }),
  consents: consentsFor('anonymised', { givenOn: '2021-01-02', language: 'en' }),
})
