import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { Select, TextField } from '#app/_components/field.tsx'
import { PUBLICATIONS, WORK_STATES } from '#lib/statements/vocabularies.ts'
import type { WorkFilter } from '#lib/statements/work-lists.ts'
import styles from './review.module.css'

/** Narrows the list of all statements. A plain form, so that a narrowed list has an address. */
export function AllFilters({
  filter,
  owners,
}: {
  filter: WorkFilter
  owners: readonly { id: string; name: string }[]
}) {
  const t = useTranslations('review.all')
  const common = useTranslations('common')
  const v = useTranslations('vocabulary')
  return (
    <form method="get" className={styles.filters} aria-label={t('filter')}>
      <TextField label={t('text')} name="text" type="search" defaultValue={filter.text ?? ''} />
      <Select
        label={t('state')}
        name="state"
        placeholder={common('all')}
        options={WORK_STATES.map((value) => ({ value, label: v(`workStates.${value}`) }))}
        defaultValue={filter.states?.[0] ?? ''}
      />
      <Select
        label={t('publication')}
        name="publication"
        placeholder={common('all')}
        options={PUBLICATIONS.map((value) => ({ value, label: v(`publications.${value}`) }))}
        defaultValue={filter.publication ?? ''}
      />
      <Select
        label={t('owner')}
        name="owner"
        placeholder={common('all')}
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={filter.ownerId ?? ''}
      />
      <Button type="submit">{common('filter')}</Button>
      {Object.keys(filter).length > 0 && (
        <LinkButton variant="quiet" href="/review/all">
          {common('clear')}
        </LinkButton>
      )}
    </form>
  )
}
