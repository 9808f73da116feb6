'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale } from 'next-intl'
import { getPathname, usePathname } from '#app/_i18n/navigation.ts'

/** The same page in the other language. A plain link: language and direction of the whole document change. */
export function LanguageLink({ className, label }: { className?: string; label: string }) {
  const path = usePathname()
  const query = useSearchParams().toString()
  const other = useLocale() === 'fa' ? 'en' : 'fa'
  const href = `${getPathname({ href: path, locale: other })}${query ? `?${query}` : ''}`
  return (
    <a
      className={className}
      href={href}
      lang={other}
      hrefLang={other}
      onClick={(event) => {
        // The passage that is being read is known to the browser alone.
        event.currentTarget.href = `${href}${window.location.hash}`
      }}
    >
      {label}
    </a>
  )
}
