import { toAsciiDigits } from './digits.ts'

/**
 * The archive's one normalisation, for documents and for queries. It is a shadow for matching: what is shown and
 * cited is always the original.
 */

/** Letters that no Unicode decomposition folds: Arabic letters typed for Persian ones, and Latin letters with strokes. */
const FOLDED: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ۋ: 'و',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ə: 'e',
  ς: 'σ',
}
const FOLDED_PATTERN = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'gu')

/** Accents of European scripts, harakat and Quranic marks, Hebrew points. Vowel signs of other scripts are letters. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]/g
/** A hamza by itself is written or left out at will (املاء, املا). */
const NOT_WRITTEN = /[^\p{L}\p{M}\p{N}]|[\u0640\u0621\u02b0-\u02ff]/gu
const PLAIN = /^[a-z0-9]+$/

/**
 * The form under which a word is indexed and looked up: case, accents, vowel marks, tatweel, presentation forms,
 * letter variants and digit sets folded; nothing but letters and digits left. May be empty.
 */
export function normaliseWord(word: string): string {
  if (PLAIN.test(word)) return word
  const bare = word.toLowerCase().normalize('NFKD').replace(MARKS, '').toLowerCase()
  return toAsciiDigits(bare)
    .replace(NOT_WRITTEN, '')
    .replace(FOLDED_PATTERN, (letter) => FOLDED[letter]!)
    .normalize('NFC')
}
