import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import type { ImportView } from '#lib/importing/plan.ts'
import { SealedNotice } from './sealed-notice.tsx'

/** The files of a bag, what each was read as, and how many records it gave. */
export function BagView({ bag }: { bag: NonNullable<ImportView['bag']> }) {
  const t = useTranslations('import')
  const sealed = new Set(bag.files.flatMap((file) => file.sealed))
  return (
    <section aria-labelledby="bag-title" className="stack">
      <h3 id="bag-title">{t('bag.title')}</h3>
      <DataTable
        caption={t('bag.title')}
        hideCaption
        rows={bag.files}
        rowKey={({ path }) => path}
        columns={[
          {
            id: 'path',
            header: t('list.file'),
            isRowHeader: true,
            cell: ({ path }) => <Bidi>{path}</Bidi>,
          },
          {
            id: 'kind',
            header: t('form.kind'),
            cell: ({ kind }) => (kind === null ? '–' : t(`kinds.${kind}`)),
          },
          {
            id: 'records',
            header: t('result.records'),
            align: 'end',
            cell: ({ records }) => t('bag.records', { count: records }),
          },
        ]}
      />
      <SealedNotice names={[...sealed]} />
    </section>
  )
}
