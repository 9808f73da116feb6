import { getLocale, getTranslations } from 'next-intl/server'
import { Bidi } from '#app/_components/bidi.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { orNotFound } from '#app/_server/found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { listMappings } from '#lib/importing/mappings.ts'
import { readImport, readPreview } from '#lib/importing/queries.ts'
import { ImportStateBadge } from '../outcome.tsx'
import { Failed } from './failed.tsx'
import { ImportProgress } from './import-progress.tsx'
import { Outcome } from './outcome.tsx'
import { Ready } from './ready.tsx'

const ITEMS_PER_PAGE = 100

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export default async function ImportedFilePage({ params, searchParams }: Props) {
  const viewer = await requireViewer('archivist')
  const { id } = await params
  const asked = Number((await searchParams).page ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 && asked < 1e6 ? asked : 1
  const report = orNotFound(() => readImport(viewer, id, { page, perPage: ITEMS_PER_PAGE }))
  const preview = report.isOwn ? await readPreview(viewer, id) : null
  const isTable = preview?.view.table !== undefined || preview?.view.ownKeys !== undefined
  const t = await getTranslations('import')
  const locale = await getLocale()
  return (
    <div className="page stack">
      <PageHeader
        eyebrow={report.kind === null ? t('title') : t(`kinds.${report.kind}`)}
        pageTitle={t('title')}
        title={<Bidi>{report.fileName}</Bidi>}
        description={<ImportStateBadge state={report.state} />}
        actions={
          <LinkButton href="/desk/import" variant="quiet">
            {t('result.back')}
          </LinkButton>
        }
      />
      <ClientMessages
        namespaces={[
          ...['import', 'import-document', 'passages', 'vocabulary'],
          ...(isTable ? ['import-table', 'statement-form'] : []),
        ]}
      >
        <ImportProgress importId={id} initial={report} locale={locale} isOwn={report.isOwn} />
        {report.state === 'failed' && report.isOwn && (
          <Failed
            importId={id}
            reason={report.failure?.reason ?? null}
            choices={report.choices}
            version={report.version}
            locale={locale}
          />
        )}
        {preview !== null && (
          <Ready
            importId={id}
            preview={preview}
            savedMappings={isTable ? listMappings(viewer) : []}
            choices={report.choices}
            version={report.version}
            locale={locale}
          />
        )}
      </ClientMessages>
      {report.itemCount > 0 && <Outcome report={report} page={page} perPage={ITEMS_PER_PAGE} />}
    </div>
  )
}
