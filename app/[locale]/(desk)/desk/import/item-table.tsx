import { useFormatter, useTranslations } from 'next-intl'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import type { ItemOutcome } from '#lib/importing/items.ts'
import styles from './import.module.css'
import { Reason, StatusBadge } from './outcome.tsx'
import { draftHref } from './places.ts'

export type Item = ItemOutcome & { title?: string | null; extras?: Record<string, unknown> }

/** What became of each record, or would. */
export function ItemTable({
  items,
  hasReferences,
}: {
  items: readonly Item[]
  hasReferences: boolean
}) {
  const t = useTranslations('import.result')
  const format = useFormatter()
  const rows = items.map((item, position) => ({ ...item, position }))
  const reference = {
    id: 'reference',
    header: t('draft'),
    cell: (item: Item) => <DraftLink item={item} />,
  }
  return (
    <DataTable
      caption={t('records')}
      hideCaption
      rows={rows}
      rowKey={(item) => item.position}
      columns={[
        {
          id: 'record',
          header: t('record'),
          cell: (item) => <Bidi>{item.record}</Bidi>,
          isRowHeader: true,
        },
        {
          id: 'line',
          header: t('line'),
          align: 'end',
          cell: (item) => (item.line === null ? '–' : format.number(item.line)),
        },
        { id: 'status', header: t('status'), cell: (item) => <StatusBadge status={item.status} /> },
        ...(hasReferences ? [reference] : []),
        { id: 'why', header: t('why'), cell: (item) => <Why item={item} /> },
      ]}
    />
  )
}

function DraftLink({ item }: { item: Item }) {
  const t = useTranslations('import.result')
  if (item.reference === null) return '–'
  if (item.status === 'deleted')
    return <Ltr>{t('goneReference', { reference: item.reference })}</Ltr>
  return (
    <Link href={draftHref(item.reference)}>
      <Ltr>{item.reference}</Ltr>
      {item.title && (
        <>
          {' '}
          <Bidi>{item.title}</Bidi>
        </>
      )}
    </Link>
  )
}

function Why({ item }: { item: Item }) {
  const t = useTranslations('import.result')
  const extras = Object.keys(item.extras ?? {})
  if (item.reason === '' && extras.length === 0) return '–'
  return (
    <div className={styles.why}>
      <Reason item={item} />
      {extras.length > 0 && <Bidi>{t('extras', { fields: extras.join(', ') })}</Bidi>}
    </div>
  )
}
