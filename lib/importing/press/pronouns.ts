import type { Gender, Mention } from './types.ts'

export function pronounMention(word: string): Mention {
  const text = word.toLowerCase()
  const gender: Gender = text === 'she' ? 'female' : text === 'he' ? 'male' : null
  return { kind: 'pronoun', text, titles: [], role: null, gender }
}

/** The words are somebody's, and nothing tells whose. */
export const SOMEBODY: Mention = pronounMention('one')
