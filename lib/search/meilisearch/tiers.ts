import type { SearchHit, SearchQuery } from '../contract.ts'
import type { Clause, ParsedQuery } from '../query.ts'
import type { Asker, Row } from './ask.ts'
import type { Counted } from './counts.ts'
import { all, idsNotIn } from './filters.ts'
import { countPassages, countRows, type HitsWanted, type PassageCounts, readHits } from './hits.ts'
import { NAMED_MAX, type PageFilters } from './page-filters.ts'
import {
  isWord,
  type RankedSet,
  type Reading,
  rankSet,
  rankTogether,
  readIds,
  type Together,
} from './ranking.ts'
import { queryText } from './texts.ts'
import { RARE_MAX, type ReadableWords } from './words.ts'

/** The passages of later ranks of about so many statements are counted before it is known which are on the page. */
const COUNTED_EARLY_MAX = 180

/** The part of a page that one rank fills: what matches as typed, in other spellings, or nearly. */
export interface Tier {
  hits: SearchHit[]
  bounded: boolean
}

const UNRANKED = { rows: [], more: null, counts: null, isRead: false, close: new Set<number>() }
const NEVER = Promise.resolve(null)

export const NOTHING: Tier = { hits: [], bounded: false }

/** A rank that comes behind another. */
interface LaterRank {
  query: ParsedQuery
  texts: readonly string[]
  /** What the earlier one asks for, and how much meets it. */
  without: ParsedQuery
  before: Counted
  counted: Promise<Counted>
  early: Early | null
  /** Statements with an excluded word. */
  unwanted: readonly number[]
}

/** What is asked for of a later rank before it is known how much comes before it. */
export interface Early {
  together: Promise<Together>
  /** All passages that hold one of the words which the earlier one does not ask for, where they are read. */
  rows: Promise<readonly Row[] | null>
  counts: Promise<PassageCounts | null>
}

/** Fills the places of one page, rank by rank. */
export class Tiers {
  readonly #asker: Asker
  readonly #words: ReadableWords
  readonly #filters: PageFilters
  /** Places on all pages, from and up to. */
  readonly #from: number
  readonly #to: number

  constructor(
    asker: Asker,
    words: ReadableWords,
    filters: PageFilters,
    { page, perPage }: Pick<SearchQuery, 'page' | 'perPage'>,
  ) {
    this.#asker = asker
    this.#words = words
    this.#filters = filters
    this.#to = page * perPage
    this.#from = this.#to - perPage
  }

  get to(): number {
    return this.#to
  }

  /** The best of what matches as typed. */
  rankTyped(typed: ParsedQuery, unwanted: readonly number[]): Promise<Together> {
    return this.#rank(this.#filters.typedSet(typed, unwanted), this.#to)
  }

  /** What matches as typed; the words of `wanted` are marked, of which those of `spelled` may be known already. */
  async typed(
    typed: ParsedQuery,
    wanted: ParsedQuery,
    unwanted: readonly number[],
    counting: Promise<Counted>,
    ranking: Promise<Together>,
    spelled: Early | null,
  ): Promise<Tier> {
    const set = this.#filters.typedSet(typed, unwanted)
    const others = wanted === typed ? [] : (spelled?.rows ?? null)
    const [counted, together, further] = await Promise.all([counting, ranking, others])
    // Words that a beginning is completed to are not all that begin so.
    const isRead = together.whole && set.texts.length === 1
    const rows = [...together.rows, ...(further ?? [])]
    const counts = isRead && further !== null ? countRows(rows) : null
    const rank = { offset: 0, marked: wanted.include, counts, isRead }
    return this.#tier(set, counted, { ...together, rows }, rank)
  }

