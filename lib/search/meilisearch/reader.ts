import type {
  FacetName,
  NearWord,
  SearchHit,
  SearchQuery,
  SearchResult,
  SearchScope,
} from '../contract.ts'
import type { Clause, ParsedQuery } from '../query.ts'
import type { Asker } from './ask.ts'
import { type Counted, chosenFacets, countStatements } from './counts.ts'
import { all, choiceFilter, idsNotIn, phrasesOf, scopeFilter } from './filters.ts'
import { readHits, readMarked } from './hits.ts'
import { excludedFilter, matchFilter } from './matching.ts'
import type { NearPlan, Plan } from './plan.ts'
import { type RankedSet, rankSet, rankTogether, readIds } from './ranking.ts'
import { isBeginning, isPlain, nearTexts, queryText, spelledTexts, typedTexts } from './texts.ts'
import { tellNearWords, tellSpellings } from './told.ts'
import type { ReadableWords } from './words.ts'

/** Statements that are left out by id where a passage alone cannot tell; of more the page's own are checked. */
const NAMED_MAX = 20_000
/** Ids that are read with a total: all of a set that is no larger are then known. */
const IDS_READ_MAX = 100
/** Near matches from which the near words are told. */
const NEAR_SAMPLE = 10
/** The part of a page that one rank fills: what matches as typed, in other spellings, or nearly. */
interface Tier {
  hits: SearchHit[]
  bounded: boolean
}

const NOTHING: Tier = { hits: [], bounded: false }

