import { type Clause, type Sequence, singleForm } from '../query.ts'
import type { ReadableWords } from './words.ts'

/** Queries as the engine's own ranking reads them: what is matched is decided by filters. */

/** Words of a query that the engine looks at. */
const WORDS_READ_MAX = 10
/** Spellings of a whole query that are ranked one after the other. */
const TEXTS_MAX = 3

/** Whether the engine reads all of the demands from their text alone. */
export function isPlain(include: readonly Clause[]): boolean {
  return (
    include.length <= WORDS_READ_MAX &&
    include.every(({ any }) => any.length === 1 && any[0]!.length === 1 && !any[0]![0]!.prefix)
  )
}

/** Whether a query asks for one beginning of a word and for nothing else. */
export function isBeginning(include: readonly Clause[]): boolean {
  const [clause, ...more] = include
  const [way, ...ways] = clause?.any ?? []
  return more.length + ways.length === 0 && way?.length === 1 && way[0]!.prefix
}

/** The words as typed; where they may also be met in another way, any order comes last. */
export function typedTexts(include: readonly Clause[], words: ReadableWords): string[] {
  if (isPlain(include)) return [queryText(include)]
  const texts = textsOf(include, ({ any }) => completed(any[0]!, words))
  return [...new Set([...texts, ''])]
}

/** The words in the spellings that the viewer's statements have them in. */
export function spelledTexts(include: readonly Clause[]): string[] {
  return [...textsOf(include, ({ any }) => any.slice(1)), '']
}

/** The words in their near spellings, the nearest first; of several words those that are known stand as they are. */
export function nearTexts(
  base: readonly Clause[],
  near: readonly Clause[],
  words: ReadableWords,
): string[] {
  const texts = textsOf(near, (clause, index) => {
    const form = singleForm(clause)
    if (form === null || (near.length > 1 && words.has(form))) return []
    return clause.any.slice(base[index]!.any.length)
  })
  return [...new Set([...texts, ''])]
}

export function queryText(include: readonly Clause[]): string {
  return joined(include.map(clauseText))
}

/** The n-th text has the n-th of the others of each demand, or the last one; a demand without others as it stands. */
function textsOf(
  clauses: readonly Clause[],
  othersOf: (clause: Clause, index: number) => readonly (readonly Sequence[])[],
): string[] {
  const others = clauses.map(othersOf)
  const texts = Array.from({ length: TEXTS_MAX }, (_, nth) =>
    joined(
      clauses.map((clause, index) => {
        const ways = others[index]!
        return ways.length === 0
          ? clauseText(clause)
          : wayText(ways[Math.min(nth, ways.length - 1)]!)
      }),
    ),
  )
  return [...new Set(texts)]
}

/** Words that a beginning is completed to. */
function completed(way: readonly Sequence[], words: ReadableWords): Sequence[][] {
  const [only, ...more] = way
  if (only === undefined || more.length > 0 || !only.prefix) return []
  return words
    .complete(only.forms.at(-1)!, TEXTS_MAX)
    .map((form) => [{ forms: [...only.forms.slice(0, -1), form], prefix: false }])
}

function clauseText({ any, quoted }: Clause): string {
  const text = wayText(any[0]!.filter(({ prefix }) => !prefix))
  return quoted && text !== '' ? `"${text}"` : text
}

function wayText(way: readonly Sequence[]): string {
  return joined(way.map(({ forms }) => forms.join(' ')))
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ')
}
