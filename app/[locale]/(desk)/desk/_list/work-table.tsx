import { useTranslations } from 'next-intl'
import { AudienceBadge, PublicationBadge, WorkStateBadge } from '#app/_components/badge.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import type { WorkListing } from '#lib/statements/work-lists.ts'
import styles from './list.module.css'
import { ListingTitle } from './listing-title.tsx'

/** One's statements, the ones changed last first. */
export function WorkTable({
  rows,
  total,
  locale,
}: {
  rows: readonly WorkListing[]
  total: number
  locale: string
}) {
  const t = useTranslations('desk.list')
  const types = useTranslations('vocabulary.testimonyTypes')
  return (
    <DataTable
      caption={t('found', { count: total })}
      rows={rows}
      rowKey={(row) => row.reference}
      columns={[
        {
          id: 'statement',
          header: t('statement'),
          cell: (row) => (
            <>
              <ListingTitle row={row} locale={locale} />
              {row.testimonyType && (
                <span className={styles.reference}>{types(row.testimonyType as never)}</span>
              )}
            </>
          ),
        },
        {
          id: 'work',
          header: t('work'),
          cell: (row) => (
            <span className="cluster">
              <WorkStateBadge state={row.state} />
              {row.openComments > 0 && <span>{t('comments', { count: row.openComments })}</span>}
            </span>
          ),
        },
        {
          id: 'publication',
          header: t('published'),
          cell: (row) => (
            <span className="cluster">
              <PublicationBadge publication={row.publication} />
              {row.publication === 'published' && <AudienceBadge audience={row.audience} />}
            </span>
          ),
        },
        { id: 'size', header: t('size'), cell: (row) => t('words', { count: row.words }) },
        {
          id: 'changed',
          header: t('changed'),
          cell: (row) => <DateTime at={row.updatedAt} withTime />,
        },
      ]}
    />
  )
}
