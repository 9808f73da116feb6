import { isOrdinaryWord, nameKeys, scriptOf } from '#lib/text/romanisation.ts'
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
const SPLITS_MAX = 3
/** Names written as one in one script and as up to so many words in the other. */
const JOINED_WORDS_MAX = 4
/** Shorter ordinary words side by side are no name. */
const JOINED_FROM_LENGTH = 5
const SPLIT_FROM_LENGTH = 5
const SPLIT_PART_MIN_LENGTH = 2
/** What has fewer sounds is a name only where nearly every letter says so. */
const DISTANCE_BY_SOUNDS = [0.2, 0.2, 0.35]
const SPLIT_DISTANCE = 0.3
/** Words that stand side by side in both spellings speak for each other. */
const PAIR_SLACK = 1.7
const PAIR_WORDS_MAX = 4
/** Between the words of a name in Latin script, not written in Persian (Shahr-e Rey). */
const PARTICLES = new Set(['e', 'ye', 'i', 'yi', 'o', 'va'])
const BETWEEN = [[], ['e'], ['ye'], ['i']]

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
  tokens.forEach((token, at) => {
    for (const year of yearsOfOtherCalendar(token.form)) {
      if (source.isReadable(sequence(year))) add(at, at + 1, sequence(year))
    }
    addWords(token, at, source, add)
  })
  addJoined(tokens, source, add)
  addPairs(tokens, source, add)
  if (found.size === 0) return null
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

/** The word in the other script, as one word or as two. */
function addWords(token: Token, at: number, source: SpellingSource, add: Add): void {
  const { form } = token
  if (!mayBeName(token)) return
  const nearest = farthest(token)
  for (const word of source.find(form, { most: WORDS_MAX, nearest })) {
    add(at, at + 1, sequence(word))
  }
  if (form.length < SPLIT_FROM_LENGTH) return
  let splits = 0
  for (let end = SPLIT_PART_MIN_LENGTH; end <= form.length - SPLIT_PART_MIN_LENGTH; end++) {
    const options = { most: 4, nearest: SPLIT_DISTANCE, ordinary: true }
    const left = source.find(form.slice(0, end), options)
    const right = left.length === 0 ? [] : source.find(form.slice(end), options)
    const pairs = left.flatMap((first) => right.map((second) => sequence(first, second)))
    const other = pairs.find((pair) => source.isReadable(pair))
    if (other === undefined) continue
    add(at, at + 1, other)
    if (++splits === SPLITS_MAX) return
  }
}

/** Neighbouring words that the other script writes as one. */
function addJoined(tokens: readonly Token[], source: SpellingSource, add: Add): void {
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 2; to <= Math.min(from + JOINED_WORDS_MAX, tokens.length); to++) {
      const run = tokens.slice(from, to)
      const form = run.map((token) => token.form).join('')
      const ordinary = run.every((token) => isOrdinaryWord(token.form))
      if (scriptOf(form) === null || (ordinary && form.length < JOINED_FROM_LENGTH)) continue
      for (const word of source.find(form, { most: WORDS_MAX })) {
        add(from, to, sequence(word))
      }
    }
  }
}

/** Two words side by side in both scripts, each less strictly than alone, with or without a particle between them. */
function addPairs(tokens: readonly Token[], source: SpellingSource, add: Add): void {
  const options = { most: PAIR_WORDS_MAX, slack: PAIR_SLACK, ordinary: true }
  const find = (form: string) => (form.length > 1 ? source.find(form, options) : [])
  const words = tokens.map(({ form }) => find(form))
  for (let from = 0; from + 1 < tokens.length; from++) {
    let to = from + 1
    const apart = PARTICLES.has(tokens[to]!.form) && to + 1 < tokens.length
    if (apart) to++
    const [left, right] = [tokens[from]!, tokens[to]!]
    if (isOrdinaryWord(left.form) && isOrdinaryWord(right.form)) continue
    const particles = scriptOf(left.form) === 'persian' ? BETWEEN : [[]]
    // A particle that is written with its word (Ruye, Puli), or might as well be.
    const whole = apart ? left.form + tokens[from + 1]!.form : left.form.replace(/[ei]$/, '')
    const firsts = new Set([...words[from]!, ...(whole === left.form ? [] : find(whole))])
    for (const first of firsts) {
      for (const second of words[to]!) {
        for (const between of particles) {
          const pair = sequence(first, ...between, second)
          if (source.isReadable(pair)) add(from, to + 1, pair)
        }
      }
    }
  }
}

function mayBeName({ form, capital }: Token): boolean {
  return scriptOf(form) !== null && (capital || !isOrdinaryWord(form)) && form.length > 1
}

function farthest({ form, capital }: Token): number {
  const sounds = Math.max(...nameKeys(form).map((key) => key.length))
  return capital ? Infinity : (DISTANCE_BY_SOUNDS[sounds] ?? Infinity)
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
      quoted: false,
    }))
  })
}
