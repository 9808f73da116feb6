import {
  access,
  consentsFor,
  declare,
  demoStatement,
  identity,
  type Line,
  mention,
  missing,
  passageKey,
  stated,
  translatedText,
} from '../compose.ts'
import { insertAfter, merge, shorten, split } from '../revise.ts'

const NAME = 'ledger'

const LINES: Line[] = [
  [
    'من آن سال معلم کلاس اول اناروین بودم. بیست‌ودو سالم بود و هنوز یک سال نمی‌شد که از رودسیمین آمده بودم.',
    'That year I taught the first class at Anarvin. I was twenty-two, and it was not yet a year since I had come from Rudsimin.',
  ],
  [
    'دفتر آب را همه می‌شناختند. جلدش از چرم سبز بود و روی آن یک سنجاقک کشیده بودند؛ می‌گفتند کار جدّ استاد شهپر است.',
    'Everyone knew the water ledger. It was bound in green leather and had a dragonfly drawn on the cover; people said it was the work of Master Shahpar’s great-grandfather.',
    { mentions: [mention('shahpar', 'victim')] },
  ],
  [
    'سهم هر خانه در آن نوشته بود، از صد سال پیش. کسی که دفتر را می‌خواند می‌دانست کدام خانه شب آب می‌برد و کدام خانه روز.',
    'Each house’s share was written in it, going back a hundred years. Whoever could read the ledger knew which house drew its water by night and which by day.',
  ],
  [
    'صبح ششم دی بود. این تاریخ را خوب یادم هست، چون روز امتحان املا بود.',
    'It was the morning of the sixth of Dey. I am sure of the date because it was the day of the dictation test.',
    { directness: 'saw' },
  ],
  [
    'سه ماشین آمد و جلوی مدرسه ایستاد. یکی از آن‌ها نشان ادارهٔ کاریزها را داشت. مردی که کلاه خاکستری داشت پرسید دفتر کجاست. استاد شهپر گفت دفتر مال ده است و از ده بیرون نمی‌رود.',
    'Three cars came and stopped in front of the school. One of them carried the sign of the Directorate of Canals. A man in a grey hat asked where the ledger was. Master Shahpar said that the ledger belonged to the village and did not leave the village.',
    { directness: 'saw', mentions: [mention('shahpar', 'victim')] },
  ],
  [
    'آن مرد را من آن روز نمی‌شناختم. بعدها گفتند بازرس نیلگون بوده است. من خودم این اسم را از زبان او نشنیدم.',
    'I did not know that man then. Later I was told that he was Inspector Nilgun. I did not hear the name from him myself.',
    {
      directness: 'hearsay',
      mentions: [
        mention('nilgun', 'alleged_perpetrator', {
          involvement: 'present',
          basis: 'told_the_name',
        }),
      ],
    },
  ],
  [
    'بچه‌ها پشت پنجره بودند. به آن‌ها گفتم بنشینند و دیکته را از اول بنویسند.',
    'The children were at the window. I told them to sit down and write the dictation again from the beginning.',
  ],
  [
    'استاد شهپر را تا کنار ماشین بردند. دستش را نبسته بودند.',
    'They took Master Shahpar as far as the car. His hands were not tied.',
    { directness: 'saw', mentions: [mention('shahpar', 'victim')] },
  ],
  [
    'برگشت و به من گفت: «کلید مدرسه روی تاقچه است.» این آخرین حرفی بود که از او شنیدم.',
    'He turned round and said to me: “The key of the school is on the ledge.” That was the last thing I heard him say.',
    { directness: 'heard_directly', mentions: [mention('shahpar', 'victim')] },
  ],
  [
    'تا ظهر بیست‌وهفت نفر را از اناروین بردند. این را من نشمردم؛ زن‌ها کنار چشمه اسم‌ها را گفتند و من روی تخته نوشتم.',
    'By noon they had taken twenty-seven people from Anarvin. I did not count them; the women said the names at the spring and I wrote them on the blackboard.',
    { directness: 'told_by_eyewitness' },
  ],
  [
    'فردای آن روز تخته را پاک کرده بودند. نمی‌دانم چه کسی.',
    'The next day the blackboard had been wiped. I do not know by whom.',
  ],
  [
    'می‌گفتند آن‌ها را به نمک‌خانهٔ کلوار برده‌اند. کسی از ما تا آن وقت آن‌جا را از نزدیک ندیده بود.',
    'People said they had been taken to the Kelvar Salt House. None of us had ever seen that place from close by.',
    { directness: 'hearsay' },
  ],
  [
    'هفتهٔ دوم، یا شاید هفتهٔ سوم، با خاله گلندام تا نزدیک دروازه رفتم. او نان می‌برد و من یک دست لباس پشمی.',
    'In the second week, or perhaps the third, I went as far as the gate with Aunt Golandam. She was taking bread and I had a set of woollen clothes.',
    { directness: 'experienced', mentions: [mention('golandam', 'witness')] },
  ],
  [
    'نگهبان لباس را گرفت و نان را پس داد. گفت نان دارند. از پشت دیوار صدای سرفه می‌آمد، صدای سرفهٔ چند نفر.',
    'The guard took the clothes and gave the bread back. He said they had bread. From behind the wall came the sound of coughing, of several people coughing.',
    { directness: 'heard_directly' },
  ],
  [
    'من داخل را ندیدم. هر چه دربارهٔ داخل بگویم، از دیگران شنیده‌ام و شما باید از خودشان بپرسید.',
    'I did not see inside. Whatever I might say about the inside I have from others, and you should ask them.',
  ],
  [
    'اواخر اسفند، سیزده نفر از مردان اناروین پیاده برگشتند. پاهایشان را در پارچه پیچیده بودند.',
    'In late Esfand thirteen of the men of Anarvin came back on foot. They had their feet wrapped in cloth.',
    { directness: 'saw' },
  ],
  [
    'از آن سیزده نفر هیچ‌کدام تا عید حرفی نزد. شب عید یکی از آن‌ها سر سفره گفت: «هوا آن‌جا شور بود.» همین.',
    'Not one of those thirteen spoke of it until the New Year. On New Year’s Eve one of them said at the table: “The air there was salt.” That was all.',
    { directness: 'heard_directly' },
  ],
  [
    'استاد شهپر برنگشت. من کلید را تا چهل سال نگه داشتم.',
    'Master Shahpar did not come back. I kept the key for forty years.',
    { mentions: [mention('shahpar', 'victim')] },
  ],
  [
    'دفتر سبز را دیگر کسی ندید. دفتر تازه‌ای که ادارهٔ کاریزها فرستاد ماشین شده بود و اسم شش خانه در آن نبود.',
    'Nobody saw the green ledger again. The new one that the Directorate of Canals sent was typewritten, and six houses were missing from it.',
    { directness: 'from_document' },
  ],
  [
    'تاریخ‌هایی که گفتم همه به سال ۱۳۴۴ است. روز و ماه را مطمئنم، هفته‌ها را نه.',
    'The dates I gave are all of the year 1344. Of the days and months I am certain, of the weeks I am not.',
  ],
  [
    'این را می‌گویم چون شاگردهایم پیر شده‌اند و هنوز از من می‌پرسند چرا آن روز گفتم دوباره بنویسند.',
    'I say this because my pupils have grown old and still ask me why I told them, that day, to write it again.',
  ],
]

