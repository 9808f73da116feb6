import { asTyped } from '../as-typed.ts'
import type { NearWord } from '../contract.ts'
import { type Clause, type Sequence, sequence, singleForm } from '../query.ts'
import type { ReadableWords } from './readable-words.ts'

/** Words that one word of the query was taken for, of which is told. */
const FOUND_SHOWN_MAX = 8
/** What a near spelling with one edit is worth in the ranking beside the word itself; one with two, half of it. */
const NEAR_WORTH = 0.1

/** Demands with their near spellings beside them. */
export interface NearClauses<T extends Clause> {
  clauses: T[]
  /** The near spellings of each word of which there are some. */
  ways: { form: string; sequences: Sequence[] }[]
}

/** A near spelling of a word. */
interface NearWay {
  sequence: Sequence
  edits: number
}

/** An index's words, and which of them one viewer knows. */
interface NearSource<Words extends { has(term: string): boolean }> {
  findNear(words: Words, form: string): readonly { term: string; edits: number }[]
  findSplit(words: Words, form: string): [string, string] | null
}

/** The demands with their near spellings, or null when no word has any. */
export function nearClauses<T extends Clause, Words extends { has(term: string): boolean }>(
  include: readonly T[],
  vocabulary: NearSource<Words>,
  words: Words,
): NearClauses<T> | null {
  const forms = include.map(singleForm)
  const ways = forms.map((form) => (form === null ? [] : nearWays(form, vocabulary, words)))
  // A space put into a name (گوهر دشت) or left out of it: the whole stands for both of its parts.
  for (let index = 0; index + 1 < forms.length; index++) {
    const [left, right] = [forms[index], forms[index + 1]]
    if (!left || !right || !words.has(left + right)) continue
    for (const at of [index, index + 1])
      ways[at]!.push({ sequence: sequence(left + right), edits: 1 })
  }
  if (ways.every((some) => some.length === 0)) return null
  return {
    clauses: include.map((clause, index) => ({
      ...clause,
      any: [...clause.any, ...ways[index]!.map((way) => [way.sequence])],
      worth: [
        ...clause.any.map((_, way) => clause.worth?.[way] ?? 1),
        ...ways[index]!.map(({ edits }) => NEAR_WORTH / edits),
      ],
    })),
    ways: forms.flatMap((form, index) =>
      form === null || ways[index]!.length === 0
        ? []
        : [{ form, sequences: ways[index]!.map((way) => way.sequence) }],
    ),
  }
}

/** Which words of the query were taken for which, as far as these stand in the near matches. */
export function tellNearWords(
  ways: readonly { form: string; sequences: readonly Sequence[] }[],
  text: string,
  matches: ReadonlySet<number>,
  words: ReadableWords,
): NearWord[] {
  if (matches.size === 0) return []
  return ways.flatMap(({ form, sequences }) => {
    const found = new Set<string>()
    for (const each of sequences) {
      if (found.size === FOUND_SHOWN_MAX) break
      if (words.standIn(each, matches)) found.add(words.showing(each))
    }
    return found.size === 0 ? [] : [{ typed: asTyped(form, text), found: [...found] }]
  })
}

function nearWays<Words extends { has(term: string): boolean }>(
  form: string,
  vocabulary: NearSource<Words>,
  words: Words,
): NearWay[] {
  if (/^\d+$/.test(form)) return []
  const ways = vocabulary
    .findNear(words, form)
    .map(({ term, edits }) => ({ sequence: sequence(term), edits }))
  const split = vocabulary.findSplit(words, form)
  return split === null ? ways : [...ways, { sequence: sequence(...split), edits: 1 }]
}
