import { describe, expect, it } from 'vitest'
import { parsePressReport } from '#lib/importing/press-report.ts'
import { quoted } from '#tests/support/quoted.ts'

describe('who speaks, in Persian', () => {
  it.each([
    [
      'a name between marks beside an office',
      'به گزارش پیک مرلند، «یونا مرادی» معاون پیشین شهردار بندر گفت: «ما همه‌چیز را ثبت کردیم و نگه داشتیم.»',
      [['یونا مرادی', 'ما همه‌چیز را ثبت کردیم و نگه داشتیم.']],
    ],
    [
      'a name between marks after a rank, and no medium for a speaker',
      'سرهنگ «یونا مرادی» نیز به خبرگزاری «مرلندپرس» گفت: «در حال بررسی هستیم و خبر می‌دهیم.»',
      [['یونا مرادی', 'در حال بررسی هستیم و خبر می‌دهیم.']],
    ],
    [
      'a name with Latin letters beside it',
      '«دورا ویمز»(Dora Weems) منتقد نمایش از اوسترا می‌گوید: «این نمایش از آغاز تا پایان کم‌نفس است.»',
      [['دورا ویمز', 'این نمایش از آغاز تا پایان کم‌نفس است.']],
    ],
    [
      'the same name where it comes again, in part',
      '«یونا مرادی»، تحلیلگر بندر در مرلند، آمد. «مرادی» در نشست به خبرنگاران گفت: «ما می‌مانیم و کار می‌کنیم.»',
      [['یونا مرادی', 'ما می‌مانیم و کار می‌کنیم.']],
    ],
    [
      'whoever an agency tells of rather than the agency',
      'به گزارش ایرسا، سهندی در پیامی در شبکه اجتماعی «موج» نوشت: «دیدار بسیار خوبی بود و ادامه می‌یابد.»',
      [['سهندی', 'دیدار بسیار خوبی بود و ادامه می‌یابد.']],
    ],
    [
      'whoever comes after an agency and what that is',
      'به گزارش ایرسا، خبرگزاری دانشجویان مرلند، یونا مرادی، رئیس بندر، در جمع خبرنگاران گفت: «اسکله بسته می‌ماند و کسی نمی‌آید.»',
      [['یونا مرادی', 'اسکله بسته می‌ماند و کسی نمی‌آید.']],
    ],
    [
      'a name that dashes describe',
      'به گزارش ایرسا، نگار سهندی ـ تهیه‌کننده سریال ـ با اعلام این خبر گفت: «در زمستان همین‌جا کار می‌کنیم.»',
      [['نگار سهندی', 'در زمستان همین‌جا کار می‌کنیم.']],
    ],
    [
      'marks that a keyboard turned round',
      'نگار سهندی، رئیس شورای بندر، گفت: ”ما می‌مانیم و کار می‌کنیم.“',
      [['نگار سهندی', 'ما می‌مانیم و کار می‌کنیم.']],
    ],
    [
      'words between marks that an office does something with for words',
      'نگار سهندی، رئیس شورای بندر، روز سه‌شنبه آمد و از «شتاب مشکوک» شهردار انتقاد کرد.',
      [['نگار سهندی', 'شتاب مشکوک']],
    ],
  ])('takes %s', (_what, text, expected) => {
    expect(quoted(`${text}\n`)).toEqual(expected)
  })

  const TWO =
    'نگار سهندی، رئیس شورای بندر، روز دوشنبه با یونا مرادی، دبیر کانون قایقرانان، دیدار کرد. سهندی گفت که جلسه کوتاه بوده است.'
  const WORDS = 'آب شبانه بالا آمد و همه خواب بودند.'

  it.each([
    ['somebody’s lawyer, who is somebody else', 'وکیل سهندی گفت:', 'وکیل سهندی'],
    ['the name after an office and a comma', 'وزیر راه مرلند، داریوش نوری، گفت:', 'داریوش نوری'],
    ['whoever a paper passes on', 'روزنامهٔ پیک مرلند به نقل از مرادی نوشت:', 'یونا مرادی'],
    [
      'whoever speaks in the clause after “that”',
      'سهندی یادش می‌آید که نگهبان به او گفت:',
      'نگهبان',
    ],
    ['whoever comes after “but”', 'سهندی خبر را شنید، اما مرادی گفت:', 'یونا مرادی'],
    ['a name with a hyphen', 'کیم یونگ-هو، سفیر پیشین، گفت:', 'کیم یونگ-هو'],
  ])('takes %s', (_what, lead, speaker) => {
    expect(quoted(`${TWO}\n\n${lead} «${WORDS}»\n`)).toEqual([[speaker, WORDS]])
  })

  it('reads a verb of calling and a verb of saying after it', () => {
    expect(
      quoted(`${TWO}\n\nمرادی این خبر را «کاملاً نادرست» خواند و تأکید کرد: «${WORDS}»\n`),
    ).toEqual([
      ['یونا مرادی', 'کاملاً نادرست'],
      ['یونا مرادی', WORDS],
    ])
  })

  it('takes no country for a person, alone or within a name', () => {
    const text =
      'نگار سهندی، رئیس شورای بندر، دربارهٔ کرهٔ شمالی سخن گفت. کرهٔ شمالی کشتی‌ها را نگه داشته است. با این حال، او گفته است که گفت‌وگو «بد نبود و ادامه می‌یابد.»'
    expect(quoted(`${text}\n`)).toEqual([['نگار سهندی', 'بد نبود و ادامه می‌یابد.']])
  })

  it('takes no agency that passes a report on for its speaker', () => {
    const text =
      'به گزارش ایرسا، اسکلهٔ بندر مرلند از روز دوشنبه بسته است و تا پایان زمستان باز نمی‌شود.'
    expect(parsePressReport(`${text}\n`).drafts).toEqual([])
  })

  it('leaves “خودش” to whoever the paragraph is about', () => {
    expect(
      quoted(
        'نگار سهندی متولد ۱۳۸۳ و دانشجوی معماری است. سهندی از مدرسهٔ بندر آمد. خودش می‌گوید: «پدرم پیشنهاد داد و من ماندم.»\n',
      ),
    ).toEqual([['نگار سهندی', 'پدرم پیشنهاد داد و من ماندم.']])
  })

  it('keeps names and titles inside words without marks as part of them', () => {
    const text =
      'نگار سهندی، رئیس شورای بندر، گفت: تابلوی «موج سفید» را دیدم و در کنار «کوه سبز» گذاشتم. دیدن آن خوب بود.\n'
    expect(quoted(text)).toEqual([])
    expect(parsePressReport(text).drafts).toMatchObject([
      {
        speaker: 'نگار سهندی',
        passages: [
          {
            text: 'تابلوی «موج سفید» را دیدم و در کنار «کوه سبز» گذاشتم. دیدن آن خوب بود.',
            form: 'reported',
            toConfirm: true,
          },
        ],
      },
    ])
  })

  it('keeps words that a colon leads to inside others their own', () => {
    expect(
      quoted('نگار سهندی، رئیس شورای بندر، گفت: من آمدم و نوشتم: «می‌مانیم.»\n').map(
        ([, words]) => words,
      ),
    ).toEqual(['می‌مانیم.'])
  })
})

