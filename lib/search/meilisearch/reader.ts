import type { SearchHit, SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import type { Clause, ParsedQuery } from '../query.ts'
import type { Asker, Row } from './ask.ts'
import { type Counted, chosenFacets, countStatements } from './counts.ts'
import { all, idsNotIn, phrasesOf, scopeFilter } from './filters.ts'
import { readHits } from './hits.ts'
import { excludedFilter } from './matching.ts'
import { type FilterOf, NAMED_MAX, PageFilters } from './page-filters.ts'
import type { NearPlan, Plan } from './plan.ts'
import { type RankedSet, rankSet, rankTogether, readIds } from './ranking.ts'
import { isPlain, nearTexts, queryText, spelledTexts } from './texts.ts'
import { NEAR_SAMPLE, readNearWords, tellSpellings } from './told.ts'
import type { ReadableWords } from './words.ts'

/** Ids that are read with a total: all of a set that is no larger are then known, which ranking scattered words needs. */
const IDS_READ_MAX = 100
/** The part of a page that one rank fills: what matches as typed, in other spellings, or nearly. */
interface Tier {
  hits: SearchHit[]
  bounded: boolean
}

/** What is asked for before there is a plan: what stands as it was typed. */
export interface Begun {
  counted: Promise<Counted> | null
  together: Promise<Row[]> | null
}

const NOTHING: Tier = { hits: [], bounded: false }

/**
 * Reads one page. Filters over the words of whole statements decide what matches, so that the engine's limits of words
 * and positions do not bear on it; the engine's ranking of passages decides the order. Questions that do not depend on
 * each other are put in one request.
 */
export class PageReader {
  readonly #asker: Asker
  readonly #words: ReadableWords
  readonly #query: SearchQuery
  readonly #scope: SearchScope
  readonly #filters: PageFilters
  readonly #plan: Plan
  readonly #begun: Begun
  /** Places on all pages, from and up to. */
  readonly #from: number
  readonly #to: number

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
    this.#plan = plan
    this.#begun = begun
    this.#to = query.page * query.perPage
    this.#from = this.#to - query.perPage
  }

  /** Asks for what every plan needs, as far as no phrase has to be looked up for it. */
  begin(): Begun {
    const { typed } = this.#plan
    const { include, exclude } = typed
    const counted =
      phrasesOf([...exclude, ...include]).length > 0
        ? null
        : this.#count(this.#filters.statements(typed), true, this.#to)
    const together =
      this.#isByRelevance && exclude.length === 0 && isPlain(include)
        ? rankTogether(this.#asker, this.#filters.typedSet(typed, []), this.#to)
        : null
    return { counted, together }
  }

  async read(): Promise<SearchResult> {
    const plan = this.#plan
    const { typed, wanted } = plan
    await this.#findPhrases([...typed.exclude, ...wanted.include])
    const exactly =
      (wanted === typed ? this.#begun.counted : null) ??
      this.#count(this.#filters.statements(wanted), true, this.#to)
    const nearly = plan.near === null ? null : this.#countNear(wanted, plan.near, exactly)
    const tiers = this.#isByRelevance
      ? this.#ranked(plan, exactly, nearly)
      : this.#dated(plan, exactly)
    const [exact, near, alsoSearched, nearWords, ...parts] = await Promise.all([
      exactly,
      nearly,
      tellSpellings(this.#asker, plan.found, this.#scope, this.#words.phrases),
      nearly === null || plan.near === null
        ? []
        : readNearWords(this.#asker, plan.near, this.#query.text, nearly, this.#words.phrases),
      ...tiers,
    ])
    return {
      hits: parts.flatMap(({ hits }) => hits),
      total: exact.total,
      totalFuzzy: near?.total ?? 0,
      bounded: parts.some(({ bounded }) => bounded) || this.#words.isPhraseCut,
      facets: exact.total === 0 && near !== null ? near.facets : exact.facets,
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
    exactly: Promise<Counted>,
    nearly: Promise<Counted> | null,
  ): Promise<Tier>[] {
    const unwanted = this.#excludedIds(typed)
    const asTyped =
      wanted === typed
        ? exactly
        : (this.#begun.counted ?? this.#count(this.#filters.statements(typed), false, this.#to))

    const typedTier = async () => {
      const set = this.#filters.typedSet(typed, await unwanted)
      const together = this.#begun.together ?? rankTogether(this.#asker, set, this.#to)
      return this.#tier(set, asTyped, together, 0, wanted.include)
    }
    const spelledTier = async () => {
      const texts = spelledTexts(wanted.include)
      const early = this.#rankEarly(typed, wanted, texts)
      // Of few both are asked for at once.
      const countedEarly =
        early === null
          ? null
          : this.#count(this.#filters.statements(wanted, typed), false, this.#to)
      const [before, exact] = await Promise.all([asTyped, exactly])
      if (exact.total === before.total || this.#to <= before.total) return NOTHING
      const counted =
        countedEarly ??
        this.#count(this.#filters.statements(wanted, typed), false, this.#to - before.total)
      return this.#laterTier(wanted, texts, { without: typed, before, counted, early, unwanted })
    }
    const nearTier = async () => {
      if (near === null || nearly === null) return NOTHING
      await this.#findPhrases(near.query.include)
      const texts = nearTexts(wanted.include, near.query.include, this.#words)
      const early = this.#rankEarly(wanted, near.query, texts)
      const before = await exactly
      if (this.#to <= before.total) return NOTHING
      const rank = { without: wanted, before, counted: nearly, early, unwanted }
      return this.#laterTier(near.query, texts, rank)
    }
    return [typedTier(), wanted === typed ? Promise.resolve(NOTHING) : spelledTier(), nearTier()]
  }

  /**
   * The best of a later rank, with those of an earlier one among them, where this is likely to leave room on the page.
   * As many as the page has places: beside the earlier ones there are then enough.
   */
  #rankEarly(
    before: ParsedQuery,
    query: ParsedQuery,
    texts: readonly string[],
  ): Promise<Row[]> | null {
    if (before.exclude.length > 0 || this.#words.fewest(before.include) >= this.#to) return null
    const passages = this.#filters.passages(query)
    const most = this.#to + this.#words.fewest(before.include)
    const enough = query.include.length > 1 ? texts : this.#words.filling(texts, most)
    const set = { statements: '', passages, besideTexts: passages, texts: enough, unsure: false }
    return rankTogether(this.#asker, set, this.#to)
  }

  /** A rank that comes behind others: what meets `query` and not yet `without`. */
  async #laterTier(
    query: ParsedQuery,
    texts: readonly string[],
    rank: {
      without: ParsedQuery
      before: Counted
      counted: Promise<Counted>
      early: Promise<Row[]> | null
      unwanted: Promise<number[]>
    },
  ): Promise<Tier> {
    const { before, counted, early } = rank
    const named = await Promise.all([this.#idsOf(rank.without, before), rank.unwanted])
    const passages = all([
      this.#filters.passages(query),
      ...named.map((ids) => idsNotIn('statement', ids)),
    ])
    const set = {
      statements: this.#filters.statements(query, rank.without)(),
      passages,
      besideTexts: passages,
      texts,
      unsure: named.some((ids) => ids.length >= NAMED_MAX),
    }
    const most = this.#to - before.total
    const known = new Set(before.all)
    const together =
      early === null || before.all === null
        ? rankTogether(this.#asker, set, most)
        : early.then((rows) => rows.filter(({ statement }) => !known.has(statement)).slice(0, most))
    return this.#tier(set, counted, together, before.total, query.include)
  }

  /** What matches and what nearly does, each by date. */
  #dated({ wanted, near }: Plan, exactly: Promise<Counted>): Promise<Tier>[] {
    const sort = [this.#query.sort === 'given' ? 'given:desc' : 'added:desc', 'id:desc']
    const part = async (filter: string, offset: number, marked: readonly Clause[]) => {
      const ids = await readIds(this.#asker, filter, this.#to - offset, sort)
      const shown = ids.slice(Math.max(0, this.#from - offset))
      return { hits: await this.#hits(shown, marked, queryText(marked), []), bounded: false }
    }
    const nearPart = async () => {
      const { total } = await exactly
      if (near === null || this.#to <= total) return NOTHING
      await this.#findPhrases(near.query.include)
      return part(this.#filters.statements(near.query, wanted)(), total, near.query.include)
    }
    return [part(this.#filters.statements(wanted)(), 0, wanted.include), nearPart()]
  }

  /** The hits of one rank, which begins at a place of the whole result. */
  async #tier(
    set: RankedSet,
    counting: Promise<Counted>,
    ranking: Promise<Row[]>,
    offset: number,
    marked: readonly Clause[],
  ): Promise<Tier> {
    const [{ total, all: known }, together] = await Promise.all([counting, ranking])
    const [from, to] = [Math.max(0, this.#from - offset), this.#to - offset]
    const [text = ''] = set.texts
    if (from >= total) return NOTHING
    const ranked = rankSet(this.#asker, set, total, [from, to], together, known)
    // All of a set that ends on this page are read while they are ranked.
    const whole = from === 0 && total <= to && known !== null
    if (!whole) {
      const { ids, rows, bounded } = await ranked
      return { hits: await this.#hits(ids, marked, text, rows), bounded }
    }
    const reading = this.#hits(known, marked, text, together)
    const [{ ids, bounded }, hits] = await Promise.all([ranked, reading])
    const byId = new Map(hits.map((hit) => [hit.id, hit]))
    return { hits: ids.flatMap((id) => byId.get(id) ?? []), bounded }
  }

  #hits(
    ids: readonly number[],
    marked: readonly Clause[],
    text: string,
    rows: readonly Row[],
  ): Promise<SearchHit[]> {
    const read = rows.filter((row) => row.text !== undefined)
    return readHits(this.#asker, ids, marked, text, this.#words.phrases, read)
  }

  /** Near matches; their facets are only asked for where nothing matches exactly. */
  async #countNear(
    wanted: ParsedQuery,
    near: NearPlan,
    exactly: Promise<Counted>,
  ): Promise<Counted> {
    await this.#findPhrases(near.query.include)
    const statements = this.#filters.statements(near.query, wanted)
    // A word that the viewer does not know leaves no exact match.
    const alone = wanted.include.some(({ any }) =>
      any.every(
        ([first]) => first !== undefined && !first.prefix && !this.#words.isReadable(first),
      ),
    )
    const [exact, counted] = await Promise.all([
      exactly,
      this.#count(statements, alone, Math.max(NEAR_SAMPLE, this.#to)),
    ])
    if (alone || exact.total > 0) return counted
    const { facets } = await this.#count(statements, true, 0)
    return { ...counted, facets }
  }

  #count(filterOf: FilterOf, withFacets: boolean, most: number): Promise<Counted> {
    const several = this.#plan.typed.include.length > 1 && most > 0
    const read = most > IDS_READ_MAX ? 0 : several ? IDS_READ_MAX : most
    const chosen = withFacets ? chosenFacets(this.#query) : null
    return countStatements(this.#asker, filterOf, chosen, read)
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

  async #idsOf(parsed: ParsedQuery, counted: Counted): Promise<readonly number[]> {
    if (counted.all !== null) return counted.all
    return readIds(
      this.#asker,
      this.#filters.statements(parsed)(),
      Math.min(counted.total, NAMED_MAX),
    )
  }

  async #findPhrases(clauses: readonly Clause[]): Promise<void> {
    await Promise.all(phrasesOf(clauses).map((phrase) => this.#words.findPhrase(phrase)))
  }
}
