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
    'من تالار شوراب را هیچ‌وقت ندیدم؛ چهل‌وسه روز در آن بودم و ندیدمش. چشم‌بند را فقط برای خوردن تا روی ابرو بالا می‌زدند.',
    'I never saw the Brine Hall; I was in it for forty-three days and did not see it. The blindfold was pushed up to the eyebrows for eating, and only then.',
    { directness: 'experienced' },
  ],
  [
    'از صداها می‌دانستم کجا هستم. سقف بلند بود، چون صدای سرفه دیر برمی‌گشت. کف زمین نمک داشت و زیر کفش خرد می‌شد.',
    'I knew from the sounds where I was. The roof was high, for a cough took its time to come back. There was salt on the floor, and it crumbled under the shoes.',
    { directness: 'heard_directly' },
  ],
  [
    'شب‌ها همدیگر را می‌شمردیم. هر کس عدد خودش را آهسته می‌گفت. شب اول به چهل رسیدیم. شب‌های آخر به سی‌ویک.',
    'At night we counted one another. Each man said his number quietly. On the first night we got to forty. On the last nights, to thirty-one.',
    { directness: 'heard_directly' },
  ],
  [
    'این عددها را من شنیده‌ام، ندیده‌ام. شاید بعضی خواب بودند، شاید بعضی نمی‌خواستند بگویند.',
    'These numbers I heard; I did not see them. Perhaps some were asleep, perhaps some did not want to answer.',
  ],
  [
    'سمت راست من مردی بود که می‌گفت چرم‌دوز است و از گل‌مرز. اسمش را تورج گفت. بعدها فهمیدم دو نفر به این اسم آن‌جا بوده‌اند و من نمی‌دانم او کدام بود.',
    'On my right was a man who said that he was a cordwainer, from Golmarz. He gave his name as Toraj. Later I learned that two people of that name had been there, and I do not know which he was.',
    { directness: 'told_by_participant', mentions: [mention('torajone', 'co_prisoner')] },
  ],
  [
    'او به من یاد داد که شال را زیر پیراهن ببندم، نه رویش. می‌گفت سرما از نمک بالا می‌آید.',
    'He taught me to tie the shawl under the shirt and not over it. He said that the cold comes up out of the salt.',
    { directness: 'experienced' },
  ],
  [
    'مرا سه بار به اتاق قپان بردند. آن‌جا هم چشمم بسته بود. دو صدا بود؛ یکی سؤال می‌کرد و یکی می‌نوشت. صدای قلم را می‌شنیدم.',
    'I was taken to the Weighing Room three times. My eyes were covered there too. There were two voices: one asked, and the other wrote. I could hear the pen.',
    { directness: 'heard_directly' },
  ],
  [
    'به آن که سؤال می‌کرد «قپان‌دار» می‌گفتند. من فقط صدایش را می‌شناسم. اگر امروز هم بشنوم می‌شناسم، ولی قسم نمی‌خورم.',
    'The one who asked was called “the Weighman”. I know his voice only. I would know it today if I heard it, but I would not swear to it.',
    {
      directness: 'heard_directly',
      mentions: [
        mention('weighman', 'alleged_perpetrator', { involvement: 'carried_out', basis: 'voice' }),
      ],
    },
  ],
  [
    'با من چه کردند، در پروندهٔ پزشکی هست و نمی‌خواهم این‌جا تکرار کنم.',
    'What was done to me stands in the medical file, and I do not want to repeat it here.',
    { directness: 'experienced' },
  ],
  [
    'شبی که کامیون‌ها آمدند، فهرستی خواندند. من اسم‌ها را شنیدم: اول اسم پدر، بعد اسم خود آدم. گمان می‌کنم بیست‌وسه اسم بود؛ بعضی‌ها می‌گویند نوزده.',
    'On the night the lorries came a list was read. I heard the names: first the father’s name, then the man’s own. I believe it was twenty-three names; some say nineteen.',
    { directness: 'heard_directly' },
  ],
  [
    'اسم من را نخواندند. تا امروز نمی‌دانم چرا.',
    'My name was not read. To this day I do not know why.',
    { directness: 'experienced' },
  ],
  [
    'صدای موتور را تا سربالایی گردنهٔ هاونگ دنبال کردم. بعد باد آمد.',
    'I followed the sound of the engines as far as the climb to the Havang pass. Then the wind came up.',
    { directness: 'heard_directly' },
  ],
  [
    'تاریخش را دهم اسفند می‌گویم، چون فردای آن شب به ما نان گرم دادند و گفتند روز درختکاری نزدیک است. کسی که کنارم بود می‌گفت نهم.',
    'I say it was the tenth of Esfand, because the next day they gave us warm bread and said that tree-planting day was near. The man beside me said the ninth.',
    { directness: 'inferred' },
  ],
]

