import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { Select, TextField } from '#app/_components/field.tsx'
import { PUBLICATIONS } from '#lib/statements/vocabularies.ts'
import styles from './list.module.css'
import type { DeskFilter } from './work-filter.ts'

/** Narrows the list; a plain form that works by its address. */
export function WorkFilterForm({ filter }: { filter: DeskFilter }) {
  const t = useTranslations('desk.list')
  const publications = useTranslations('vocabulary.publications')
  const isNarrowed = filter.text !== '' || filter.publication !== null
  return (
    <search>
      <form className={styles.filter} aria-label={t('filter')}>
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        <TextField label={t('text')} type="search" name="text" defaultValue={filter.text} />
        <Select
          label={t('publication')}
          name="publication"
          placeholder={t('any')}
          options={PUBLICATIONS.map((value) => ({ value, label: publications(value) }))}
          defaultValue={filter.publication ?? ''}
        />
        <Button type="submit">{t('apply')}</Button>
        {isNarrowed && (
          <LinkButton variant="quiet" href="/desk">
            {t('reset')}
          </LinkButton>
        )}
      </form>
    </search>
  )
}
