/**
 * How the letters of Persian (and Arabic names in it) are written in Latin script by the people who bear them, by
 * scholars, officials and newspapers. Costs: 0 is usual, below 0.3 common, above 0.5 a stretch.
 */

/** One way to write a letter. */
export interface Writing {
  latin: string
  /** Of its first letter, -1 where the letter is left out: most ways are ruled out by it. */
  first: number
  cost: number
}

/** Where in the word a letter stands. */
export type Place = 'first' | 'middle' | 'last'

type Table = Record<string, Record<number, string>>

/** Consonants, everywhere in the word: by cost, the writings. */
const CONSONANTS: Table = {
  ب: { 0: 'b bb', 0.4: 'p' },
  پ: { 0: 'p pp', 0.4: 'b', 0.5: 'f' },
  ت: { 0: 't tt', 0.1: 'th', 0.5: 'd' },
  ط: { 0: 't tt', 0.1: 'th', 0.5: 'd' },
  ث: { 0: 's ss th', 0.4: 't' },
  س: { 0: 's ss', 0.3: 'c ce sc', 0.6: 'z' },
  ص: { 0: 's ss', 0.3: 'c', 0.5: 'z' },
  ج: { 0: 'j jj dj', 0.1: 'dsch dzh dsh', 0.3: 'c', 0.5: 'g zh' },
  چ: { 0: 'ch tch chch', 0.1: 'tsch tsh cch', 0.2: 'c', 0.5: 'sh' },
  ح: { 0: 'h hh', 0.35: '', 0.4: 'kh' },
  خ: { 0: 'kh x khkh kkh', 0.25: 'k', 0.4: 'ch h' },
  د: { 0: 'd dd', 0.2: 'dh', 0.5: 't' },
  ذ: { 0: 'z zz', 0.1: 'dh', 0.3: 'd', 0.5: 's' },
  ر: { 0: 'r rr', 0.2: 'rh' },
  ز: { 0: 'z zz', 0.5: 's' },
  ژ: { 0: 'zh j', 0.2: 'z jh', 0.4: 'g' },
  ش: { 0: 'sh ssh shsh', 0.1: 'sch', 0.25: 's', 0.3: 'x', 0.35: 'ch' },
  ض: { 0: 'z zz d', 0.1: 'dh dz', 0.5: 's' },
  ظ: { 0: 'z zz', 0.1: 'dh', 0.3: 'd', 0.5: 's' },
  غ: { 0: 'gh q ghgh', 0.15: 'g', 0.4: 'k', 0.5: 'kh' },
  ف: { 0: 'f ff ph', 0.6: 'v' },
  ق: { 0: 'gh q qq ghgh', 0.15: 'g k', 0.2: 'gg qh c', 0.4: 'kh' },
  ک: { 0: 'k kk', 0.15: 'c ck ch', 0.4: 'kh q', 0.6: 'g' },
  گ: { 0: 'g gg', 0.15: 'gu', 0.25: 'gh', 0.5: 'k' },
  ل: { 0: 'l ll' },
  م: { 0: 'm mm' },
  ن: { 0: 'n nn', 0.5: 'm' },
  ه: { 0: 'h hh', 0.35: '', 0.4: 'kh' },
  // Not a sound of its own in Persian, and the bearer of any vowel.
  ع: { 0: 'a e o', 0.1: 'i u aa', 0.15: '', 0.3: 'ee oo ou ei' },
  // Pashto and Kurdish
  ټ: { 0: 't tt' },
  ډ: { 0: 'd dd' },
  ړ: { 0: 'r rr', 0.2: 'd' },
  ڼ: { 0: 'n nn', 0.3: 'r' },
  ښ: { 0: 'sh kh x', 0.2: 's' },
  ږ: { 0: 'zh g', 0.2: 'j gh' },
  ځ: { 0: 'z dz', 0.2: 'j' },
  څ: { 0: 'ts s', 0.2: 'c' },
  ګ: { 0: 'g gg' },
  ڕ: { 0: 'r rr' },
  ڵ: { 0: 'l ll' },
  ڤ: { 0: 'v w' },
  ۆ: { 0: 'o u ou oo ow' },
  ێ: { 0: 'e ey ei i ee' },
  // Both a consonant and a long vowel; a vowel that is written must be heard.
  و: {
    0: 'v w vv ww o u oo ou',
    0.05: 'ow ov au av aw uv uw owv eu ew',
    0.3: 'a',
    0.6: '',
  },
  ی: {
    0: 'y i yy ee ei ey ay ai',
    0.05: 'ie iy ii ij ye yi yeh ia eey eyy ayy',
    0.2: 'ea',
    0.35: 'j',
    0.63: 'e ',
  },
  ا: { 0: 'a aa', 0.3: 'o', 0.5: 'e u ou oo', 0.7: 'i ', 0.2: 'ah' },
}

const FIRST: Table = {
  ا: { 0: 'a e o aa', 0.1: 'i u', 0.3: 'ou oo ' },
  ع: { 0: 'a e o i u', 0.05: 'aa', 0.2: 'ou oo ee ' },
  و: { 0.1: 'vo', 0.3: 'o u ou' },
}

const LAST: Table = {
  ا: { 0: 'ah', 0.3: 'e eh' },
  ه: { 0: 'eh e a ah h', 0.05: 'he', 0.2: 'i ', 0.25: 'ay et at ie o' },
  ی: { 0: 'y ie', 0.1: 'ye a', 0.3: 'e ah', 0.9: '' },
  و: { 0: 'oe', 0.5: '' },
  ع: { 0: '', 0.1: 'eh ah h' },
  ت: { 0.2: 'h' },
}

export const WRITINGS: Record<Place, ReadonlyMap<string, readonly Writing[]>> = {
  first: join(CONSONANTS, FIRST),
  middle: join(CONSONANTS, {}),
  last: join(CONSONANTS, LAST),
}

/** Vowels that Persian script leaves out; a long one should have been written. */
export const UNWRITTEN: readonly Writing[] = list({
  0: 'a e o',
  0.1: 'u',
  0.15: 'i',
  0.35: 'ou ae',
  0.45: 'ee oo aa ea eu ie io',
  0.55: 'ai ei',
})

/** Letters whose L of the article is not spoken: Abdorrahman, Shamsoddin. */
export const SUN_LETTERS = new Set('تثدذرزسشصضطظلن')

function join(base: Table, more: Table): Map<string, Writing[]> {
  return new Map(
    Object.keys(base).map((letter) => {
      const own = list(more[letter] ?? {})
      const known = new Set(own.map(({ latin }) => latin))
      return [letter, [...own, ...list(base[letter]!).filter(({ latin }) => !known.has(latin))]]
    }),
  )
}

function list(byCost: Record<number, string>): Writing[] {
  return Object.entries(byCost).flatMap(([cost, writings]) =>
    writings.split(' ').map((latin) => ({
      latin,
      first: latin === '' ? -1 : latin.charCodeAt(0),
      cost: Number(cost),
    })),
  )
}
