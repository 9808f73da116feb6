import { completeNames } from '#lib/authorities/name-completions.ts'
import { tokenise, type Word } from '#lib/text/tokenise.ts'
import type { Viewer } from '#lib/viewer.ts'
import { askIndex } from './ask.ts'
import { PREFIX_MIN_LENGTH, QUERY_MAX_LENGTH } from './query.ts'
import { fieldNamed, type QueryField } from './query-fields.ts'

/** A way to go on with what is being typed. */
export interface Suggestion {
  /** A word of the texts, or the name of a record. */
  kind: 'word' | 'name'
  /** The word or name itself. */
  text: string
  /** The whole query with it in its place. */
  query: string
}

const NAMES_MAX = 4
const SUGGESTIONS_MAX = 8
/** A name is looked for by up to so many words that have been typed of it. */
const NAME_WORDS_MAX = 4

const LAST_FIELD = /(?:^|\s)-?([\p{L}\p{M}]+)[:：](["“«]?)([^"“”«»]*)$/u

/**
 * Words and names that go on with the last word of a query, from what this viewer may read and from nothing else.
 * Nothing where the last word is not being typed, or has no more than one letter.
 *
 * @throws AppError `unavailable` when the engine does not answer
 */
export async function suggestSearches(viewer: Viewer, query: string): Promise<Suggestion[]> {
  const typed = query.replace(/\u200c+$/, '')
  if (typed.length > QUERY_MAX_LENGTH) return []
  const inField = LAST_FIELD.exec(typed)
  const field = inField === null ? null : fieldNamed(inField[1]!)
  if (field === 'year') return []
  const start = field === null ? 0 : typed.length - inField![3]!.length
  const run = tokenise(typed)
    .filter((word) => word.start >= start)
    .slice(-NAME_WORDS_MAX)
  const last = run.at(-1)
  if (last === undefined || last.end !== typed.length) return []
  const beginning = last.parts.join('')
  if (beginning.length < PREFIX_MIN_LENGTH) return []

  const names = field === 'speaker' ? [] : nameSuggestions(viewer, typed, run, field)
  const { answer: found } = await askIndex(viewer, (engine, scope) =>
    engine.suggest(beginning, scope, SUGGESTIONS_MAX),
  )
  const words = field === 'place' ? [] : found.map((text) => wordSuggestion(typed, last, text))
  return dropSame([...names, ...words])
    .filter((one) => one.query !== query)
    .slice(0, SUGGESTIONS_MAX)
}

/** What a name says, a word of the texts may say as well. */
function dropSame(suggestions: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<string>()
  return suggestions.filter(({ query }) => {
    const form = formOf(query)
    if (seen.has(form)) return false
    seen.add(form)
    return true
  })
}

function formOf(text: string): string {
  return tokenise(text)
    .flatMap(({ parts }) => parts)
    .join(' ')
}

function wordSuggestion(typed: string, last: Word, text: string): Suggestion {
  return { kind: 'word', text, query: typed.slice(0, last.start) + text }
}

/** Names that the last words are the beginning of, the longest run of words first. */
function nameSuggestions(
  viewer: Viewer,
  typed: string,
  words: readonly Word[],
  field: QueryField | null,
): Suggestion[] {
  const found = new Map<string, Suggestion>()
  for (let from = 0; from < words.length; from++) {
    const run = words.slice(from).flatMap(({ parts }) => parts)
    const kind = field === 'place' ? 'place' : undefined
    for (const name of completeNames(viewer, run, NAMES_MAX, kind)) {
      if (found.size === NAMES_MAX) break
      const query = putName(typed, words[from]!.start, name, field !== null)
      if (!found.has(name)) found.set(name, { kind: 'name', text: name, query })
    }
    // In a field all of its words are the name's.
    if (field !== null) break
  }
  return [...found.values()]
}

/** Several words that belong to a field or to a minus have to stand in quotation marks. */
function putName(typed: string, start: number, name: string, inField: boolean): string {
  const before = typed.slice(0, start)
  const isBound = inField || /(?:^|\s)-$/.test(before)
  if (!isBound || tokenise(name).length < 2) return before + name
  return `${before.replace(/["“«]$/, '')}"${name.replaceAll('"', '')}"`
}
