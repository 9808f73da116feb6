import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import type { ImportSummary } from '#lib/importing/queries.ts'
import styles from './import.module.css'
import { Counts, ImportStateBadge } from './outcome.tsx'

/** Imports with their state and how far they have come. */
export function ImportList({
  imports,
  caption,
  withNames,
}: {
  imports: readonly ImportSummary[]
  caption: string
  /** Whether to say who made each. */
  withNames: boolean
}) {
  const t = useTranslations('import')
  const by = {
    id: 'by',
    header: t('list.by'),
    cell: (row: ImportSummary) => <Bidi>{row.createdByName}</Bidi>,
  }
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={imports}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'file',
          header: t('list.file'),
          isRowHeader: true,
          cell: (row) => (
            <>
              <Link href={`/desk/import/${row.id}`}>
                <Bidi>{row.fileName}</Bidi>
              </Link>
              {row.kind !== null && <div className={styles.aside}>{t(`kinds.${row.kind}`)}</div>}
            </>
          ),
        },
        {
          id: 'when',
          header: t('list.when'),
          cell: (row) => <DateTime at={row.createdAt} withTime />,
        },
        ...(withNames ? [by] : []),
        {
          id: 'state',
          header: t('list.state'),
          cell: (row) => (
            <>
              <ImportStateBadge state={row.state} />
              {row.state === 'ready' && row.total !== null && (
                <div className={styles.aside}>{t('list.records', { count: row.total })}</div>
              )}
              {(row.state === 'running' || row.state === 'paused') && row.total !== null && (
                <div className={styles.aside}>
                  {t('list.unfinished', { done: row.done, total: row.total })}
                </div>
              )}
            </>
          ),
        },
        {
          id: 'outcome',
          header: t('list.outcome'),
          cell: (row) => (row.done > 0 ? <Counts counts={row.counts} /> : '–'),
        },
      ]}
    />
  )
}
