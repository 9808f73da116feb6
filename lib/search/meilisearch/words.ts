import type { SearchScope } from '../contract.ts'
import { nearestSpellings } from '../fts/sounds.ts'
import type { Clause, Sequence } from '../query.ts'
import type { FindOptions, SpellingSource } from '../spellings.ts'
import type { Asker, Row } from './ask.ts'
import { all, anyOf, type PhrasePlaces, scopeFilter, wordIn } from './filters.ts'
import { isTold, LOOKED_THROUGH_MAX, PLACE_ATTRIBUTES, standsIn } from './phrase-places.ts'
import { ORDERED_ATTRIBUTES } from './settings.ts'
import type { TermList, TermViewer } from './terms.ts'

/** Passages in which a phrase is looked for; beyond it the result is said to be bounded. */
const PHRASE_PLACES_MAX = 20_000
/** Of words that stand in no more statements all passages are read at once. */
export const RARE_MAX = 30
/** Phrases that are asked for one by one. */
const ASKED_MAX = 8
/** Passages with the words of phrases in them that are read to find the phrases; of more each is asked for. */
const TOGETHER_MAX = 120

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

  /** About how many statements hold one of a demand's words, of the demand with the fewest. */
  fewest(include: readonly Clause[]): number {
    const counts = include.map(({ any }) =>
      any.reduce((sum, way) => sum + Math.min(...way.map((one) => this.#countAbout(one))), 0),
    )
    return Math.min(...counts)
  }

  /** Whether all passages that meet these demands are read at once. */
  isRare(include: readonly Clause[]): boolean {
    return this.fewest(include) <= RARE_MAX
  }

  /** About how many statements meet all of these demands, if their words stood together by chance alone. */
  expected(include: readonly Clause[]): number {
    const { most } = this.#terms
    return include.reduce(
      (statements, clause) => statements * Math.min(1, this.fewest([clause]) / most),
      most,
    )
  }

  /** The first of these words, as many as stand in about so many statements. */
  filling(words: readonly string[], statements: number): string[] {
    let left = statements
    return words.filter((word) => {
      const isNeeded = left > 0
      left -= this.count(word)
      return isNeeded
    })
  }

  #countAbout({ forms, prefix }: Sequence): number {
    return prefix ? Infinity : Math.min(...forms.map((form) => this.count(form)))
  }

  /** The most frequent words that begin so. */
  complete(beginning: string, most: number): string[] {
    return this.#terms.beginningWith(beginning, (term) => this.count(term)).slice(0, most)
  }

  find(word: string, options: FindOptions): string[] {
    const heard = this.#terms.hear(word, options.slack ?? 1)
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
    const words = undecided.filter(([, { forms }]) => forms.length === 1)
    const phrases = undecided.filter(([, { forms }]) => forms.length > 1)
    const decided = [
      ...words.map(async ([form]) => this.#settle(form, await this.#isWord(form))),
      this.#resolvePhrases(phrases),
    ]
    return Promise.all(decided).then((all) => all.some(Boolean))
  }

  /** Of many names that one word might be hardly any has its parts in one passage: all are asked for at once first. */
  async #resolvePhrases(phrases: readonly (readonly [string, Sequence])[]): Promise<boolean> {
    if (phrases.length === 0) return false
    const isFound =
      phrases.length > ASKED_MAX && (await this.#findTogether(phrases.map(([, one]) => one)))
    const readable = await Promise.all(
      phrases.map(async ([phrase]) =>
        this.#settle(phrase, isFound ? this.phrases.has(phrase) : await this.#isPhrase(phrase)),
      ),
    )
    return readable.some(Boolean)
  }

  #settle(key: string, readable: boolean): boolean {
    this.#readable.set(key, readable)
    return readable
  }

  /**
   * Finds out where these stand by reading the passages that hold all words of one of them, in whichever order. False
   * where there are too many of those to be read.
   */
  async #findTogether(sequences: readonly Sequence[]): Promise<boolean> {
    const { hits } = await this.#asker.ask({
      index: 'passages',
      filter: all([anyOf(togetherFilters(sequences)), scopeFilter(this.#scope, 'passages')]),
      attributesToRetrieve: PLACE_ATTRIBUTES,
      limit: TOGETHER_MAX,
    })
    if (hits.length === TOGETHER_MAX) return false
    for (const { forms } of sequences) {
      const phrase = forms.join(' ')
      const found = hits.filter((row) => standsIn(row, phrase))
      if (found.length > 0) this.phrases.set(phrase, placesOf(found, false))
    }
    return true
  }

  /** Looks for words that stand one after the other, in what the viewer may read. */
  findPhrase(phrase: string): Promise<PhrasePlaces> {
    const known = this.phrases.get(phrase)
    let places = known === undefined ? this.#looking.get(phrase) : Promise.resolve(known)
    if (places === undefined) {
      places = this.#lookFor(phrase)
      this.#looking.set(phrase, places)
    }
    return places
  }

  async #lookFor(phrase: string): Promise<PhrasePlaces> {
    const isSure = isTold(phrase.split(' '))
    const most = isSure ? PHRASE_PLACES_MAX : LOOKED_THROUGH_MAX
    const { hits } = await this.#asker.ask({
      index: 'passages',
      q: `"${phrase}"`,
      filter: scopeFilter(this.#scope, 'passages'),
      attributesToSearchOn: ORDERED_ATTRIBUTES,
      attributesToRetrieve: isSure ? ['id', 'statement'] : PLACE_ATTRIBUTES,
      limit: most,
    })
    const found = isSure ? hits : hits.filter((row) => standsIn(row, phrase))
    const places = placesOf(found, hits.length >= most)
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

function placesOf(hits: readonly Pick<Row, 'id' | 'statement'>[], cut: boolean): PhrasePlaces {
  return {
    statements: [...new Set(hits.map(({ statement }) => statement))],
    passages: hits.map(({ id }) => id),
    cut,
  }
}

/** All words of one of these, in whichever order: those that differ in their last word alone in one filter. */
function togetherFilters(sequences: readonly Sequence[]): string[] {
  const lasts = new Map<string, string[]>()
  for (const { forms } of sequences) {
    const first = all(forms.slice(0, -1).map((form) => wordIn([form])))
    lasts.set(first, [...(lasts.get(first) ?? []), forms.at(-1)!])
  }
  return [...lasts].map(([first, forms]) => all([first, wordIn(forms)]))
}