  /**
   * The best of a later rank, with those of an earlier one among them, where this is likely to leave room on the page,
   * or where everything is rare. As many as the page has places: beside the earlier ones there are then enough.
   */
  rankEarly(before: ParsedQuery, query: ParsedQuery, texts: readonly string[]): Early | null {
    const expected = this.#words.expected(before.include)
    const isOne = query.include.length === 1
    const isRare = isOne && expected <= RARE_MAX && this.#areRead(before, query, texts)
    if (before.exclude.length > 0 || (expected >= this.#to && !isRare)) return null
    const passages = this.#filters.passages(query)
    const enough = isOne ? this.#words.filling(texts, this.#to + expected) : texts
    const set = { statements: '', passages, besideTexts: passages, texts: enough, unsure: false }
    const isCounted = isOne && this.#words.fewest(query.include) <= COUNTED_EARLY_MAX
    const together = this.#rank(set, this.#to, isCounted ? 'further' : 'best')
    const areRead = isOne && this.#areRead(before, query, enough)
    const rows = areRead ? together.then((read) => (read.whole ? read.rows : null)) : NEVER
    const counts = areRead
      ? rows.then((read) => read && countRows(read))
      : isCounted
        ? countPassages(this.#asker, passages, query.include, this.#words.phrases)
        : NEVER
    // Where the page is full without them nobody waits for them.
    for (const asked of [together, rows, counts]) asked.catch(() => {})
    return { together, rows, counts }
  }

  /**
   * Whether these texts are all the words that a later rank of one word asks for beside an earlier one, and all their
   * passages are read: statements that the later one alone has hold no others.
   */
  #areRead(before: ParsedQuery, query: ParsedQuery, texts: readonly string[]): boolean {
    const [more, less] = [query.include[0]?.any.length ?? 0, before.include[0]?.any.length ?? 0]
    const read = texts.filter(
      (text) => text !== '' && isWord(text) && this.#readingOf(text, 'best') === 'all',
    )
    return more - less === read.length && query.fields.include === before.fields.include
  }

  #rank(set: RankedSet, most: number, otherwise: Reading = 'best'): Promise<Together> {
    return rankTogether(this.#asker, set, most, (word) => this.#readingOf(word, otherwise))
  }

  #readingOf(word: string, otherwise: Reading): Reading {
    return this.#words.count(word) <= RARE_MAX ? 'all' : otherwise
  }

  /** A rank that comes behind others: what meets `query` and not yet `without`. */
  async later({
    query,
    texts,
    without,
    before,
    counted,
    early,
    unwanted,
  }: LaterRank): Promise<Tier> {
    const known = early === null || before.all === null ? null : new Set(before.all)
    const named = [known === null ? await this.#idsOf(without, before) : before.all!, unwanted]
    const passages = all([
      this.#filters.passages(query),
      ...named.map((ids) => idsNotIn('statement', ids)),
    ])
    const set = {
      statements: this.#filters.statements(query, without)(),
      passages,
      besideTexts: passages,
      texts,
      unsure: named.some((ids) => ids.length >= NAMED_MAX),
    }
    const most = this.#to - before.total
    const [own, together, counts] = await Promise.all([
      counted,
      known === null
        ? this.#rank(set, most)
        : early!.together.then((together) => ({
            ...together,
            ids: together.ids.filter((id) => !known.has(id)).slice(0, most),
          })),
      known === null ? null : early!.counts,
    ])
    const { include: marked } = query
    return this.#tier(set, own, together, { offset: before.total, marked, counts, isRead: false })
  }

  /** What meets a filter, by a date, beginning at a place of the whole result. */
  async dated(
    filter: string,
    sort: string[],
    offset: number,
    marked: readonly Clause[],
  ): Promise<Tier> {
    const ids = await readIds(this.#asker, filter, this.#to - offset, sort)
    const shown = ids.slice(Math.max(0, this.#from - offset))
    const hits = await this.#hits(shown, marked, queryText(marked), UNRANKED)
    return { hits, bounded: false }
  }

  /** The hits of one rank, which begins at a place of the whole result. */
  async #tier(
    set: RankedSet,
    { total, all: known }: Counted,
    together: Together,
    rank: { offset: number; marked: readonly Clause[] } & Pick<HitsWanted, 'counts' | 'isRead'>,
  ): Promise<Tier> {
    const { offset, marked, counts, isRead } = rank
    const [from, to] = [Math.max(0, this.#from - offset), this.#to - offset]
    const [text = ''] = set.texts
    if (from >= total) return NOTHING
    const close = new Set(together.ids)
    const ranked = rankSet(this.#asker, set, total, [from, to], together, known)
    // All of a set that ends on this page are read while they are ranked.
    const whole = from === 0 && total <= to && known !== null
    if (!whole) {
      const { ids, rows, bounded } = await ranked
      return {
        hits: await this.#hits(ids, marked, text, { rows, more: null, counts, isRead, close }),
        bounded,
      }
    }
    const more = text.includes(' ') ? ranked.then(({ rows }) => rows) : null
    const { rows } = together
    const reading = this.#hits(known, marked, text, { rows, more, counts, isRead, close })
    const [{ ids, bounded }, hits] = await Promise.all([ranked, reading])
    const byId = new Map(hits.map((hit) => [hit.id, hit]))
    return { hits: ids.flatMap((id) => byId.get(id) ?? []), bounded }
  }

  #hits(
    ids: readonly number[],
    marked: readonly Clause[],
    text: string,
    read: Omit<HitsWanted, 'marked' | 'text' | 'phrases'>,
  ): Promise<SearchHit[]> {
    return readHits(this.#asker, ids, { marked, text, phrases: this.#words.phrases, ...read })
  }

  async #idsOf(parsed: ParsedQuery, counted: Counted): Promise<readonly number[]> {
    if (counted.all !== null) return counted.all
    const most = Math.min(counted.total, NAMED_MAX)
    return readIds(this.#asker, this.#filters.statements(parsed)(), most)
  }
}
