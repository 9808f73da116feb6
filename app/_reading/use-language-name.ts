import { useLocale, useTranslations } from 'next-intl'

/** Names languages in the reader's language: ours for those the archive meets, the platform's for all others. */
export function useLanguageName(): (tag: string) => string {
  const t = useTranslations('vocabulary.commonLanguages')
  const locale = useLocale()
  return (tag) => {
    if (t.has(tag as never)) return t(tag as never)
    try {
      return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
    } catch {
      // Not a tag that the platform can read: said as it is.
      return tag
    }
  }
}
