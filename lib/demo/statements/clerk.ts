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
    'من منشی اداره بودم و ماشین‌نویسی می‌کردم. آنچه می‌گویم از کاغذهایی است که از زیر دستم گذشته، نه از چیزی که با چشم دیده باشم.',
    'I was a secretary at the Directorate and did the typing. What I say comes from papers that passed through my hands, not from anything I saw with my eyes.',
    { directness: 'from_document' },
  ],
  [
    'خبرنامهٔ شمارهٔ چهارده را من ماشین کردم. در آن نوشته بود «یازده نفر». این عدد ادارهٔ کاریزهاست و من آن را تأیید نمی‌کنم؛ فقط می‌گویم چه نوشتند.',
    'It was I who typed Bulletin No. 14. It said “eleven persons”. That is the figure of the Directorate of Canals, and I do not confirm it; I only say what was written.',
    { directness: 'from_document', mentions: [mention('directorate', 'other')] },
  ],
  [
    'پیش‌نویس همان خبرنامه عدد دیگری داشت: سی‌ویک. روی سی‌ویک با مرکب بنفش خط کشیده بودند. نمی‌دانم خط را چه کسی کشیده بود.',
    'The draft of the same bulletin had another figure: thirty-one. A line had been drawn through the thirty-one in violet ink. I do not know who drew it.',
    { directness: 'from_document' },
  ],
  [
    'فهرست خانواده‌ها را سال‌ها بعد دیدم. بیست‌وسه اسم دارد و بالای آن نوشته «کسانی که برنگشتند». سی‌ویک و بیست‌وسه با هم ناسازگار نیستند؛ یکی می‌گوید چند نفر را بردند، یکی می‌گوید چند نفر نیامدند.',
    'I saw the families’ list years later. It has twenty-three names, and at its head is written “those who did not return”. Thirty-one and twenty-three do not contradict each other; one says how many were taken in, the other how many did not come back.',
    { directness: 'from_document', mentions: [mention('circle', 'other')] },
  ],
  [
    'عدد چهل را هم شنیده‌ام. می‌گویند مردها شب‌ها خودشان را می‌شمردند. من این را در هیچ کاغذی ندیدم و معنی‌اش این نیست که درست نیست.',
    'I have heard forty as well. They say the men counted themselves at night. I saw this on no paper, which does not mean that it is wrong.',
    { directness: 'hearsay' },
  ],
  [
    'حوالهٔ بنزین برای دو کامیون صادر شد، به تاریخ نهم اسفند ۱۳۴۴، مقصد خالی. حوالهٔ برگشت را ندیدم. این‌که ندیدم یعنی از میز من نگذشت.',
    'A petrol order was issued for two lorries, dated 9 Esfand 1344, with the destination left blank. I saw no order for a return journey. That I did not see it means that it did not cross my desk.',
    { directness: 'from_document' },
  ],
  [
    'پای حواله امضا بود. امضای بازرس نیلگون را می‌شناختم چون هر روز می‌دیدم. این یکی شبیه آن بود. بیشتر از «شبیه» نمی‌گویم.',
    'The order bore a signature. I knew Inspector Nilgun’s signature, for I saw it every day. This one resembled it. I will not say more than “resembled”.',
    {
      directness: 'inferred',
      mentions: [
        mention('nilgun', 'alleged_perpetrator', { involvement: 'suspected', basis: 'inferred' }),
      ],
    },
  ],
  [
    'از من پرسیدند چرا رونوشت برنداشتم. آن وقت‌ها کاغذ کاربن را می‌شمردند.',
    'I have been asked why I kept no copy. In those days the sheets of carbon paper were counted.',
  ],
]

/** A typist of the Directorate sets four different figures side by side, each with its source. */
export const clerk = demoStatement({
  name: 'clerk',
  content: {
    titles: {
      fa: 'چهار عدد: گواهی ماشین‌نویس اداره',
      en: 'Four figures: the account of a typist of the Directorate',
    },
    abstracts: {
      fa: 'ماشین‌نویس پیشین ادارهٔ کاریزها می‌گوید یازده، بیست‌وسه، سی‌ویک و چهل هر کدام از کجا آمده است.',
      en: 'A former typist of the Directorate of Canals says where each of the figures eleven, twenty-three, thirty-one and forty comes from.',
    },
    testimonyType: 'signed_affidavit',
    solemnity: 'notarised',
    narrativeForm: 'free_narrative',
    generation: 'copy',
    originalLocation: 'With a notary of Rudsimin (invented).',
    witness: { displayMode: 'code', displayName: { fa: 'شاهد د-۲', en: 'Witness D-2' } },
    knowledge: {
      relation: 'same_organisation_as_perpetrator',
      directness: 'from_document',
      conditions: 'At a desk in the Directorate’s office at Rudsimin.',
      toldBy: missing('not_asked'),
    },
    taking: {
      method: 'written',
      dateGiven: stated('Shahrivar 1392'),
      dateReceived: stated('Mehr 1398'),
      placeGiven: 'Rudsimin',
      interviewer: missing('not_asked'),
      organisation: missing('not_asked'),
      interpreter: missing('not_asked'),
      recording: missing('not_asked'),
      readBack: 'yes',
      signed: 'yes',
    },
    source: { sourceId: 'bulletin', locator: 'Compared with page 2' },
    about: {
      eventIds: ['winter', 'lorries'],
      placeIds: ['kelvar', 'rudsimin'],
      date: stated('1344'),
    },
    ...translatedText(
      'clerk',
      { from: 'fa', to: 'en', translator: 'Invented translator C' },
      LINES,
    ),
    sensitivity: { contentNotes: ['none'], namesLivingPeople: false },
    ...declare('namesAllegedPerpetrator'),
    ...access('public'),
  },
  identity: identity({
    legalName: 'Delaram Sepidgar',
    otherNames: [{ name: 'دل‌آرام سپیدگر', kind: 'Persian script' }],
    birthYear: '1323',
    sex: 'female',
    occupation: 'Typist',
    willingToTestify: 'yes',
  }),
  consents: consentsFor('anonymised', { givenOn: '2013-09-01' }),
})
