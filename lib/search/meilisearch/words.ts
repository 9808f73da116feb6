import type { SearchScope } from '../contract.ts'
import { nearestSpellings } from '../fts/sounds.ts'
import type { Sequence } from '../query.ts'
import type { FindOptions, SpellingSource } from '../spellings.ts'
import type { Asker } from './ask.ts'
import { all, type PhrasePlaces, quote, scopeFilter } from './filters.ts'
import type { TermList, TermViewer } from './terms.ts'

/** Passages in which a phrase is looked for; beyond it the result is said to be bounded. */
const PHRASE_PLACES_MAX = 20_000

/**
 * The index's words as far as one viewer may read what they stand in. What the counts of the terms cannot decide is
 * answered with no and noted; `resolve` asks the server for it, and the question is put again.
 */
export class ReadableWords implements SpellingSource, TermViewer {
  readonly #terms: TermList
  readonly #scope: SearchScope
  readonly #asker: Asker
  readonly #readable = new Map<string, boolean>()
  readonly #undecided = new Map<string, Sequence>()
  /** Where the phrases stand that have been looked for. */
  readonly phrases = new Map<string, PhrasePlaces>()

  constructor(terms: TermList, scope: SearchScope, asker: Asker) {
    this.#terms = terms
    this.#scope = scope
    this.#asker = asker
  }

  get hasUndecided(): boolean {
    return this.#undecided.size > 0
  }

  /** A phrase stands in more passages than are looked at. */
  get isPhraseCut(): boolean {
    return [...this.phrases.values()].some(({ cut }) => cut)
  }

  has(term: string): boolean {
    return this.isReadable({ forms: [term], prefix: false })
  }

  count(term: string): number {
    return this.#terms.openCount(term, this.#scope.audiences)
  }

  /** The most frequent words that begin so. */
  complete(beginning: string, most: number): string[] {
    return this.#terms.beginningWith(beginning, (term) => this.count(term)).slice(0, most)
  }

  find(word: string, options: FindOptions): string[] {
    return nearestSpellings(
      word,
      options,
      (key, most) => this.#terms.soundingLike(key, most),
      (term) => this.has(term),
    )
  }

  isReadable(sequence: Sequence): boolean {
    const key = sequence.forms.join(' ')
    let readable = this.#readable.get(key) ?? this.#decide(sequence)
    if (readable === null) {
      this.#undecided.set(key, sequence)
      readable = false
    } else this.#readable.set(key, readable)
    return readable
  }

  /** Looks up whatever could not be decided. */
  async resolve(): Promise<void> {
    const undecided = [...this.#undecided]
    this.#undecided.clear()
    await Promise.all(
      undecided.map(async ([key, { forms }]) => {
        if (forms.length > 1) {
          const { statements } = await this.findPhrase(key)
          this.#readable.set(key, statements.length > 0)
          return
        }
        const { totalHits } = await this.#asker.ask({
          index: 'statements',
          filter: all([`words = ${quote(key)}`, scopeFilter(this.#scope, 'statements')]),
          hitsPerPage: 0,
        })
        this.#readable.set(key, (totalHits ?? 0) > 0)
      }),
    )
  }

  /** Where these words stand one after the other, in what the viewer may read. */
  async findPhrase(phrase: string): Promise<PhrasePlaces> {
    const known = this.phrases.get(phrase)
    if (known !== undefined) return known
    const { hits } = await this.#asker.ask({
      index: 'passages',
      q: `"${phrase}"`,
      filter: scopeFilter(this.#scope, 'passages'),
      attributesToSearchOn: ['body'],
      attributesToRetrieve: ['id', 'statement'],
      limit: PHRASE_PLACES_MAX,
    })
    const places = {
      statements: [...new Set(hits.map(({ statement }) => statement))],
      passages: hits.map(({ id }) => id),
      cut: hits.length >= PHRASE_PLACES_MAX,
    }
    this.phrases.set(phrase, places)
    return places
  }

  /** Null where the counts cannot tell: embargoes, expiries, what is left out, and words side by side. */
  #decide({ forms }: Sequence): boolean | null {
    if (forms.length > 1) return forms.every((form) => this.#mayStand(form)) ? null : false
    const open = this.count(forms[0]!)
    if (open > this.#scope.exclude.length) return true
    return this.#mayStand(forms[0]!) ? null : false
  }

  #mayStand(form: string): boolean {
    const [, , , hidden] = this.#terms.countsOf(form)
    return hidden > 0 || this.count(form) > 0
  }
}
