import { SUN_LETTERS } from './letters.ts'

/**
 * Keys by which spellings of a name find each other across the scripts: what is left of its consonants when those that
 * are confused fall together and those that fall silent are left out. They find candidates; the alignment decides.
 */

/** More variants of one spelling are not followed. */
const KEYS_MAX = 6

const PERSIAN: Record<string, string> = {
  ...each('بپ', 'P'),
  ...each('تطدټډ', 'T'),
  ...each('ثسصشچجزذژضظځڅ', 'S'),
  ...each('خکقغگګ', 'K'),
  ...each('ف', 'F'),
  ...each('لڵ', 'L'),
  ...each('م', 'M'),
  ...each('نڼ', 'N'),
  ...each('رړڕ', 'R'),
}

/** Letters that are written in ways of several classes. */
const AMBIGUOUS: Record<string, readonly string[]> = {
  ض: ['S', 'T'],
  ظ: ['S', 'T'],
  ذ: ['S', 'T'],
  خ: ['K', ''],
  ښ: ['S', 'K'],
  ږ: ['S', 'K'],
}

/** Longest first. Several classes are several keys: `th` is ث in one name and ته in another. */
const LATIN: readonly (readonly [string, readonly string[]])[] = [
  ['tsch', ['S', 'TS']],
  ['dsch', ['S', 'TS']],
  ['sch', ['S']],
  ['tch', ['S', 'TS']],
  ['tsh', ['S', 'TS']],
  ['dsh', ['S', 'TS']],
  ['dzh', ['S', 'TS']],
  ['ck', ['K']],
  ['ch', ['S', 'K']],
  ['kh', ['K', '']],
  ['gh', ['K']],
  ['sh', ['S']],
  ['zh', ['S']],
  ['dj', ['S', 'TS']],
  ['dz', ['S', 'TS']],
  ['gg', ['K']],
  ['ph', ['F', 'P']],
  ['th', ['T', 'S']],
  ['dh', ['T', 'S']],
  ['ce', ['S', 'K']],
  ['c', ['K', 'S']],
  ['x', ['K', 'S']],
  ['b', ['P']],
  ['p', ['P']],
  ['t', ['T']],
  ['d', ['T']],
  ['s', ['S']],
  ['z', ['S']],
  ['j', ['S']],
  ['k', ['K']],
  ['q', ['K']],
  ['g', ['K', 'S']],
  ['f', ['F']],
  ['l', ['L']],
  ['m', ['M']],
  ['n', ['N']],
  ['r', ['R']],
]

/** Keys of a spelling in Persian script, without spaces and marks; the first is the usual one. */
export function persianKeys(word: string): string[] {
  let keys = ['']
  for (let at = 0; at < word.length; at++) {
    const letter = word[at]!
    const sound = PERSIAN[letter] ?? AMBIGUOUS[letter]?.[0]
    if (sound === undefined) continue
    const silent = letter === 'ل' && word[at - 1] === 'ا' && SUN_LETTERS.has(word[at + 1] ?? '')
    const sounds = silent ? [sound, ''] : (AMBIGUOUS[letter] ?? [sound])
    keys = extend(keys, sounds)
  }
  return settle(keys)
}

/** Keys of a spelling in Latin script, without spaces and marks. */
export function latinKeys(word: string): string[] {
  let keys = ['']
  for (let at = 0; at < word.length; ) {
    const found = LATIN.find(([letters]) => word.startsWith(letters, at))
    if (found !== undefined) keys = extend(keys, found[1])
    at += found?.[0].length ?? 1
  }
  return settle(keys)
}

function extend(keys: readonly string[], sounds: readonly string[]): string[] {
  const longer: string[] = []
  for (const sound of sounds) for (const key of keys) longer.push(key + sound)
  return longer.slice(0, KEYS_MAX)
}

/** A doubled sound counts once, and N before B is M (شنبه, Shambeh). */
function settle(keys: readonly string[]): string[] {
  const once = (key: string) => key.replace(/(.)\1+/g, '$1')
  return [...new Set(keys.map((key) => once(once(key).replace(/N(?=P)/g, 'M'))))]
}

function each(letters: string, sound: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, sound]))
}
