import { useTranslations } from 'next-intl'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import type { Ignored, PressReport, Span } from '#lib/importing/press/types.ts'
import styles from '../../import.module.css'

/** The one source and the one occasion that a press report gives, and what of it made no draft. */
export function ReportFacts({
  report,
}: {
  report: Pick<PressReport, 'source' | 'occasion' | 'language'> & {
    ignored: readonly Ignored[]
    narration: readonly Span[]
  }
}) {
  const t = useTranslations('import.report')
  const reasons = useTranslations('import.ignored')
  const kinds = useTranslations('vocabulary.occasionKinds')
  const { source, occasion, ignored, narration, language } = report
  const written = (text: string | null) =>
    text === null ? t('none') : <Bidi lang={language}>{text}</Bidi>
  return (
    <div className={styles.facts}>
      <section>
        <h3>{t('source')}</h3>
        <DefinitionList
          items={[
            { term: t('sourceTitle'), details: written(source.title) },
            { term: t('publisher'), details: written(source.publisher) },
            ...(source.author ? [{ term: t('author'), details: written(source.author) }] : []),
            { term: t('affiliation'), details: <Badge tone="warning">{t('toConfirm')}</Badge> },
            {
              term: t('date'),
              details:
                source.date === null ? t('none') : <DateTime at={source.date} bothCalendars />,
            },
          ]}
        />
      </section>
      <section>
        <h3>{t('occasion')}</h3>
        {occasion === null ? (
          <p>{t('none')}</p>
        ) : (
          <DefinitionList
            items={[
              { term: t('kind'), details: kinds(occasion.kind) },
              { term: t('place'), details: written(occasion.placeStated) },
              {
                term: t('date'),
                details:
                  occasion.date === null ? (
                    t('none')
                  ) : (
                    <DateTime at={occasion.date} bothCalendars />
                  ),
              },
            ]}
          />
        )}
      </section>
      <section>
        <h3>{t('ignoredTitle')}</h3>
        {ignored.length === 0 ? (
          <p>{t('ignoredNone')}</p>
        ) : (
          <ul className={styles.ignoredList}>
            {ignored.map((one) => (
              <li key={one.start}>
                <Badge>{reasons(one.reason)}</Badge> <Bidi lang={language}>{one.text}</Bidi>
              </li>
            ))}
          </ul>
        )}
        <p className={styles.aside}>{t('narration', { count: narration.length })}</p>
      </section>
    </div>
  )
}
