import type { NearWord, SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import type { Clause, ParsedQuery } from '../query.ts'
import type { Asker } from './ask.ts'
import {
  type Counted,
  chosenFacets,
  countStatements,
  type IdsWanted,
  readFacets,
} from './counts.ts'
import { all, phrasesOf, scopeFilter } from './filters.ts'
import { excludedFilter } from './matching.ts'
import { NEAR_SAMPLE, type NearMatches, NearTeller } from './near-words.ts'
import { type FilterOf, NAMED_MAX, PageFilters } from './page-filters.ts'
import { isTold } from './phrase-places.ts'
import type { NearPlan, Plan } from './plan.ts'
import { readIds, type Together } from './ranking.ts'
import { isPlain, nearTexts, spelledTexts } from './texts.ts'
import { type Early, NOTHING, type Tier, Tiers } from './tiers.ts'
import { tellSpellings } from './told.ts'
import type { ReadableWords } from './words.ts'

/** Of no more statements than this, as far as one can tell, all ids are read with their total. */
const KNOWN_MAX = 300
const NO_FACETS = readFacets({ hits: [] }, [], [])

/** What is asked for before there is a plan: what stands as it was typed. */
export interface Begun {
  counted: Promise<Counted> | null
  together: Promise<Together> | null
}

/**
 * Reads one page. Filters over the words of whole statements decide what matches, so that the engine's limits of words
 * and positions do not bear on it; the engine's ranking of passages decides the order. Questions that do not depend on
 * each other are asked at the same time.
 */
export class PageReader {
  readonly #asker: Asker
  readonly #words: ReadableWords
  readonly #query: SearchQuery
  readonly #scope: SearchScope
  readonly #filters: PageFilters
  readonly #tiers: Tiers
  readonly #plan: Plan
  readonly #begun: Begun

  constructor(
    asker: Asker,
    words: ReadableWords,
    query: SearchQuery,
    scope: SearchScope,
    plan: Plan,
    begun: Begun = { counted: null, together: null },
  ) {
    this.#asker = asker
    this.#words = words
    this.#query = query
    this.#scope = scope
    this.#filters = new PageFilters(words, query, scope)
    this.#tiers = new Tiers(asker, words, this.#filters, query)
    this.#plan = plan
    this.#begun = begun
  }

  /** Asks for what every plan needs, as far as no phrase has to be looked up for it. */
  begin(): Begun {
    const { typed } = this.#plan
    const { include, exclude } = typed
    if (!this.#isByRelevance) return { counted: null, together: null }
    const phrases = phrasesOf([...exclude, ...include])
    const isKnown = phrases.length === 0
    const areTold = phrases.every((phrase) => isTold(phrase.split(' ')))
    const isRanked = exclude.length === 0 && isPlain(include) && areTold
    const together = isRanked ? this.#tiers.rankTyped(typed, []) : null
    // One rare word has seldom another spelling: what is counted of it is then counted of the whole page, which asks
    // the same question; where it has one nobody waits for the answer.
    if (
      isRanked &&
      include.length === 1 &&
      this.#words.isRare(include) &&
      !this.#isUnknown(typed)
    ) {
      this.#count(this.#filters.statements(typed), true, 0).catch(() => {})
    }
    return { counted: isKnown ? this.#countTyped(together) : null, together }
  }

  async read(): Promise<SearchResult> {
    const plan = this.#plan
    const { typed, wanted, near } = plan
    await this.#findPhrases([...typed.exclude, ...wanted.include])
    const asTyped = this.#begun.counted ?? this.#countTyped(null)
    // Where another question fails first nobody waits for it.
    asTyped.catch(() => {})
    const exactly = this.#countExact(wanted, asTyped)
    const isSpelled = this.#isByRelevance && wanted !== typed
    const texts = isSpelled ? spelledTexts(wanted.include) : []
    const spelled = isSpelled ? this.#tiers.rankEarly(typed, wanted, texts) : null
    const nearly = near.then((some) => some && this.#countNear(wanted, some, exactly))
    const [first, second, third] = this.#isByRelevance
      ? this.#ranked(plan, asTyped, exactly, nearly, spelled)
      : this.#dated(plan, exactly)
    const [exact, nearTotal, alsoSearched, nearWords, ...parts] = await Promise.all([
      exactly,
      nearly,
      tellSpellings(this.#asker, plan.found, this.#scope, this.#words.phrases, spelled?.rows),
      near.then((some) =>
        some === null ? [] : this.#tellNear(some, { exactly, nearly, tier: third }),
      ),
      first,
      second,
      third,
    ])
    return {
      hits: parts.flatMap(({ hits }) => hits),
      total: exact.total,
      totalFuzzy: nearTotal?.total ?? 0,
      bounded: parts.some(({ bounded }) => bounded) || this.#words.isPhraseCut,
      facets: exact.total === 0 && nearTotal !== null ? nearTotal.facets : exact.facets,
      alsoSearched,
      nearWords,
      queryCut: typed.cut,
    }
  }

  get #isByRelevance(): boolean {
    return this.#query.sort === 'relevance' && this.#plan.typed.include.length > 0
  }

  /** The ranks of a page in their order, each as far as it stands on the page. */
  #ranked(
    { typed, wanted, near }: Plan,
    asTyped: Promise<Counted>,
    exactly: Promise<Counted>,
    nearly: Promise<Counted | null>,
    spelled: Early | null,
  ): [Promise<Tier>, Promise<Tier>, Promise<Tier>] {
    const tiers = this.#tiers
    const excluding = this.#excludedIds(typed)

    const typedTier = async () => {
      const unwanted = await excluding
      const together = this.#begun.together ?? tiers.rankTyped(typed, unwanted)
      return tiers.typed(typed, wanted, unwanted, asTyped, together, spelled)
    }
    const spelledTier = async () => {
      if (wanted === typed) return NOTHING
      const [before, exact, unwanted] = await Promise.all([asTyped, exactly, excluding])
      if (exact.total === before.total || tiers.to <= before.total) return NOTHING
      const counted =
        without(exact, before) ??
        this.#count(this.#filters.statements(wanted, typed), false, this.#idsOf(wanted))
      return tiers.later({
        query: wanted,
        texts: spelledTexts(wanted.include),
        without: typed,
        before,
        counted: Promise.resolve(counted),
        early: spelled,
        unwanted,
      })
    }
    const nearTier = async () => {
      const query = (await near)?.query
      if (query === undefined) return NOTHING
      await this.#findPhrases(query.include)
      const texts = nearTexts(wanted.include, query.include, this.#words)
      const early = tiers.rankEarly(wanted, query, texts)
      const [before, unwanted] = await Promise.all([exactly, excluding])
      if (tiers.to <= before.total) return NOTHING
      return tiers.later({
        query,
        texts,
        without: wanted,
        before,
        counted: nearly.then((counted) => counted!),
        early,
        unwanted,
      })
    }
    return [typedTier(), spelledTier(), nearTier()]
  }

  /** What matches and what nearly does, each by date. */
  #dated(
    { wanted, near }: Plan,
    exactly: Promise<Counted>,
  ): [Promise<Tier>, Promise<Tier>, Promise<Tier>] {
    const sort = [this.#query.sort === 'given' ? 'given:desc' : 'added:desc', 'id:desc']
    const nearTier = async () => {
      const [{ total }, nearPlan] = await Promise.all([exactly, near])
      if (nearPlan === null || this.#tiers.to <= total) return NOTHING
      const { query } = nearPlan
      await this.#findPhrases(query.include)
      const filter = this.#filters.statements(query, wanted)()
      return this.#tiers.dated(filter, sort, total, query.include)
    }
    const filter = this.#filters.statements(wanted)()
    const exactTier = this.#tiers.dated(filter, sort, 0, wanted.include)
    return [exactTier, Promise.resolve(NOTHING), nearTier()]
  }

  #tellNear(near: NearPlan, matches: Omit<NearMatches, 'isOffPage'>): Promise<NearWord[]> {
    const { wanted } = this.#plan
    const expected = this.#words.expected(wanted.include)
    const isOffPage = this.#isByRelevance && expected >= this.#tiers.to && expected <= KNOWN_MAX
    const teller = new NearTeller(this.#asker, this.#words, this.#filters, this.#query.text)
    return teller.tell(wanted, near, { ...matches, isOffPage })
  }

  /** Near matches; their facets are only asked for where nothing matches exactly. */
  async #countNear(
    wanted: ParsedQuery,
    near: NearPlan,
    exactly: Promise<Counted>,
  ): Promise<Counted> {
    await this.#findPhrases(near.query.include)
    const statements = this.#filters.statements(near.query, wanted)
    const isAlone = this.#isUnknown(wanted)
    const [exact, counted] = await Promise.all([
      exactly,
      this.#count(statements, isAlone, this.#idsOf(near.query, NEAR_SAMPLE)),
    ])
    if (isAlone || exact.total > 0) return counted
    const { facets } = await this.#count(statements, true, 0)
    return { ...counted, facets }
  }

  /** What matches exactly, with its facets; where nothing is likely to, they are only asked for when something does. */
  async #countExact(wanted: ParsedQuery, asTyped: Promise<Counted>): Promise<Counted> {
    const statements = this.#filters.statements(wanted)
    const isTyped = wanted === this.#plan.typed
    if (!this.#isUnknown(wanted)) {
      const counted = this.#count(statements, true, isTyped ? 0 : this.#idsOf(wanted))
      if (!isTyped) return counted
      const [{ all, some }, exact] = await Promise.all([asTyped, counted])
      return { ...exact, all, some }
    }
    const counted = isTyped ? asTyped : this.#count(statements, false, this.#idsOf(wanted))
    if ((await counted).total === 0) return counted
    const { facets } = await this.#count(statements, true, 0)
    return { ...(await counted), facets }
  }

  /** Whether there is a word that the viewer does not know, which leaves no exact match. */
  #isUnknown({ include }: ParsedQuery): boolean {
    return include.some(({ any }) =>
      any.every(
        ([first]) => first !== undefined && !first.prefix && !this.#words.isReadable(first),
      ),
    )
  }

  /** What matches as typed; all of one rare word are known when it is ranked. */
  async #countTyped(ranking: Promise<Together> | null): Promise<Counted> {
    const { typed } = this.#plan
    if (ranking !== null && typed.include.length === 1 && this.#words.isRare(typed.include)) {
      const { ids, whole } = await ranking
      if (whole) return { total: ids.length, all: [...ids], some: [...ids], facets: NO_FACETS }
    }
    return this.#count(this.#filters.statements(typed), false, this.#idsOf(typed))
  }

  /** Which ids are read of what meets a query: all, which ranking needs, where there are likely to be few. */
  #idsOf({ include }: ParsedQuery, least = 0): IdsWanted {
    return this.#words.expected(include) <= KNOWN_MAX ? 'all' : least
  }

  #count(filterOf: FilterOf, withFacets: boolean, ids: IdsWanted): Promise<Counted> {
    const chosen = withFacets ? chosenFacets(this.#query) : null
    return countStatements(this.#asker, filterOf, chosen, ids)
  }

  /** A passage cannot tell what stands elsewhere in its statement: the excluded are named by id. */
  async #excludedIds(typed: ParsedQuery): Promise<number[]> {
    if (typed.exclude.length === 0) return []
    const filter = all([
      excludedFilter(typed, this.#words.phrases),
      scopeFilter(this.#scope, 'statements'),
    ])
    return readIds(this.#asker, filter, NAMED_MAX)
  }

  async #findPhrases(clauses: readonly Clause[]): Promise<void> {
    await Promise.all(phrasesOf(clauses).map((phrase) => this.#words.findPhrase(phrase)))
  }
}

/** What is counted in the first and not in the second, which is a part of it; null where not all of them are known. */
function without(counted: Counted, part: Counted): Counted | null {
  if (counted.all === null || part.all === null) return null
  const known = new Set(part.all)
  const left = counted.all.filter((id) => !known.has(id))
  return { total: left.length, all: left, some: left, facets: counted.facets }
}
