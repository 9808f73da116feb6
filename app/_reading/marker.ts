import { findHighlights } from '#lib/search/highlight.ts'
import { parseQuery } from '#lib/search/query.ts'

/** Marks the whole words of a search in any text, as the search itself does. */
export function markerFor(query: string): (text: string) => readonly [number, number][] {
  const sequences = parseQuery(query).include.flatMap(({ any }) => any.flat())
  return (text) => findHighlights(text, sequences)
}
