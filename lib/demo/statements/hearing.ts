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

const CHAIR = { kind: 'question', speaker: 'رئیس نشست / Chair' } as const
const WITNESS = { kind: 'answer', speaker: 'گلندام‌زاده / Golandamzadeh' } as const

const LINES: Line[] = [
  ['روز اول نشست، پیش از ظهر', 'First day of the hearing, before noon', { kind: 'heading' }],
  [
    'خواهش می‌کنم هر جا که چیزی را خودتان ندیده‌اید، بگویید از که شنیده‌اید.',
    'Please, wherever you did not see a thing yourself, say from whom you heard it.',
    CHAIR,
  ],
  [
    'چشم. من پسر کوچک خاله گلندام هستم، نانوای پشتار. آن زمستان یازده سالم بود. خمیر را مادرم ورز می‌داد و تنور را من روشن می‌کردم.',
    'Certainly. I am the youngest son of Aunt Golandam, the baker of Peshtar. I was eleven that winter. My mother kneaded the dough and I lit the oven.',
    { ...WITNESS, directness: 'experienced', mentions: [mention('golandam', 'family')] },
  ],
  [
    'مادرتان چند بار به دروازهٔ نمک‌خانه رفت؟',
    'How often did your mother go to the gate of the salt house?',
    CHAIR,
  ],
  [
    'هر روز، از نیمهٔ دی تا وقتی راه باز شد. من شاید ده بار با او رفتم. نان را بیشتر وقت‌ها پس می‌دادند. وقتی نمی‌دادند، خوشحال برمی‌گشت.',
    'Every day, from the middle of Dey until the road was open. I went with her perhaps ten times. Mostly they gave the bread back. When they did not, she came home glad.',
    { ...WITNESS, directness: 'saw', mentions: [mention('golandam', 'family')] },
  ],
  ['در نان چیزی می‌گذاشت؟', 'Did she put anything into the bread?', CHAIR],
  [
    'بله. دانهٔ رازیانه. هر خانه‌ای دانهٔ خودش را داشت: رازیانه برای ما، سیاه‌دانه برای گل‌مرزی‌ها، کنجد برای اناروین. این‌طوری آن تو می‌فهمیدند کدام ده هنوز سر پاست.',
    'Yes. Fennel seed. Each village had a seed of its own: fennel for us, nigella for those of Golmarz, sesame for Anarvin. So inside they could tell which village was still on its feet.',
    { ...WITNESS, directness: 'experienced' },
  ],
  [
    'این را کسی که در نمک‌خانه بود به شما گفت؟',
    'Were you told this by someone who was in the salt house?',
    CHAIR,
  ],
  [
    'دانه‌ها را خودم می‌پاشیدم. این‌که آن تو فهمیده‌اند، حرف دایی‌ام است که بیست‌وپنج روز آن‌جا بود. گفت یک روز کنجد نرسید و همه ساکت شدند.',
    'I scattered the seeds myself. That they understood it inside is what my mother’s brother said, who was there for twenty-five days. He said that one day no sesame came and everybody fell silent.',
    { ...WITNESS, directness: 'told_by_participant' },
  ],
  ['از شب کامیون‌ها چه می‌دانید؟', 'What do you know of the Night of the Lorries?', CHAIR],
  [
    'صدایش را شنیدم. بام ما رو به جاده بود. دو ماشین سنگین، یکی دنده عوض کرد و آن یکی نه. مادرم تا صبح تنور را خاموش نکرد. گفت شاید گرسنه باشند و برگردند.',
    'I heard it. Our roof faced the road. Two heavy vehicles; one changed gear and the other did not. My mother kept the oven burning until morning. She said they might be hungry, and come back.',
    { ...WITNESS, directness: 'heard_directly', mentions: [mention('golandam', 'family')] },
  ],
  ['کدام شب بود؟', 'Which night was it?', CHAIR],
  [
    'مادرم یازدهم اسفند می‌گفت. من بچه بودم و تاریخ برایم معنی نداشت. تاریخِ او را می‌گویم، نه تاریخ خودم را.',
    'My mother said the eleventh of Esfand. I was a child and a date meant nothing to me. It is her date that I give, not mine.',
    { ...WITNESS, directness: 'told_by_eyewitness' },
  ],
  [
    'چیز دیگری هست که بخواهید ثبت شود؟',
    'Is there anything else that you wish to have recorded?',
    CHAIR,
  ],
  [
    'فقط این: تنور هنوز هست. هر سال دهم اسفند با هر سه دانه نان می‌پزیم. هر کس بیاید نان می‌گیرد، از هر دهی و از هر اداره‌ای.',
    'Only this: the oven is still there. Each year on the tenth of Esfand we bake with all three seeds. Whoever comes is given bread, from whatever village and whatever office.',
    WITNESS,
  ],
]

