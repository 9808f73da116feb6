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
    'من فقط یک شب آن‌جا بودم و فقط در اتاق قپان. آنچه می‌گویم برای بایگانی است، نه برای خواندن دیگران؛ تا وقتی خودم چیز دیگری بگویم.',
    null,
    { directness: 'experienced' },
  ],
  [
    'مرا به جای برادرم بردند، چون او در خانه نبود. نگهبانِ زن نداشتند. این را همان دم در گفتند و خندیدند.',
    null,
    { directness: 'experienced' },
  ],
  [
    'از آن شب این را می‌خواهم بنویسید: مرا بدون رضایت خودم و به شکلی که برای تحقیر بود بازرسی کردند. واژهٔ دیگری برایش به کار نبرید و جزئیاتش را از من نخواهید.',
    null,
    { directness: 'experienced' },
  ],
  [
    'چشمم را بسته بودند. روی میز چیزی بود که وقتی به آن می‌خوردند نورهای رنگی از زیر چشم‌بند می‌دیدم، مثل شهرفرنگ. هنوز وقتی آفتاب از شیشهٔ رنگی می‌گذرد باید بنشینم.',
    null,
    { directness: 'experienced' },
  ],
  [
    'صبح، زنی در را باز کرد و چادر خودش را روی شانه‌ام انداخت و گفت «برو خواهر». اسمش را نمی‌دانم. اگر زنده است، می‌خواهم بداند که چادر را نگه داشته‌ام.',
    null,
    { directness: 'experienced' },
  ],
  [
    'به کسی که سؤال می‌کرد «قپان‌دار» می‌گفتند. صورتش را ندیدم.',
    null,
    {
      directness: 'heard_directly',
      mentions: [
        mention('weighman', 'alleged_perpetrator', {
          involvement: 'present',
          basis: 'told_the_name',
        }),
      ],
    },
  ],
  ['برای خواهرهایم نه، برای دخترهایشان این را نگه دارید.'],
]

/** A survivor's account that consent keeps inside the archive; it waits for its second reviewer. */
export const weighingRoom = demoStatement({
  name: 'weighingRoom',
  journey: 'first_approval',
  content: {
    titles: { fa: 'یک شب', en: 'One night' },
    abstracts: {
      fa: 'زنی که به جای برادرش برده شد، از یک شب و یک صبح می‌گوید.',
      en: 'A woman who was taken in her brother’s place tells of one night and one morning.',
    },
    testimonyType: 'victim_testimony',
    solemnity: 'unsworn',
    narrativeForm: 'free_narrative',
    generation: 'original',
    originalLocation: 'With the archive, sealed (invented).',
    witness: { displayMode: 'withheld' },
    knowledge: {
      relation: 'victim',
      directness: 'experienced',
      conditions: 'Blindfolded for part of the night.',
      toldBy: missing('not_asked'),
    },
    taking: {
      method: 'in_person',
      dateGiven: stated('اوایل ۱۳۹۷'),
      placeGiven: missing('withheld'),
      interviewer: 'One interviewer of the archive, a woman, at her wish',
      organisation: missing('withheld'),
      interpreter: missing('not_asked'),
      recording: missing('declined'),
      readBack: 'yes',
      signed: 'yes',
    },
    about: { eventIds: ['winter'], placeIds: ['weighroom'], date: stated('بهمن ۱۳۴۴') },
    ...textOf('weighingRoom', 'fa', LINES),
    sensitivity: {
      contentNotes: ['sexual_violence'],
      namesLivingPeople: false,
      exposureAdvice: 'Short, and without details. The witness asked that none be added.',
    },
    ...declare('namesAllegedPerpetrator', 'concernsSexualViolence'),
    ...access('nobody', { basis: 'witness' }),
  },
  identity: identity({
    legalName: 'Mahrokh Sefidbaf',
    birthYear: missing('withheld'),
    sex: 'female',
    vulnerabilities: ['survivor_of_sexual_violence', 'elderly'],
    willingToTestify: 'no',
  }),
  consents: consentsFor('preserve', { givenOn: '2018-04-30' }),
})
