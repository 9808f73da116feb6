import { useTranslations } from 'next-intl'
import type { ImportView } from '#lib/importing/plan.ts'
import styles from '../../import.module.css'
import { draftId, ProposedDrafts } from './proposed-drafts.tsx'
import { ReportFacts } from './report-facts.tsx'
import { ReportText } from './report-text.tsx'

/** A press report beside the drafts that it would become. */
export function PressReportView({ report }: { report: NonNullable<ImportView['report']> }) {
  const t = useTranslations('import')
  return (
    <>
      <ReportFacts report={report} />
      <div className={styles.sides}>
        <section aria-labelledby="report-title">
          <h3 id="report-title">{t('report.title')}</h3>
          <p className={styles.aside}>{t('report.legend')}</p>
          <ReportText
            text={report.text}
            language={report.language}
            ignored={report.ignored}
            marks={report.drafts.flatMap((draft, index) =>
              draft.passages.map(({ start, end }) => ({
                start,
                end,
                draft: index + 1,
                href: `#${draftId(index + 1)}`,
              })),
            )}
          />
        </section>
        <section aria-labelledby="drafts-title">
          <h3 id="drafts-title">{t('preview.draftsTitle')}</h3>
          <ProposedDrafts drafts={report.drafts} language={report.language} />
        </section>
      </div>
    </>
  )
}
