import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { loadMessages } from './messages.ts'
import type { AppLocale } from './routing.ts'

/**
 * Gives the client components inside it these namespaces beside `common`, `errors` and `shell`, and no others: what
 * a page doesn't need isn't sent. A layout or page names what its own client components use.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly string[]
  children: ReactNode
}) {
  const all = await loadMessages((await getLocale()) as AppLocale)
  const names = new Set(['common', 'errors', 'shell', ...namespaces])
  const messages = Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
  return (
    <NextIntlClientProvider messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}
