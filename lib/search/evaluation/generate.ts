import { AUDIENCES } from '#lib/statements/vocabularies.ts'
import type { PassageDocument, StatementDocument } from '../contract.ts'
import { Random } from './random.ts'

/** Words of each of the two invented languages, most frequent first. */
export const WORDS = 120_000
const PERSIAN_SHARE = 0.15
const PASSAGES_MIN = 5
const PASSAGES_MAX = 13
const PASSAGE_WORDS_MIN = 60
const PASSAGE_WORDS_MAX = 180
const NAMES = { from: 200, count: 5_000 }
const PUBLIC_SHARE = 0.8

const LATIN_SYLLABLES = 'ba re ti mo lu ka ne so vi do ra pe gu shi fa cho ze ya wo hi'.split(' ')
const PERSIAN_SYLLABLES = 'با ری تو مو لا کا نه سو وی دو را په گو شی فا چو زه یا خو هی'.split(' ')

/**
 * Invented statements without end or meaning, for measuring: words by Zipf's law, about nine passages each, one in
 * seven in Persian letters, names, facets and audiences. Statement n is the same in every archive of one seed.
 */
export class GeneratedArchive {
  readonly #seed: number
  readonly #passagesEach: number | null
  readonly #latin = makeWords(LATIN_SYLLABLES)
  readonly #persian = makeWords(PERSIAN_SYLLABLES)

  /** @param passagesEach passages of every statement, instead of about nine */
  constructor(seed: number, passagesEach: number | null = null) {
    this.#seed = seed
    this.#passagesEach = passagesEach
  }

  /** The word of a rank, from 0, the most frequent. */
  word(rank: number): string {
    return this.#latin[rank]!
  }

  *documents(count: number): Generator<StatementDocument> {
    for (let id = 1; id <= count; id++) yield this.document(id)
  }

  document(id: number): StatementDocument {
    const random = new Random(Math.imul(id, 0x9e3779b1) ^ this.#seed)
    const persian = random.fraction() < PERSIAN_SHARE
    const words = persian ? this.#persian : this.#latin
    const language = persian ? 'fa' : 'en'
    const some = PASSAGES_MIN + random.below(PASSAGES_MAX - PASSAGES_MIN + 1)
    const count = this.#passagesEach ?? some
    const passages = Array.from({ length: count }, (_, index) =>
      makePassage(index, language, words, random),
    )
    // Squared, so that the first values of a facet are frequent and the last ones rare.
    const facetValue = (kind: string, values: number) =>
      `${kind}${Math.floor(random.fraction() * random.fraction() * values)}`
    const audience = random.fraction() < PUBLIC_SHARE ? 'public' : random.pick(AUDIENCES)
    return {
      id,
      reference: `GV-2031-${String(id).padStart(6, '0')}`,
      revision: 1,
      state: `generated-${id}`,
      titles: { [language]: makeText(3, words, random) },
      languages: [language],
      type: facetValue('type', 12),
      knows: [facetValue('knows', 8)],
      events: [facetValue('event', 200)],
      places: [...new Set([facetValue('place', 500), facetValue('place', 500)])],
      people: [facetValue('person', 5_000)],
      names: [words[NAMES.from + random.below(NAMES.count)]!],
      extra: [],
      speakers: [],
      placeNames: [],
      years: [String(1980 + random.below(40))],
      dateGiven: `20${10 + random.below(15)}-01-01`,
      dateAdded: `2031-01-${10 + random.below(18)}`,
      audience,
      visibleFrom: null,
      visibleUntil: null,
      passages,
    }
  }
}

function makePassage(
  index: number,
  language: string,
  words: readonly string[],
  random: Random,
): PassageDocument {
  const length = PASSAGE_WORDS_MIN + random.below(PASSAGE_WORDS_MAX - PASSAGE_WORDS_MIN + 1)
  const text = `${makeText(length, words, random)}.`
  return { key: `p${index + 1}`, number: index + 1, language, speaker: '', text }
}

function makeText(length: number, words: readonly string[], random: Random): string {
  let text = ''
  for (let at = 0; at < length; at++) {
    text += (at === 0 ? '' : ' ') + words[zipfRank(random)]!
  }
  return text
}

/** A rank whose probability falls with itself: the inverse of the harmonic sum, closely enough. */
function zipfRank(random: Random): number {
  return Math.min(WORDS - 1, Math.floor(Math.exp(random.fraction() * Math.log(WORDS + 1))) - 1)
}

/** Distinct words of one to five syllables; the number of a word is written in the base of the syllables, mixed. */
function makeWords(syllables: readonly string[]): string[] {
  const words: string[] = []
  const seen = new Set<string>()
  const random = new Random(syllables.length)
  while (words.length < WORDS) {
    const length = 2 + Math.floor(Math.log(words.length + 2) / Math.log(25))
    const word = Array.from({ length }, () => random.pick(syllables)).join('')
    if (seen.has(word)) continue
    seen.add(word)
    words.push(word)
  }
  return words
}