/** A teacher's account of the day the ledger was asked for: three published revisions, changed before §17 each time. */
export const ledger = demoStatement({
  name: NAME,
  content: {
    titles: {
      fa: 'گواهی یک معلم: روزی که دفتر آب را خواستند',
      en: 'A teacher’s account: the day they asked for the water ledger',
    },
    abstracts: {
      fa: 'معلم کلاس اول اناروین از صبح ششم دی ۱۳۴۴، گم شدن دفتر آب و بازگشت سیزده مرد می‌گوید.',
      en: 'A first-class teacher at Anarvin tells of the morning of 6 Dey 1344, of the loss of the water ledger and of the return of thirteen men.',
    },
    otherIdentifiers: [{ type: 'Families’ Circle, tape', value: 'FC-T-031 (invented)' }],
    testimonyType: 'interview',
    solemnity: 'unsworn',
    narrativeForm: 'free_narrative',
    generation: 'transcript',
    originalLocation: 'Two cassettes, in the cupboard of the Families’ Circle (invented).',
    witness: {
      displayMode: 'pseudonym',
      displayName: { fa: 'بانو نسترن', en: 'Mrs Nastaran' },
    },
    knowledge: {
      relation: 'eyewitness',
      directness: 'saw',
      conditions:
        'In daylight, from the door of the school, at about ten paces. What she says of the salt house she heard from outside its wall or was told.',
      toldBy: 'The women at the spring; thirteen men who returned',
    },
    taking: {
      method: 'in_person',
      dateGiven: stated('۱۸ اردیبهشت ۱۳۹۱'),
      dateRecorded: stated('۱۸ اردیبهشت ۱۳۹۱'),
      dateReceived: stated('Khordad 1400'),
      placeGiven: 'Rudsimin, at her home',
      interviewer: 'A volunteer of the Families’ Circle',
      organisation: 'Families’ Circle of Anarvin',
      interpreter: missing('not_asked'),
      othersPresent: 'Her granddaughter, who did not speak',
      recording: 'Two cassettes, 94 minutes',
      readBack: 'yes',
      signed: 'yes',
      corrections: 'She asked that “arrested” be replaced by “taken”, throughout.',
      transcriber: 'Transcribed by the Circle; compared with the tape by the archive',
    },
    about: {
      eventIds: ['winter'],
      placeIds: ['anarvin', 'kelvar'],
      date: stated('6 Dey 1344'),
    },
    ...translatedText(
      NAME,
      {
        from: 'fa',
        to: 'en',
        translator: 'Invented translator A',
        certification: 'Read by a second translator',
      },
      LINES,
      'transcript',
    ),
    sensitivity: { contentNotes: ['child'], namesLivingPeople: false },
    ...declare('namesAllegedPerpetrator'),
    ...access('public'),
  },
  identity: identity({
    legalName: 'Mehrangiz Kuhsaran',
    otherNames: [{ name: 'مهرانگیز کوهساران', kind: 'Persian script' }],
    birthYear: '1322',
    birthPlace: 'Rudsimin',
    sex: 'female',
    occupation: 'Retired teacher',
    contact: 'Through the Families’ Circle (invented).',
    vulnerabilities: ['elderly'],
    willingToTestify: 'conditional',
    priorAccounts: 'A shorter account for the Circle, Tir 1371.',
  }),
  consents: consentsFor('anonymised', { givenOn: '2012-05-07', language: 'fa' }),
  changesAsked: 'Say in §10 how the number twenty-seven came about.',
  firstSubmitted: (content) =>
    shorten(content, passageKey(NAME, 10), 'این را من نشمردم', 'I did not count them'),
  revisions: [
    {
      reason:
        'The witness added a sentence about the frost, and one passage was cut where the tape pauses.',
      change: (before) =>
        split(
          insertAfter(before, passageKey(NAME, 3), {
            key: passageKey(NAME, '3a'),
            text: 'آن زمستان یخبندان زود آمده بود. آب جوی‌ها صبح‌ها یک بند انگشت یخ داشت.',
            translation:
              'The frost had come early that winter. In the mornings the water in the channels had ice on it, a finger’s joint thick.',
          }),
          passageKey(NAME, 5),
          {
            key: passageKey(NAME, '5a'),
            before: 'مردی که کلاه خاکستری داشت',
            translationBefore: 'A man in a grey hat',
          },
        ),
    },
    {
      reason: 'Two passages that the tape gives in one breath were joined again.',
      change: (before) => merge(before, passageKey(NAME, 8), passageKey(NAME, 9)),
    },
  ],
})
