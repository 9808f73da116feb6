import { describe, expect, it } from 'vitest'
import { type DocumentChoices, planDocument } from '#lib/importing/documents/plan-document.ts'
import { readText } from '#lib/importing/documents/text.ts'
import type { PlannedDraft } from '#lib/importing/planned.ts'

/** Set line by line, as court reporters do. */
const ENGLISH = `INQUIRY INTO THE FLOOD OF OSTRA
Day 3

JANE ANNE DOE,
called as a witness on behalf of the town, having been first duly sworn, was examined and testified as follows:
DIRECT EXAMINATION BY MR. LIND:
Q. State your name.
A. Jane Anne Doe.
THE CHAIRMAN: Speak up, please.
A. Jane Doe.

(A short break)

MR OWEN PAGE
Examined by MS HALE
Q. Where do you live?
A. In Ostra. I said to them:
what is written here is wrong.
MS HALE: Thank you.

JANE ANNE DOE (recalled)
Q. One thing more.
A. Yes.
`
const PERSIAN = `جلسهٔ دوم شنیدن شهادت‌ها

شاهد: بهرام دشتی

رئیس: نام خود را بگویید.

شاهد: بهرام دشتی هستم.

سؤال: کجا زندگی می‌کردید؟

ج: در دره‌سفید. برادرم گفت: «بند شکست.»

سارا مهرآور (سوگند یاد کرد)

رئیس: بفرمایید.

س: چه دیدید؟

ج: آب را دیدم.

رئیس: سپاس.
`
const NAMED = `STUART LIND (affirmed).

[Questioned by Ms Page]

Ms Page: Your full name?

Stuart Lind: Stuart John Lind.

Ms Page: Were you there?

Stuart Lind: I was. One of them said: go home.

Sir Owen Hale: Thank you.

Mr Brandt: Sir, may I?
`
const plan = (text: string, choices: DocumentChoices = {}) => {
  const { records, reading } = planDocument(readText(text), 'hearing.txt', choices)
  return { drafts: records as PlannedDraft[], reading }
}
const passagesOf = (draft: PlannedDraft) =>
  draft.content.text!.passages!.map(({ kind, speaker, text }) => [kind, speaker, text])

