import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { StatedDate } from '#app/_reading/stated-date.tsx'
import { useLanguageName } from '#app/_reading/use-language-name.ts'
import type { FieldValue } from '#lib/review/fields.ts'
import type { StatedDate as StatedDateValue } from '#lib/statements/model.ts'
import styles from './diff.module.css'

/** A fact of a statement, whatever kind it is of. */
export function Value({
  value,
  name,
  recordNames,
}: {
  value: FieldValue
  name: string
  recordNames: Readonly<Record<string, string>>
}) {
  const v = useTranslations('vocabulary')
  const languageName = useLanguageName()
  switch (value.kind) {
    case 'missing':
      return <em className={styles.missing}>{v(`missingReasons.${value.reason}`)}</em>
    case 'codes':
      return value.codes.map((code) => v(`${value.list}.${code}` as never)).join(' · ')
    case 'yesNo':
      return v(value.yes ? 'yesNo.yes' : 'yesNo.no')
    case 'day':
      return <DateTime at={value.day} bothCalendars />
    case 'date':
      return <StatedDate date={value as unknown as StatedDateValue} />
    case 'records':
      return value.ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ' · '}
          <Bidi>{recordNames[id] ?? id}</Bidi>
        </span>
      ))
    default:
      if (name === 'text.language') return languageName(value.text)
      return <Bidi lang={value.language}>{value.text}</Bidi>
  }
}

/** The name of a field, with its language where it has one. */
export function useFieldLabel(): (name: string, language: string | null) => string {
  const t = useTranslations('statement-form.fields')
  const own = useTranslations('review.fields')
  const languageName = useLanguageName()
  return (name, language) => {
    const label = name.startsWith('translation.')
      ? own(name.slice('translation.'.length) as never)
      : t(`${name}.label` as never)
    return language ? own('inLanguage', { label, language: languageName(language) }) : label
  }
}
