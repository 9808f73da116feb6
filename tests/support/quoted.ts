import { expect } from 'vitest'
import { parsePressReport } from '#lib/importing/press-report.ts'

/** Speaker and words of each quoted passage, in the order of the text; proves that each stands where it says. */
export function quoted(text: string): [string | null, string][] {
  return parsePressReport(text)
    .drafts.flatMap((draft) => draft.passages.map((passage) => ({ draft, passage })))
    .filter(({ passage }) => passage.form === 'quoted')
    .sort((a, b) => a.passage.start - b.passage.start)
    .map(({ draft, passage }) => {
      expect(text.slice(passage.start, passage.end)).toBe(passage.text)
      return [draft.speaker, passage.text]
    })
}
