import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  evaluateReport,
  sumFigures,
  type Truth,
  truthSchema,
} from '#lib/importing/press/evaluate.ts'
import { parsePressReport, readPressFile } from '#lib/importing/press-report.ts'

const FOLDER = new URL('../../fixtures/press/', import.meta.url)

function readTruths(name: string): Truth[] {
  const lines = readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n')
  return lines.map((line) => truthSchema.parse(JSON.parse(line)))
}

function evaluateAll(name: string) {
  return readTruths(name).map((truth) => {
    const path = fileURLToPath(new URL(truth.file, FOLDER))
    const { text, report } = readPressFile(readFileSync(path))
    return evaluateReport(truth, text, report)
  })
}

describe('the invented reports', () => {
  it('hold back a third, and each quotation is written in its report', () => {
    const own = readTruths('truth.jsonl')
    const heldOut = readTruths('truth-held-out.jsonl')
    expect([own.length, heldOut.length]).toEqual([54, 25])
    for (const { file, speakers } of [...own, ...heldOut]) {
      const text = readFileSync(new URL(file, FOLDER), 'utf8')
      for (const quote of speakers.flatMap(({ quotes }) => quotes)) expect(text).toContain(quote)
    }
  })

  it('are read within the bars', () => {
    const figures = sumFigures(evaluateAll('truth.jsonl'))
    const { quotes, right, wrong, missed, exactSlices } = figures
    expect(quotes).toBeGreaterThan(180)
    expect(right / quotes).toBeGreaterThanOrEqual(0.85)
    expect(wrong / quotes).toBeLessThanOrEqual(0.04)
    expect(missed / quotes).toBeLessThanOrEqual(0.05)
    expect(exactSlices).toBe(1)
  })
})

describe('the measure itself', () => {
  const TEXT = `OSTRA, 9 June 2022 — The inquiry sat again in the school.

“I held the rope all night,” said Jan Brook. “Nobody came for us.”

“We were never asked,” said Ida Lorne.

The lamps of the school were lit, and it rained.

“The boats came at three in the morning.”`
  const judge = (speakers: Truth['speakers']) => {
    const evaluation = evaluateReport({ file: 'x.txt', speakers }, TEXT, parsePressReport(TEXT))
    return { verdicts: evaluation.judged.map(({ verdict }) => verdict), evaluation }
  }

  it('tells right, wrong, to confirm and missed apart', () => {
    const { verdicts, evaluation } = judge([
      { name: 'Jan Brook', quotes: ['I held the rope all night', 'Nobody came for us'] },
      { name: 'Tomas Veld', quotes: ['We were never asked'] },
      {
        name: 'Ada Kestrel',
        quotes: ['The boats came at three in the morning.', 'sat again in the school'],
      },
    ])
    expect(verdicts).toEqual(['right', 'right', 'wrong', 'toConfirm', 'missed'])
    expect(sumFigures([evaluation])).toEqual({
      reports: 1,
      quotes: 5,
      right: 2,
      wrong: 1,
      toConfirm: 1,
      missed: 1,
      extra: 0,
      exactSlices: 1,
    })
  })

  it('takes a surname for its person, and leaving open for right where nobody is named', () => {
    expect(
      judge([
        { name: 'Brook', quotes: ['I held the rope all night Nobody came for us'] },
        { name: null, quotes: ['The boats came at three in the morning', 'We were never asked'] },
      ]).verdicts,
    ).toEqual(['right', 'right', 'wrong'])
  })

  it('counts passages that nobody expected', () => {
    const { evaluation } = judge([{ name: 'Jan Brook', quotes: ['I held the rope all night'] }])
    expect(evaluation.extra).toEqual([
      'Nobody came for us.',
      'We were never asked,',
      'The boats came at three in the morning.',
    ])
  })

  it('sees a passage that does not stand where it says', () => {
    const report = parsePressReport(TEXT)
    report.drafts[0]!.passages[0]!.start += 1
    const truth = { file: 'x.txt', speakers: [{ name: 'Jan Brook', quotes: ['I held'] }] }
    expect(sumFigures([evaluateReport(truth, TEXT, report)]).exactSlices).toBe(3 / 4)
  })
})
