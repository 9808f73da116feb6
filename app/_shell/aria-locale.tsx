'use client'

import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

/** Lists, dialogs and what is read out for them are in the page's language and direction, not in the browser's. */
export function AriaLocale({ locale, children }: { locale: string; children: ReactNode }) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}
