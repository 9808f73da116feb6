import { isOrdinaryWord, scriptOf } from '#lib/text/romanisation.ts'
import { tokenise } from '#lib/text/tokenise.ts'
import { yearsOfOtherCalendar } from '#lib/text/years.ts'
import type { Namesake } from './contract.ts'
import { type Clause, type Sequence, sequence } from './query.ts'

/** Where the words of other spellings come from: an index, as far as the viewer may read what stands in it. */
export interface SpellingSource {
  /** Words of the other script that may be this one, nearest first. */
  find(word: string, options: FindOptions): readonly string[]
  /** Whether these words stand in something that the viewer may read. */
  isReadable(sequence: Sequence): boolean
}

export interface FindOptions {
  most: number
  /** Leaves out what is farther apart. */
  nearest?: number
  /** Widens what is forgiven; see `spellingDistance`. */
  slack?: number
  /** Also ordinary words: parts of names, where their neighbours say so (Zarrin Shahr). */
  ordinary?: boolean
}

export interface SpelledQuery<T extends Clause = Clause> {
  /** The demands of the query, each met by other spellings as well. */
  clauses: T[]
  /** The other spellings; a name of a record is given as the record has it. */
  found: { sequence: Sequence; name: string | null }[]
}

/** Spellings of one word that are looked for. */
const WORDS_MAX = 16
const SPLITS_MAX = 6
/** Names written as one in one script and as up to so many words in the other. */
const JOINED_WORDS_MAX = 4
/** Shorter ordinary words side by side are no name. */
const JOINED_FROM_LENGTH = { persian: 4, latin: 5 }
const SPLIT_FROM_LENGTH = 5
const SPLIT_IN_THREE_FROM_LENGTH = 9
const SPLIT_PART_MIN_LENGTH = 2
/** A short word typed without a capital is a name only where nearly every letter says so. */
const DISTANCE_BY_LETTERS = [0, 0.2, 0.2, 0.35]
/** A query of more words is a sentence, in which ordinary words are no names. */
const NAME_WORDS_MAX = 3
/** What each spelling that is farther than another loses against it in the ranking. */
const WORTH_LOST = 0.25
const SPLIT_DISTANCE = 0.5
const SPLIT_WORDS_MAX = 6
/** Words that stand side by side in both spellings speak for each other. */
const PAIR_SLACK = 1.7
const PAIR_WORDS_MAX = 8
/** Between the words of a name in Latin script, not written in Persian (Shahr-e Rey). */
const PARTICLES = new Set(['e', 'ye', 'i', 'yi', 'o', 'va'])
const BETWEEN = [[], ['e'], ['ye'], ['i']]
/** Between two names (Aran va Bidgol); too short to be known by its sound. */
const AND: Record<string, string> = { va: 'و' }
/** The Arabic article as it is written before a second word (Zia od-Din). */
const ARTICLE = 'ال'
const ARTICLES = [
  'al',
  'ol',
  'ul',
  'el',
  'od',
  'ud',
  'ed',
  'ad',
  'or',
  'ur',
  'os',
  'us',
  'oz',
  'uz',
]

interface Token {
  form: string
  /** Typed with a capital, as names are. */
  capital: boolean
  clause: number
}

/**
 * A query with other spellings of its names beside what was typed: in the other script, under the other names of a
 * record, and for years in the other calendar. Null where there are none. Quoted words stay as they are.
 */
