import { VOCABULARY_LABELS } from '#lib/statements/labels.ts'
import type { AppLocale } from './routing.ts'

/** A file of messages: text or more of the same, by key. */
export type Messages = { [key: string]: string | Messages }

const files = import.meta.glob<Messages>('./messages/*/*.json', { import: 'default' })

const loaded = new Map<AppLocale, Promise<Messages>>()

/** All messages of a language: each file is one namespace, named like the file; `vocabulary` comes from the domain. */
export function loadMessages(locale: AppLocale): Promise<Messages> {
  const known = loaded.get(locale)
  if (known) return known
  const loading = readMessages(locale)
  loaded.set(locale, loading)
  return loading
}

async function readMessages(locale: AppLocale): Promise<Messages> {
  const prefix = `./messages/${locale}/`
  const entries = Object.entries(files)
    .filter(([path]) => path.startsWith(prefix))
    .map(
      async ([path, load]) => [path.slice(prefix.length, -'.json'.length), await load()] as const,
    )
  return {
    ...Object.fromEntries(await Promise.all(entries)),
    vocabulary: VOCABULARY_LABELS[locale],
  }
}
