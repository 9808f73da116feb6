import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type PressReport,
  parsePressReport,
  pressReportSigns,
} from '#lib/importing/press-report.ts'

/** Parses, and proves that every stretch stands where it says. */
function parse(text: string): PressReport {
  const report = parsePressReport(text)
  const spans = [
    ...report.drafts.flatMap((draft) => draft.passages),
    ...report.narration,
    ...report.ignored,
    ...report.metadata,
  ]
  for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
  return report
}

/** `[[speaker, [form: first words, …]], …]`, for comparison at a glance. */
function outline(report: PressReport): [string | null, string[]][] {
  return report.drafts.map((draft) => [
    draft.speaker,
    draft.passages.map(
      (passage) =>
        `${passage.form === 'quoted' ? '' : 'reported: '}${passage.text.split(/\s+/u).slice(0, 3).join(' ')}${passage.toConfirm ? ' ?' : ''}`,
    ),
  ])
}

const RIVER = `300 x 250

Survivors of the Ostra flood speak at Lindholm hearing

Photo: The town hall of Lindholm (Merland Courier)

LINDHOLM, 4 May 2023 (Merland Courier) — A hearing in Lindholm on Wednesday took up the night of what officials still call the “high water.”

“We heard the dam before we saw it,” said Nora Veld, a retired schoolteacher from Ostra. “Nobody had told us anything.”

Ms. Veld, who lost her house, wept. “I went back once,” she said. “Only once.”

Former lock keeper Tomas Brandt told the panel that the gates had been rusted shut for years and that three letters went unanswered.

“I wrote the letters myself,” Brandt said, “and I kept the copies.”

The mayor called the delay “a betrayal of this valley.”

Read more:
Harbour dredging to begin in June
`

