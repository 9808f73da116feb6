import { describe, expect, it } from 'vitest'
import { parsePressReport } from '#lib/importing/press-report.ts'
import { quoted } from '#tests/support/quoted.ts'

const LORNE =
  'Ada Lorne, who led the council, spoke in Ostra on Monday. Lorne said little of the plan itself.'

describe('partial quotations in English', () => {
  it.each([
    ['Lorne called it “a fine mess”.', [['Ada Lorne', 'a fine mess']]],
    [
      'The plan, described by Ada Lorne as “a fresh start”, was put off.',
      [['Ada Lorne', 'a fresh start']],
    ],
    [
      'According to Lorne, the keys had been “lying about” on the night.',
      [['Ada Lorne', 'lying about']],
    ],
    [
      'Lorne’s report, which ran to 40 pages, held “a pattern of neglect”.',
      [['Ada Lorne', 'a pattern of neglect']],
    ],
    [
      'Lorne spoke again, calling the charge a “crude and cheap affair” organized by rivals.',
      [['Ada Lorne', 'crude and cheap affair']],
    ],
    [
      '“I cannot help it today,” said an emotional Lorne.',
      [['Ada Lorne', 'I cannot help it today,']],
    ],
    ['“It was worth the wait,” said 54-year-old Lorne.', [['Ada Lorne', 'It was worth the wait,']]],
    ['For Lorne, the vote was “the last tide”.', [['Ada Lorne', 'the last tide']]],
    ['The case “wasn’t hard,” said Lorne, a lawyer by training.', [['Ada Lorne', 'wasn’t hard,']]],
    [
      'The plan was “a slap in the face” for many, Lorne said, and would fail.',
      [['Ada Lorne', 'a slap in the face']],
    ],
    [
      'Lorne said that a “yes” vote would be “a promise to our children”.',
      [
        ['Ada Lorne', 'yes'],
        ['Ada Lorne', 'a promise to our children'],
      ],
    ],
    [
      'It brings Ostra “a rare chance to begin all over again” and a way to “end the quarrel,” Lorne said.',
      [
        ['Ada Lorne', 'a rare chance to begin all over again'],
        ['Ada Lorne', 'end the quarrel,'],
      ],
    ],
  ] as const)('%s', (sentence, expected) => {
    expect(quoted(`${LORNE}\n\n${sentence}`).filter(([, words]) => words !== 'yes')).toEqual(
      expected.filter(([, words]) => words !== 'yes'),
    )
  })

  it('gives words after a fronted participle to the subject of the sentence', () => {
    expect(
      quoted(
        `${LORNE}\n\nReading from notes, Lorne called the charge “a novel” and said she had heard of it “from the radio”.`,
      ),
    ).toEqual([
      ['Ada Lorne', 'a novel'],
      ['Ada Lorne', 'from the radio'],
    ])
  })

  it('takes a cleft for its person, and no adverb for a name', () => {
    expect(
      quoted(
        'Bo Kast, the minister, denied it.\n\nIt was Lena Dravic who first raised the alarm. Her report, she told members, had been “buried in a drawer”.',
      ),
    ).toEqual([['Lena Dravic', 'buried in a drawer']])
    const speakers = parsePressReport(
      'Thus, the council’s rallies are aimed at “waking the valley before the vote is held in May,” according to Reuters.',
    ).drafts.map(({ speaker }) => speaker)
    expect(speakers).not.toContain('Thus')
  })

  it('takes one of a people, and people of somebody, for no name', () => {
    // Who “she” is, the text does not settle.
    expect(
      quoted(
        `${LORNE}\n\nThe Norwegian, who won in 1996, is well again. Lorne’s predecessors as mayor include Bo Kast. “We shall see what the summer brings,” she said.`,
      ),
    ).toEqual([[null, 'We shall see what the summer brings,']])
  })

  it('keeps scare quotes and titles out where nobody is said to have spoken', () => {
    expect(
      quoted(
        `${LORNE}\n\nThe so-called “Blue Plan” goes to the region in May. The clinic’s sign still reads “Open”. The film “Salt Road” opens on Friday in a “new” hall.`,
      ).map(([, words]) => words),
    ).not.toEqual(expect.arrayContaining(['Blue Plan', 'Salt Road', 'new']))
  })
})

const SAHANDI =
  'نگار سهندی، رئیس شورای بندر، روز دوشنبه در اوسترا سخن گفت. سهندی گفت که جلسه کوتاه بوده است.'

