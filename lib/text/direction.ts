export type TextDirection = 'ltr' | 'rtl'

/** ISO 15924 codes of scripts written from right to left that the archive may meet. */
const RTL_SCRIPTS = new Set([
  ...['adlm', 'arab', 'aran', 'hebr', 'mand', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa'],
])

/** Languages whose usual script runs from right to left. */
const RTL_LANGUAGES = new Set([
  ...['ar', 'arc', 'azb', 'bal', 'bgn', 'bqi', 'ckb', 'dv', 'fa', 'glk', 'he', 'haz', 'khw', 'ks'],
  ...['lrc', 'luz', 'mzn', 'ps', 'prs', 'pes', 'sd', 'sdh', 'syr', 'ug', 'ur', 'yi'],
])

const STRONG_RTL =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LETTERS = /\p{L}/gu
/** Enough to tell; longer texts are not read to their end. */
const SAMPLE_LENGTH = 2_000

/** Direction of writing by a BCP 47 tag: its script where it names one, else the language's usual script. */
export function directionOfLanguage(tag: string): TextDirection {
  const [language, ...rest] = tag.toLowerCase().split('-')
  const script = rest.find((part) => /^[a-z]{4}$/.test(part))
  if (script !== undefined) return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  return RTL_LANGUAGES.has(language ?? '') ? 'rtl' : 'ltr'
}

/** The direction in which most letters of the text are written; left to right when it has none. */
export function dominantDirection(text: string): TextDirection {
  let rtl = 0
  let all = 0
  for (const [letter] of text.slice(0, SAMPLE_LENGTH).matchAll(LETTERS)) {
    all++
    if (STRONG_RTL.test(letter)) rtl++
  }
  return rtl * 2 > all ? 'rtl' : 'ltr'
}

/** Direction of a text: by its language where that is known, else by its letters. */
export function directionOf(text: string, language?: string | null): TextDirection {
  return language ? directionOfLanguage(language) : dominantDirection(text)
}
