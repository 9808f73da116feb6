import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'next-intl'
import { VOCABULARY_LABELS } from '#lib/statements/labels.ts'
import { PROJECT_PATH } from '#scripts/project.ts'

/** Says a message of the product as a reader of this language sees it: `say('review.publish.submit')`. */
export function translator(
  locale: 'en' | 'fa',
): (key: string, values?: Record<string, string | number>) => string {
  const folder = join(PROJECT_PATH, 'app/_i18n/messages', locale)
  const messages = Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
    ]),
  )
  const translate = createTranslator({
    locale,
    messages: { ...messages, vocabulary: VOCABULARY_LABELS[locale] },
  })
  return (key, values) => translate(key as never, values as never)
}
