import { type Place, SUN_LETTERS, UNWRITTEN, WRITINGS, type Writing } from './letters.ts'

/** Longer names are not compared. */
export const ALIGNED_MAX_LENGTH = 48
const NEVER = 9
const VOWELS = new Set('aeiou')
/** A letter that one spelling has and the other lacks; only long names can afford it. */
const STRAY = 0.75

/** Letters that may stand in a Latin spelling for nothing that Persian script writes. */
const LIGHT = new Set('aeiouyhvw')
/** With which letters a spelling may begin and end, by the Persian letter there; an empty one where it may be left out. */
const BEGINNINGS = edges('first', (latin) => latin.slice(0, 1))
const ENDINGS = edges('last', (latin) => latin.slice(-1))

const costs = new Float64Array((ALIGNED_MAX_LENGTH + 1) * (ALIGNED_MAX_LENGTH + 1))

/** Something that the Latin spelling has at some place and Persian script does not write. */
interface Unwritten {
  length: number
  cost: number
  /** More before the first and after the last Persian letter, where a vowel would have been written. */
  atStart: number
  atEnd: number
  /** More after another vowel. */
  run: number
}

/** How a letter may be written: by the Latin letter it begins with, from a to z, and last at the end of the spelling. */
type ByFirstLetter = readonly (readonly Writing[])[]

const A = 'a'.charCodeAt(0)
const E = 'e'.charCodeAt(0) - A
const LATIN_LETTERS = 26
const NO_WRITINGS: ByFirstLetter = Array.from({ length: LATIN_LETTERS + 1 }, () => [])
const WRITINGS_BY_LETTER = {
  first: byFirstLetter('first'),
  middle: byFirstLetter('middle'),
  last: byFirstLetter('last'),
}

// One Latin spelling is compared with many Persian ones.
let lastLatin = { latin: '', unwritten: unwrittenIn('') }

/**
 * How far a Latin spelling is from how a Persian one may be written: 0 is letter for letter. Both without spaces and
 * marks, the Latin one of a to z alone. Gives up above `limit`.
 */
export function alignmentCost(persian: string, latin: string, limit: number): number {
  const m = persian.length
  const n = latin.length
  if (m > ALIGNED_MAX_LENGTH || n > ALIGNED_MAX_LENGTH || m === 0 || n === 0) return NEVER
  if (limit < STRAY && m > 1 && (cannotBegin(persian, latin) || cannotEnd(persian, latin))) {
    return NEVER
  }
  const width = n + 1
  costs.fill(NEVER, 0, (m + 1) * width)
  costs[0] = 0
  if (lastLatin.latin !== latin) lastLatin = { latin, unwritten: unwrittenIn(latin) }
  const { unwritten } = lastLatin
  for (let i = 0; i <= m; i++) {
    let least = NEVER
    const writings = i < m ? writingsAt(persian, i) : NO_WRITINGS
    const skipped = i < m ? skipCost(persian, i) : NEVER
    const shortVowel = i < m ? shortVowelCost(persian, i) : NEVER
    for (let j = 0; j <= n; j++) {
      const at = i * width + j
      const cost = costs[at]!
      if (cost > limit) continue
      if (cost < least) least = cost
      for (const { length, cost: own, atStart, atEnd, run } of unwritten[j]!) {
        const edge = i === 0 ? atStart : i < m ? 0 : atEnd
        relax(at + length, cost + own + edge + run)
      }
      if (i === m) continue
      const below = at + width
      const code = j < n ? latin.charCodeAt(j) - A : LATIN_LETTERS
      for (const { latin: written, cost: own } of writings[code]!) {
        if (written.length > 1 && !latin.startsWith(written, j)) continue
        relax(below + written.length, cost + own)
      }
      if (code === E && shortVowel < NEVER) relax(below + 1, cost + shortVowel)
      if (skipped < NEVER) relax(below, cost + skipped)
    }
    if (least > limit) return NEVER
  }
  return costs[m * width + n]!
}

/** Most pairs are ruled out by their first or last letter. */
function cannotBegin(persian: string, latin: string): boolean {
  const letters = BEGINNINGS.get(persian[0]!)
  if (letters === undefined || LIGHT.has(latin[0]!) || skipCost(persian, 0) < NEVER) return false
  return !letters.has('') && !letters.has(latin[0]!)
}

