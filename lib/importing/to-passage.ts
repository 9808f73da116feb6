import { newPassageKey, type StatementContentInput } from '#lib/statements/model.ts'
import { unwrapLines } from '#lib/text/passages.ts'
import type { Turn } from './turns.ts'

type PassageInput = NonNullable<NonNullable<StatementContentInput['text']>['passages']>[number]

/** What the place of a turn in its source is told by, as far as the source has it. */
export interface SourcePlace {
  page?: number | undefined
  paragraph?: number | undefined
  line?: number | undefined
  /** Milliseconds from the beginning of the recording. */
  time?: { start: number; end: number } | undefined
}

/** A turn as a new passage of a draft, with its place in the source that it was read from. */
export function toPassage(turn: Turn & SourcePlace): PassageInput {
  const { start, end, page, paragraph, line, time } = turn
  return {
    key: newPassageKey(),
    text: unwrapLines(turn.text),
    kind: turn.kind,
    speaker: turn.speaker.slice(0, 200),
    origin: {
      start,
      end,
      ...(page === undefined ? {} : { page }),
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(line === undefined ? {} : { line }),
    },
    ...(time === undefined ? {} : { time }),
  }
}