describe('English reports', () => {
  it('attributes before, after and in the middle, merges names and keeps narration with the source', () => {
    const report = parse(RIVER)
    expect(outline(report)).toEqual([
      ['Nora Veld', ['We heard the', 'Nobody had told', 'I went back', 'Only once.']],
      ['Tomas Brandt', ['reported: Former lock keeper', 'I wrote the', 'and I kept']],
      ['the mayor', ['a betrayal of']],
    ])
    expect(report.drafts[0]).toMatchObject({
      titles: ['Ms.'],
      role: 'retired schoolteacher from Ostra',
    })
    expect(report.drafts[1]).toMatchObject({ role: 'Former lock keeper' })
    expect(report.drafts[2]).toMatchObject({ speakerKind: 'role' })
    expect(report.source).toEqual({
      title: 'Survivors of the Ostra flood speak at Lindholm hearing',
      publisher: 'Merland Courier',
      affiliation: 'to confirm',
      date: '2023-05-04',
      dateStated: '4 May 2023',
      author: null,
      url: null,
    })
    expect(report.occasion).toMatchObject({
      kind: 'hearing',
      place: 'Lindholm',
      date: '2023-05-03',
    })
    expect(report.ignored.map(({ reason }) => reason)).toEqual([
      'banner',
      'caption',
      'teaser',
      'teaser',
    ])
    expect(report.narration.some(({ text }) => text.includes('“high water.”'))).toBe(true)
    expect(pressReportSigns(RIVER)).toBe('furnished')
  })

  it('joins a quotation that is opened again in each paragraph and closed once', () => {
    const report = parse(`OSTRA, 9 June 2022 — The second day of the inquiry heard one witness.

Ada Lorne, a nurse, said: “The lamps went out first and then we heard the water on the stairs.

“I carried two children up. I do not know how many stayed below.

“In the morning there was no street.”

The inquiry continues on Friday.`)
    expect(outline(report)).toEqual([
      ['Ada Lorne', ['The lamps went', 'I carried two', 'In the morning']],
    ])
  })

  it('leaves a speaker to confirm where two people fit', () => {
    const report = parse(`OSTRA, 9 June 2022 — Two sisters came to the inquiry.

“We were both at the mill,” said Mrs. Ada Lorne. Mrs. Ida Kestrel sat beside her in silence for a long time.

“We never went back to that place again,” she said.`)
    expect(outline(report)).toEqual([
      ['Ada Lorne', ['We were both']],
      [null, ['We never went ?']],
    ])
    expect(report.drafts[1]!.candidates).toEqual(['Ada Lorne', 'Ida Kestrel'])
  })

  it('tells two people of one surname apart by title, and confirms neither without one', () => {
    const report = parse(`OSTRA, 9 June 2022 — The inquiry heard a married couple.

“I held the rope,” said Mr. Jan Kestrel. “I pulled the rope,” said Mrs. Ida Kestrel.

“It was dark by then, and raining hard,” Mrs. Kestrel added.

“It was the longest night of the year for us,” Kestrel said.`)
    expect(outline(report)).toEqual([
      ['Jan Kestrel', ['I held the']],
      ['Ida Kestrel', ['I pulled the', 'It was dark']],
      [null, ['It was the ?']],
    ])
  })

  it('makes no draft of scare quotes, titles of works or words that nobody is said to have spoken', () => {
    const report =
      parse(`OSTRA, 9 June 2022 — The so-called “quiet hour” was described as “the end” in the film “The Long Water at Ostra and After”.

The plan, known as “Operation Reed,” was never carried out, and the ‘valley men’ went home.`)
    expect(report.drafts).toEqual([])
    expect(report.narration).toHaveLength(2)
  })

  it('knows speakers by role, and organisations as such', () => {
    const report = parse(`OSTRA, 9 June 2022 — The inquiry went on behind closed doors.

“They counted us every hour of that night,” a former prisoner said.

“We regret the loss of life in the valley,” the ministry said in a statement.

“Nobody asked us,” said a woman who gave no name.`)
    expect(report.drafts.map(({ speaker, speakerKind }) => [speaker, speakerKind])).toEqual([
      ['a former prisoner', 'role'],
      ['the ministry', 'organisation'],
      ['a woman', 'role'],
    ])
  })

  it('closes a missing mark at the end of its paragraph, to confirm', () => {
    const report = parse(`OSTRA, 9 June 2022 — The inquiry sat again.

Jan Kestrel said: “We waited for the boats until noon.

The boats came at three, as the log of the harbour shows.`)
    expect(outline(report)).toEqual([['Jan Kestrel', ['We waited for ?']]])
  })

  it('reads wrapped text, nested, straight and low marks', () => {
    const report = parse(`Witnesses of the flood heard

OSTRA, 9 June 2022 - The inquiry into the flood sat for a third day in the
old school hall, where the water had once stood at the height of the windows,
and heard from those who had been on the bridge.

"My brother shouted 'run' and we ran as far as the church," Jan Kestrel said
in a low voice before the panel, "and then the bridge went down behind us all."

„Wir haben gewartet, and then we walked home along the dyke“, Ida Brook said.`)
    expect(outline(report)).toEqual([
      ['Jan Kestrel', ['My brother shouted', 'and then the']],
      ['Ida Brook', ['Wir haben gewartet,']],
    ])
  })

  it('follows a quotation over paragraphs that are not opened again', () => {
    const report = parse(`OSTRA, 9 June 2022 — The inquiry sat again in the school.

A Water Board spokesman said: “The gates were tested every spring by two of our men.

The log shows it.

Nobody asked for it then.”

Jan Kestrel told the inquiry that the log was written afterwards. “It was all one pen,” he said.`)
    expect(outline(report)).toEqual([
      ['a Water Board spokesman', ['The gates were', 'The log shows', 'Nobody asked for']],
      ['Jan Kestrel', ['reported: Jan Kestrel told', 'It was all']],
    ])
  })

  it('keeps titles, offices and adjectives beside a name, and takes none of them for one', () => {
    const report = parse(`OSTRA, 9 June 2022 — The inquiry sat again in the school.

Merland President Ada Lorne said that the valley would be cleared within the year.

“We were never asked,” said one Valley Party member. Brook said it in his “official” voice, and police said they saw Jan Brook leave.

After questioning Ida Kestrel, police said she had opened the gates herself.`)
    expect(outline(report)).toEqual([
      ['Ada Lorne', ['reported: Merland President Ada']],
      ['one Valley Party member', ['We were never']],
    ])
    expect(report.drafts[0]!.titles).toEqual(['Merland President'])
  })

  it('gives the person named right after a role in the opening what the role said', () => {
    const report =
      parse(`KARSHOLT, 3 November 2014 — A man who carried letters told the commission on Monday that he had seen its captain “on the day itself.”

“I gave him the letter,” Leo Marsh, now 50, testified.

“Clean socks meant that somebody was coming,” said “Anna”, who was six at the time.`)
    expect(outline(report)).toEqual([
      ['Leo Marsh', ['on the day', 'I gave him']],
      ['Anna', ['Clean socks meant']],
    ])
  })

  it('takes a pull quote for a repetition', () => {
    const report = parse(`OSTRA, 9 June 2022 — The inquiry sat again in the school.

“The bridge went down behind us”

“The bridge went down behind us, and nobody spoke for an hour,” said Jan Kestrel.`)
    expect(outline(report)).toEqual([['Jan Kestrel', ['The bridge went']]])
    expect(report.ignored.map(({ reason }) => reason)).toEqual(['repeated'])
  })

  it('keeps offsets behind a byte order mark and Windows line ends', () => {
    const report = parse(
      '\uFEFFOstra remembers\r\n\r\nOSTRA, 9 June 2022 — “We waited all night,” said Jan Kestrel.\r\n',
    )
    expect(outline(report)).toEqual([['Jan Kestrel', ['We waited all']]])
    expect(report.source.title).toBe('Ostra remembers')
  })
})

