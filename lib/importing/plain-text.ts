import { newPassageKey } from '#lib/statements/model.ts'
import { unwrapLines } from '#lib/text/passages.ts'
import { sha256, withoutMark } from './decode.ts'
import { detectLanguage } from './languages.ts'
import type { PlannedDraft } from './plan.ts'
import { cutTurns, type Turn } from './turns.ts'

/** Plain text becomes one draft, cut at its paragraphs; a first short line becomes its title. */
export function planPlainText(text: string, fileName: string): PlannedDraft[] {
  const { turns, hasTurns } = cutTurns(text)
  const language = detectLanguage(text)
  const first = turns[0]
  const titled = first !== undefined && turns.length > 1 && isHeading(first)
  const title = titled ? unwrapLines(first.text) : null
  const fingerprint = sha256(withoutMark(text).replace(/\r\n?/g, '\n').trim())
  return [
    {
      outcome: 'draft',
      record: fileName,
      line: null,
      identity: `text:${fingerprint}`,
      fingerprint,
      content: {
        titles: title === null || language === null ? {} : { [language]: title },
        narrativeForm: hasTurns ? 'question_and_answer' : null,
        text: {
          kind: hasTurns ? 'transcript' : 'original',
          language,
          passages: turns.map((turn, index) =>
            toPassage(turn, titled && index === 0 ? 'heading' : turn.kind),
          ),
        },
      },
      identityOfWitness: {},
      consents: [],
      source: null,
      occasion: null,
      extras: {},
    },
  ]
}

/** A turn as a new passage of a draft, with its place in the text that it was read from. */
export function toPassage(turn: Turn, kind: Turn['kind'] | 'heading' = turn.kind) {
  return {
    key: newPassageKey(),
    text: unwrapLines(turn.text),
    kind,
    speaker: turn.speaker.slice(0, 200),
    origin: { start: turn.start, end: turn.end },
  }
}

function isHeading(turn: Turn): boolean {
  return turn.kind === 'prose' && turn.text.length <= 120 && !/[.!?؟…:”»"]$/u.test(turn.text)
}