/** `[[speaker, [first words, …]], …]` of what a report in Persian gives without marks. */
function reported(text: string): [string | null, string[]][] {
  return parsePressReport(text).drafts.map(({ speaker, passages }) => [
    speaker,
    passages.map((passage) => passage.text.split(' ').slice(0, 3).join(' ')),
  ])
}

describe('an agency’s report of one person, without marks', () => {
  const LEAD =
    'نگار سهندی در گفت‌وگو با ایرسا گفت: اسکله از روز دوشنبه بسته است و شرکت موج نوری باید پاسخ دهد.'

  it('takes every office that the report goes on to call the person by for that person', () => {
    const text = [
      LEAD,
      'عضو شورای شهر بندر تأکید کرد: راه دیگری برای قایقرانان نمانده است.',
      'رئیس پیشین کانون قایقرانان یادآور شد: ما بارها نامه نوشته‌ایم.',
      'این پزشک افزود: کسی پاسخ نداده است.',
    ].join('\n\n')
    expect(reported(`${text}\n`)).toEqual([
      ['نگار سهندی', ['اسکله از روز', 'راه دیگری برای', 'ما بارها نامه', 'کسی پاسخ نداده']],
    ])
  })

  it('takes “also” for somebody else, and an office for whoever the report says holds it', () => {
    const text = [
      'نگار سهندی در دیدار با کامبیز دلاوری، وزیر راه، گفت: اسکله از روز دوشنبه بسته است.',
      'شهردار بندر نیز گفت: راه دیگری نمانده است.',
      'وزیر راه اظهار داشت: کلید پیش ما نیست.',
    ].join('\n\n')
    expect(reported(`${text}\n`)).toEqual([
      ['نگار سهندی', ['اسکله از روز']],
      ['شهردار بندر', ['راه دیگری نمانده']],
      ['کامبیز دلاوری', ['کلید پیش ما']],
    ])
  })

  it('takes nobody of whom the words tell for whoever goes on', () => {
    const text = [
      LEAD,
      'مرادی و دلاوری در این سال‌ها نیامده‌اند. دلاوری کلید را دارد.',
      'وی افزود: ما بارها نامه نوشته‌ایم.',
    ].join('\n\n')
    expect(reported(`${text}\n`)).toEqual([['نگار سهندی', ['اسکله از روز', 'ما بارها نامه']]])
  })

  it('reads “and” written to its verb, and an office in two words', () => {
    const text =
      'نخست وزیر مرلند، کامبیز دلاوری، به اسکله اشاره کرد وگفت: کلید پیش ما نیست و نبوده است.\n'
    expect(reported(text)).toEqual([['کامبیز دلاوری', ['کلید پیش ما']]])
  })
})