/** A man held blindfolded in the Brine Hall: what he knows he knows by hearing. */
export const brineHall = demoStatement({
  name: 'brineHall',
  content: {
    titles: {
      fa: 'چهل‌وسه روز در تالار شوراب',
      en: 'Forty-three days in the Brine Hall',
    },
    abstracts: {
      fa: 'مردی از پشتار که با چشم بسته در نمک‌خانهٔ کلوار نگه داشته شد، از صداها، شماره‌ها و شب کامیون‌ها می‌گوید.',
      en: 'A man of Peshtar, held blindfolded in the Kelvar Salt House, tells of sounds, of numbers, and of the Night of the Lorries.',
    },
    testimonyType: 'victim_testimony',
    solemnity: 'affirmed',
    narrativeForm: 'free_narrative',
    generation: 'original',
    originalLocation: 'With the archive: eleven sheets, ruled (invented).',
    witness: { displayMode: 'pseudonym', displayName: { fa: 'شاهد کاشف', en: 'Witness Kashef' } },
    knowledge: {
      relation: 'victim',
      directness: 'experienced',
      conditions:
        'Blindfolded throughout; at night without light; hearing good by his own account.',
      toldBy: missing('not_asked'),
    },
    taking: {
      method: 'in_person',
      dateGiven: stated('Azar 1393'),
      dateRecorded: missing('not_asked'),
      placeGiven: missing('withheld'),
      occasionId: null,
      interviewer: 'Two interviewers of the archive',
      organisation: missing('withheld'),
      interpreter: missing('not_asked'),
      othersPresent: 'Nobody',
      recording: missing('declined'),
      readBack: 'yes',
      signed: 'yes',
    },
    about: {
      eventIds: ['winter', 'lorries'],
      placeIds: ['kelvar', 'brinehall', 'weighroom'],
      date: stated('دی تا اسفند ۱۳۴۴'),
    },
    ...translatedText(
      'brineHall',
      { from: 'fa', to: 'en', translator: 'Invented translator B' },
      LINES,
    ),
    sensitivity: {
      contentNotes: ['torture'],
      namesLivingPeople: false,
      exposureAdvice: 'Speaks of ill-treatment without describing it.',
    },
    ...declare('namesAllegedPerpetrator'),
    ...access('public'),
  },
  identity: identity({
    legalName: 'Siyamak Dehbalan',
    otherNames: [{ name: 'سیامک ده‌بالان', kind: 'Persian script' }],
    nomDeGuerre: 'Barani',
    birthYear: '1319',
    birthPlace: 'Peshtar',
    sex: 'male',
    occupation: 'Muleteer, later a watch-mender',
    securityNotes: 'His brother still lives in the valley (invented).',
    vulnerabilities: ['elderly', 'at_risk_in_country'],
    willingToTestify: 'yes',
  }),
  consents: consentsFor('anonymised', { givenOn: '2014-12-01', method: 'oral_recorded' }),
})
