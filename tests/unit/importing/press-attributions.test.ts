import { describe, expect, it } from 'vitest'
import { type ImportChoices, importChoicesSchema } from '#lib/importing/choices.ts'
import { openReading } from '#lib/importing/plan.ts'
import type { PlannedRecord } from '#lib/importing/planned.ts'
import type { PressReport } from '#lib/importing/press-report.ts'

const TEXT = `Witnesses of the Ostra flood speak

OSTRA, 9 June 2022 — The inquiry sat again in the school.

“I held the rope all night,” said Jan Brook. “Nobody came for us.”

Ida Lorne told the inquiry that the boats came at three in the morning.
`
const span = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
})
const ROPE = span('I held the rope all night,')
const NOBODY = span('Nobody came for us.')
const BOATS = span('Ida Lorne told the inquiry that the boats came at three in the morning.')
const SCHOOL = span('The inquiry sat again in the school.')

async function read(attributions: ImportChoices['attributions']) {
  const bytes = (async function* () {
    yield Buffer.from(TEXT)
  })()
  const choices = importChoicesSchema.parse({ attributions })
  const reading = await openReading({ name: 'ostra.txt', bytes }, choices, 25)
  const records: PlannedRecord[] = []
  for await (const record of reading.records) records.push(record)
  const report = reading.view.report as PressReport
  for (const passage of report.drafts.flatMap((draft) => draft.passages)) {
    expect(TEXT.slice(passage.start, passage.end)).toBe(passage.text)
  }
  return { report, records }
}

function outline({ drafts }: PressReport) {
  return drafts.map(({ speaker, passages }) => [
    speaker,
    passages.map(({ text, form, toConfirm }) => [text, form, toConfirm]),
  ])
}

describe('attributions that a person mends', () => {
  it('moves a passage to another speaker, a new one, or to confirm', async () => {
    const mended = await read([
      { ...NOBODY, as: 'quoted', speaker: 'ida lorne' },
      { ...ROPE, as: 'quoted', speaker: 'Emil Brook' },
    ])
    expect(outline(mended.report)).toEqual([
      ['Emil Brook', [['I held the rope all night,', 'quoted', false]]],
      [
        'Ida Lorne',
        [
          ['Nobody came for us.', 'quoted', false],
          [TEXT.slice(BOATS.start, BOATS.end), 'reported', false],
        ],
      ],
    ])
    expect(mended.records.map(({ record }) => record)).toEqual(['Emil Brook', 'Ida Lorne'])
    const open = await read([{ ...NOBODY, as: 'quoted', speaker: null }])
    expect(outline(open.report)[1]).toEqual([null, [['Nobody came for us.', 'quoted', true]]])
  })

  it('gives words back to the narration, and makes a passage of narration', async () => {
    const { report } = await read([
      { ...NOBODY, as: 'narration', speaker: null },
      { ...SCHOOL, as: 'reported', speaker: 'Ida Lorne' },
    ])
    expect(outline(report)).toEqual([
      [
        'Ida Lorne',
        expect.arrayContaining([['The inquiry sat again in the school.', 'reported', false]]),
      ],
      ['Jan Brook', [['I held the rope all night,', 'quoted', false]]],
    ])
    expect(report.narration.map(({ text }) => text)).toContain('Nobody came for us.')
  })

  it('turns what is reported into a quotation', async () => {
    const { report } = await read([{ ...BOATS, as: 'quoted', speaker: 'Ida Lorne' }])
    expect(outline(report)[1]).toEqual([
      'Ida Lorne',
      [[TEXT.slice(BOATS.start, BOATS.end), 'quoted', false]],
    ])
  })

  it('leaves alone what names no stretch of the report, and refuses what is no stretch at all', async () => {
    const untouched = outline((await read([])).report)
    const beside = { start: ROPE.start + 1, end: ROPE.end, as: 'quoted' as const, speaker: 'X' }
    expect(outline((await read([beside, { ...beside, end: 9_999 }])).report)).toEqual(untouched)
    const refused = (part: object) =>
      importChoicesSchema.safeParse({ attributions: [{ ...beside, ...part }] }).success
    expect(refused({ end: 0 })).toBe(false)
    expect(refused({ speaker: ' ' })).toBe(false)
    expect(refused({ as: 'sung' })).toBe(false)
    expect(refused({})).toBe(true)
  })
})
