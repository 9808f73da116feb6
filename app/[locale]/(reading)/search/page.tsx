import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '#app/_components/empty-state.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { PageTitle } from '#app/_components/page-title.tsx'
import { Pagination } from '#app/_components/pagination.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { Facets } from '#app/_reading/facets.tsx'
import { countFilters, searchParameters, searchPath } from '#app/_reading/search-address.ts'
import { SearchForm } from '#app/_reading/search-form.tsx'
import { StatementCard } from '#app/_reading/statement-card.tsx'
import { readingViewer } from '#app/_server/viewer.ts'
import type { SearchQuery, SearchSort } from '#lib/search/contract.ts'
import { readSearchAddress } from '#lib/search/request.ts'
import { type SearchPage as Results, searchStatements } from '#lib/search/search.ts'
import styles from './search.module.css'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { robots: { index: false } }

/** Everything of a search is in its address: it can be shared, and works without JavaScript. */
export default async function SearchPage({ searchParams }: Props) {
  const viewer = await readingViewer()
  const query = readSearchAddress(await searchParams)
  const results = await searchStatements(viewer, query)
  const t = await getTranslations('search')
  const found = results.total + results.totalFuzzy
  const pageCount = Math.max(1, Math.ceil(found / results.perPage))
  const keep = searchParameters({ ...query, text: '', page: 1 })
  return (
    <div className="page">
      <PageTitle>{query.text ? t('titleFor', { query: query.text }) : t('title')}</PageTitle>
      <h1 className={styles.title}>{t('title')}</h1>
      <SearchForm query={query.text} keep={keep} large hideLabel />
      <div className={styles.grid}>
        <Facets query={query} facets={results.facets} />
        <div>
          <ResultHead query={query} results={results} />
          {results.hits.map(({ statement, passages, matchingPassages, recorded }) => (
            <StatementCard
              key={statement.reference}
              listing={statement}
              passages={query.text ? passages : []}
              matchingPassages={matchingPassages}
              recorded={recorded}
              query={query.text}
            />
          ))}
          {results.hits.length === 0 && <NothingFound query={query} found={found} />}
          <Pagination
            page={query.page}
            pageCount={pageCount}
            hrefFor={(page) => searchPath(query, { page })}
          />
        </div>
      </div>
    </div>
  )
}

const sorts: SearchSort[] = ['relevance', 'given', 'added']

async function ResultHead({ query, results }: { query: SearchQuery; results: Results }) {
  const t = await getTranslations('search')
  const format = await getFormatter()
  const { total, totalFuzzy } = results
  const listOf = (words: readonly string[]) =>
    format.list(
      words.map((word) => <bdi key={word}>{word}</bdi>),
      { type: 'conjunction' },
    )
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.count}>
          {total === 0 && totalFuzzy > 0
            ? t('onlyNear', { count: totalFuzzy })
            : t('count', { count: total })}
          {total > 0 && totalFuzzy > 0 && (
            <span className={styles.near}> {t('andNear', { count: totalFuzzy })}</span>
          )}
        </h2>
        {total + totalFuzzy > 1 && (
          <nav aria-label={t('sort.label')} className={styles.sorts}>
            <span aria-hidden="true">{t('sort.label')}</span>
            {sorts.map((sort) => (
              <Link
                key={sort}
                href={searchPath(query, { sort })}
                aria-current={sort === query.sort ? 'true' : undefined}
                prefetch={false}
              >
                {t(`sort.${sort}`)}
              </Link>
            ))}
          </nav>
        )}
      </div>
      {query.text !== '' && (
        <p className={styles.spelling}>
          {query.fuzzy ? t('nearOn') : t('nearOff')}{' '}
          {results.nearWords.map(({ typed, found }) => (
            <span key={typed}>
              {t.rich('nearWord', {
                typed: () => <bdi>{typed}</bdi>,
                found: () => listOf(found),
              })}{' '}
            </span>
          ))}
          <Link href={searchPath(query, { fuzzy: !query.fuzzy })} prefetch={false}>
            {query.fuzzy ? t('turnNearOff') : t('turnNearOn')}
          </Link>
        </p>
      )}
      {results.alsoSearched.length > 0 && (
        <p className={styles.spelling}>
          {t.rich('alsoSearched', {
            names: () => listOf(results.alsoSearched),
          })}{' '}
          <Link href={searchPath(query, { spellings: false })} prefetch={false}>
            {t('turnSpellingsOff')}
          </Link>
        </p>
      )}
      {query.text !== '' && !query.spellings && (
        <p className={styles.spelling}>
          {t('spellingsOff')}{' '}
          <Link href={searchPath(query, { spellings: true })} prefetch={false}>
            {t('turnSpellingsOn')}
          </Link>
        </p>
      )}
      <Explanations results={results} />
    </>
  )
}

/** What the reader has to know of how the search was taken, and of what it leaves out. */
async function Explanations({ results }: { results: Results }) {
  const { bounded, incomplete, fallback, notes } = results
  const t = await getTranslations('search')
  const format = await getFormatter()
  if (!bounded && !incomplete && notes.length === 0) return null
  return (
    <div className={styles.explanations}>
      <Notice>
        {notes.map(({ code, text, years }) => (
          <p key={`${code} ${text}`}>
            {t.rich(`notes.${code}`, {
              text: () => <bdi className={styles.quoted}>{text}</bdi>,
              example: (chunks) => <bdi className={styles.quoted}>{chunks}</bdi>,
              from: years === undefined ? '' : format.number(years[0], { useGrouping: false }),
              to: years === undefined ? '' : format.number(years[1], { useGrouping: false }),
            })}
          </p>
        ))}
        {bounded && <p>{t('bounded')}</p>}
        {incomplete && <p>{t(fallback ? 'fallback' : 'incomplete')}</p>}
      </Notice>
    </div>
  )
}

/** What was tried, and what to try. */
async function NothingFound({ query, found }: { query: SearchQuery; found: number }) {
  const t = await getTranslations('search')
  if (found > 0) {
    return (
      <EmptyState title={t('pastTheEnd')}>
        <Link href={searchPath(query)}>{t('firstPage')}</Link>
      </EmptyState>
    )
  }
  const filters = countFilters(query)
  return (
    <EmptyState title={t('nothing.title')}>
      <p>
        {query.text
          ? t.rich(filters > 0 ? 'nothing.triedWithFilters' : 'nothing.tried', {
              query: () => <bdi dir="auto">{query.text}</bdi>,
            })
          : t('nothing.triedFilters')}
      </p>
      <ul className={styles.tips}>
        {filters > 0 && (
          <li>
            <Link href={searchPath(query, { facets: {} })}>
              {t('nothing.withoutFilters', { count: filters })}
            </Link>
          </li>
        )}
        {query.text && !query.fuzzy && (
          <li>
            <Link href={searchPath(query, { fuzzy: true })}>{t('nothing.near')}</Link>
          </li>
        )}
        {query.text.includes(' ') && <li>{t('nothing.fewer')}</li>}
        <li>{t('nothing.otherSpelling')}</li>
        <li>{t.rich('nothing.help', { link: (chunks) => <Link href="/help">{chunks}</Link> })}</li>
        <li>
          {t.rich('nothing.browse', {
            link: (chunks) => <Link href="/events">{chunks}</Link>,
            all: (chunks) => <Link href="/search">{chunks}</Link>,
          })}
        </li>
      </ul>
    </EmptyState>
  )
}
