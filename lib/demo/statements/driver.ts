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
  translatedText,
} from '../compose.ts'

const LINES: Line[] = [
  [
    'من رانندهٔ کامیون دوم بودم. این را پنجاه سال به هیچ‌کس نگفتم و حالا هم می‌خواهم اسمم جایی نباشد.',
    'I drove the second lorry. For fifty years I told no one, and even now I want my name to stand nowhere.',
    { directness: 'experienced' },
  ],
  [
    'به من گفته بودند بار نمک است برای آن طرف گردنه. باک را از انبار اداره پر کردیم، گازوئیل بود و بوی نفت می‌داد.',
    'I had been told that it was a load of salt for the far side of the pass. We filled the tank from the Directorate’s store; it was gas-oil and smelt of kerosene.',
    { directness: 'experienced' },
  ],
  [
    'وقتی دروازه باز شد فهمیدم بار نمک نیست. چشم‌هایشان بسته بود. بعضی‌ها کفش نداشتند. من پیاده نشدم.',
    'When the gate opened I understood that it was not salt. Their eyes were covered. Some had no shoes. I did not get down.',
    { directness: 'saw' },
  ],
  [
    'چند نفر بودند نشمردم. از سنگینی ماشین در سربالایی می‌گویم ده تا پانزده نفر. این حدس یک راننده است.',
    'How many there were I did not count. By the weight of the lorry on the climb I would say ten to fifteen. That is a driver’s guess.',
    { directness: 'inferred' },
  ],
  [
    'یکی از آن‌ها پشت اتاقک آواز می‌خواند، آهسته. آواز درو بود. هر کس اهل دره باشد آن را می‌شناسد.',
    'One of them was singing behind the cab, quietly. It was the harvest song. Anyone from the valley knows it.',
    { directness: 'heard_directly' },
  ],
  [
    'در قهوه‌خانهٔ بالای گردنه ما را نگه داشتند و رانندهٔ دیگری نشست. دو کامیون را بردند. من و رانندهٔ اول تا صبح همان‌جا ماندیم و با هم حرف نزدیم.',
    'At the tea-house at the top of the pass we were stopped and other drivers took the wheel. Both lorries were driven on. The first driver and I stayed there until morning, and we did not speak.',
    { directness: 'experienced', mentions: [mention('havang', 'other')] },
  ],
  [
    'از آن‌جا به بعدش را نمی‌دانم. هر کس بگوید می‌دانم، از من نشنیده است.',
    'What came after that place I do not know. Whoever says that he knows has not heard it from me.',
  ],
  [
    'کامیون را سه روز بعد شسته تحویل دادند. کف آن را هم شسته بودند. من در کف‌شویی شرکت نکردم.',
    'The lorry was handed back three days later, washed. The floor of it had been washed as well. I had no part in the washing.',
    { directness: 'saw' },
  ],
]

/** A driver's affidavit that only the staff may read: the witness is at risk. */
export const driver = demoStatement({
  name: 'driver',
  content: {
    titles: {
      fa: 'اظهارنامهٔ رانندهٔ کامیون دوم',
      en: 'Affidavit of the driver of the second lorry',
    },
    abstracts: {
      fa: 'راننده‌ای از آنچه تا بالای گردنهٔ هاونگ دید و شنید می‌گوید و از جایی که دانسته‌اش تمام می‌شود.',
      en: 'A driver says what he saw and heard as far as the top of the Havang pass, and where his knowledge ends.',
    },
    testimonyType: 'signed_affidavit',
    solemnity: 'sworn',
    narrativeForm: 'free_narrative',
    generation: 'original',
    originalLocation: 'In the safe of the archive (invented).',
    witness: { displayMode: 'withheld' },
    knowledge: {
      relation: 'eyewitness',
      directness: 'saw',
      conditions: 'At night, from the cab; in the light of the head-lamps.',
      toldBy: missing('not_asked'),
    },
    taking: {
      method: 'in_person',
      dateGiven: stated('Bahman 1395'),
      placeGiven: missing('withheld'),
      interviewer: missing('withheld'),
      organisation: missing('withheld'),
      interpreter: missing('not_asked'),
      recording: missing('declined'),
      readBack: 'yes',
      signed: 'yes',
    },
    about: {
      eventIds: ['lorries'],
      placeIds: ['kelvar', 'havang'],
      date: stated('9 to 11 Esfand 1344'),
    },
    ...translatedText(
      'driver',
      { from: 'fa', to: 'en', translator: 'Staff of the archive' },
      LINES,
    ),
    sensitivity: { contentNotes: ['none'], namesLivingPeople: false },
    ...declare(),
    ...access('staff', {
      basis: 'safety',
      note: 'The witness lives near the other driver’s family.',
    }),
  },
  identity: identity({
    legalName: 'Faramarz Gardanehi',
    birthYear: '1316',
    sex: 'male',
    occupation: 'Driver',
    securityNotes: 'To be reached only through the archive’s head (invented).',
    vulnerabilities: ['elderly', 'at_risk_in_country'],
    willingToTestify: 'no',
  }),
  consents: consentsFor('anonymised', { givenOn: '2017-02-04' }),
})
