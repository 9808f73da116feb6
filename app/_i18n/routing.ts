import { defineRouting } from 'next-intl/routing'

export const LOCALES = ['en', 'fa'] as const
export type AppLocale = (typeof LOCALES)[number]

/** English has no prefix, Persian has `/fa`. The address alone decides: no cookie, no guess from the browser. */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: 'en',
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
})

export function isAppLocale(value: unknown): value is AppLocale {
  return LOCALES.includes(value as AppLocale)
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return locale === 'fa' ? 'rtl' : 'ltr'
}
