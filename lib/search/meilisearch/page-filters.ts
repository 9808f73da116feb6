import type { FacetName, SearchQuery, SearchScope } from '../contract.ts'
import type { Clause, ParsedQuery } from '../query.ts'
import { all, choiceFilter, idsNotIn, scopeFilter } from './filters.ts'
import { matchFilter } from './matching.ts'
import { isTold } from './phrase-places.ts'
import type { RankedSet } from './ranking.ts'
import { isBeginning, isPlain, typedTexts } from './texts.ts'
import type { ReadableWords } from './words.ts'

/** Statements that are left out by id where a passage alone cannot tell; of more the page's own are checked. */
export const NAMED_MAX = 20_000

/** Makes the filter over statements, without the choices made in one facet. */
export type FilterOf = (except?: FacetName) => string

/** The filters of one page: each holds the viewer's scope and the choices that were made. */
export class PageFilters {
  readonly #words: ReadableWords
  readonly #query: SearchQuery
  readonly #scope: SearchScope

  constructor(words: ReadableWords, query: SearchQuery, scope: SearchScope) {
    this.#words = words
    this.#query = query
    this.#scope = scope
  }

  /** Statements that meet a query, and not those that meet another one already. */
  statements(parsed: ParsedQuery, without?: ParsedQuery): FilterOf {
    const { phrases } = this.#words
    const wanted = matchFilter(parsed, 'statements', phrases)
    const known = without === undefined ? '' : matchFilter(without, 'statements', phrases)
    const scope = scopeFilter(this.#scope, 'statements')
    return (except) =>
      all([
        wanted,
        known === '' ? null : `NOT (${known})`,
        scope,
        choiceFilter(this.#query, except),
      ])
  }

  /** Passages in which all of a query's words stand. */
  passages(parsed: ParsedQuery): string {
    return all([
      matchFilter(parsed, 'passages', this.#words.phrases),
      scopeFilter(this.#scope, 'passages'),
      choiceFilter(this.#query),
    ])
  }

  typedSet(typed: ParsedQuery, unwanted: readonly number[]): RankedSet {
    const passages = (include: readonly Clause[]) =>
      all([this.passages({ ...typed, include }), idsNotIn('statement', unwanted)])
    const { include } = typed
    // The engine looks for two words side by side by itself, and for the words that a beginning is completed to.
    const beside = isPlain(include)
      ? include.filter(({ quoted, any }) => !quoted || !isTold(any[0]![0]!.forms))
      : include.filter(() => !isBeginning(include))
    return {
      statements: this.statements(typed)(),
      passages: passages(isPlain(include) ? beside : include),
      besideTexts: passages(beside),
      texts: typedTexts(typed.include, this.#words),
      unsure: unwanted.length >= NAMED_MAX,
    }
  }
}
