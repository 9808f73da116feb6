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

/**
 * How far a Latin spelling is from how a Persian one may be written: 0 is letter for letter. Both without spaces and
 * marks. Gives up above `limit`.
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
  for (let i = 0; i <= m; i++) {
    let least = NEVER
    const writings = i < m ? writingsAt(persian, i) : []
    for (let j = 0; j <= n; j++) {
      const cost = costs[i * width + j]!
      if (cost > limit) continue
      if (cost < least) least = cost
      const code = latin.charCodeAt(j)
      if (j < n) insert(latin, i, j, m, cost, width)
      if (i < m) {
        for (const writing of writings) {
          if (writing.first !== -1 && writing.first !== code) continue
          if (!latin.startsWith(writing.latin, j)) continue
          relax((i + 1) * width + j + writing.latin.length, cost + writing.cost)
        }
        // فائزه, مائده: a hamza, spoken as a short vowel.
        if (persian[i] === 'ی' && persian[i - 1] === 'ا' && latin[j] === 'e') {
          relax((i + 1) * width + j + 1, cost + 0.1)
        }
        // حاجی‌خیل, Hajikhel; پرویز, Parvez: spoken so in the east.
        if (latin[j] === 'e' && (persian.startsWith('خیل', i - 1) || persian.slice(i) === 'یز')) {
          relax((i + 1) * width + j + 1, cost + 0.2)
        }
        const skipped = skipCost(persian, i)
        if (skipped < NEVER) relax((i + 1) * width + j, cost + skipped)
      }
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

function writingsAt(persian: string, i: number): readonly Writing[] {
  const place = i === 0 ? 'first' : i === persian.length - 1 ? 'last' : 'middle'
  return WRITINGS[place].get(persian[i]!) ?? []
}

/** What the Latin spelling has and Persian script does not write. */
function insert(latin: string, i: number, j: number, m: number, cost: number, width: number): void {
  const letter = latin[j]!
  const row = i * width
  if (VOWELS.has(letter)) {
    const run = j > 0 && VOWELS.has(latin[j - 1]!) ? 0.3 : 0
    const code = latin.charCodeAt(j)
    for (const { latin: vowels, first, cost: extra } of UNWRITTEN) {
      if (first !== code || !latin.startsWith(vowels, j)) continue
      // A vowel before the first or after the last letter would have been written.
      const edge = i === 0 ? 0.6 : i < m ? 0 : letter === 'i' ? 0.5 : 0.3
      relax(row + j + vowels.length, cost + extra + edge + run)
    }
    return
  }
  if (letter === 'y') relax(row + j + 1, cost + 0.2)
  else if (letter === 'h') relax(row + j + 1, cost + 0.45)
  else if (letter === 'w' || letter === 'v') relax(row + j + 1, cost + 0.5)
  else relax(row + j + 1, cost + (latin[j - 1] === letter ? 0.1 : STRAY))
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
