import { tokenise } from '#lib/text/tokenise.ts'
import { sequence } from '../query.ts'
import type { ReadableWords } from './readable-words.ts'

/** Words that begin so, as they stand in what the viewer may read, the most frequent first. */
export function suggestWords(words: ReadableWords, beginning: string, most: number): string[] {
  const found = new Set<string>()
  for (const term of words.beginningWith(beginning)) {
    const shown = words.showing(sequence(term))
    // A part of a longer word (enter in re-enter) is not what was begun.
    const [word] = tokenise(shown)
    const begins = [word?.parts[0], ...(word?.others ?? [])].some((form) =>
      form?.startsWith(beginning),
    )
    found.add(begins ? shown : term)
    if (found.size === most) break
  }
  return [...found]
}