export function spellOut<T extends Clause>(
  include: readonly T[],
  text: string,
  source: SpellingSource,
  namesakes: readonly Namesake[],
): SpelledQuery<T> | null {
  const tokens = tokensOf(include, text)
  const ways: Sequence[][] = tokens.map(() => [])
  const found = new Map<string, SpelledQuery['found'][number]>()
  const add = (from: number, to: number, other: Sequence, name: string | null = null) => {
    for (let at = from; at < to; at++) ways[at]!.push(other)
    found.set(other.forms.join(' '), { sequence: other, name })
  }
  addNamesakes(tokens, namesakes, source, add)
  // Asked for first: what is heard with less slack is among what is heard with more.
  const neighbours = tokens.length < 2 ? [] : tokens.map(({ form }) => findNeighbour(form, source))
  tokens.forEach((token, at) => {
    for (const year of yearsOfOtherCalendar(token.form)) {
      if (source.isReadable(sequence(year))) add(at, at + 1, sequence(year))
    }
    addWords(token, at, tokens.length, source, add)
  })
  addJoined(tokens, source, add)
  addPairs(tokens, neighbours, source, add)
  if (found.size === 0) return null
  tokens.forEach(({ form }, at) => {
    if (AND[form] !== undefined) ways[at]!.push(sequence(AND[form]))
  })
  return { clauses: weave(include, tokens, ways), found: [...found.values()] }
}

type Add = (from: number, to: number, other: Sequence, name?: string | null) => void

function tokensOf(include: readonly Clause[], text: string): Token[] {
  const capitals = new Set(
    tokenise(text)
      .filter(({ start }) => /^\p{Lu}/u.test(text.slice(start, start + 2)))
      .flatMap(({ parts }) => parts),
  )
  return include.flatMap((clause, index) => {
    const [first, ...others] = clause.any[0] ?? []
    if (clause.quoted || first === undefined || first.prefix || others.length > 0) return []
    return first.forms.map((form) => ({ form, capital: capitals.has(form), clause: index }))
  })
}

function addNamesakes(
  tokens: readonly Token[],
  namesakes: readonly Namesake[],
  source: SpellingSource,
  add: Add,
): void {
  for (const { words, names } of namesakes) {
    for (let at = 0; at + words.length <= tokens.length; at++) {
      if (!words.every((word, index) => tokens[at + index]!.form === word)) continue
      for (const name of names) {
        const forms = tokenise(name).flatMap(({ parts }) => parts)
        if (forms.length === 0 || forms.join(' ') === words.join(' ')) continue
        const other = sequence(...forms)
        if (source.isReadable(other)) add(at, at + words.length, other, name)
      }
    }
  }
}

/** The word in the other script, as one word or as several. */
function addWords(
  token: Token,
  at: number,
  tokens: number,
  source: SpellingSource,
  add: Add,
): void {
  const { form } = token
  if (!mayBeName(token, tokens)) return
  const nearest = farthest(token)
  const whole = source.find(form, { most: WORDS_MAX, nearest })
  for (const word of whole) add(at, at + 1, sequence(word))
  if (form.length < SPLIT_FROM_LENGTH) return
  const splits = splitsOf(form, source, 2)
  const isKnown = whole.length + splits.length > 0 || form.length < SPLIT_IN_THREE_FROM_LENGTH
  const found = isKnown ? splits : splitsOf(form, source, 3)
  for (const forms of found.slice(0, SPLITS_MAX)) add(at, at + 1, sequence(...forms))
}

/** The word as so many words of the other script that stand one after the other. */
function splitsOf(form: string, source: SpellingSource, parts: number): string[][] {
  const found: string[][] = []
  const options = { most: SPLIT_WORDS_MAX, nearest: SPLIT_DISTANCE, ordinary: true }
  const least = SPLIT_PART_MIN_LENGTH
  const last = form.length - least * (parts - 1)
  for (let end = least; end <= last && found.length < SPLITS_MAX; end++) {
    const first = source.find(form.slice(0, end), options)
    if (first.length === 0) continue
    const rest = form.slice(end)
    const others =
      parts === 2
        ? source.find(rest, options).map((word) => [word])
        : splitsOf(rest, source, parts - 1)
    for (const word of first) {
      for (const words of others) {
        if (source.isReadable(sequence(word, ...words))) found.push([word, ...words])
      }
    }
  }
  return found
}

