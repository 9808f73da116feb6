import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { displayNameOf } from '#lib/authorities/model.ts'
import type { NamedRecord, PresentedStatement } from '#lib/statements/present.ts'
import { Fact, isRecorded } from './fact.tsx'
import { namedInRoles } from './mentions.ts'
import { StatedDate } from './stated-date.tsx'
import styles from './statement-view.module.css'
import { useLanguageName } from './use-language-name.ts'

/** What a statement is about, who is named in it, and how its text came to be as it is. */
export function AboutText({ statement }: { statement: PresentedStatement }) {
  const t = useTranslations('statement')
  const { about } = statement
  const hasSubject = about.events.length > 0 || about.places.length > 0 || isRecorded(about.date)
  return (
    <>
      {hasSubject && (
        <section className={styles.group}>
          <h2>{t('about')}</h2>
          <DefinitionList
            layout="aside"
            items={[
              {
                term: t('events'),
                details: about.events.length > 0 && (
                  <RecordLinks records={about.events} folder="events" />
                ),
              },
              {
                term: t('places'),
                details: about.places.length > 0 && (
                  <RecordLinks records={about.places} folder="places" />
                ),
              },
              {
                term: t('eventDate'),
                details: isRecorded(about.date) && (
                  <Fact fact={about.date}>{(date) => <StatedDate date={date} />}</Fact>
                ),
              },
            ]}
          />
        </section>
      )}
      <People statement={statement} />
      <TextFacts statement={statement} />
      <Revisions statement={statement} />
    </>
  )
}

function RecordLinks({
  records,
  folder,
}: {
  records: readonly NamedRecord[]
  folder: 'events' | 'places' | 'people'
}) {
  const locale = useLocale()
  return (
    <ul className={styles.plain}>
      {records.map((record) => (
        <li key={record.id}>
          <Link href={`/${folder}/${record.id}`} prefetch={false}>
            <Bidi>{displayNameOf(record, locale)}</Bidi>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Roles are what the witness says of somebody, and are headed so. */
function People({ statement }: { statement: PresentedStatement }) {
  const t = useTranslations('statement')
  const v = useTranslations('vocabulary')
  const locale = useLocale()
  const format = useFormatter()
  const named = namedInRoles(statement)
  if (named.length === 0) return null
  const shownPassages = 12
  return (
    <section className={styles.group}>
      <h2>{t('people')}</h2>
      <p className={styles.attribution}>{t('peopleAttribution')}</p>
      <ul className={styles.named}>
        {named.map(({ record, role, involvements, bases, passages }) => (
          <li key={`${record.id}-${role}`}>
            {record.kind === 'person' ? (
              <Link href={`/people/${record.id}`} prefetch={false}>
                <Bidi>{displayNameOf(record, locale)}</Bidi>
              </Link>
            ) : (
              <Bidi>{displayNameOf(record, locale)}</Bidi>
            )}
            <span className={styles.note}>
              {[
                v(`mentionRoles.${role}`),
                ...involvements.map((code) => v(`involvements.${code}`)),
                ...bases.map((code) => v(`identificationBases.${code}`)),
              ].join(' · ')}
            </span>
            <span className={styles.places}>
              {passages.slice(0, shownPassages).map((number) => (
                <a key={number} href={`#p${number}`}>
                  §{format.number(number)}
                </a>
              ))}
              {passages.length > shownPassages && '…'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function TextFacts({ statement }: { statement: PresentedStatement }) {
  const t = useTranslations('statement')
  const v = useTranslations('vocabulary')
  const languageName = useLanguageName()
  const { text, extent } = statement
  return (
    <section className={styles.group}>
      <h2>{t('textFacts')}</h2>
      <DefinitionList
        layout="aside"
        items={[
          {
            term: v(`textKinds.${text.kind}`),
            details: text.language && languageName(text.language),
          },
          ...statement.translations.map((translation) => ({
            term: t('translationInto', { language: languageName(translation.language) }),
            details: (
              <>
                {isRecorded(translation.translator) ? (
                  <Fact fact={translation.translator} />
                ) : (
                  t('translatorNotRecorded')
                )}
                {translation.certification && (
                  <span className={styles.note}>
                    <Bidi>{translation.certification}</Bidi>
                  </span>
                )}
              </>
            ),
          })),
          {
            term: t('narrativeForm'),
            details: isRecorded(statement.narrativeForm) && (
              <Fact fact={statement.narrativeForm}>{(code) => v(`narrativeForms.${code}`)}</Fact>
            ),
          },
          {
            term: t('generation'),
            details: isRecorded(statement.generation) && (
              <Fact fact={statement.generation}>{(code) => v(`generations.${code}`)}</Fact>
            ),
          },
          {
            term: t('originalLocation'),
            details: isRecorded(statement.originalLocation) && (
              <Fact fact={statement.originalLocation} />
            ),
          },
          { term: t('extent'), details: t('extentLong', { ...extent }) },
          {
            term: t('consentBasis'),
            details: statement.consentBasis && v(`consentBases.${statement.consentBasis}`),
          },
          ...statement.otherIdentifiers.map(({ type, value }) => ({
            term: type || t('otherIdentifier'),
            details: <Bidi>{value}</Bidi>,
          })),
        ]}
      />
    </section>
  )
}

function Revisions({ statement }: { statement: PresentedStatement }) {
  const t = useTranslations('statement')
  const { reference, revision, revisions } = statement
  return (
    <section className={styles.group}>
      <h2>{t('revisions')}</h2>
      <ul className={styles.plain}>
        {revisions.map(({ number, publishedAt }) => (
          <li key={number}>
            <Link
              href={`/statements/${reference}/r${number}`}
              prefetch={false}
              aria-current={number === revision ? 'true' : undefined}
            >
              <bdi dir="ltr">r{number}</bdi>
            </Link>{' '}
            <span className={styles.inlineNote}>
              {t.rich('publishedOn', {
                date: () => <DateTime at={publishedAt} bothCalendars />,
              })}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.hash}>
        {t('contentHash')} <bdi dir="ltr">{statement.contentHash}</bdi>
      </p>
    </section>
  )
}
