import { z } from 'zod'
import { remainder } from './drafts.ts'
import { foldName } from './people.ts'
import type { PressDraft, PressPassage, PressReport } from './types.ts'

/**
 * What a person says of a stretch of a report: whose words it holds, or that it is nobody's. `speaker` null: to confirm.
 * Offsets are UTF-16 units of the report's text.
 */
export const attributionSchema = z
  .strictObject({
    start: z.int().min(0),
    end: z.int().min(1),
    as: z.enum(['quoted', 'reported', 'narration']),
    speaker: z.string().trim().min(1).max(200).nullable(),
  })
  .refine(({ start, end }) => start < end)
export const attributionsSchema = z.array(attributionSchema).max(2_000)
export type Attribution = z.infer<typeof attributionSchema>

/** The report as a person attributed it: what they said holds, everything else stays as it was read. */
export function mendAttributions(
  text: string,
  report: PressReport,
  attributions: readonly Attribution[],
): PressReport {
  // A stretch is only mended where the report has it: as a passage, or within its narration.
  const passages = report.drafts.flatMap((draft) => draft.passages)
  const mended = attributions.filter(
    ({ start, end }) =>
      passages.some((span) => span.start === start && span.end === end) ||
      report.narration.some((span) => span.start <= start && end <= span.end),
  )
  if (mended.length === 0) return report
  const isMended = (span: { start: number; end: number }) =>
    mended.some(({ start, end }) => span.start === start && span.end === end)
  const drafts = report.drafts.map((draft) => ({
    ...draft,
    passages: draft.passages.filter((passage) => !isMended(passage)),
  }))
  for (const { start, end, as, speaker } of mended) {
    if (as === 'narration') continue
    const passage: PressPassage = {
      text: text.slice(start, end),
      start,
      end,
      form: as,
      toConfirm: speaker === null,
    }
    const draft = drafts.find((one) => isSpeaker(one, speaker)) ?? addDraft(drafts, speaker)
    draft.passages = [...draft.passages, passage].sort((a, b) => a.start - b.start)
  }
  const kept = drafts
    .filter((draft) => draft.passages.length > 0)
    .sort((a, b) => a.passages[0]!.start - b.passages[0]!.start)
  const taken = kept.flatMap((draft) => draft.passages)
  const returned = mended.filter(({ as }) => as === 'narration')
  const narration = [
    ...report.narration,
    ...returned.map(({ start, end }) => ({ text: text.slice(start, end), start, end })),
  ]
  return {
    ...report,
    drafts: kept,
    narration: distinct(narration)
      .flatMap((span) => remainder(text, span, taken))
      .sort((a, b) => a.start - b.start),
  }
}

function isSpeaker(draft: PressDraft, speaker: string | null): boolean {
  if (draft.speaker === null || speaker === null) return draft.speaker === speaker
  return foldName(draft.speaker) === foldName(speaker)
}

function addDraft(drafts: PressDraft[], speaker: string | null): PressDraft {
  const draft: PressDraft = {
    speaker,
    speakerKind: speaker === null ? 'unknown' : 'person',
    titles: [],
    role: null,
    type: 'press_report',
    candidates: [],
    passages: [],
  }
  drafts.push(draft)
  return draft
}

function distinct<T extends { start: number; end: number }>(spans: readonly T[]): T[] {
  return spans.filter(
    (span, index) =>
      spans.findIndex((other) => other.start === span.start && other.end === span.end) === index,
  )
}
