import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Bidi } from '#app/_components/bidi.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import type { PresentedStatement } from '#lib/statements/present.ts'
import { Fact, isRecorded } from './fact.tsx'
import { pickText } from './localized.ts'
import { StatedDate } from './stated-date.tsx'
import styles from './statement-view.module.css'

interface Item {
  term: string
  details: ReactNode
}

/** Who says this, how they know it, how it was taken, and from which source the archive has it. */
export function Provenance({ statement }: { statement: PresentedStatement }) {
  const t = useTranslations('statement')
  const v = useTranslations('vocabulary')
  const locale = useLocale()
  const { knowledge, taking, witness, occasion, source } = statement
  const name = pickText(witness.displayName, locale)

  const who: Item[] = [
    {
      term: t('name'),
      details: (
        <>
          {name ? <Bidi lang={name.lang}>{name.text}</Bidi> : v('displayModes.withheld')}
          {name && witness.displayMode && witness.displayMode !== 'real_name' && (
            <span className={styles.note}>{v(`displayModes.${witness.displayMode}`)}</span>
          )}
        </>
      ),
    },
    {
      term: t('relation'),
      details: isRecorded(knowledge.relation) && (
        <Fact fact={knowledge.relation}>{(code) => v(`relationsToEvent.${code}`)}</Fact>
      ),
    },
    {
      term: t('directness'),
      details: isRecorded(knowledge.directness) && (
        <Fact fact={knowledge.directness}>{(code) => v(`directnesses.${code}`)}</Fact>
      ),
    },
    {
      term: t('conditions'),
      details: isRecorded(knowledge.conditions) && <Fact fact={knowledge.conditions} />,
    },
    {
      term: t('toldBy'),
      details: isRecorded(knowledge.toldBy) && <Fact fact={knowledge.toldBy} />,
    },
  ]

  const how: Item[] = [
    {
      term: t('type'),
      details: isRecorded(statement.testimonyType) && (
        <Fact fact={statement.testimonyType}>{(code) => v(`testimonyTypes.${code}`)}</Fact>
      ),
    },
    {
      term: t('occasion'),
      details: occasion && (
        <>
          <Bidi>{occasion.title}</Bidi>
          <span className={styles.note}>
            {[v(`occasionKinds.${occasion.kind}`), occasion.place, occasion.date]
              .filter(Boolean)
              .map((part, index) => (
                <span key={part}>
                  {index > 0 && ' · '}
                  <Bidi>{part}</Bidi>
                </span>
              ))}
          </span>
          {occasion.organisation && (
            <span className={styles.note}>
              <Bidi>{occasion.organisation}</Bidi>
            </span>
          )}
        </>
      ),
    },
    {
      term: t('method'),
      details: isRecorded(taking.method) && (
        <Fact fact={taking.method}>{(code) => v(`collectionMethods.${code}`)}</Fact>
      ),
    },
    ...(['dateGiven', 'dateRecorded', 'dateReceived'] as const).map((field) => ({
      term: t(field),
      details: isRecorded(taking[field]) && (
        <Fact fact={taking[field]}>{(date) => <StatedDate date={date} />}</Fact>
      ),
    })),
    ...(
      [
        'placeGiven',
        'interviewer',
        'organisation',
        'interpreter',
        'interpreterQuality',
        'othersPresent',
        'recording',
        'transcriber',
        'corrections',
      ] as const
    ).map((field) => ({
      term: t(field),
      details: isRecorded(taking[field]) && <Fact fact={taking[field]} />,
    })),
    ...(['readBack', 'signed'] as const).map((field) => ({
      term: t(field),
      details: isRecorded(taking[field]) && (
        <Fact fact={taking[field]}>{(answer) => v(`yesNo.${answer}`)}</Fact>
      ),
    })),
    {
      term: t('solemnity'),
      details: isRecorded(statement.solemnity) && (
        <Fact fact={statement.solemnity}>{(code) => v(`solemnities.${code}`)}</Fact>
      ),
    },
  ]

  return (
    <>
      <section className={styles.group}>
        <h2>{t('who')}</h2>
        <DefinitionList layout="aside" items={who} />
      </section>
      <section className={styles.group}>
        <h2>{t('how')}</h2>
        <DefinitionList layout="aside" items={how} />
      </section>
      {source && <SourceFacts source={source} />}
    </>
  )
}

/** The publisher's side is named as somebody's account of it, and never as the archive's own finding. */
function SourceFacts({ source }: { source: NonNullable<PresentedStatement['source']> }) {
  const t = useTranslations('statement')
  const v = useTranslations('vocabulary')
  const text = (value: string) => value !== '' && <Bidi>{value}</Bidi>
  const items: Item[] = [
    { term: t('sourceTitle'), details: text(source.title) },
    { term: t('sourceKind'), details: v(`sourceKinds.${source.kind}`) },
    { term: t('publisher'), details: text(source.publisher) },
    {
      term: t('affiliation'),
      details: (source.affiliation !== '' || source.affiliationToConfirm) && (
        <>
          {source.affiliation && <Bidi>{source.affiliation}</Bidi>}
          {source.affiliationToConfirm && (
            <span className={styles.note}>{t('affiliationToConfirm')}</span>
          )}
        </>
      ),
    },
    { term: t('author'), details: text(source.author) },
    { term: t('sourceDate'), details: text(source.date) },
    { term: t('locator'), details: text(source.locator) },
    {
      term: t('address'),
      details: source.url !== '' && (
        <a href={source.url} rel="noreferrer noopener external" dir="ltr">
          {source.url}
        </a>
      ),
    },
    { term: t('retrievedOn'), details: text(source.retrievedOn) },
    { term: t('archivedCopy'), details: text(source.archivedCopy) },
  ]
  return (
    <section className={styles.group}>
      <h2>{t('source')}</h2>
      <p className={styles.attribution}>{t('sourceAttribution')}</p>
      <DefinitionList layout="aside" items={items} />
    </section>
  )
}
