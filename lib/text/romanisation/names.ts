import { normaliseWord } from '../normalise.ts'
import { alignmentCost } from './alignment.ts'
import { latinKeys, persianKeys } from './keys.ts'

export type Script = 'persian' | 'latin'

const PERSIAN_WORD = /^[\u0620-\u064a\u066e-\u06d3]+$/u
const LATIN_WORD = /^[a-z]+$/

/** The script of a normalised word, or null where it has signs that the rules know nothing of. */
export function scriptOf(word: string): Script | null {
  return LATIN_WORD.test(word) ? 'latin' : PERSIAN_WORD.test(word) ? 'persian' : null
}

/** Keys of a normalised word under which its spellings in the other script are looked for; none for other scripts. */
export function nameKeys(word: string): string[] {
  const script = scriptOf(word)
  if (script === null) return []
  return script === 'latin' ? latinKeys(word) : persianKeys(word)
}

/**
 * How far two spellings of different scripts are apart, from 0 (letter for letter); null where they are not one name.
 * Both normalised and without spaces. `slack` widens what is forgiven, where something else speaks for the name.
 */
export function spellingDistance(a: string, b: string, slack = 1): number | null {
  const [first, second] = [scriptOf(a), scriptOf(b)]
  if (first === null || second === null || first === second) return null
  const [persian, latin] = first === 'persian' ? [a, b] : [b, a]
  return compareSpellings(persian, latin, slack)?.distance ?? null
}

/** The same of a word in Persian and one in Latin script, with what is forgiven between the two without slack. */
export function compareSpellings(
  persian: string,
  latin: string,
  slack: number,
): { distance: number; limit: number } | null {
  const limit = allowed(persian.length, latin.length)
  const distance = alignmentCost(persian, latin, limit * slack)
  return distance <= limit * slack ? { distance, limit } : null
}

/** The least and the most letters that a spelling in the other script has. */
export function spellingLengths(word: string, script: Script): [least: number, most: number] {
  const { length } = word
  return script === 'persian'
    ? [Math.max(1, length - 3), length * 2 + 2]
    : [Math.max(1, Math.ceil((length - 2) / 2)), length + 3]
}

/** What is forgiven, by the number of letters from two on: a short name has little to be known by. */
const LIMITS = [0.3, 0.44, 0.55, 0.62, 0.85, 0.95, 1.05]

function allowed(persian: number, latin: number): number {
  const letters = Math.min(persian, latin - 1)
  return LIMITS[Math.max(0, Math.min(LIMITS.length - 1, letters - 2))]!
}

/** Particles between the words of a name, written in one script and not in the other (Shahr-e Rey). */
const PARTICLES = new Set(['e', 'ye', 'i', 'yi', 'o', 'va'])

/** Whether two names, of one word or several, may be one name written in Persian and in Latin script. */
export function soundsAlike(a: string, b: string): boolean {
  for (const left of joinings(a)) {
    for (const right of joinings(b)) {
      if (spellingDistance(left, right) !== null) return true
    }
  }
  return false
}

function joinings(name: string): string[] {
  const words = name.split(/[\s\u200c\-\u2010\u2011]+/).map(normaliseWord)
  const bare = words.filter((word, index) => index === 0 || !PARTICLES.has(word))
  return [...new Set([words.join(''), bare.join('')])].filter((word) => word !== '')
}