/** The baker's son at the hearing, under his own name: two admins have to approve. */
export const hearing = demoStatement({
  name: 'hearing',
  content: {
    titles: {
      fa: 'سه دانه در نان: گواهی پسر نانوای پشتار',
      en: 'Three seeds in the bread: the baker’s son of Peshtar',
    },
    abstracts: {
      fa: 'پسر گلندام هاونگی در نشست استماع رودسیمین از نانی می‌گوید که هر روز به دروازهٔ نمک‌خانه برده می‌شد.',
      en: 'The son of Golandam Havangi tells the Rudsimin Hearing of the bread that was carried to the gate of the salt house every day.',
    },
    testimonyType: 'oral_testimony_at_hearing',
    solemnity: 'affirmed',
    narrativeForm: 'question_and_answer',
    generation: 'transcript',
    originalLocation: 'Families’ Circle of Anarvin, shelf of the hearing (invented).',
    witness: {
      displayMode: 'real_name',
      displayName: { fa: 'رهام گلندام‌زاده', en: 'Roham Golandamzadeh' },
    },
    knowledge: {
      relation: 'eyewitness',
      directness: 'experienced',
      conditions: 'A boy of eleven; by day at the gate, by night from the roof.',
      toldBy: 'His mother and his mother’s brother',
    },
    taking: {
      method: 'in_person',
      dateGiven: stated('۱۲ مهر ۱۳۹۸'),
      dateRecorded: stated('۱۲ مهر ۱۳۹۸'),
      dateReceived: stated('Aban 1398'),
      placeGiven: 'Rudsimin, the hall of the weavers',
      occasionId: 'hearingday1',
      interviewer: 'The chair of the hearing',
      organisation: 'Families’ Circle of Anarvin',
      interpreter: missing('not_asked'),
      othersPresent: 'About two hundred people in the hall, by the count of the ushers',
      recording: 'Video of the hearing',
      readBack: 'no',
      signed: 'no',
      transcriber: 'Two volunteers of the Circle',
    },
    about: {
      eventIds: ['winter', 'lorries', 'hearing'],
      placeIds: ['kelvar', 'peshtar'],
      date: stated('دی تا اسفند ۱۳۴۴'),
    },
    ...translatedText(
      'hearing',
      { from: 'fa', to: 'en', translator: 'Interpreters of the hearing; revised by the archive' },
      LINES,
      'transcript',
    ),
    sensitivity: { contentNotes: ['child'], namesLivingPeople: true },
    ...declare('concernsMinor'),
    ...access('public'),
  },
  identity: identity({
    legalName: 'Roham Golandamzadeh',
    otherNames: [{ name: 'رهام گلندام‌زاده', kind: 'Persian script' }],
    birthYear: '1333',
    birthPlace: 'Peshtar',
    sex: 'male',
    occupation: 'Baker',
    vulnerabilities: ['minor_then'],
    willingToTestify: 'yes',
  }),
  consents: consentsFor('named', { givenOn: '2019-10-04' }),
})
