import { tokenise } from '#lib/text/tokenise.ts'
import type { SearchScope } from '../contract.ts'
import { findHighlights } from '../highlight.ts'
import { type Sequence, sequence } from '../query.ts'
import type { SpelledQuery } from '../spellings.ts'
import type { Asker, Row } from './ask.ts'
import {
  all,
  idsIn,
  type PhrasePlaces,
  type Phrases,
  quote,
  scopeFilter,
  wordIn,
} from './filters.ts'
import { PASSAGE_STRIDE } from './records.ts'
import type { TermList } from './terms.ts'

/** Other spellings that are told of. */
const SPELLINGS_SHOWN_MAX = 12
/** Passages that a word is looked for in that were read for something else. */
const LOOKED_AT_MAX = 20
/** Words beginning so that are looked for in what the viewer may read, for each that is wanted. */
const COMPLETED_PER_WANTED = 4
/** A word may stand in the title or the names alone, which come first. */
const SHOWN_FROM_MAX = 3

/**
 * Other spellings as they stand in what the viewer may read; those that stand in nothing of it are left out. `reading` are
 * passages that hold some of them, where they have been read.
 */
export async function tellSpellings(
  asker: Asker,
  found: SpelledQuery['found'],
  scope: SearchScope,
  phrases: Phrases,
  reading: Promise<readonly Row[] | null> = Promise.resolve(null),
): Promise<string[]> {
  const read = (await reading) ?? []
  const shown = await Promise.all(
    found.slice(0, SPELLINGS_SHOWN_MAX).map(async ({ sequence, name }) => {
      const known = markedIn(read.slice(0, LOOKED_AT_MAX), sequence)
      const word = known ?? (await showWord(asker, sequence, scope, phrases))
      return word === null ? null : (name ?? word)
    }),
  )
  return [...new Set(shown.filter((word) => word !== null))]
}

/** Words that begin so, as they stand in what the scope allows, the most frequent there first. */
export async function suggestWords(
  asker: Asker,
  terms: TermList,
  beginning: string,
  scope: SearchScope,
  most: number,
): Promise<string[]> {
  const found = new Set<string>()
  const candidates = terms
    .beginningWith(beginning, (term) => terms.openCount(term, scope.audiences))
    .filter((term) => terms.openCount(term, scope.audiences) > 0 || terms.countsOf(term)[3] > 0)
  const step = most * COMPLETED_PER_WANTED
  for (let from = 0; from < candidates.length && found.size < most; from += step) {
    const some = candidates.slice(from, from + step)
    const counted = await Promise.all(
      some.map(async (term) => ({ term, statements: await countOf(asker, term, scope) })),
    )
    const best = counted
      .filter(({ statements }) => statements > 0)
      .sort((a, b) => b.statements - a.statements || (a.term < b.term ? -1 : 1))
      .slice(0, most - found.size)
    const shown = await Promise.all(
      best.map(async ({ term }) => {
        const word = await showWord(asker, sequence(term), scope, new Map())
        return word === null || !begins(word, beginning) ? term : word
      }),
    )
    for (const word of shown) found.add(word)
  }
  return [...found]
}

async function countOf(asker: Asker, term: string, scope: SearchScope): Promise<number> {
  const { totalHits } = await asker.ask({
    index: 'statements',
    filter: all([`words = ${quote(term)}`, scopeFilter(scope, 'statements')]),
    hitsPerPage: 0,
  })
  return totalHits ?? 0
}

/** The words as something that the viewer may read has them, normalised where only names or titles do; else null. */
async function showWord(
  asker: Asker,
  words: Sequence,
  scope: SearchScope,
  phrases: Phrases,
): Promise<string | null> {
  const normalised = words.forms.join(' ')
  const holds =
    words.forms.length > 1 ? idsIn('id', textsFirst(phrases.get(normalised))) : wordIn(words.forms)
  const { hits } = await asker.ask({
    index: 'passages',
    filter: all([holds, scopeFilter(scope, 'passages')]),
    attributesToRetrieve: ['text'],
    limit: SHOWN_FROM_MAX,
  })
  if (hits.length === 0) return null
  return markedIn(hits, words) ?? normalised
}

/** The words as the first of these passages has them that does. */
function markedIn(rows: readonly Pick<Row, 'text'>[], words: Sequence): string | null {
  for (const { text } of rows) {
    const [mark] = findHighlights(text, [words])
    if (mark !== undefined) return text.slice(...mark)
  }
  return null
}

/** Some of the places of a phrase: as it is written is told by texts. */
function textsFirst({ passages }: Pick<PhrasePlaces, 'passages'> = { passages: [] }): number[] {
  const texts = passages.filter((id) => id % PASSAGE_STRIDE !== 0)
  return (texts.length > 0 ? texts : passages).slice(0, SHOWN_FROM_MAX)
}

/** A part of a longer word (enter in re-enter) is not what was begun. */
function begins(shown: string, beginning: string): boolean {
  const [word] = tokenise(shown)
  return [word?.parts[0], ...(word?.others ?? [])].some((form) => form?.startsWith(beginning))
}