function cannotEnd(persian: string, latin: string): boolean {
  const letters = ENDINGS.get(persian.at(-1)!)
  const last = latin.at(-1)!
  if (letters === undefined || LIGHT.has(last) || skipCost(persian, persian.length - 1) < NEVER) {
    return false
  }
  return !letters.has('') && !letters.has(last)
}

function edges(place: Place, edgeOf: (latin: string) => string): Map<string, Set<string>> {
  const letters = [...WRITINGS[place]].map(
    ([letter, ways]) => [letter, new Set(ways.map(({ latin }) => edgeOf(latin)))] as const,
  )
  return new Map(letters)
}

function relax(at: number, cost: number): void {
  if (cost < costs[at]!) costs[at] = cost
}

function writingsAt(persian: string, i: number): ByFirstLetter {
  const place = i === 0 ? 'first' : i === persian.length - 1 ? 'last' : 'middle'
  return WRITINGS_BY_LETTER[place].get(persian[i]!) ?? NO_WRITINGS
}

/** What it costs that a ye is an e. */
function shortVowelCost(persian: string, i: number): number {
  if (persian[i] !== 'ی') return NEVER
  // فائزه, مائده: a hamza, spoken as a short vowel.
  if (persian[i - 1] === 'ا') return 0.1
  // حاجی‌خیل, Hajikhel; پرویز, Parvez: spoken so in the east.
  return persian.startsWith('خیل', i - 1) || persian.slice(i) === 'یز' ? 0.2 : NEVER
}

/** For each place of the spelling and its end. */
function unwrittenIn(latin: string): Unwritten[][] {
  const places = Array.from(latin, (letter, j): Unwritten[] => {
    if (!VOWELS.has(letter)) {
      return [{ length: 1, cost: consonantCost(latin, j), atStart: 0, atEnd: 0, run: 0 }]
    }
    const run = j > 0 && VOWELS.has(latin[j - 1]!) ? 0.3 : 0
    return UNWRITTEN.filter((vowels) => latin.startsWith(vowels.latin, j)).map((vowels) => ({
      length: vowels.latin.length,
      cost: vowels.cost,
      atStart: 0.6,
      atEnd: letter === 'i' ? 0.5 : 0.3,
      run,
    }))
  })
  return [...places, []]
}

function consonantCost(latin: string, j: number): number {
  const letter = latin[j]!
  if (letter === 'y') return 0.2
  if (letter === 'h') return 0.45
  if (letter === 'w' || letter === 'v') return 0.5
  return latin[j - 1] === letter ? 0.1 : STRAY
}

function byFirstLetter(place: Place): Map<string, ByFirstLetter> {
  const letters = [...WRITINGS[place]].map(([letter, ways]) => {
    const byLetter = Array.from({ length: LATIN_LETTERS + 1 }, (_, code) =>
      ways.filter(({ first }) => first === -1 || first === code + A),
    )
    return [letter, byLetter] as const
  })
  return new Map(letters)
}

/** What Persian script writes and is not heard in this place. */
function skipCost(persian: string, i: number): number {
  const letter = persian[i]!
  const next = persian[i + 1]
  const before = persian[i - 1]
  // ایران, اورمیه: the alef only carries the vowel that follows.
  if ((letter === 'ا' || letter === 'ع') && (next === 'ی' || next === 'و') && i === 0) return 0
  // خواجه, خواهر
  if (letter === 'و' && before === 'خ' && (next === 'ا' || next === 'ی')) return 0
  // رجایی, موسوی
  if (
    letter === 'ی' &&
    (before === 'ا' || before === 'و' || before === 'ی') &&
    i > 0 &&
    next === 'ی'
  )
    return 0
  if (letter === 'ی' && next === 'ی') return 0.1
  // ارومیه, Urmia
  if (letter === 'و' && i === 2 && persian.startsWith('ار')) return 0.3
  // رئوف
  if (letter === 'ی' && next === 'و') return 0.3
  if (letter === before) return 0.15
  // خامنه‌ای
  if (letter === 'ه' && next === 'ا' && persian[i + 2] === 'ی') return 0.1
  if (letter === 'ا' && before === 'ه' && next === 'ی') return 0.1
  // عبدالرحمن, شمس‌الدین
  // نیکخواه
  if (letter === 'ک' && next === 'خ') return 0.3
  if (letter === 'ل' && before === 'ا' && next !== undefined && SUN_LETTERS.has(next)) return 0.05
  if (letter === 'ا' && next === 'ل' && i > 1) return 0.15
  return NEVER
}
