import type { PresentedStatement } from '#lib/statements/present.ts'

/** Which texts of a statement are shown: the original, a translation, or both beside each other. */
export interface TextView {
  show: 'original' | 'both' | 'translation'
  /** Language of the chosen translation; null when the statement has none. */
  language: string | null
}

type Texts = Pick<PresentedStatement, 'text' | 'translations'>

const baseOf = (tag: string | null) => tag?.split('-')[0] ?? null

/**
 * What to show, from an address's `show` and `in`. Without a choice, a translation into the reader's language stands
 * beside an original in another; what isn't there is passed over.
 */
export function chooseTextView(
  { text, translations }: Texts,
  locale: string,
  asked: { show?: string | undefined; in?: string | undefined },
): TextView {
  const named = translations.find((other) => other.language === asked.in)
  const own = translations.find((other) => baseOf(other.language) === locale)
  const language = (named ?? own ?? translations[0])?.language ?? null
  if (language === null) return { show: 'original', language }
  const show = (['original', 'both', 'translation'] as const).find((each) => each === asked.show)
  if (show) return { show, language }
  const isForeign = baseOf(text.language) !== locale
  return { show: named || (isForeign && own) ? 'both' : 'original', language }
}

/** The texts that a view shows: whether the original, and which translation. */
export function shownTexts<T extends Texts>(
  statement: T,
  view: TextView,
): { original: boolean; translation: T['translations'][number] | undefined } {
  const chosen = statement.translations.find((other) => other.language === view.language)
  return {
    original: view.show !== 'translation' || chosen === undefined,
    translation: view.show === 'original' ? undefined : chosen,
  }
}

/** What of an address says which texts are shown; nothing where there is no choice. */
export function viewParameters({ show, language }: TextView): [name: string, value: string][] {
  if (language === null) return []
  return [
    ['show', show],
    ['in', language],
  ]
}
