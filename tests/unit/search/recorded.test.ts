import { describe, expect, it } from 'vitest'
import type { PassageHit, SearchResult } from '#lib/search/contract.ts'
import { parseQuery } from '#lib/search/query.ts'
import { matchRecorded, QueryWords, type RecordedText } from '#lib/search/recorded.ts'

const TEXTS: RecordedText[] = [
  { kind: 'title', text: 'The flood at Lower Mirab' },
  { kind: 'title', text: 'سیل میراب سفلی' },
  { kind: 'place', text: 'Mirab' },
  { kind: 'place', text: 'Lower Mirab Mill, Mirab' },
  { kind: 'occasion', text: 'Hearing of the Mirab Circle' },
  { kind: 'source', text: 'Mirab Gazette' },
]

const passage = (text: string): PassageHit => ({
  number: 1,
  key: 'one',
  language: 'en',
  text,
  highlights: [],
  cutBefore: false,
  cutAfter: false,
})

function missing(text: string, shown: string[], found: Partial<SearchResult> = {}) {
  const result = { alsoSearched: [], nearWords: [], ...found }
  return new QueryWords(parseQuery(text), result).missingIn(shown.map(passage))
}

const marked = (text: string, shown: string[], found: Partial<SearchResult> = {}) =>
  matchRecorded(TEXTS, missing(text, shown, found)).map(({ kind, text: whole, highlights }) => [
    kind,
    ...highlights.map(([start, end]) => whole.slice(start, end)),
  ])

describe('where else the words of a search stand', () => {
  it('is not told of words that the passages shown hold', () => {
    expect(missing('mirab flood', ['A flood in Mirab.']).all).toEqual([])
    expect(missing('mirab flood', ['A flood.', 'In Mirab.']).all).toEqual([])
    expect(marked('mirab', ['In Mirab.'])).toEqual([])
  })

  it('is told of the others, one text of each kind, the one with most of them', () => {
    expect(marked('flood mirab', ['A flood.'])).toEqual([
      ['title', 'Mirab'],
      ['place', 'Mirab', 'Mirab'],
      ['occasion', 'Mirab'],
    ])
    expect(marked('heron', ['A flood.'])).toEqual([])
  })

  it('is told in the spellings that were found, and of phrases only as they stand', () => {
    expect(marked('سیل', [''], { alsoSearched: ['flood'] })).toEqual([['title', 'سیل']])
    expect(marked('میرآب', [''], { alsoSearched: ['میراب'] })).toEqual([['title', 'میراب']])
    expect(marked('flodo', [''], { nearWords: [{ typed: 'flodo', found: ['flood'] }] })).toEqual([
      ['title', 'flood'],
    ])
    expect(marked('"lower mirab"', ['Lower down. Mirab.'])).toEqual([
      ['title', 'Lower Mirab'],
      ['place', 'Lower Mirab'],
    ])
    expect(marked('"mirab lower"', [''], { alsoSearched: ['Mirab'] })).toEqual([])
  })

  it('is told of the names asked for in a field', () => {
    expect(marked('place:mill flood', ['A flood.'])).toEqual([['place', 'Mill']])
  })
})
