import {
  access,
  consentsFor,
  declare,
  demoStatement,
  type Line,
  mention,
  missing,
  stated,
  translatedText,
} from '../compose.ts'

const LINES: Line[] = [
  [
    'آدم خیال می‌کند سرما از بیرون می‌آید. در کلوار سرما از کف پا می‌آمد، از نمک، و روزها هم بیشتر از شب‌ها.',
    'One imagines that the cold comes from outside. At Kelvar it came through the soles of the feet, out of the salt, and by day more than by night.',
    { directness: 'experienced' },
  ],
  [
    'شش شب در تالار شوراب ماندم. من حق ندارم از چهل روز دیگران بنویسم؛ از شش شب خودم می‌نویسم.',
    'I spent six nights in the Brine Hall. I have no right to write about the forty days of others; I write about my own six nights.',
    { directness: 'experienced' },
  ],
  [
    'شب سوم استاد شهپر حساب یاد داد. بلند نمی‌گفت. با انگشت روی کف دست آدم می‌نوشت و آدم به نفر بعد می‌رساند. جواب مسئله نیم ساعت بعد از آن سر تالار برمی‌گشت، گاهی درست.',
    'On the third night Master Shahpar taught arithmetic. He did not speak aloud. He wrote with a finger in the palm of one’s hand, and one passed it on. The answer came back from the far end of the hall half an hour later, sometimes correct.',
    { directness: 'experienced', mentions: [mention('shahpar', 'co_prisoner')] },
  ],
  [
    'او را همان شب سوم دیدم، یعنی دستش را دیدم. پوستش از گچ زبر بود. بعد از آزادی‌ام شنیدم که در فهرست بوده است؛ این را خودم ندیدم.',
    'It was on that third night that I saw him, by which I mean that I saw his hand. The skin was rough from chalk. After my release I heard that he had been on the list; that I did not see myself.',
    { directness: 'hearsay', mentions: [mention('shahpar', 'victim')] },
  ],
  [
    'وقتی مرا بیرون بردند، ورقه‌ای دادند که چهل روز باربری کرده‌ام و مزدم را گرفته‌ام. امضا کردم. این را هم باید نوشت.',
    'When they led me out they gave me a sheet saying that I had worked forty days as a carter and had been paid. I signed. That too has to be written.',
    { directness: 'experienced' },
  ],
  [
    'نمک از آستینم تا بهار می‌ریخت. مادرم آن را جمع می‌کرد و دور نمی‌ریخت.',
    'Salt ran out of my sleeve until the spring. My mother gathered it up and did not throw it away.',
    { directness: 'experienced' },
  ],
]

/** Pages of a published memoir: already public, with its source. */
export const memoir = demoStatement({
  name: 'memoir',
  content: {
    titles: { fa: 'نمک بر آستین: شش شب', en: 'Salt on the Sleeve: six nights' },
    abstracts: {
      fa: 'شش بند از کتاب خاطرات کوهیار دستنبو.',
      en: 'Six paragraphs from the memoir of Kuhyar Dastanbu.',
    },
    testimonyType: 'memoir',
    solemnity: 'unsworn',
    narrativeForm: 'free_narrative',
    generation: 'excerpt',
    originalLocation: 'In print; the manuscript is with the author’s family (invented).',
    witness: {
      displayMode: 'real_name',
      displayName: { fa: 'کوهیار دستنبو', en: 'Kuhyar Dastanbu' },
    },
    knowledge: {
      relation: 'victim',
      directness: 'experienced',
      conditions: 'In the dark, by touch and by ear.',
      toldBy: missing('not_asked'),
    },
    taking: { method: 'from_publication', dateGiven: stated('1383'), dateReceived: stated('1402') },
    source: { sourceId: 'memoirbook', locator: 'pp. 41–44' },
    about: {
      eventIds: ['winter'],
      placeIds: ['kelvar', 'brinehall'],
      date: stated('Bahman 1344'),
    },
    ...translatedText(
      'memoir',
      { from: 'fa', to: 'en', translator: 'Invented translator B' },
      LINES,
    ),
    sensitivity: { contentNotes: ['none'], namesLivingPeople: true },
    ...declare(),
    ...access('public'),
  },
  consents: consentsFor('already_public'),
})
