import type { Attributed } from './attribution.ts'
import { spanOf } from './blocks.ts'
import type { Reported } from './reported.ts'
import type { Speaker } from './speaker.ts'
import type { SpeakerRegister } from './speakers.ts'
import type { PressDraft, PressPassage, Span } from './types.ts'

/** One draft for each speaker, and one for all that is left to confirm, in the order of the text. */
export function gatherDrafts(
  quotations: readonly Attributed[],
  reported: readonly Reported[],
  register: SpeakerRegister,
): PressDraft[] {
  const drafts = register.speakers.map((speaker): PressDraft => {
    const quoted = quotations.filter((quotation) => quotation.resolution.speaker === speaker)
    return {
      speaker: speaker.name,
      speakerKind: speaker.kind,
      titles: speaker.titles,
      role: speaker.kind === 'role' ? speaker.name : speaker.role,
      type: suggestType(speaker),
      candidates: [],
      passages: inOrder([
        ...quoted.map(toPassage),
        ...reported.filter((one) => one.resolution.speaker === speaker).map((one) => one.passage),
      ]),
    }
  })
  const unknown = [
    ...quotations.map((one) => ({ resolution: one.resolution, passage: toPassage(one) })),
    ...reported,
  ].filter(({ resolution }) => resolution.speaker === null)
  if (unknown.length > 0) {
    drafts.push({
      speaker: null,
      speakerKind: 'unknown',
      titles: [],
      role: null,
      type: suggestType(null),
      candidates: [
        ...new Set(
          unknown.flatMap(({ resolution }) =>
            resolution.speaker === null ? resolution.candidates : [],
          ),
        ),
      ],
      passages: inOrder(unknown.map(({ passage }) => passage)),
    })
  }
  return drafts
    .filter((draft) => draft.passages.length > 0)
    .sort((a, b) => a.passages[0]!.start - b.passages[0]!.start)
}

/** The kind of testimony that the words around a speaker suggest; a press report where they suggest none. */
function suggestType(speaker: Speaker | null): PressDraft['type'] {
  if (speaker === null) return 'press_report'
  const role = speaker.role ?? (speaker.kind === 'role' ? speaker.name : '')
  if (/\b(?:testified|sworn|under oath)\b|شهادت داد/iu.test(speaker.context))
    return 'oral_testimony_at_hearing'
  if (
    /\b(?:witness|eyewitness|survivor|former (?:political )?prisoner|detainee)\b|شاهد|بازمانده|زندانی/iu.test(
      role,
    )
  ) {
    return 'witness_testimony'
  }
  if (/\bin an? (?:\w+ )?interview\b|مصاحبه|گفت‌وگو|گفتگو/iu.test(speaker.context))
    return 'interview'
  if (/\b(?:speech|address|keynote|addressing|remarks)\b|سخنرانی|سخنانی/iu.test(speaker.context))
    return 'speech'
  return 'press_report'
}

function toPassage({ span, toConfirm }: Attributed): PressPassage {
  return { text: span.text, start: span.start, end: span.end, form: 'quoted', toConfirm }
}

function inOrder(passages: PressPassage[]): PressPassage[] {
  const sorted = passages.sort((a, b) => a.start - b.start)
  return sorted.filter((passage, index) => index === 0 || passage.start >= sorted[index - 1]!.end)
}

/** What a block holds beside the passages taken from it; lone marks are left out. */
export function remainder(text: string, block: Span, taken: readonly PressPassage[]): Span[] {
  const rest: Span[] = []
  let at = block.start
  const inside = taken
    .filter((passage) => passage.start < block.end && passage.end > block.start)
    .sort((a, b) => a.start - b.start)
  for (const passage of inside) {
    rest.push(spanOf(text, at, passage.start))
    at = Math.max(at, passage.end)
  }
  rest.push(spanOf(text, at, block.end))
  return rest
    .map((span) => withoutMarks(text, span))
    .filter((span) => /[\p{L}\p{N}]/u.test(span.text))
}

function withoutMarks(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[”’»"\s]/u.test(text[start]!)) start += 1
  while (end > start && /[“„«"\s]/u.test(text[end - 1]!)) end -= 1
  return { text: text.slice(start, end), start, end }
}
