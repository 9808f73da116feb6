import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '#app/_components/button.tsx'
import { type Option, Select } from '#app/_components/field.tsx'
import { useLanguageName } from '#app/_reading/use-language-name.ts'
import type { WorkListing } from '#lib/statements/work-lists.ts'
import { QUEUE_STANDINGS, type QueueFilter } from './queue-filter.ts'
import styles from './review.module.css'

/** Narrows the queue; only what waits is offered. A plain form, so that a narrowed queue has an address. */
export function QueueFilters({
  waiting,
  filter,
}: {
  waiting: readonly WorkListing[]
  filter: QueueFilter
}) {
  const t = useTranslations('review.queue')
  const common = useTranslations('common')
  const v = useTranslations('vocabulary')
  const languageName = useLanguageName()
  const options = (codes: readonly (string | null)[], label: (code: string) => string): Option[] =>
    [...new Set(codes)]
      .filter((code) => code !== null)
      .map((value) => ({ value, label: label(value) }))
  const owners = new Map(waiting.map(({ owner }) => [owner.id, owner.name]))
  const fields: [keyof QueueFilter, Option[]][] = [
    ['standing', QUEUE_STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) }))],
    [
      'type',
      options(
        waiting.map((listing) => listing.testimonyType),
        (code) => v(`testimonyTypes.${code}` as never),
      ),
    ],
    [
      'language',
      options(
        waiting.map((listing) => listing.language),
        languageName,
      ),
    ],
    [
      'note',
      options(
        waiting.flatMap((listing) => listing.contentNotes),
        (code) => v(`contentNotes.${code}` as never),
      ),
    ],
    ['owner', options([...owners.keys()], (id) => owners.get(id) ?? '')],
  ]
  return (
    <form method="get" className={styles.filters} aria-label={t('filter')}>
      {fields.map(([name, choices]) => (
        <Select
          key={name}
          name={name}
          label={t(`filters.${name}`)}
          placeholder={common('all')}
          options={choices}
          defaultValue={filter[name]}
        />
      ))}
      <Button type="submit">{common('filter')}</Button>
      {Object.values(filter).some(Boolean) && (
        <LinkButton variant="quiet" href="/review">
          {common('clear')}
        </LinkButton>
      )}
    </form>
  )
}
