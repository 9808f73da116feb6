import type { SearchQuery } from '../contract.ts'
import type { GeneratedArchive } from './generate.ts'
import type { Random } from './random.ts'

/** Ranks of words, from and up to, by how frequent they are among 120,000. */
const RARE = [20_000, 100_000] as const
const MID = [500, 3_000] as const
const COMMON = [40, 200] as const
const MOST_FREQUENT = [0, 40] as const
/** Words of two and of three in a query. */
const OF_TWO = [100, 3_000] as const
const OF_THREE = [50, 2_000] as const
const SPELT = [500, 20_000] as const
const FILTERED = [40, 1_000] as const
const PHRASE_WORDS = 3
const PREFIX_LENGTH = 4

/** Makes one more query of a class. */
type MakeQuery = (
  archive: GeneratedArchive,
  random: Random,
  statements: number,
) => Partial<SearchQuery> & { text: string }

/** What people ask for, from the rarest word to everything. */
export const BENCH_CLASSES: Record<string, MakeQuery> = {
  rare: (archive, random) => ({ text: someWord(archive, random, RARE) }),
  mid: (archive, random) => ({ text: someWord(archive, random, MID) }),
  common: (archive, random) => ({ text: someWord(archive, random, COMMON) }),
  'most frequent': (archive, random) => ({ text: someWord(archive, random, MOST_FREQUENT) }),
  'two words': (archive, random) => ({ text: someWords(archive, random, OF_TWO, 2) }),
  'three words': (archive, random) => ({ text: someWords(archive, random, OF_THREE, 3) }),
  'two frequent words': (archive, random) => ({
    text: someWords(archive, random, MOST_FREQUENT, 2),
  }),
  phrase: (archive, random, statements) => ({ text: somePhrase(archive, random, statements) }),
  prefix: (archive, random) => ({
    text: `${someWord(archive, random, SPELT).slice(0, PREFIX_LENGTH)}*`,
  }),
  typo: (archive, random) => ({ text: misspelt(archive, random) }),
  filtered: (archive, random) => ({
    text: someWord(archive, random, FILTERED),
    facets: { type: ['type1', 'type2'] },
  }),
  empty: () => ({ text: '' }),
}

function someWord(
  archive: GeneratedArchive,
  random: Random,
  [from, to]: readonly [number, number],
): string {
  return archive.word(from + random.below(to - from))
}

function someWords(
  archive: GeneratedArchive,
  random: Random,
  ranks: readonly [number, number],
  count: number,
): string {
  return Array.from({ length: count }, () => someWord(archive, random, ranks)).join(' ')
}

/** Consecutive words of a passage that is there. */
function somePhrase(archive: GeneratedArchive, random: Random, statements: number): string {
  const { passages } = archive.document(1 + random.below(statements))
  const words = random.pick(passages).text.replace('.', '').split(' ')
  const from = random.below(words.length - PHRASE_WORDS + 1)
  return `"${words.slice(from, from + PHRASE_WORDS).join(' ')}"`
}

/** A word of five letters or more with another letter in its middle. */
function misspelt(archive: GeneratedArchive, random: Random): string {
  for (;;) {
    const word = someWord(archive, random, SPELT)
    if (word.length < 5) continue
    const at = 1 + random.below(word.length - 2)
    return `${word.slice(0, at)}q${word.slice(at + 1)}`
  }
}
