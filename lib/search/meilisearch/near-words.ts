import { tokenise } from '#lib/text/tokenise.ts'
import { asTyped } from '../as-typed.ts'
import type { NearWord, PassageHit } from '../contract.ts'
import type { Clause, ParsedQuery } from '../query.ts'
import type { Asker, Row } from './ask.ts'
import type { Counted } from './counts.ts'
import { all } from './filters.ts'
import { PASSAGE_ATTRIBUTES, passageHit, readMarked } from './hits.ts'
import type { PageFilters } from './page-filters.ts'
import type { NearPlan } from './plan.ts'
import type { Tier } from './tiers.ts'
import type { ReadableWords } from './words.ts'

/** Near matches from which the near words are told. */
export const NEAR_SAMPLE = 10
/** Words that one word of the query was taken for, of which is told. */
const FOUND_SHOWN_MAX = 8

/** What near words are told from. */
export interface NearMatches {
  exactly: Promise<Counted>
  nearly: Promise<Counted | null>
  /** Those on the page. */
  tier: Promise<Tier>
  /** Exact matches are likely to fill the page, and all of them to be known. */
  isOffPage: boolean
}

/** Tells by which near spellings there are near matches: from those on the page, else from some others. */
export class NearTeller {
  readonly #asker: Asker
  readonly #words: ReadableWords
  readonly #filters: PageFilters
  /** As it was typed. */
  readonly #text: string

  constructor(asker: Asker, words: ReadableWords, filters: PageFilters, text: string) {
    this.#asker = asker
    this.#words = words
    this.#filters = filters
    this.#text = text
  }

  async tell(wanted: ParsedQuery, near: NearPlan, matches: NearMatches): Promise<NearWord[]> {
    const isOne = near.query.include.length === 1 && wanted.exclude.length === 0
    // Of several words those that are near need not be among what is shown.
    if (!isOne) return this.#tellSome(near, await matches.nearly)
    const [{ hits }, { all: exact }, sample] = await Promise.all([
      matches.tier,
      matches.exactly,
      matches.isOffPage ? this.#sample(near) : [],
    ])
    const known = new Set(exact)
    const others = exact === null ? [] : sample.filter(({ statement }) => !known.has(statement))
    const shown = [...hits.flatMap(({ passages }) => passages), ...markRows(others, near)]
    const told = this.#told(near, shown)
    return told.length > 0 ? told : this.#tellSome(near, await matches.nearly)
  }

  /** From near matches that are asked for by their ids. */
  async #tellSome(near: NearPlan, counted: Counted | null): Promise<NearWord[]> {
    if (counted === null || counted.total === 0) return []
    const ids = counted.some.slice(0, NEAR_SAMPLE)
    const { phrases } = this.#words
    const rows = await readMarked(this.#asker, ids, [nearClause(near)], phrases)
    return this.#told(near, markRows(rows, near))
  }

  /** Passages with a near word of a query of one word; those of exact matches may be among them. */
  async #sample(near: NearPlan): Promise<Row[]> {
    const filter = this.#filters.passages({ ...near.query, include: [nearClause(near)] })
    const { hits } = await this.#asker.ask({
      index: 'passages',
      filter: all([filter, 'position > 0']),
      attributesToRetrieve: PASSAGE_ATTRIBUTES,
      limit: 2 * NEAR_SAMPLE,
    })
    return hits
  }

  /** Which words of the query were taken for which, as they stand in near matches. */
  #told({ ways }: NearPlan, matches: readonly PassageHit[]): NearWord[] {
    const marked = new Map<string, string>()
    for (const { text: passage, highlights } of matches) {
      for (const mark of highlights) {
        const shown = passage.slice(...mark)
        const words = tokenise(shown)
        const forms = words.flatMap(({ parts, others }) => [...parts, ...others])
        const whole = words.flatMap(({ parts }) => parts).join(' ')
        for (const form of [...forms, whole]) if (!marked.has(form)) marked.set(form, shown)
      }
    }
    return ways.flatMap(({ form, sequences }) => {
      const shown = sequences.flatMap(({ forms }) => marked.get(forms.join(' ')) ?? [])
      const found = [...new Set(shown)].slice(0, FOUND_SHOWN_MAX)
      return found.length === 0 ? [] : [{ typed: asTyped(form, this.#text), found }]
    })
  }
}

/** Met by any of the near spellings. */
function nearClause({ ways }: NearPlan): Clause {
  return { any: ways.flatMap(({ sequences }) => sequences.map((one) => [one])), quoted: false }
}

/** Passages with their near words marked. */
function markRows(rows: readonly Row[], near: NearPlan): PassageHit[] {
  const sequences = near.ways.flatMap((way) => way.sequences)
  return rows.map((row) => passageHit(row, sequences))
}