/** Neighbouring words that the other script writes as one. */
function addJoined(tokens: readonly Token[], source: SpellingSource, add: Add): void {
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 2; to <= Math.min(from + JOINED_WORDS_MAX, tokens.length); to++) {
      const run = tokens.slice(from, to)
      const form = run.map((token) => token.form).join('')
      const ordinary = run.every((token) => isOrdinaryWord(token.form))
      const script = scriptOf(form)
      if (script === null || (ordinary && form.length < JOINED_FROM_LENGTH[script])) continue
      for (const word of source.find(form, { most: WORDS_MAX })) {
        add(from, to, sequence(word))
      }
    }
  }
}

/** Words of the other script that may be this one if its neighbour says so. */
function findNeighbour(form: string, source: SpellingSource): readonly string[] {
  if (form.length < 2) return []
  return source.find(form, { most: PAIR_WORDS_MAX, slack: PAIR_SLACK, ordinary: true })
}

/** Two words side by side in both scripts, each less strictly than alone, with or without a particle between them. */
function addPairs(
  tokens: readonly Token[],
  words: readonly (readonly string[])[],
  source: SpellingSource,
  add: Add,
): void {
  for (let from = 0; from + 1 < tokens.length; from++) {
    let to = from + 1
    const apart = PARTICLES.has(tokens[to]!.form) && to + 1 < tokens.length
    if (apart) to++
    const [left, right] = [tokens[from]!, tokens[to]!]
    const isPersian = scriptOf(left.form) === 'persian'
    // In Latin script the words of Persian are never ordinary ones.
    if (!isPersian && isOrdinaryWord(left.form) && isOrdinaryWord(right.form)) continue
    const particles = isPersian ? BETWEEN : [[]]
    // A particle that is written with its word (Ruye, Puli), or might as well be.
    const whole = apart ? left.form + tokens[from + 1]!.form : left.form.replace(/[ei]$/, '')
    const firsts = new Set([
      ...words[from]!,
      ...(whole === left.form ? [] : findNeighbour(whole, source)),
    ])
    for (const first of firsts) {
      for (const second of words[to]!) {
        for (const between of particles) {
          const pair = sequence(first, ...between, second)
          if (source.isReadable(pair)) add(from, to + 1, pair)
        }
      }
    }
    if (isPersian && right.form.startsWith(ARTICLE)) {
      const named = findNeighbour(right.form.slice(ARTICLE.length), source)
      for (const pair of withArticle([...firsts], named)) {
        if (source.isReadable(pair)) add(from, to + 1, pair)
      }
    }
  }
}

function withArticle(firsts: readonly string[], seconds: readonly string[]): Sequence[] {
  return firsts.flatMap((first) =>
    seconds.flatMap((second) => ARTICLES.map((article) => sequence(first, article, second))),
  )
}

function mayBeName({ form, capital }: Token, tokens: number): boolean {
  if (scriptOf(form) === null || form.length < 2) return false
  return capital || tokens <= NAME_WORDS_MAX || !isOrdinaryWord(form)
}

function farthest({ form, capital }: Token): number {
  return capital ? Infinity : (DISTANCE_BY_LETTERS[form.length] ?? Infinity)
}

/** Puts the other ways beside the typed ones. A word of several parts becomes one demand for each of them. */
function weave<T extends Clause>(
  include: readonly T[],
  tokens: readonly Token[],
  ways: readonly Sequence[][],
): T[] {
  return include.flatMap((clause, index) => {
    const own = tokens.flatMap((token, at) => (token.clause === index ? [at] : []))
    const spoken = own.filter((at) => own.length === 1 || !PARTICLES.has(tokens[at]!.form))
    if (spoken.every((at) => ways[at]!.length === 0)) return [clause]
    return spoken.map((at) => ({
      ...clause,
      any: [...clause.any, ...ways[at]!.map((way) => [way])],
      worth: [...clause.any.map(() => 1), ...ways[at]!.map((_, nth) => 1 / (1 + nth * WORTH_LOST))],
      quoted: false,
    }))
  })
}
