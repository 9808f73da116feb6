import type { AppLocale } from '#app/_i18n/routing.ts'
import { displayNameOf } from '#lib/authorities/model.ts'
import { FACET_NAMES, type FacetName } from '#lib/search/contract.ts'
import type { PresentedFacetValue, SearchPage } from '#lib/search/search.ts'

/** Translates a code of a vocabulary; `has` tells whether there is a label. */
export interface TranslateCode {
  (key: string): string
  has(key: string): boolean
}

/** The answer of `GET /api/v1/search`, as `docs/searching.md` describes it. */
export function presentSearchPage(page: SearchPage, locale: AppLocale, t: TranslateCode) {
  const prefix = locale === 'en' ? '' : `/${locale}`
  return {
    query: page.query,
    total: page.total,
    totalFuzzy: page.totalFuzzy,
    engine: page.engine,
    incomplete: page.incomplete,
    bounded: page.bounded,
    queryCut: page.queryCut,
    page: page.page,
    perPage: page.perPage,
    alsoSearched: page.alsoSearched,
    nearWords: page.nearWords,
    notes: page.notes.map(({ code, text, years }) => ({ code, text, years: years ?? null })),
    hits: page.hits.map(({ statement, passages, matchingPassages, recorded }) => {
      const url = `${prefix}/statements/${statement.reference}`
      return {
        reference: statement.reference,
        revision: statement.revision,
        title: titleIn(statement.titles, locale),
        url,
        matchingPassages,
        passages: passages.map(({ number, key, language, text, highlights, ...cut }) => ({
          number,
          key,
          language,
          url: `${url}/r${statement.revision}#p${number}`,
          text,
          highlights,
          cutBefore: cut.cutBefore,
          cutAfter: cut.cutAfter,
        })),
        recorded: recorded.map(({ kind, text, highlights, cutBefore, cutAfter }) => ({
          kind,
          text,
          highlights,
          cutBefore,
          cutAfter,
        })),
      }
    }),
    facets: Object.fromEntries(
      FACET_NAMES.map((name) => [
        name,
        page.facets[name].map((value) => ({
          value: value.value,
          label: facetLabel(name, value, locale, t),
          count: value.count,
        })),
      ]),
    ),
  }
}

/** How a facet's value is called in this language: a code's label, a record's name, a language's own name, or itself. */
export function facetLabel(
  facet: FacetName,
  { value, names }: PresentedFacetValue,
  locale: AppLocale,
  t: TranslateCode,
): string {
  if (facet === 'type' || facet === 'knows') {
    const key = `${facet === 'type' ? 'testimonyTypes' : 'directnesses'}.${value}`
    return t.has(key) ? t(key) : value
  }
  if (facet === 'language') return languageName(value, locale)
  return names === null ? value : displayNameOf({ names }, locale) || value
}

function languageName(tag: string, locale: AppLocale): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  } catch {
    // A tag that is well-formed for us need not be so for the platform; then it names itself.
    return tag
  }
}

function titleIn(titles: Partial<Record<string, string>>, locale: AppLocale): string {
  return titles[locale] || titles.en || Object.values(titles).find(Boolean) || ''
}
