import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { getPathname, Link } from '#app/_i18n/navigation.ts'
import { SearchBox } from './search-box.tsx'
import styles from './search-form.module.css'

/** The search: a plain GET form. `keep` carries the filters chosen so far. */
export function SearchForm({
  query = '',
  keep = [],
  large = false,
  hideLabel = !large,
}: {
  query?: string
  keep?: readonly (readonly [name: string, value: string])[]
  large?: boolean
  /** Under a heading that says the same. */
  hideLabel?: boolean
}) {
  const t = useTranslations('search')
  const locale = useLocale()
  const id = useId()
  return (
    <search>
      <form
        className={styles.form}
        data-large={large}
        action={getPathname({ href: '/search', locale })}
        method="get"
      >
        <ClientMessages namespaces={['suggestions']}>
          <SearchBox
            // What was typed since belongs to the search that was left.
            key={query}
            id={id}
            label={t('label')}
            hideLabel={hideLabel}
            submit={t('submit')}
            query={query}
            describedBy={large ? `${id}-help` : undefined}
          />
        </ClientMessages>
        {keep.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        {large && (
          <p id={`${id}-help`} className={styles.help}>
            {t.rich('hint', { link: (chunks) => <Link href="/help">{chunks}</Link> })}
          </p>
        )}
      </form>
    </search>
  )
}