describe('partial quotations in Persian', () => {
  it.each([
    [
      'سهندی فروش اسکله را «حراج آینده» خواند و از «شتاب مشکوک» شهرداری انتقاد کرد.',
      ['حراج آینده', 'شتاب مشکوک'],
    ],
    ['سهندی این پیشنهاد را «احمقانه» و «تلاش برای فریب» توصیف کرد.', ['احمقانه', 'تلاش برای فریب']],
    ['به باور سهندی مدیران معدن «چشم بر ترک‌ها بسته بودند».', ['چشم بر ترک‌ها بسته بودند']],
    ['سهندی از «همکاری صبورانه» ساکنان محله تشکر کرد.', ['همکاری صبورانه']],
    ['سهندی خواستار «بازبینی فوری» قرارداد شد.', ['بازبینی فوری']],
    ['سهندی از آن روزها به عنوان «هفتهٔ سیاه» یاد کرد.', ['هفتهٔ سیاه']],
    ['سهندی این اتهام را «دروغی بزرگ» دانسته که رقیبان ساخته‌اند.', ['دروغی بزرگ']],
    ['سهندی وعده داد «تا پایان ماه» کار تمام شود.', ['تا پایان ماه']],
    ['سهندی نگران است که کار «نیمه‌تمام» بماند.', ['نیمه‌تمام']],
    ['سهندی با «نمایشی» خواندن بازدید، گفت کارگران خسته‌اند.', ['نمایشی']],
  ])('%s', (sentence, words) => {
    expect(quoted(`${SAHANDI}\n\n${sentence}`)).toEqual(words.map((one) => ['نگار سهندی', one]))
  })

  it('gives words to whoever acts in their own clause', () => {
    expect(
      quoted(
        `${SAHANDI}\n\nبهمن رودباری، شهردار بندر، این سخنان را «بی‌پایه» دانست و گفت که مزایده «مثل روز روشن» بوده است.`,
      ),
    ).toEqual([
      ['بهمن رودباری', 'بی‌پایه'],
      ['بهمن رودباری', 'مثل روز روشن'],
    ])
  })

  it('leaves to confirm who called something so, where the sentence does not tell', () => {
    expect(quoted(`${SAHANDI}\n\nهمسایه‌اش این قرارداد را «شرم‌آور» خواند.`)).toEqual([
      [null, 'شرم‌آور'],
    ])
    expect(
      quoted(
        'در انبار هیچ‌کس نبود و چراغ‌ها خاموش بودند.\n\nروی دیوار نوشته شده: «راه بسته است و کسی نمی‌آید»',
      ),
    ).toEqual([[null, 'راه بسته است و کسی نمی‌آید']])
  })

  it('leaves to confirm a pronoun after one who is only named since another spoke', () => {
    expect(
      quoted(
        `${SAHANDI}\n\nبهمن رودباری، شهردار بندر، گفت: «ما کار را تمام می‌کنیم.»\n\nمنشی شورا نوشته بود که سهندی از قرارداد سود می‌برد.\n\nوی افزود: «این پایان راه نیست و خواهیم دید.»`,
      ).at(-1),
    ).toEqual([null, 'این پایان راه نیست و خواهیم دید.'])
  })

  it('takes names between marks for names, and an office with its place for no name', () => {
    expect(
      quoted(
        'مربی «یونا مرادی» گفت که تیمش «ویران شده» است. مرادی رفت.\n\n«رعنا سپهری»، وکیل او، گفت: «ما شکایت می‌کنیم.»',
      ),
    ).toEqual([
      ['یونا مرادی', 'ویران شده'],
      ['رعنا سپهری', 'ما شکایت می‌کنیم.'],
    ])
    expect(
      parsePressReport('نخست‌وزیر مرلند در مصاحبه‌ای گفت: «ما می‌مانیم و کار می‌کنیم.»').drafts[0],
    ).toMatchObject({ speaker: 'نخست‌وزیر مرلند', speakerKind: 'role' })
  })

  it('takes the company it spoke of, a name in Latin letters and no word for a time', () => {
    expect(
      quoted(
        'شرکت راه نمک دیروز آغاز به کار کرد.\n\nاین شرکت این قابلیت را «توان تازه» می‌نامد.\n\nسناتور مرلند Dora Weems گفت: «ما می‌مانیم و کار می‌کنیم.»',
      ),
    ).toEqual([
      ['شرکت راه نمک', 'توان تازه'],
      ['Dora Weems', 'ما می‌مانیم و کار می‌کنیم.'],
    ])
    const speakers = parsePressReport(
      'بهمن رودباری شهردار است.\n\nاوایل هفته گفت: «این کار به پایان می‌رسد و خواهیم دید.»',
    ).drafts.map(({ speaker }) => speaker)
    expect(speakers).not.toContain('اوایل')
  })

  it('gives the name that comes next what a role said before', () => {
    expect(
      quoted(
        `${SAHANDI}\n\nمتخصصی که بنا را دیده بود آن را چیز دیگری می‌نامد: «گنجینه‌ای برای همه».\n\nاین متخصص، ندا مهرابی، گفت: «باید آن را نگه داشت.» مهرابی رفت.`,
      ),
    ).toEqual([
      ['ندا مهرابی', 'گنجینه‌ای برای همه'],
      ['ندا مهرابی', 'باید آن را نگه داشت.'],
    ])
  })

  it('keeps titles of works and words that are only known by a name out', () => {
    expect(
      quoted(
        `${SAHANDI}\n\nروزنامه «موج بندر» خبر را منتشر کرد. این معدن که به «چاه سفید» معروف است، بسته شد. برنامهٔ «صبح امروز» پخش شد.`,
      ),
    ).toEqual([])
  })
})