/** Makes the filter over statements, without the choices made in one facet. */
type FilterOf = (except?: FacetName) => string

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
  readonly #plan: Plan
  /** Places on all pages, from and up to. */
  readonly #from: number
  readonly #to: number

  constructor(
    asker: Asker,
    words: ReadableWords,
    query: SearchQuery,
    scope: SearchScope,
    plan: Plan,
  ) {
    this.#asker = asker
    this.#words = words
    this.#query = query
    this.#scope = scope
    this.#plan = plan
    this.#to = query.page * query.perPage
    this.#from = this.#to - query.perPage
  }

  async read(): Promise<SearchResult> {
    const plan = this.#plan
    const { typed } = plan
    const byRelevance = this.#query.sort === 'relevance' && typed.include.length > 0
    // Asked for before it is known how many there are, and before phrases have been looked up.
    const early =
      byRelevance && typed.exclude.length === 0 && isPlain(typed.include)
        ? rankTogether(this.#asker, this.#typedSet(typed, []), this.#to)
        : null
    await this.#findPhrases([...typed.exclude, ...plan.wanted.include])
    const exactly = this.#count(this.#statements(plan.wanted), true, this.#to)
    const nearly = plan.near === null ? null : this.#countNear(plan.wanted, plan.near, exactly)
    const tiers = byRelevance
      ? this.#ranked(plan, exactly, nearly, early)
      : this.#dated(plan, exactly)
    const [exact, near, alsoSearched, nearWords, ...parts] = await Promise.all([
      exactly,
      nearly,
      tellSpellings(this.#asker, plan.found, this.#scope, this.#words.phrases),
      this.#nearWords(plan.near, nearly),
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

  /** The ranks of a page in their order, each as far as it stands on the page. */
  #ranked(
    { typed, wanted, near }: Plan,
    exactly: Promise<Counted>,
    nearly: Promise<Counted> | null,
    early: Promise<number[]> | null,
  ): Promise<Tier>[] {
    const unwanted = this.#excludedIds(typed)
    const asTyped =
      wanted === typed ? exactly : this.#count(this.#statements(typed), false, this.#to)

    const typedTier = async () => {
      const set = this.#typedSet(typed, await unwanted)
      const together = early ?? rankTogether(this.#asker, set, this.#to)
      return this.#tier(set, asTyped, together, 0, wanted.include)
    }
    const otherTier = async (
      query: ParsedQuery,
      texts: readonly string[],
      tier: {
        without: ParsedQuery
        before: Counted
        counted: Promise<Counted>
      },
    ) => {
      const named = await Promise.all([this.#idsOf(tier.without, tier.before), unwanted])
      const passages = all([
        this.#passages(query),
        ...named.map((ids) => idsNotIn('statement', ids)),
      ])
      const set = {
        statements: this.#statements(query, tier.without)(),
        passages,
        besideTexts: passages,
        texts,
        unsure: named.some((ids) => ids.length >= NAMED_MAX),
      }
      const offset = tier.before.total
      const together = rankTogether(this.#asker, set, this.#to - offset)
      return this.#tier(set, tier.counted, together, offset, query.include)
    }
    const spelledTier = async () => {
      const [before, exact] = await Promise.all([asTyped, exactly])
      if (exact.total === before.total || this.#to <= before.total) return NOTHING
      const counted = this.#count(this.#statements(wanted, typed), false, this.#to - before.total)
      return otherTier(wanted, spelledTexts(wanted.include), { without: typed, before, counted })
    }
    const nearTier = async () => {
      const before = await exactly
      if (near === null || nearly === null || this.#to <= before.total) return NOTHING
      await this.#findPhrases(near.query.include)
      const texts = nearTexts(wanted.include, near.query.include, this.#words)
      return otherTier(near.query, texts, { without: wanted, before, counted: nearly })
    }
    return [typedTier(), wanted === typed ? Promise.resolve(NOTHING) : spelledTier(), nearTier()]
  }

  /** What matches and what nearly does, each by date. */
  #dated({ wanted, near }: Plan, exactly: Promise<Counted>): Promise<Tier>[] {
    const sort = [this.#query.sort === 'given' ? 'given:desc' : 'added:desc', 'id:desc']
    const part = async (filter: string, offset: number, marked: readonly Clause[]) => {
      const ids = await readIds(this.#asker, filter, this.#to - offset, sort)
      const shown = ids.slice(Math.max(0, this.#from - offset))
      return { hits: await this.#hits(shown, marked, queryText(marked)), bounded: false }
    }
    const nearPart = async () => {
      const { total } = await exactly
      if (near === null || this.#to <= total) return NOTHING
      await this.#findPhrases(near.query.include)
      return part(this.#statements(near.query, wanted)(), total, near.query.include)
    }
    return [part(this.#statements(wanted)(), 0, wanted.include), nearPart()]
  }

  /** The hits of one rank, which begins at a place of the whole result. */
  async #tier(
    set: RankedSet,
    counting: Promise<Counted>,
    ranking: Promise<number[]>,
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
      const { ids, bounded } = await ranked
      return { hits: await this.#hits(ids, marked, text), bounded }
    }
    const [{ ids, bounded }, hits] = await Promise.all([ranked, this.#hits(known, marked, text)])
    const byId = new Map(hits.map((hit) => [hit.id, hit]))
    return { hits: ids.flatMap((id) => byId.get(id) ?? []), bounded }
  }

  #hits(ids: readonly number[], marked: readonly Clause[], text: string): Promise<SearchHit[]> {
    return readHits(this.#asker, ids, marked, text, this.#words.phrases)
  }

  /** Near matches; their facets are only asked for where nothing matches exactly. */
  async #countNear(
    wanted: ParsedQuery,
    near: NearPlan,
    exactly: Promise<Counted>,
  ): Promise<Counted> {
    await this.#findPhrases(near.query.include)
    const statements = this.#statements(near.query, wanted)
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

  /** By which near spellings there are near matches, told from some of them. */
  async #nearWords(near: NearPlan | null, nearly: Promise<Counted> | null): Promise<NearWord[]> {
    const counted = await nearly
    if (near === null || counted === null || counted.total === 0) return []
    const any = near.ways.flatMap(({ sequences }) => sequences.map((one) => [one]))
    const passages = await readMarked(
      this.#asker,
      counted.some.slice(0, NEAR_SAMPLE),
      [{ any, quoted: false }],
      this.#words.phrases,
    )
    return tellNearWords(near, this.#query.text, passages)
  }

  #count(filterOf: FilterOf, withFacets: boolean, most: number): Promise<Counted> {
    const read = most > IDS_READ_MAX ? 0 : most
    const chosen = withFacets ? chosenFacets(this.#query) : null
    return countStatements(this.#asker, filterOf, chosen, read)
  }

  /** Statements that meet a query, and not those that meet another one already. */
  #statements(parsed: ParsedQuery, without?: ParsedQuery): FilterOf {
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
  #passages(parsed: ParsedQuery): string {
    return all([
      matchFilter(parsed, 'passages', this.#words.phrases),
      scopeFilter(this.#scope, 'passages'),
      choiceFilter(this.#query),
    ])
  }

  #typedSet(typed: ParsedQuery, unwanted: readonly number[]): RankedSet {
    const passages = (include: readonly Clause[]) =>
      all([this.#passages({ ...typed, include }), idsNotIn('statement', unwanted)])
    const { include } = typed
    // The engine looks for a phrase by itself, and for the words that a beginning is completed to.
    const beside = isPlain(include)
      ? include.filter(({ quoted }) => !quoted)
      : include.filter(() => !isBeginning(include))
    return {
      statements: this.#statements(typed)(),
      passages: passages(isPlain(include) ? beside : include),
      besideTexts: passages(beside),
      texts: typedTexts(typed.include, this.#words),
      unsure: unwanted.length >= NAMED_MAX,
    }
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
    return readIds(this.#asker, this.#statements(parsed)(), Math.min(counted.total, NAMED_MAX))
  }

  async #findPhrases(clauses: readonly Clause[]): Promise<void> {
    await Promise.all(phrasesOf(clauses).map((phrase) => this.#words.findPhrase(phrase)))
  }
}
