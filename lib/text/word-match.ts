import { normaliseWord } from './normalise.ts'

/** The words of a text in their normalised forms. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[\s\u200c]+/)
    .map(normaliseWord)
    .filter((word) => word !== '')
}

/** Tells whether each of these normalised words stands in the text, be it as the beginning or a part of a word. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const folded = wordsOf(text).join(' ')
  return words.every((word) => folded.includes(word))
}
