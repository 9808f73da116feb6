import { z } from 'zod'
import { normaliseWord } from '#lib/text/normalise.ts'
import type { CorpusStatement } from './corpus.ts'
import { Random } from './random.ts'

/** A query that asks for one known statement. */
export interface KnownItemQuery {
  class: string
  query: string
  /** `id` of the statement it was made from. */
  id: number
}

export const QUERY_CLASSES = ['exact', 'shuffled', 'typo', 'phrase', 'name'] as const

const WORDS_MIN = 2
const WORDS_MAX = 6
const TYPO_LENGTH_MIN = 5
const PHRASE_WORDS = 5
/** Words that stand in more of the statements than this say little about one of them. */
const STATEMENTS_SHARE_MAX = 0.25
/** Passages without enough such words are passed over; a corpus of nothing else ends the search. */
const TRIES_PER_QUERY = 50

/** A word of letters alone, four or more, that is no part of a longer one. */
const WORD = /(?<![\p{L}\p{M}\p{N}'’\u200c-])\p{L}{4,}(?![\p{L}\p{M}\p{N}'’\u200c-])/gu
const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const PERSIAN_LETTERS = 'ابپتثجچحخدرزژسشصطعغفقکگلمنوهی'

/**
 * Known-item queries, `n` of each class: each is made from one passage and asks for its statement. `exact` takes two
 * to six distinct words in the order of the text, `shuffled` the same in another order, `typo` the same with one edit,
 * `phrase` five words as they stand there, `name` one name in another of its spellings.
 */
export function makeQueries(
  statements: readonly CorpusStatement[],
  n: number,
  seed: number,
): KnownItemQuery[] {
  const random = new Random(seed)
  const texts = statements.filter(({ spellings }) => spellings.length === 0)
  const frequency = statementFrequency(texts)
  const limit = texts.length * STATEMENTS_SHARE_MAX
  const passages = texts.flatMap(({ id, passages }) => passages.map((text) => ({ id, text })))
  const queries: KnownItemQuery[] = []
  for (let made = 0, tries = 0; made < n && passages.length > 0 && tries < n * TRIES_PER_QUERY; ) {
    tries++
    const { id, text } = random.pick(passages)
    const words = distinctWords(text).filter((word) => frequency.get(word)! <= limit)
    const count = WORDS_MIN + random.below(WORDS_MAX - WORDS_MIN + 1)
    if (words.length < count) continue
    const chosen = new Set(random.shuffle(words.map((_, index) => index)).slice(0, count))
    const exact = words.filter((_, index) => chosen.has(index))
    const typo = withTypo(exact, random)
    const phrase = somePhrase(text, random)
    if (typo === null || phrase === null) continue
    made++
    queries.push({ class: 'exact', query: exact.join(' '), id })
    queries.push({ class: 'shuffled', query: random.shuffle(exact).join(' '), id })
    queries.push({ class: 'typo', query: typo.join(' '), id })
    queries.push({ class: 'phrase', query: phrase, id })
  }
  return [...queries, ...nameQueries(statements, n, random)]
}

const givenSchema = z.object({
  class: z.string(),
  query: z.string(),
  id: z.union([z.string(), z.number()]).transform(String),
})

/**
 * Reads queries of one JSON record a line, `{class, query, id}` with the corpus' own ids.
 *
 * @throws Error naming the line that is no such record or that names no statement
 */
export function readQueries(
  lines: string,
  statements: readonly CorpusStatement[],
): KnownItemQuery[] {
  const ids = new Map(statements.map(({ key, id }) => [key, id]))
  return lines
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const given = givenSchema.safeParse(safeJson(line))
      if (!given.success) throw new Error(`line ${number} of the queries is no query`)
      const id = ids.get(given.data.id)
      if (id === undefined) throw new Error(`line ${number} of the queries names no statement`)
      return { ...given.data, id }
    })
}

/** One name in another of its spellings, the other script among them. */
function nameQueries(
  statements: readonly CorpusStatement[],
  n: number,
  random: Random,
): KnownItemQuery[] {
  const pairs = statements.flatMap(({ id, spellings }) =>
    spellings.slice(1).map((query) => ({ class: 'name', query, id })),
  )
  return random.shuffle(pairs).slice(0, n)
}

function distinctWords(text: string): string[] {
  return [...new Set((text.match(WORD) ?? []).map((word) => word.toLowerCase()))]
}

function statementFrequency(statements: readonly CorpusStatement[]): Map<string, number> {
  const frequency = new Map<string, number>()
  for (const { passages } of statements) {
    for (const word of distinctWords(passages.join('\n'))) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1)
    }
  }
  return frequency
}

/** The words with one edit in the first one that is long enough, never on its first letter; null where none is. */
function withTypo(words: readonly string[], random: Random): string[] | null {
  const at = words.findIndex((word) => word.length >= TYPO_LENGTH_MIN)
  if (at === -1) return null
  const word = words[at]!
  for (;;) {
    const wrong = editOnce(word, random)
    if (normaliseWord(wrong) !== normaliseWord(word)) return words.with(at, wrong)
  }
}

function editOnce(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 1)
  const letters = /\p{Script=Arabic}/u.test(word) ? PERSIAN_LETTERS : LATIN_LETTERS
  const letter = random.pick([...letters])
  const [before, after] = [word.slice(0, at), word.slice(at)]
  const kind = random.below(4)
  if (kind === 0) return before + after.slice(1)
  if (kind === 1) return before + letter + after
  if (kind === 2 && after.length > 1) return before + after[1] + after[0] + after.slice(2)
  return before + letter + after.slice(1)
}

function somePhrase(text: string, random: Random): string | null {
  const words = text.match(/\S+/g) ?? []
  if (words.length < PHRASE_WORDS) return null
  const from = random.below(words.length - PHRASE_WORDS + 1)
  const phrase = words.slice(from, from + PHRASE_WORDS).join(' ')
  return `"${phrase.replaceAll(/["“”«»]/g, '')}"`
}

function safeJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
