import { expect, it } from 'vitest'
import { captionsFormat } from '#lib/importing/documents/captions.ts'
import { planDocument } from '#lib/importing/documents/plan-document.ts'
import { readDocument } from '#lib/importing/documents/read.ts'
import type { PlannedDraft } from '#lib/importing/planned.ts'

const VTT = `WEBVTT - invented

NOTE recorded in Ostra

1
00:00:01.000 --> 00:00:04.500 align:start
<v Ms Page>Where were <i>you</i>?

00:00:05.000 --> 00:00:07.000
<v.loud Nora Veld>At the lock &amp; below it,

00:00:07.200 --> 00:00:09.000
<v Nora Veld>with my brother.

00:00:20.000 --> 00:00:22.000
<v Ms Page>And then?</v> <v Nora Veld>We ran &lt;all of us&gt;.

00:00:30.000 --> 00:00:29.000
This cue ends before it begins.
`
const SRT = `1\r
00:00:01,000 --> 00:00:04,500\r
سؤال: در آن شب\r
کجا بودید؟\r
\r
2\r
01:00:05,000 --> 01:00:09,250\r
<i>ج: در بند.</i>\r
\r
3\r
01:00:10,000 --> 01:00:12,000\r
- آمدند؟\r
- نه.\r
`
const plan = async (text: string, name: string) => {
  const { format, document } = await readDocument(Buffer.from(text))
  const { records, reading } = planDocument(document, name)
  return { format, document, reading, draft: records[0] as PlannedDraft }
}

it('makes a transcript of WebVTT, with time codes and voices', async () => {
  const { format, document, reading, draft } = await plan(VTT, 'a.vtt')
  expect(format).toBe('vtt')
  expect(draft.content.text).toMatchObject({ kind: 'transcript', language: 'en' })
  const passages = draft.content.text!.passages!
  expect(passages.map(({ text, kind, speaker, time }) => [text, kind, speaker, time])).toEqual([
    ['Where were you?', 'question', 'Ms Page', { start: 1_000, end: 4_500 }],
    ['At the lock & below it, with my brother.', 'answer', '', { start: 5_000, end: 9_000 }],
    ['And then?', 'question', 'Ms Page', { start: 20_000, end: 22_000 }],
    ['We ran <all of us>.', 'answer', '', { start: 20_000, end: 22_000 }],
  ])
  expect(passages.map(({ origin }) => origin!.line)).toEqual([6, 9, 15, 15])
  for (const { origin } of passages.slice(0, 2))
    expect(VTT.slice(origin!.start, origin!.end)).toContain('<v')
  expect(reading.labels.map(({ label, as }) => [label, as])).toEqual([
    ['Ms Page', 'question'],
    ['Nora Veld', 'answer'],
  ])
  expect(draft.identityOfWitness).toEqual({ legalName: 'Nora Veld' })
  expect(document.leftOut).toEqual([{ reason: 'cue', text: '18: 00:00:30.000 --> 00:00:29.000' }])
})

it('makes a transcript of SRT, with labels and dashes as turns', async () => {
  const { format, draft } = await plan(SRT, 'a.srt')
  expect(format).toBe('srt')
  expect(
    draft.content.text!.passages!.map(({ text, kind, time }) => [text, kind, time!.start]),
  ).toEqual([
    ['در آن شب کجا بودید؟', 'question', 1_000],
    ['در بند.', 'answer', 3_605_000],
    ['آمدند؟', 'answer', 3_610_000],
    ['نه.', 'answer', 3_610_000],
  ])
})

it('tells captions from a text that mentions times', () => {
  expect(captionsFormat('WEBVTT\n')).toBe('vtt')
  expect(captionsFormat('\uFEFFWEBVTT\r\n\r\n')).toBe('vtt')
  expect(captionsFormat('WEBVTTs are captions.')).toBeNull()
  expect(captionsFormat('At 00:00:01,000 --> the bell rang.')).toBeNull()
})
