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
    'نام خودتان را لازم نیست بگویید. آن زمستان کجا بودید؟',
    null,
    { kind: 'question', speaker: 'پرسشگر' },
  ],
  [
    'سرباز نبودم، حقوق‌بگیر اداره بودم. دم در می‌نشستم. کارم این بود که دفتر ورود و خروج را پر کنم.',
    null,
    { kind: 'answer', speaker: 'شاهد', directness: 'experienced' },
  ],
  ['چه کسی شما را به نمک‌خانه فرستاد؟', null, { kind: 'question', speaker: 'پرسشگر' }],
  [
    'یک حکم کاغذی آوردند، امضای بازرس نیلگون زیرش بود. گفتند ده روز است. شد هفتاد روز.',
    null,
    {
      kind: 'answer',
      speaker: 'شاهد',
      directness: 'from_document',
      mentions: [
        mention('nilgun', 'alleged_perpetrator', { involvement: 'ordered', basis: 'known_before' }),
      ],
    },
  ],
  ['در آن دفتر چند نفر ثبت شده بود؟', null, { kind: 'question', speaker: 'پرسشگر' }],
  [
    'صفحهٔ آخر که دست من بود شمارهٔ سی‌ویک داشت. ولی همه را ننوشتم. دو شب گفتند بنویس «بار نمک». من نوشتم بار نمک.',
    null,
    { kind: 'answer', speaker: 'شاهد', directness: 'experienced' },
  ],
  ['چرا نوشتید؟', null, { kind: 'question', speaker: 'پرسشگر' }],
  [
    'جوابی ندارم که امروز به کارتان بیاید. بیست‌وچهار سالم بود، زنم پا به ماه بود و از کار بی‌کار شدن می‌ترسیدم. این دلیل است، عذر نیست.',
    null,
    { kind: 'answer', speaker: 'شاهد' },
  ],
  ['داخل تالار رفتید؟', null, { kind: 'question', speaker: 'پرسشگر' }],
  [
    'سه بار، با سطل آب. یک قمقمه هم از خودم بردم و دادم به پیرمردی که نزدیک در بود. پسش نداد و من هم نخواستم.',
    null,
    { kind: 'answer', speaker: 'شاهد', directness: 'saw' },
  ],
  ['«قپان‌دار» که بود؟', null, { kind: 'question', speaker: 'پرسشگر' }],
  [
    'دو نفر بودند. یکی بلندقد بود و شب می‌آمد، یکی روزها. به هر دو همین را می‌گفتند. اسم واقعی‌شان در دفتر من نیامد، چون از در من رد نمی‌شدند.',
    null,
    {
      kind: 'answer',
      speaker: 'شاهد',
      directness: 'saw',
      mentions: [
        mention('weighman', 'alleged_perpetrator', {
          involvement: 'suspected',
          basis: 'recognised',
        }),
      ],
    },
  ],
  ['شب کامیون‌ها سر کار بودید؟', null, { kind: 'question', speaker: 'پرسشگر' }],
  [
    'بودم. دو کامیون بود، نه سه تا. فهرست را بازرس خواند و من چراغ را بالا گرفتم. نمی‌توانم بگویم چند اسم. دستم می‌لرزید و چراغ هم می‌لرزید.',
    null,
    {
      kind: 'answer',
      speaker: 'شاهد',
      directness: 'saw',
      mentions: [
        mention('nilgun', 'alleged_perpetrator', { involvement: 'present', basis: 'known_before' }),
      ],
    },
  ],
  ['آن دفتر حالا کجاست؟', null, { kind: 'question', speaker: 'پرسشگر' }],
  [
    'روز آخر تحویل دادم و رسید گرفتم. رسید را دارم. دفتر را دیگر ندیدم.',
    null,
    { kind: 'answer', speaker: 'شاهد', directness: 'from_document' },
  ],
]

/** A keeper of the gate, who belonged to the other side: for registered readers. */
export const gatekeeper = demoStatement({
  name: 'gatekeeper',
  content: {
    titles: {
      fa: 'گفت‌وگو با دفتردار دروازهٔ نمک‌خانه',
      en: 'Interview with the keeper of the gate-book',
    },
    abstracts: {
      fa: 'یکی از کارکنان پیشین اداره از دفتر ورود و خروج، از دو «قپان‌دار» و از شب فهرست می‌گوید.',
      en: 'A former employee of the Directorate tells of the gate-book, of two “Weighmen”, and of the night of the list.',
    },
    testimonyType: 'interview',
    solemnity: 'unsworn',
    narrativeForm: 'question_and_answer',
    generation: 'transcript',
    originalLocation: 'Recording with the archive (invented).',
    witness: { displayMode: 'code', displayName: { fa: 'شاهد د-۷', en: 'Witness D-7' } },
    knowledge: {
      relation: 'same_organisation_as_perpetrator',
      directness: 'saw',
      conditions: 'At night by a hand lamp that he held himself, at about four paces.',
      toldBy: missing('not_asked'),
    },
    taking: {
      method: 'in_person',
      dateGiven: stated('۲ آبان ۱۳۹۸'),
      dateRecorded: stated('۲ آبان ۱۳۹۸'),
      placeGiven: missing('withheld'),
      interviewer: 'One interviewer of the archive',
      organisation: missing('withheld'),
      interpreter: missing('not_asked'),
      othersPresent: 'His son, for the first half',
      recording: 'Audio, 71 minutes',
      readBack: 'yes',
      signed: 'no',
      transcriber: 'Staff of the archive',
    },
    about: {
      eventIds: ['winter', 'lorries'],
      placeIds: ['kelvar', 'weighroom', 'brinehall'],
      date: stated('دی تا اسفند ۱۳۴۴'),
    },
    ...textOf('gatekeeper', 'fa', LINES, 'transcript'),
    sensitivity: { contentNotes: ['none'], namesLivingPeople: true },
    ...declare('namesAllegedPerpetrator'),
    ...access('registered', {
      basis: 'witness',
      note: 'The witness asked that it be read by people who give their names.',
    }),
  },
  identity: identity({
    legalName: 'Nowzar Peykani',
    otherNames: [{ name: 'نوذر پیکانی', kind: 'Persian script' }],
    birthYear: '1320',
    sex: 'male',
    occupation: 'Clerk',
    vulnerabilities: ['elderly', 'at_risk_in_country'],
    willingToTestify: 'conditional',
  }),
  consents: consentsFor('anonymised', { givenOn: '2019-10-24', method: 'oral_recorded' }),
})
