import { expect, it } from 'vitest'
import { parsePressReport } from '#lib/importing/press-report.ts'

/** Speaker and beginning of each passage that is told without marks, in the order of the text. */
function told(...paragraphs: string[]): [string | null, string][] {
  return parsePressReport(`${paragraphs.join('\n\n')}\n`)
    .drafts.flatMap(({ speaker, passages }) => passages.map((passage) => ({ speaker, passage })))
    .sort((a, b) => a.passage.start - b.passage.start)
    .map(({ speaker, passage }) => {
      expect(passage).toMatchObject({ form: 'reported', toConfirm: true })
      return [speaker, passage.text.split(' ').slice(0, 3).join(' ')]
    })
}

const FIRST = 'نگار سهندی در گفت‌وگو با ایرسا گفت: اسکلهٔ کهنه از پاییز بسته است و کسی نمی‌آید.'
const OPENED: [string, string] = ['نگار سهندی', 'اسکلهٔ کهنه از']
const WORDS = 'آب انبارها تا بهار نمی‌رسد و باید آورد.'
const BEGINNING = 'آب انبارها تا'

it.each([
  ['an office', 'رئیس شورای بندر تأکید کرد:'],
  [
    'an office whose name goes on after “and”',
    'سخنگوی ادارهٔ آب و برق مرلند با اشاره به زمستان گفت:',
  ],
  ['a pointed one', 'این عضو شورای بندر با بیان اینکه زمستان نزدیک است، افزود:'],
  ['a calling of two words', 'این فوق تخصص گوارش کودکان یادآور شد:'],
])('takes %s after the one person who has spoken for theirs', (_what, lead) => {
  expect(told(FIRST, `${lead} ${WORDS}`)).toEqual([OPENED, ['نگار سهندی', BEGINNING]])
})

it('has marked words of an office confirmed, which convention alone tells whose it is', () => {
  const { drafts } = parsePressReport(`${FIRST}\n\nرئیس شورای بندر تأکید کرد: «${WORDS}»\n`)
  expect(drafts).toMatchObject([
    { speaker: 'نگار سهندی', passages: [{}, { form: 'quoted', text: WORDS, toConfirm: true }] },
  ])
})

it.each([
  ['with “too”', 'رئیس شورای بندر نیز گفت:', 'رئیس شورای بندر'],
  ['after “on the other hand”', 'از سوی دیگر مدیر کل بنادر مرلند گفت:', 'مدیر‌کل بنادر مرلند'],
])('keeps an office apart that speaks %s', (_what, lead, speaker) => {
  expect(told(FIRST, `${lead} ${WORDS}`)).toEqual([OPENED, [speaker, BEGINNING]])
})

it('takes an office for whoever acts alone before anybody has spoken', () => {
  const first = 'به گزارش ایرسا، سهندی از کارکنان اسکلهٔ بندر قدردانی کرد.'
  const more = 'سهندی افزود: جادهٔ بندر هم بسته است و باز نمی‌شود.'
  expect(told(`${first} رئیس شورای بندر گفت: ${WORDS}`, more)).toEqual([
    ['سهندی', BEGINNING],
    ['سهندی', 'جادهٔ بندر هم'],
  ])
})

it('gives nobody an office that the report tells beside another name', () => {
  const visit =
    'یونا مرادی با آقای سام ناوران، نخست وزیر اوسترا، در بندر دیدار کرد و گفت: راه دریا باز می‌ماند و باز خواهد ماند.'
  expect(told(visit, `نخست وزیر اوسترا هم اظهار داشت: ${WORDS}`)).toEqual([
    ['یونا مرادی', 'راه دریا باز'],
    ['سام ناوران', BEGINNING],
  ])
})

it('does not take an office for the only speaker’s who is told to have another', () => {
  const first = FIRST.replace('نگار سهندی', 'نگار سهندی، مدیر مدرسهٔ بندر،')
  expect(told(first, `رئیس شورای بندر گفت: ${WORDS}`)).toEqual([
    OPENED,
    ['رئیس شورای بندر', BEGINNING],
  ])
})

it('takes a body at its word, and “this …” for it', () => {
  expect(
    told(
      'وزارت آب مرلند اعلام کرد: سه روستا از دیشب بی آب مانده‌اند و بی برق.',
      `این وزارتخانه افزود: ${WORDS}`,
    ),
  ).toEqual([
    ['وزارت آب مرلند', 'سه روستا از'],
    ['وزارت آب مرلند', BEGINNING],
  ])
})

it('looks for nobody within the words that somebody is given', () => {
  const words = 'کرامت ناوران آنجا ایستاد. سام ناوران هم آمد و نشست.'
  expect(
    told(
      `نگار سهندی در گفت‌وگو با ایرسا گفت: پدران ما می‌دانستند. ${words}`,
      `وی افزود: ${WORDS}`,
    ).at(-1),
  ).toEqual(['نگار سهندی', BEGINNING])
})

it('leaves words to confirm that a colon introduces after two who may be meant', () => {
  const text = `نگار سهندی، رئیس شورای بندر، آمد. یونا مرادی، دبیر کانون قایقرانان، نشست.\n\nوی گفت: ${WORDS}\n`
  const { drafts } = parsePressReport(text)
  expect(drafts).toMatchObject([
    { speaker: null, passages: [{ form: 'reported', text: WORDS, toConfirm: true }] },
  ])
})

it('takes whoever comes after «گفتنی است» rather than whoever their words tell of', () => {
  const lead =
    'گفتنی است مرادی امروز در دیدار با ناوران در بندر با این ادعا که مرلند اسکله، ساحل و سایر بندرها را نگه داشته است، اظهار داشت:'
  const more = 'مرادی پیش از این هم آمده بود. مرادی نماند.'
  expect(told(FIRST, more, `${lead} ${WORDS}`)).toEqual([OPENED, ['مرادی', BEGINNING]])
})

it('gives the words of a statement to the body that put it out', () => {
  expect(
    told(
      'شورای بندر مرلند در بیانیه‌ای اعلام کرد: سه روستا از دیشب بی آب مانده‌اند و بی برق.',
      `در بیانیهٔ شورای بندر مرلند آمده است: ${WORDS}`,
      `در این بیانیه تأکید شده است: ${WORDS}`,
    ),
  ).toEqual([
    ['شورای بندر مرلند', 'سه روستا از'],
    ['شورای بندر مرلند', BEGINNING],
    ['شورای بندر مرلند', BEGINNING],
  ])
})
