import type { IntlError } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { loadMessages } from './messages.ts'
import { isAppLocale, routing } from './routing.ts'

/** A missing or broken message is a bug and fails loudly, instead of showing its key to a reader. */
function failOnMessageError(error: IntlError): never {
  throw error
}

export default getRequestConfig(async ({ locale: asked, requestLocale }) => {
  const wanted = asked ?? (await requestLocale)
  const locale = isAppLocale(wanted) ? wanted : routing.defaultLocale
  return {
    locale,
    messages: await loadMessages(locale),
    timeZone: 'UTC',
    onError: failOnMessageError,
  }
})
