import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { Button } from '#app/_components/button.tsx'
import type { ImportPreview } from '#lib/importing/present.ts'
import styles from './import.module.css'
import { ItemTable } from './item-table.tsx'
import { Counts } from './outcome.tsx'
import { draftId, ProposedDrafts } from './proposed-drafts.tsx'
import { ReportFacts } from './report-facts.tsx'
import { ReportText } from './report-text.tsx'

/** What a file would become. */
export function Preview({
  preview,
  busy,
  onCreate,
  onDiscard,
}: {
  preview: ImportPreview
  busy: boolean
  onCreate: () => void
  onDiscard: () => void
}) {
  const t = useTranslations('import')
  const { report, samples, items, itemCount, created } = preview
  const kind = t(`kinds.${preview.kind}`)
  // Among the drafts of a report, only those that would not be created need a word.
  const told = report === null ? items : items.filter((item) => item.status !== 'created')
  return (
    <section className="stack" aria-labelledby="preview-title">
      <div>
        <h2 id="preview-title">
          {t('preview.title')}: <Bidi>{preview.fileName}</Bidi>
        </h2>
        <p>
          {t(preview.detected ? 'preview.detected' : 'preview.chosen', { kind })}{' '}
          {t('preview.nothingYet')}
        </p>
        <Counts counts={preview} isPreview />
      </div>
      {report !== null && (
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
      )}
      {samples.length > 0 && (
        <section aria-labelledby="samples-title">
          <h3 id="samples-title">{t('preview.samples')}</h3>
          <ul className={styles.drafts}>
            {samples.map((sample) => (
              <li key={sample.record} className={styles.draft}>
                <strong>
                  <Bidi lang={sample.language}>{sample.title || sample.record}</Bidi>
                </strong>
                <p className={styles.aside}>{t('preview.passages', { count: sample.passages })}</p>
                <p lang={sample.language ?? undefined} dir="auto">
                  {sample.text}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {told.length > 0 && (
        <section aria-labelledby="records-title">
          <h3 id="records-title">{t('result.records')}</h3>
          <ItemTable items={told} hasReferences={false} />
          {itemCount > items.length && (
            <p className={styles.aside}>{t('preview.more', { count: itemCount - items.length })}</p>
          )}
        </section>
      )}
      <div className="cluster">
        <Button
          variant="primary"
          onClick={onCreate}
          disabled={created === 0}
          aria-disabled={busy || undefined}
        >
          {busy ? t('preview.creating') : t('preview.create', { count: created })}
        </Button>
        <Button variant="quiet" onClick={onDiscard}>
          {t('preview.discard')}
        </Button>
      </div>
    </section>
  )
}
