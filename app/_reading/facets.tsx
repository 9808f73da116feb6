import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { displayNameOf } from '#lib/authorities/model.ts'
import { FACET_NAMES, type FacetName, type SearchQuery } from '#lib/search/contract.ts'
import type { PresentedFacetValue, SearchPage } from '#lib/search/search.ts'
import styles from './facets.module.css'
import { countFilters, searchPath, toggleFacet } from './search-address.ts'
import { useLanguageName } from './use-language-name.ts'

const SHOWN = 6

/** The ways to narrow a search, with the number of statements behind each; links, folded away on a phone. */
export function Facets({ query, facets }: { query: SearchQuery; facets: SearchPage['facets'] }) {
  const t = useTranslations('search')
  const chosen = countFilters(query)
  const shown = FACET_NAMES.filter(
    (name) => facets[name].length > 0 || (query.facets[name]?.length ?? 0) > 0,
  )
  if (shown.length === 0 && chosen === 0) return <div />
  return (
    <details className={styles.facets}>
      <summary className={styles.summary}>{t('filters', { count: chosen })}</summary>
      <nav aria-labelledby="filters-heading">
        <h2 id="filters-heading" className="visually-hidden">
          {t('filtersLabel')}
        </h2>
        {chosen > 0 && (
          <p>
            <Link href={searchPath(query, { facets: {} })} prefetch={false}>
              {t('clearFilters')}
            </Link>
          </p>
        )}
        {shown.map((name) => (
          <Facet key={name} name={name} query={query} values={facets[name]} />
        ))}
      </nav>
    </details>
  )
}

function Facet({
  name,
  query,
  values,
}: {
  name: FacetName
  query: SearchQuery
  values: readonly PresentedFacetValue[]
}) {
  const t = useTranslations('search')
  const chosen = new Set(query.facets[name])
  // What is chosen stands first, so that it can always be taken away again; records without a match have no name here.
  const isRecord = name === 'event' || name === 'place'
  const unmatched = [...chosen].filter(
    (value) => !isRecord && !values.some((other) => other.value === value),
  )
  const sorted = [
    ...unmatched.map((value) => ({ value, count: 0, names: null })),
    ...values.filter(({ value }) => chosen.has(value)),
    ...values.filter(({ value }) => !chosen.has(value)),
  ]
  const visible = sorted.slice(0, Math.max(SHOWN, chosen.size))
  const rest = sorted.slice(visible.length)
  if (sorted.length === 0) return null
  return (
    <section className={styles.facet}>
      <h3>{t(`facets.${name}`)}</h3>
      <Values name={name} query={query} values={visible} />
      {rest.length > 0 && (
        <details>
          <summary className={styles.rest}>{t('moreValues', { count: rest.length })}</summary>
          <Values name={name} query={query} values={rest} />
        </details>
      )}
    </section>
  )
}

function Values({
  name,
  query,
  values,
}: {
  name: FacetName
  query: SearchQuery
  values: readonly PresentedFacetValue[]
}) {
  const t = useTranslations('search')
  const format = useFormatter()
  const labelOf = useFacetLabel()
  return (
    <ul className={styles.values}>
      {values.map((value) => {
        const isChosen = query.facets[name]?.includes(value.value) ?? false
        return (
          <li key={value.value}>
            <Link
              href={searchPath(query, { facets: toggleFacet(query, name, value.value) })}
              className={styles.value}
              aria-current={isChosen ? 'true' : undefined}
              prefetch={false}
            >
              <span className={styles.box} aria-hidden="true">
                {isChosen ? '✓' : ''}
              </span>
              <span>
                <Bidi>{labelOf(name, value)}</Bidi>
                {isChosen && <span className="visually-hidden"> {t('chosen')}</span>}
              </span>
              <span className={styles.number}>{format.number(value.count)}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

function useFacetLabel(): (name: FacetName, value: PresentedFacetValue) => string {
  const v = useTranslations('vocabulary')
  const locale = useLocale()
  const format = useFormatter()
  const languageName = useLanguageName()
  return (name, { value, names }) => {
    if (name === 'type')
      return v.has(`testimonyTypes.${value}`) ? v(`testimonyTypes.${value}`) : value
    if (name === 'knows') return v.has(`directnesses.${value}`) ? v(`directnesses.${value}`) : value
    if (name === 'language') return languageName(value)
    if (name === 'year') return format.number(Number(value), { useGrouping: false })
    return names === null ? value : displayNameOf({ names }, locale) || value
  }
}
