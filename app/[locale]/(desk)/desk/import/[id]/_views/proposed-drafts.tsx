import { useTranslations } from 'next-intl'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi } from '#app/_components/bidi.tsx'
import type { PressDraft } from '#lib/importing/press/types.ts'
import styles from '../../import.module.css'
import { placeId } from '../../places.ts'

/** The drafts that a press report would become, each passage leading to its place in the report. */
export function ProposedDrafts({
  drafts,
  language,
}: {
  drafts: readonly PressDraft[]
  language: string
}) {
  const t = useTranslations('import.report')
  const types = useTranslations('vocabulary.testimonyTypes')
  return (
    <ol className={styles.drafts}>
      {drafts.map((draft, index) => (
        <li key={draft.passages[0]?.start} id={draftId(index + 1)} className={styles.draft}>
          <p className={styles.draftNumber}>{t('draft', { number: index + 1 })}</p>
          <h3>
            {draft.speaker === null ? (
              t('speakerUnknown')
            ) : (
              <Bidi lang={language}>{draft.speaker}</Bidi>
            )}
          </h3>
          <p className={styles.aside}>
            {draft.role !== null && draft.speakerKind === 'person' && (
              <>
                {t('role')}: <Bidi lang={language}>{draft.role}</Bidi>
                {' · '}
              </>
            )}
            {t('type')}: {types(draft.type)}
          </p>
          {draft.candidates.length > 0 && (
            <p className={styles.aside}>
              {t('candidates', { names: draft.candidates.join(language === 'fa' ? '، ' : ', ') })}
            </p>
          )}
          <ol className={styles.passages}>
            {draft.passages.map((passage) => (
              <li key={passage.start}>
                <a
                  href={`#${placeId(passage.start)}`}
                  className={styles.passage}
                  lang={language}
                  dir="auto"
                >
                  {passage.text}
                </a>
                <p className="cluster">
                  <Badge tone={passage.form === 'quoted' ? 'neutral' : 'info'}>
                    {t(passage.form)}
                  </Badge>
                  {passage.toConfirm && <Badge tone="warning">{t('passageToConfirm')}</Badge>}
                </p>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

/** The id of a proposed draft on the page. */
export function draftId(number: number): string {
  return `draft-${number}`
}