describe('Persian reports', () => {
  it('reads «گیومه», titles, surnames and pronouns', () => {
    const report = parse(`شهادت بازماندگان سیل رودآباد در کنفرانس مهرشهر

منبع: هفته‌نامهٔ کران

مهرشهر، ۱۲ تیر ۱۴۰۱ – روز یکشنبه کنفرانسی در مهرشهر برگزار شد و بازماندگان سیل از آن شب گفتند.

نسرین پاکدل، آموزگار بازنشسته، گفت: «ما صدای آب را پیش از دیدنش شنیدیم.»

خانم پاکدل افزود: «هیچ‌کس به ما چیزی نگفته بود.»

«من فقط یک بار به آنجا برگشتم و دیگر هرگز نرفتم»، وی در پایان گفت.

به گفتهٔ پاکدل، دروازه‌های سد سال‌ها زنگ زده بود.

این شب در میان مردم به «شب آب» معروف است.`)
    expect(outline(report)).toEqual([
      ['نسرین پاکدل', ['ما صدای آب', 'هیچ‌کس به ما', 'من فقط یک', 'reported: به گفتهٔ پاکدل،']],
    ])
    expect(report.drafts[0]).toMatchObject({ titles: ['خانم'], role: 'آموزگار بازنشسته' })
    expect(report.source).toMatchObject({
      publisher: 'هفته‌نامهٔ کران',
      date: '2022-07-03',
      affiliation: 'to confirm',
    })
    expect(report.occasion).toMatchObject({
      kind: 'conference',
      place: 'مهرشهر',
      date: '2022-07-03',
    })
    expect(report.language).toBe('fa')
  })

  it('takes verb and colon without marks as reported, to confirm', () => {
    const report =
      parse(`مهرشهر، ۱۲ تیر ۱۴۰۱ – نشست بازماندگان در تالار شهر برگزار شد و تا شب ادامه یافت.

شاهد عینی بهرام نیک‌رو اظهار داشت: آن شب چراغ‌ها خاموش شد. ما روی بام ماندیم. وی افزود: صبح دیگر کوچه‌ای نبود.

بهرام نیک‌رو گفت که سه نامه نوشته و پاسخی نگرفته است.`)
    expect(outline(report)).toEqual([
      [
        'بهرام نیک‌رو',
        ['reported: آن شب چراغ‌ها ?', 'reported: صبح دیگر کوچه‌ای ?', 'reported: بهرام نیک‌رو گفت'],
      ],
    ])
    expect(report.drafts[0]!.passages[0]!.text).toBe('آن شب چراغ‌ها خاموش شد. ما روی بام ماندیم.')
    expect(report.drafts[0]).toMatchObject({ role: 'شاهد عینی', type: 'witness_testimony' })
  })

  it('gives words within a sentence to the subject with which it began', () => {
    const report = parse(`بند، ۳ خرداد ۱۴۰۱ – نشست در تالار شهر برگزار شد و تا شب ادامه یافت.

نیما رادوی، سخنگوی انجمن، از «سیاست فراموشی دولت» انتقاد کرد.

او گفت این «نگران‌کننده» است که پرونده بسته شده است.`)
    expect(outline(report)).toEqual([['نیما رادوی', ['سیاست فراموشی دولت', 'نگران‌کننده']]])
  })

  it('leaves a quotation without a speaker to confirm', () => {
    const report =
      parse(`مهرشهر، ۱۲ تیر ۱۴۰۱ – نشست بازماندگان در تالار شهر برگزار شد و تا شب ادامه یافت.

«ما تا صبح روی بام ماندیم و هیچ‌کس برای نجات ما نیامد.»`)
    expect(outline(report)).toEqual([[null, ['ما تا صبح ?']]])
  })
})

const STOCKHOLM = new URL(
  '../../../../shared/data/press-report-stockholm-2021.txt',
  import.meta.url,
)

describe('a real report outside the tree', () => {
  it.skipIf(!existsSync(STOCKHOLM))(
    'press-report-stockholm-2021.txt: two speakers, six quotations, one sentence reported',
    () => {
      const report = parse(readFileSync(STOCKHOLM, 'utf8'))
      expect(
        report.drafts.map((draft) => [
          draft.speaker,
          draft.passages.map((passage) => passage.form),
        ]),
      ).toEqual([
        ['Maryam Rajavi', ['quoted', 'quoted', 'quoted', 'quoted']],
        ['Nasrollah Marandi', ['reported', 'quoted', 'quoted']],
      ])
      expect(report.drafts[0]!.titles).toEqual(['Mrs.', 'Madam'])
      expect(report.source).toMatchObject({
        publisher: 'PMOI/MEK',
        affiliation: 'to confirm',
        date: '2021-09-21',
      })
      expect(report.occasion).toMatchObject({
        kind: 'conference',
        place: 'Stockholm',
        date: '2021-09-21',
      })
      expect(report.ignored.map(({ reason }) => reason)).toEqual(['banner', 'caption', 'caption'])
      expect(report.narration.length).toBeGreaterThan(8)
    },
  )
})
