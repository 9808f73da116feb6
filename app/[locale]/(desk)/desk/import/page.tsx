import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Bidi } from '#app/_components/bidi.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { IMPORT_MAX_BYTES } from '#lib/importing/decode.ts'
import { listImports } from '#lib/importing/queries.ts'
import styles from './import.module.css'
import { ImportForm } from './import-form.tsx'
import { Counts } from './outcome.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('import')
  return { title: t('title') }
}

export default async function ImportPage() {
  const viewer = await requireViewer('archivist')
  const imports = listImports(viewer)
  const t = await getTranslations('import')
  const isAdmin = viewer.role === 'admin'
  return (
    <div className="page stack">
      <PageHeader title={t('title')} description={t('description')} />
      <ClientMessages namespaces={['import', 'vocabulary']}>
        <ImportForm maxMegabytes={IMPORT_MAX_BYTES / 1024 / 1024} locale={await getLocale()} />
      </ClientMessages>
      <section aria-labelledby="imports">
        <h2 id="imports">{t(isAdmin ? 'list.titleAll' : 'list.title')}</h2>
        {imports.length === 0 ? (
          <EmptyState title={t('list.empty')} />
        ) : (
          <DataTable
            caption={t(isAdmin ? 'list.titleAll' : 'list.title')}
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
                    <div className={styles.aside}>{t(`kinds.${row.kind}`)}</div>
                  </>
                ),
              },
              {
                id: 'when',
                header: t('list.when'),
                cell: (row) => <DateTime at={row.createdAt} withTime />,
              },
              ...(isAdmin
                ? [
                    {
                      id: 'by',
                      header: t('list.by'),
                      cell: (row: (typeof imports)[number]) => <Bidi>{row.createdByName}</Bidi>,
                    },
                  ]
                : []),
              {
                id: 'outcome',
                header: t('list.outcome'),
                cell: (row) => (
                  <>
                    <Counts counts={row.counts} />
                    {row.finishedAt === null && (
                      <div className={styles.aside}>{t('list.unfinished')}</div>
                    )}
                  </>
                ),
              },
            ]}
          />
        )}
      </section>
    </div>
  )
}
