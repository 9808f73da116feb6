import type { Localized } from '#lib/statements/model.ts'

/** A text with the language it is in, for `lang` attributes. */
export interface TextInLanguage {
  text: string
  lang: string
}

const baseOf = (tag: string) => tag.split('-')[0]

/** The text in the reader's language, else in English, else whatever there is; null when there is none. */
export function pickText(texts: Localized, locale: string): TextInLanguage | null {
  const entries = Object.entries(texts).filter(([, text]) => text?.trim()) as [string, string][]
  const found =
    entries.find(([lang]) => lang === locale) ??
    entries.find(([lang]) => baseOf(lang) === locale) ??
    entries.find(([lang]) => baseOf(lang) === 'en') ??
    entries[0]
  return found ? { lang: found[0], text: found[1] } : null
}
