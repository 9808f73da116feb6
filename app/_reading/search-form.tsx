import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '#app/_components/button.tsx'
import { getPathname, Link } from '#app/_i18n/navigation.ts'
import styles from './search-form.module.css'

/** The search box: a plain GET form. `keep` carries the filters chosen so far. */
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
        <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
          {t('label')}
        </label>
        <div className={styles.row}>
          <input
            id={id}
            className={styles.input}
            type="search"
            name="q"
            defaultValue={query}
            dir="auto"
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={large ? `${id}-help` : undefined}
          />
          <Button type="submit" variant="primary">
            {t('submit')}
          </Button>
        </div>
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
