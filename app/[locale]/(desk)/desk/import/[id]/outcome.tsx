import { getLocale, getTranslations } from 'next-intl/server'
import { Bidi } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { getPathname } from '#app/_i18n/navigation.ts'
import type { AppLocale } from '#app/_i18n/routing.ts'
import type { ImportReport } from '#lib/importing/queries.ts'
import styles from '../import.module.css'
import { ItemTable } from '../item-table.tsx'
import { Counts } from '../outcome.tsx'
import { draftHref } from '../places.ts'
import { ReportFacts } from './_views/report-facts.tsx'
import { ReportText } from './_views/report-text.tsx'
import { UndoForm } from './acts.tsx'

const UNDOABLE: readonly ImportReport['state'][] = ['paused', 'finished', 'failed', 'undone']

/** What became of each record so far. */
export async function Outcome({
  report,
  page,
  perPage,
}: {
  report: ImportReport
  page: number
  perPage: number
}) {
  const t = await getTranslations('import')
  const { id, counts, state, isOwn, untouched } = report
  return (
    <>
      <section aria-labelledby="summary" className="stack">
        <h2 id="summary">{t('result.summary')}</h2>
        <Counts counts={counts} />
        <DefinitionList
          layout="columns"
          items={[
            { term: t('list.when'), details: <DateTime at={report.createdAt} withTime /> },
            { term: t('list.by'), details: <Bidi>{report.createdByName}</Bidi> },
            {
              term: t('result.fingerprint'),
              details: <code className={styles.hash}>{report.fileSha256}</code>,
            },
          ]}
        />
        {isOwn && untouched > 0 && UNDOABLE.includes(state) && (
          <ClientMessages namespaces={['import']}>
            <UndoForm importId={id} untouched={untouched} />
          </ClientMessages>
        )}
      </section>
      <section aria-labelledby="records">
        <h2 id="records">{t('result.records')}</h2>
        <ItemTable items={report.items} hasReferences changesOf={isOwn ? id : null} />
        <Pagination
          page={page}
          pageCount={Math.max(1, Math.ceil(report.itemCount / perPage))}
          hrefFor={(number) => `/desk/import/${id}?page=${number}`}
        />
      </section>
      {report.document !== null && <ImportedReport document={report.document} />}
    </>
  )
}

/** The press report that was read, with what became of it marked in place. */
async function ImportedReport({ document }: { document: NonNullable<ImportReport['document']> }) {
  const t = await getTranslations('import.report')
  const locale = (await getLocale()) as AppLocale
  return (
    <section aria-labelledby="document" className="stack">
      <h2 id="document">{t('textTitle')}</h2>
      <ReportFacts report={document} />
      <p className={styles.aside}>{t('legend')}</p>
      <ReportText
        text={document.text}
        language={document.language}
        ignored={document.ignored}
        marks={document.passages.map(({ start, end, draft, reference }) => ({
          start,
          end,
          draft,
          href: getPathname({ href: draftHref(reference), locale }),
        }))}
      />
    </section>
  )
}
