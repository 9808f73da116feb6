import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { getPathname, Link } from '#app/_i18n/navigation.ts'
import type { PassageHit } from '#lib/search/contract.ts'
import { QUERY_MAX_LENGTH } from '#lib/search/query.ts'
import type { RecordedMatch } from '#lib/search/recorded.ts'
import { isMissing } from '#lib/statements/model.ts'
import type { StatementListing } from '#lib/statements/present.ts'
import { pickText } from './localized.ts'
import { Marked } from './marked.tsx'
import styles from './statement-card.module.css'
import { useLanguageName } from './use-language-name.ts'

/**
 * A published statement in a list: whose it is and how they know, before what it says. With `passages`, the places
 * where a search met it, each with its number and its own address; before them what is recorded of it that explains why
 * it was found.
 */
export function StatementCard({
  listing,
  passages,
  matchingPassages = 0,
  recorded = [],
  query = '',
  headingLevel = 3,
}: {
  listing: StatementListing
  passages?: readonly PassageHit[]
  matchingPassages?: number
  /** Where else words of the search stand. */
  recorded?: readonly RecordedMatch[]
  /** Carried along, so that its words are marked on the page too. */
  query?: string
  headingLevel?: 2 | 3
}) {
  const t = useTranslations()
  const locale = useLocale()
  const format = useFormatter()
  const languageName = useLanguageName()
  const title = pickText(listing.titles, locale)
  const abstract = pickText(listing.abstracts, locale)
  const witness = pickText(listing.witness.displayName, locale)
  const Heading = `h${headingLevel}` as const
  const looked = query.slice(0, QUERY_MAX_LENGTH)
  const suffix = looked ? `?${new URLSearchParams({ q: looked })}` : ''
  const path = `/statements/${listing.reference}`
  const given = listing.dateGiven
  // What was found in a translation is shown beside the original.
  const passageHref = (passage: PassageHit) => {
    const parameters = new URLSearchParams(looked ? { q: looked } : {})
    if (passage.language !== listing.language) parameters.set('in', passage.language)
    const search = parameters.size > 0 ? `?${parameters}` : ''
    return `${getPathname({ href: path, locale })}${search}#p${passage.number}`
  }
  const inTitle = recorded.find(({ kind, text }) => kind === 'title' && text === title?.text)
  const beside = recorded.filter((match) => match !== inTitle)
  const notes = listing.contentNotes.filter((note) => note !== 'none')
  return (
    <article className={styles.card}>
      <Heading className={styles.title}>
        <Link href={`${path}${suffix}`} prefetch={false}>
          {title ? (
            <Bidi lang={title.lang}>
              <Marked text={title.text} highlights={inTitle?.highlights ?? []} />
            </Bidi>
          ) : (
            <Ltr>{listing.reference}</Ltr>
          )}
        </Link>
      </Heading>
      <ul className={styles.facts}>
        <li>
          {witness ? (
            <Bidi lang={witness.lang}>{witness.text}</Bidi>
          ) : (
            t('vocabulary.displayModes.withheld')
          )}
        </li>
        {listing.relation && <li>{t(`vocabulary.relationsToEvent.${listing.relation}`)}</li>}
        {listing.directness && <li>{t(`vocabulary.directnesses.${listing.directness}`)}</li>}
        {listing.testimonyType && (
          <li>{t(`vocabulary.testimonyTypes.${listing.testimonyType}`)}</li>
        )}
        {given && !isMissing(given) && (
          <li>
            <Bidi>{given.stated}</Bidi>
          </li>
        )}
      </ul>
      {beside.length > 0 && (
        <ul className={styles.recorded} aria-label={t('search.recorded.label')}>
          {beside.map(({ kind, text, highlights, cutBefore, cutAfter }) => (
            <li key={kind}>
              {t(`search.recorded.kinds.${kind}`)}{' '}
              <bdi>
                {cutBefore && '… '}
                <Marked text={text} highlights={highlights} />
                {cutAfter && ' …'}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      {passages && passages.length > 0 ? (
        <ul className={styles.passages}>
          {passages.map((passage) => (
            <li key={`${passage.language}-${passage.key}`}>
              <a
                className={styles.number}
                href={passageHref(passage)}
                aria-label={t('search.passage', { number: passage.number })}
              >
                §{format.number(passage.number)}
              </a>
              <p className={`testimony ${styles.excerpt}`} lang={passage.language} dir="auto">
                {passage.cutBefore && '… '}
                <Marked text={passage.text} highlights={passage.highlights} />
                {passage.cutAfter && ' …'}
              </p>
            </li>
          ))}
          {matchingPassages > passages.length && (
            <li className={styles.more}>
              {t('search.morePassages', { count: matchingPassages - passages.length })}
            </li>
          )}
        </ul>
      ) : (
        abstract && (
          <p className={styles.abstract}>
            <Bidi lang={abstract.lang}>{abstract.text}</Bidi>
          </p>
        )
      )}
      <div className={styles.foot}>
        <span>
          <Ltr>{listing.reference}</Ltr>
        </span>
        <span>{listing.languages.map(languageName).join(t('search.comma'))}</span>
        <span>
          {t('statement.extentShort', { words: listing.words, passages: listing.passages })}
        </span>
        {notes.map((note) => (
          <Badge key={note} tone="warning">
            {t(`vocabulary.contentNotes.${note}`)}
          </Badge>
        ))}
      </div>
    </article>
  )
}
