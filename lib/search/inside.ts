import { findNamesakes } from '#lib/authorities/namesakes.ts'
import { tokenise } from '#lib/text/tokenise.ts'
import type { Viewer } from '#lib/viewer.ts'
import { asTyped } from './as-typed.ts'
import type { NearWord } from './contract.ts'
import {
  type Clause,
  parseQuery,
  QUERY_MAX_LENGTH,
  type Sequence,
  sequence,
  singleForm,
} from './query.ts'
import { spellOut } from './spellings.ts'
import { TextWords } from './text-words.ts'

/** What of a query stands in one statement, and under which spellings. */
export interface InsideSearch {
  /** What is to be marked. */
  sequences: readonly Sequence[]
  /** Other spellings of names that stand there. */
  alsoSearched: string[]
  /** Words that do not stand there as typed, and the near ones that do. */
  nearWords: NearWord[]
}

const NOTHING: InsideSearch = { sequences: [], alsoSearched: [], nearWords: [] }

/**
 * Looks in the texts of a statement, which this viewer reads, for the words of a query: as typed, in other spellings of
 * names and, for words that stand there in neither, in near ones. The same rules as in the search of all statements;
 * fields and exclusions say nothing of the words of one text.
 */
export function searchInside(
  viewer: Viewer,
  texts: readonly string[],
  query: string,
): InsideSearch {
  const { include } = parseQuery(query)
  if (include.length === 0) return NOTHING
  const words = new TextWords(texts)
  const typed = tokenise(query.slice(0, QUERY_MAX_LENGTH)).flatMap(({ parts }) => parts)
  const spelled = spellOut(include, query, words, findNamesakes(viewer, typed))
  const clauses = spelled?.clauses ?? include
  const near = nearSpellings(clauses, words)
  return {
    sequences: [
      ...clauses.flatMap(({ any }) => any.flat()),
      ...near.flatMap((one) => one.sequences),
    ],
    alsoSearched: [
      ...new Set((spelled?.found ?? []).map((one) => one.name ?? words.showing(one.sequence))),
    ],
    nearWords: near.map(({ form, sequences }) => ({
      typed: asTyped(form, query),
      found: [...new Set(sequences.map((one) => words.showing(one)))],
    })),
  }
}

/** For words that do not stand there in any spelling. Quoted words are looked for as they are. */
function nearSpellings(
  clauses: readonly Clause[],
  words: TextWords,
): { form: string; sequences: Sequence[] }[] {
  return clauses.flatMap((clause) => {
    const form = singleForm(clause)
    if (form === null || clause.any.some((way) => way.every((one) => words.isReadable(one)))) {
      return []
    }
    const sequences = words.findNear(form).map((term) => sequence(term))
    return sequences.length === 0 ? [] : [{ form, sequences }]
  })
}
