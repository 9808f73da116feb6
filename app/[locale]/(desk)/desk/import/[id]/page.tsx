import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Bidi } from '#app/_components/bidi.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { getPathname } from '#app/_i18n/navigation.ts'
import type { AppLocale } from '#app/_i18n/routing.ts'
import { orNotFound } from '#app/_server/found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { type ImportReport, readImport } from '#lib/importing/queries.ts'
import styles from '../import.module.css'
import { ItemTable } from '../item-table.tsx'
import { Counts } from '../outcome.tsx'
import { draftHref } from '../places.ts'
import { ReportFacts } from '../report-facts.tsx'
import { ReportText } from '../report-text.tsx'
import { UndoForm } from './undo-form.tsx'

const ITEMS_PER_PAGE = 100

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('import')
  return { title: t('title') }
}

export default async function ImportReportPage({ params, searchParams }: Props) {
  const viewer = await requireViewer('archivist')
  const { id } = await params
  const report = orNotFound(() => readImport(viewer, id))
  const t = await getTranslations('import')
  const pageCount = Math.max(1, Math.ceil(report.items.length / ITEMS_PER_PAGE))
  const asked = Number((await searchParams).page ?? 1)
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pageCount) : 1
  const items = report.items.slice((page - 1) * ITEMS_PER_PAGE, page * ITEMS_PER_PAGE)
  return (
    <div className="page stack">
      <PageHeader
        eyebrow={t(`kinds.${report.kind}`)}
        title={<Bidi>{report.fileName}</Bidi>}
        actions={
          <LinkButton href="/desk/import" variant="quiet">
            {t('result.back')}
          </LinkButton>
        }
      />
      <section aria-labelledby="summary" className="stack">
        <h2 id="summary">{t('result.summary')}</h2>
        <Counts counts={report.counts} />
        <DefinitionList
          layout="columns"
          items={[
            { term: t('list.when'), details: <DateTime at={report.createdAt} withTime /> },
            { term: t('list.by'), details: <Bidi>{report.createdByName}</Bidi> },
            {
              term: t('result.fingerprint'),
              details: <code className={styles.hash}>{report.fileSha256}</code>,
            },
            {
              term: t('list.outcome'),
              details: report.finishedAt === null && t('list.unfinished'),
            },
          ]}
        />
        <ClientMessages namespaces={['import']}>
          <UndoForm importId={report.id} untouched={report.isOwn ? report.untouched : 0} />
        </ClientMessages>
      </section>
      <section aria-labelledby="records">
        <h2 id="records">{t('result.records')}</h2>
        <ItemTable items={items} hasReferences />
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefFor={(number) => `/desk/import/${id}?page=${number}`}
        />
      </section>
      {report.document !== null && <ImportedReport report={report} document={report.document} />}
    </div>
  )
}

/** The press report that was read, with what became of it marked in place. */
async function ImportedReport({
  report,
  document,
}: {
  report: ImportReport
  document: NonNullable<ImportReport['document']>
}) {
  const t = await getTranslations('import.report')
  const locale = (await getLocale()) as AppLocale
  const drafts = report.items
    .filter((item) => item.status === 'created')
    .map((item) => item.reference)
  return (
    <section aria-labelledby="document" className="stack">
      <h2 id="document">{t('textTitle')}</h2>
      <ReportFacts report={document} />
      <p className={styles.aside}>{t('legend')}</p>
      <ReportText
        text={document.text}
        language={document.language}
        ignored={document.ignored}
        marks={document.passages.map(({ start, end, reference }) => ({
          start,
          end,
          draft: drafts.indexOf(reference) + 1,
          href: getPathname({ href: draftHref(reference), locale }),
        }))}
      />
    </section>
  )
}