/** What a short report gives: the speaker of each quoted passage, in the order of the text. */
function speakers(text: string): (string | null)[] {
  return quoted(text).map(([speaker]) => speaker)
}

describe('weak evidence of a speaker in English', () => {
  it.each([
    [
      'takes a role of something for somebody new',
      'Bo Karlin, a ferryman, is to leave.\n\nHe cancelled the run for “private reasons,” the festival’s founder said.',
      ['the festival’s founder'],
    ],
    [
      'gives a clause its own subject',
      'The actor Bo Karlin declined to comment, though a Harbour Star source hinted that Karlin wanted to get into the city’s “thriving herring trade.”',
      ['a Harbour Star source'],
    ],
    [
      'reads past the name that ends an apposition',
      '“Nobody will row in June,” Ilse Brandt Moor, an adviser and spokeswoman for the river group FlowOn said on Friday.\n\n“I have a large problem with it,” Dieter Kampe, head of the Guild of Northern Rowers (GNR) said.',
      ['Ilse Brandt Moor', 'Dieter Kampe'],
    ],
    [
      'takes no place of somebody for a name',
      'One rower on Hearthside described the change as “some sort of sick joke.”',
      ['one rower'],
    ],
    [
      'leaves critics of whom it tells no more to confirm',
      'The song was withdrawn, with critics calling it “a farce”.',
      [null],
    ],
    [
      'leaves one of two of a family to confirm',
      'Jakob and Niels Winther are brothers. Jakob Winther is the elder. Niels Winther laughed.\n\n“There were eleven,” says Jakob Winther.\n\n“There were twelve,” his brother says.',
      ['Jakob Winther', null],
    ],
    [
      'knows the witness by the name beside the word',
      'Judge Rut Aller opened the session. The witness, Per Lind, sat down.\n\n“Did you see it?” the judge asked.\n\n“I did,” the witness said.',
      ['Rut Aller', 'Per Lind'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(speakers(text)).toEqual(expected)
  })

  it('takes no name out of a clause beside the main one', () => {
    expect(
      speakers(
        'The talks could be “pushed back another week” as the fight over candidate Pelle Storm continues, the Town Hall said on Sunday.',
      ),
    ).not.toContain('Pelle Storm')
  })

  it('tells what somebody calls a work from its title', () => {
    expect(
      quoted(
        `${LORNE}\n\nLorne called the report “a whitewash.” The film “Salt Road” opened on Monday. Rowers chanted “The river is ours!” as they passed.`,
      ),
    ).toEqual([
      ['Ada Lorne', 'a whitewash.'],
      ['Rowers', 'The river is ours!'],
    ])
  })
})

describe('weak evidence of a speaker in Persian', () => {
  it('leaves words to confirm whose verb has a subject of its own that it cannot read', () => {
    expect(
      speakers(
        `${SAHANDI}\n\nسرویس هواشناسی بندر در پیامی خاطرنشان کرد که «باران تا پایان هفته ادامه دارد و رود بالا می‌آید.»`,
      ),
    ).toEqual([null])
  })

  it('takes “این رئیس” for whom the report has spoken of, never for somebody new', () => {
    const words = 'این رئیس گفت: «راه باز می‌شود و همه می‌آیند.»'
    expect(speakers(`${SAHANDI}\n\n${words}`)).toEqual(['نگار سهندی'])
    expect(speakers(`راه بندر بسته ماند و کسی نیامد. باران تند بود.\n\n${words}`)).toEqual([null])
  })

  it('finds a quotation behind a mark of writing direction', () => {
    expect(
      quoted(`${SAHANDI}\n\nسهندی گفت: «راه باز می‌شود و می‌ماند.»\n\n\u200f«همه می‌آیند و می‌بینند.»`),
    ).toEqual([
      ['نگار سهندی', 'راه باز می‌شود و می‌ماند.'],
      ['نگار سهندی', 'همه می‌آیند و می‌بینند.'],
    ])
  })

  it('takes frequent words for no names', () => {
    expect(
      speakers(`${SAHANDI}\n\nهنگامی که از او پرسیدند، در پاسخ گفت: «راه باز می‌شود و همه می‌آیند.»`),
    ).toEqual(['نگار سهندی'])
  })
})
