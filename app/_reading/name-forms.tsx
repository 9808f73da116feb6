import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import type { AuthorityName } from '#lib/authorities/model.ts'
import styles from './authority-pages.module.css'
import { useLanguageName } from './use-language-name.ts'

/** Every form of a record's name, by language and script. */
export function NameForms({ names }: { names: readonly AuthorityName[] }) {
  const t = useTranslations('reading.records')
  const languageName = useLanguageName()
  return (
    <ul className={styles.names}>
      {names.map((form) => (
        <li key={`${form.language}-${form.name}`}>
          <Bidi lang={form.language}>{form.name}</Bidi>
          <span className={styles.forms}>
            {languageName(form.language)}
            {form.preferred && ` · ${t('preferred')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