describe('a hearing of several witnesses', () => {
  it('is cut where each of them begins, in English', () => {
    const { drafts, reading } = plan(ENGLISH)
    expect(reading.cuts.map(({ paragraph, witness }) => [paragraph, witness])).toEqual([
      [1, 'JANE ANNE DOE'],
      [8, 'MR OWEN PAGE'],
      [12, 'JANE ANNE DOE'],
    ])
    expect(drafts.map(({ record, identityOfWitness }) => [record, identityOfWitness])).toEqual([
      ['hearing.txt #1', { legalName: 'JANE ANNE DOE' }],
      ['hearing.txt #2', { legalName: 'MR OWEN PAGE' }],
      ['hearing.txt #3', { legalName: 'JANE ANNE DOE' }],
    ])
    expect(drafts[0]!.content).toMatchObject({
      titles: { en: 'INQUIRY INTO THE FLOOD OF OSTRA Day 3 (1)' },
      solemnity: 'sworn',
      testimonyType: 'oral_testimony_at_hearing',
    })
    expect(passagesOf(drafts[1]!)).toEqual([
      ['heading', '', 'MR OWEN PAGE Examined by MS HALE'],
      ['question', '', 'Where do you live?'],
      ['answer', '', 'In Ostra. I said to them: what is written here is wrong.'],
      ['question', 'MS HALE', 'Thank you.'],
    ])
    // What the reporter notes is nobody's turn.
    expect(passagesOf(drafts[0]!).at(-1)).toEqual(['prose', '', '(A short break)'])
  })

  it('is cut where each of them begins, in Persian', () => {
    const { drafts, reading } = plan(PERSIAN)
    expect(reading.cuts.map(({ witness }) => witness)).toEqual(['بهرام دشتی', 'سارا مهرآور'])
    expect(reading.labels.map(({ label, as }) => [label, as])).toEqual([
      ['رئیس', 'speaker'],
      ['ج', 'answer'],
      ['شاهد', 'answer'],
      ['سؤال', 'question'],
      ['س', 'question'],
    ])
    expect(drafts[1]!.content).toMatchObject({
      titles: { fa: 'جلسهٔ دوم شنیدن شهادت‌ها (۲)' },
      solemnity: 'sworn',
    })
    expect(passagesOf(drafts[0]!).slice(2)).toEqual([
      ['prose', 'رئیس', 'نام خود را بگویید.'],
      ['answer', '', 'بهرام دشتی هستم.'],
      ['question', '', 'کجا زندگی می‌کردید؟'],
      ['answer', '', 'در دره‌سفید. برادرم گفت: «بند شکست.»'],
    ])
  })

  it('is cut where old files write Persian with Arabic letters', () => {
    const { reading, drafts } = plan(PERSIAN.replaceAll('ی', 'ي').replaceAll('ک', 'ك'))
    expect(reading.cuts.map(({ witness }) => witness)).toEqual(['بهرام دشتي', 'سارا مهرآور'])
    expect(drafts[0]!.content.text!.language).toBe('fa')
  })

  it('is cut as a person says: moved, taken out, added, named, left without a draft', () => {
    const cuts = [
      { paragraph: 1, witness: '', skip: true },
      { paragraph: 3, witness: 'Jane Doe', skip: false },
      { paragraph: 9, witness: 'Owen Page', skip: false },
      { paragraph: 400, witness: 'Nobody', skip: false },
    ]
    const { drafts, reading } = plan(ENGLISH, { cuts })
    expect(reading.cuts).toHaveLength(3)
    expect(drafts.map(({ identityOfWitness }) => identityOfWitness.legalName)).toEqual([
      'Jane Doe',
      'Owen Page',
    ])
    const whole = plan(ENGLISH, { cuts: [{ paragraph: 1, witness: '', skip: false }] })
    expect(whole.drafts.map(({ record }) => record)).toEqual(['hearing.txt'])
  })

  it('loses no paragraph, wherever it is cut', () => {
    const whole = plan(ENGLISH, { cuts: [{ paragraph: 1, witness: '', skip: false }] })
    const parts = plan(ENGLISH).drafts.flatMap(passagesOf)
    expect(parts.map(([, , text]) => text)).toEqual(
      passagesOf(whole.drafts[0]!).map(([, , text]) => text),
    )
  })

  it('traces each passage to its lines', () => {
    const lines = ENGLISH.split('\n')
    for (const draft of plan(ENGLISH).drafts) {
      for (const { origin, text } of draft.content.text!.passages!) {
        expect(ENGLISH.slice(origin!.start, origin!.end).replace(/\n/gu, ' ')).toBe(text)
        expect(lines[origin!.line! - 1]).toContain(text.split(' ')[0])
      }
    }
  })
})

describe('speakers by name', () => {
  it('are proposed by what they do: the witness answers, who asks questions asks', () => {
    const { drafts, reading } = plan(NAMED)
    expect(reading.labels.map(({ label, as, count }) => [label, as, count])).toEqual([
      ['Ms Page', 'question', 2],
      ['Stuart Lind', 'answer', 2],
      ['Sir Owen Hale', 'text', 1],
      ['Mr Brandt', 'text', 1],
    ])
    expect(drafts[0]!.content.solemnity).toBe('affirmed')
    expect(JSON.stringify(drafts[0]!.content.titles)).not.toContain('Lind')
  })

  it('are what a person says they are', () => {
    const turns = [
      { label: 'Ms Page', as: 'question' as const, name: 'Counsel' },
      { label: 'Sir Owen Hale', as: 'speaker' as const, name: 'The chair' },
    ]
    const { drafts } = plan(NAMED, { turns })
    expect(passagesOf(drafts[0]!).slice(1)).toEqual([
      ['prose', '', '[Questioned by Ms Page]'],
      ['question', 'Counsel', 'Your full name?'],
      ['answer', '', 'Stuart John Lind.'],
      ['question', 'Counsel', 'Were you there?'],
      ['answer', '', 'I was. One of them said: go home.'],
      ['prose', 'The chair', 'Thank you.'],
      ['prose', 'The chair', 'Mr Brandt: Sir, may I?'],
    ])
  })

  it('come by the voice of whoever is confirmed as the witness, whose name goes to the vault', () => {
    const { drafts } = plan('Nora Veld: I saw it.\n\nMs Page: When?\n\nNora Veld: At night.\n', {
      turns: [
        { label: 'Nora Veld', as: 'answer', name: '' },
        { label: 'Ms Page', as: 'question', name: 'Ms Page' },
      ],
    })
    expect(drafts[0]!.identityOfWitness).toEqual({ legalName: 'Nora Veld' })
    expect(JSON.stringify(drafts[0]!.content)).not.toContain('Veld')
  })
})
