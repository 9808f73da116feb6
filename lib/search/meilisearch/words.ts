import type { SearchScope } from '../contract.ts'
import { type HeardSpelling, hearSpellings, nearestSpellings } from '../fts/sounds.ts'
import type { Sequence } from '../query.ts'
import type { FindOptions, SpellingSource } from '../spellings.ts'
import type { Asker } from './ask.ts'
import { all, type PhrasePlaces, scopeFilter, wordIn } from './filters.ts'
import { ORDERED_ATTRIBUTES } from './settings.ts'
import type { TermList, TermViewer } from './terms.ts'

/** Passages in which a phrase is looked for; beyond it the result is said to be bounded. */
const PHRASE_PLACES_MAX = 20_000

/**
 * The index's words as far as one viewer may read what they stand in. What the counts of the terms cannot decide is
 * answered with no and noted: `resolve` asks the server for it, and where that was wrong the question is put again.
 */
export class ReadableWords implements SpellingSource, TermViewer {
  readonly #terms: TermList
  readonly #scope: SearchScope
  readonly #asker: Asker
  readonly #readable = new Map<string, boolean>()
  readonly #undecided = new Map<string, Sequence>()
  readonly #looking = new Map<string, Promise<PhrasePlaces>>()
  /** Where the phrases stand that have been found out. */
  readonly phrases = new Map<string, PhrasePlaces>()

  readonly #heard = new Map<string, HeardSpelling[]>()

  constructor(terms: TermList, scope: SearchScope, asker: Asker) {
    this.#terms = terms
    this.#scope = scope
    this.#asker = asker
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
    const { slack = 1 } = options
    const heardAs = `${word} ${slack}`
    let heard = this.#heard.get(heardAs)
    if (heard === undefined) {
      heard = hearSpellings(word, slack, (key, most, lengths) =>
        this.#terms.soundingLike(key, most, lengths),
      )
      this.#heard.set(heardAs, heard)
    }
    return nearestSpellings(word, options, heard, (term) => this.has(term))
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

  /** Looks up whatever could not be decided; null where there is nothing, else whether any of it is readable. */
  resolve(): Promise<boolean> | null {
    if (this.#undecided.size === 0) return null
    const undecided = [...this.#undecided]
    this.#undecided.clear()
    const lookedUp = undecided.map(async ([key, { forms }]) => {
      const readable = forms.length > 1 ? await this.#isPhrase(key) : await this.#isWord(key)
      this.#readable.set(key, readable)
      return readable
    })
    return Promise.all(lookedUp).then((all) => all.some(Boolean))
  }

  /** Looks for words that stand one after the other, in what the viewer may read. */
  findPhrase(phrase: string): Promise<PhrasePlaces> {
    let places = this.#looking.get(phrase)
    if (places === undefined) {
      places = this.#lookFor(phrase)
      this.#looking.set(phrase, places)
    }
    return places
  }

  async #lookFor(phrase: string): Promise<PhrasePlaces> {
    const { hits } = await this.#asker.ask({
      index: 'passages',
      q: `"${phrase}"`,
      filter: scopeFilter(this.#scope, 'passages'),
      attributesToSearchOn: ORDERED_ATTRIBUTES,
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

  async #isPhrase(phrase: string): Promise<boolean> {
    const { passages } = await this.findPhrase(phrase)
    return passages.length > 0
  }

  async #isWord(form: string): Promise<boolean> {
    const { totalHits } = await this.#asker.ask({
      index: 'statements',
      filter: all([wordIn([form]), scopeFilter(this.#scope, 'statements')]),
      hitsPerPage: 0,
    })
    return (totalHits ?? 0) > 0
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
