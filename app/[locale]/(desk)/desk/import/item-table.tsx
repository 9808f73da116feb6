import { useFormatter, useTranslations } from 'next-intl'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import type { ItemOutcome } from '#lib/importing/items.ts'
import type { ImportItem } from '#lib/importing/queries.ts'
import styles from './import.module.css'
import { Reason, StatusBadge } from './outcome.tsx'
import { draftHref } from './places.ts'

export type Item = ItemOutcome & Partial<Omit<ImportItem, keyof ItemOutcome>>

/** What became of each record, or would. */
export function ItemTable({
  items,
  hasReferences,
  changesOf = null,
}: {
  items: readonly Item[]
  hasReferences: boolean
  /** The import whose open changes this viewer may take or leave. */
  changesOf?: string | null
}) {
  const t = useTranslations('import.result')
  const format = useFormatter()
  const rows = items.map((item, place) => ({ ...item, place }))
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
      rowKey={(item) => item.place}
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
        { id: 'why', header: t('why'), cell: (item) => <Why item={item} changesOf={changesOf} /> },
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

function Why({ item, changesOf }: { item: Item; changesOf: string | null }) {
  const t = useTranslations('import.result')
  const changes = useTranslations('import.change')
  const extras = Object.keys(item.extras ?? {})
  if (item.reason === '' && extras.length === 0) return '–'
  return (
    <div className={styles.why}>
      <Reason item={item} />
      {item.isOpenChange && item.reference !== null && changesOf !== null && (
        <p>
          <Link href={`/desk/import/${changesOf}/changes/${item.position}`}>
            {changes('compare')}
          </Link>
        </p>
      )}
      {extras.length > 0 && <Bidi>{t('extras', { fields: extras.join(', ') })}</Bidi>}
    </div>
  )
}
