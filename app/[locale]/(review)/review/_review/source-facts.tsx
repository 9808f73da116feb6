import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { Occasion } from '#lib/occasions/model.ts'
import type { Source } from '#lib/sources/model.ts'

/** The source and the occasion as they stood at submission, with the notes that readers do not see. */
export function SourceFacts({
  source,
  occasion,
}: {
  source: Source | null
  occasion: Occasion | null
}) {
  const t = useTranslations('statement')
  const own = useTranslations('review.source')
  const v = useTranslations('vocabulary')
  const text = (value: string) => value !== '' && <Bidi>{value}</Bidi>
  return (
    <>
      {!source && !occasion && <p>{own('none')}</p>}
      {source && (
        <>
          <h3>{t('source')}</h3>
          {source.affiliationToConfirm && <Notice tone="warning">{own('toConfirm')}</Notice>}
          <DefinitionList
            layout="columns"
            items={[
              { term: t('sourceTitle'), details: text(source.title) },
              { term: t('sourceKind'), details: v(`sourceKinds.${source.kind}`) },
              { term: t('publisher'), details: text(source.publisher) },
              { term: t('affiliation'), details: text(source.affiliation) },
              { term: t('author'), details: text(source.author) },
              { term: t('sourceDate'), details: text(source.date) },
              { term: t('address'), details: text(source.url) },
              { term: t('retrievedOn'), details: text(source.retrievedOn) },
              { term: t('archivedCopy'), details: text(source.archivedCopy) },
              { term: own('note'), details: text(source.note) },
            ]}
          />
        </>
      )}
      {occasion && (
        <>
          <h3>{t('occasion')}</h3>
          <DefinitionList
            layout="columns"
            items={[
              { term: t('sourceTitle'), details: text(occasion.title) },
              { term: t('sourceKind'), details: v(`occasionKinds.${occasion.kind}`) },
              { term: t('placeGiven'), details: text(occasion.place) },
              { term: t('sourceDate'), details: text(occasion.date) },
              { term: t('organisation'), details: text(occasion.organisation) },
              { term: own('note'), details: text(occasion.note) },
            ]}
          />
        </>
      )}
    </>
  )
}
