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
    'I was nineteen and had been at the district clinic in Rudsimin for seven months. I was not a nurse yet; I boiled the instruments and kept the day-book.',
    'نوزده‌ساله بودم و هفت ماه بود در درمانگاه رودسیمین کار می‌کردم. هنوز پرستار نبودم؛ وسایل را می‌جوشاندم و دفتر روزانه را می‌نوشتم.',
  ],
  [
    'On a Monday at the end of January Dr Ashtab was fetched in one of the Directorate’s cars. She came back after dark and asked me for the day-book.',
    'یک روز دوشنبه، آخر ژانویه، با یکی از ماشین‌های اداره آمدند دنبال دکتر اشتاب. بعد از تاریکی برگشت و دفتر روزانه را از من خواست.',
    { directness: 'saw', mentions: [mention('ashtab', 'doctor')] },
  ],
  [
    'She wrote four lines in it. I read them the next morning, because it was my work to copy them: “Eleven seen. Chest, nine. Feet, six. Not permitted to see the rest.”',
    'چهار سطر در آن نوشت. صبح روز بعد خواندمشان، چون کار من پاک‌نویس کردنشان بود: «یازده نفر دیده شدند. سینه، نه نفر. پا، شش نفر. اجازهٔ دیدن بقیه داده نشد.»',
    { directness: 'from_document', mentions: [mention('ashtab', 'doctor')] },
  ],
  [
    'I asked her where. She said, “Where the salt is.” Nobody at the clinic had to ask further.',
    'پرسیدم کجا. گفت: «همان‌جا که نمک هست.» در درمانگاه هیچ‌کس لازم نبود بیشتر بپرسد.',
    { directness: 'told_by_eyewitness', mentions: [mention('ashtab', 'doctor')] },
  ],
  [
    'Twice after that I went with her as far as the gate at Kelvar. I sat in the car. I can tell you about the gate: it was blue, and somebody had painted a number on it and then painted it out.',
    'بعد از آن دو بار با او تا دروازهٔ کلوار رفتم. در ماشین نشستم. دربارهٔ دروازه می‌توانم بگویم: آبی بود، شماره‌ای رویش نوشته بودند و بعد رنگ زده بودند که دیده نشود.',
    { directness: 'saw' },
  ],
  [
    'The second time a boy of perhaps fifteen was carried out and laid on the back seat beside me. He held my sleeve all the way to Rudsimin. He recovered; I met him again years later, and he did not know me, and I did not remind him.',
    'بار دوم پسری را، شاید پانزده‌ساله، بیرون آوردند و روی صندلی عقب کنار من خواباندند. تا رودسیمین آستینم را گرفته بود. خوب شد؛ سال‌ها بعد دیدمش، مرا نشناخت و من هم به یادش نیاوردم.',
    { directness: 'experienced' },
  ],
  [
    'In the bulletin they printed in spring it said that eleven persons had been “guests of the salt house and under medical care”. I know where that eleven came from. It was the number she had been allowed to see on one afternoon.',
    'در خبرنامه‌ای که بهار چاپ کردند نوشته بود یازده نفر «مهمان نمک‌خانه و تحت مراقبت پزشکی» بوده‌اند. من می‌دانم این یازده از کجا آمده بود. تعدادی بود که یک بعدازظهر گذاشته بودند او ببیند.',
    { directness: 'from_document', mentions: [mention('directorate', 'other')] },
  ],
  [
    'I never saw a list of names, and I cannot say how many were held. The families say one number and the clerk of the Directorate another, and both may be counting different days.',
    'من هیچ‌وقت فهرست اسم‌ها را ندیدم و نمی‌توانم بگویم چند نفر آن‌جا بودند. خانواده‌ها یک عدد می‌گویند و منشی اداره عدد دیگری، و شاید هر کدام روز دیگری را می‌شمارد.',
  ],
  [
    'The day-book stayed at the clinic when I left. I am told there was a flood in the cellar. I do not know whether it is true, or whether a flood was found to be convenient.',
    'وقتی رفتم، دفتر روزانه در درمانگاه ماند. به من گفتند زیرزمین را آب گرفته است. نمی‌دانم راست است یا آب گرفتن را مناسب دیده‌اند.',
    { directness: 'hearsay' },
  ],
  [
    'I kept one thing: a weather chart that Dr Ashtab drew on the back of a prescription, so that she could show how cold it had been in the hall. It is a barograph line, nothing more. You may photograph it.',
    'یک چیز را نگه داشتم: نموداری از هوا که دکتر اشتاب پشت یک نسخه کشیده بود تا نشان بدهد تالار چقدر سرد بوده است. یک خط هواسنج است و بس. می‌توانید از آن عکس بگیرید.',
    { directness: 'from_document', mentions: [mention('ashtab', 'doctor')] },
  ],
]

/** A clinic assistant who emigrated, in English with a Persian translation. */
export const nurse = demoStatement({
  name: 'nurse',
  content: {
    titles: {
      en: 'Four lines in the day-book of the clinic',
      fa: 'چهار سطر در دفتر روزانهٔ درمانگاه',
    },
    abstracts: {
      en: 'A former assistant at the Rudsimin clinic tells of the doctor’s visits to the Kelvar Salt House, and of where the number eleven came from.',
      fa: 'دستیار پیشین درمانگاه رودسیمین از رفت‌وآمد پزشک به نمک‌خانهٔ کلوار می‌گوید و از این‌که عدد یازده از کجا آمد.',
    },
    testimonyType: 'witness_testimony',
    solemnity: 'affirmed',
    narrativeForm: 'free_narrative',
    generation: 'original',
    originalLocation: 'With the archive (invented).',
    witness: { displayMode: 'initials', displayName: { en: 'A. T.', fa: 'الف. ت.' } },
    knowledge: {
      relation: 'medical_provider',
      directness: 'saw',
      conditions: 'By day, from inside a car at the gate; otherwise from the clinic’s papers.',
      toldBy: 'Dr Farrin Ashtab',
    },
    taking: {
      method: 'video_call',
      dateGiven: stated('14 June 2021'),
      dateRecorded: stated('14 June 2021'),
      placeGiven: missing('withheld'),
      interviewer: 'One interviewer of the archive',
      organisation: missing('not_asked'),
      interpreter: missing('not_asked'),
      recording: 'Video, 52 minutes; not published',
      readBack: 'yes',
      signed: 'yes',
      corrections: 'She struck out one sentence about a colleague.',
    },
    about: {
      eventIds: ['winter'],
      placeIds: ['kelvar', 'rudsimin'],
      date: stated('January to March 1966'),
    },
    ...translatedText(
      'nurse',
      { from: 'en', to: 'fa', translator: 'Invented translator A' },
      LINES,
    ),
    sensitivity: { contentNotes: ['child'], namesLivingPeople: false },
    ...declare('concernsMinor'),
    ...access('public'),
  },
  identity: identity({
    legalName: 'Azarmidokht Tirani',
    otherNames: [
      { name: 'آزرمیدخت تیرانی', kind: 'Persian script' },
      { name: 'Aza Tirani-Lund', kind: 'married name' },
    ],
    birthYear: '1946',
    sex: 'female',
    occupation: 'Nurse, retired',
    vulnerabilities: ['elderly'],
    willingToTestify: 'yes',
  }),
  consents: consentsFor('anonymised', {
    givenOn: '2021-06-14',
    language: 'en',
    method: 'electronic',
  }),
})
