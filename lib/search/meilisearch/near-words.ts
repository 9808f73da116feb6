import { asTyped } from '../as-typed.ts'
import type { NearWord, SearchScope } from '../contract.ts'
import { findHighlights } from '../highlight.ts'
import { type Sequence, sequence } from '../query.ts'
import { askMany, type Reading } from './ask.ts'
import { all, quote, scopeFilter } from './filters.ts'

/** Words that one word of the query was taken for, of which is told. */
const FOUND_SHOWN_MAX = 8
/** Words beginning so that are looked for in what the viewer may read. */
const COMPLETED_MAX = 300

/** Which words of the query were taken for which; `matches` is the filter of the near matches, null when there are none. */
export async function tellNearWords(
  reading: Reading,
  ways: readonly { form: string; sequences: readonly Sequence[] }[],
  text: string,
  matches: string | null,
): Promise<NearWord[]> {
  if (matches === null || ways.length === 0) return []
  const asked = ways.flatMap(({ form, sequences }) =>
    sequences.map((words) => ({ form, words, filter: all([matches, holds(words)]) })),
  )
  const answers = await askMany(
    reading,
    asked.map(({ filter }) => ({ index: 'statements', filter, hitsPerPage: 1 })),
  )
  const met = asked.flatMap((one, index) => {
    const [hit] = answers[index]!.hits
    return hit === undefined ? [] : [{ ...one, statement: Number(hit['id']) }]
  })
  const shown = await showWords(
    reading,
    met.map(({ words, statement }) => ({ words, filter: `statement = ${statement}` })),
  )
  return ways.flatMap(({ form }) => {
    const found = new Set(shown.filter((_, index) => met[index]!.form === form))
    if (found.size === 0) return []
    return [{ typed: asTyped(form, text), found: [...found].slice(0, FOUND_SHOWN_MAX) }]
  })
}

/** Words that begin so, as they stand in what the scope allows, the most frequent there first. */
export async function suggestWords(
  reading: Reading,
  beginning: string,
  scope: SearchScope,
  most: number,
): Promise<string[]> {
  const terms = reading.terms.beginningWith(beginning, COMPLETED_MAX)
  const answers = await askMany(
    reading,
    terms.map((term) => ({
      index: 'statements',
      filter: all([scopeFilter(scope, 'statements'), holds(sequence(term))]),
      hitsPerPage: 0,
    })),
  )
  const best = terms
    .map((term, index) => ({ term, statements: answers[index]!.totalHits ?? 0 }))
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => b.statements - a.statements || (a.term < b.term ? -1 : 1))
    .slice(0, most)
  const shown = await showWords(
    reading,
    best.map(({ term }) => ({ words: sequence(term), filter: scopeFilter(scope, 'passages') })),
  )
  return [...new Set(shown)]
}

/** The words as a passage of these has them; normalised where none does. */
async function showWords(
  reading: Reading,
  asked: readonly { words: Sequence; filter: string }[],
): Promise<string[]> {
  const answers = await askMany(
    reading,
    asked.map(({ words, filter }) => ({
      index: 'passages',
      filter: all([filter, 'position > 0', holds(words)]),
      attributesToRetrieve: ['text'],
      limit: 1,
    })),
  )
  return asked.map(({ words }, index) => {
    const text = String(answers[index]!.hits[0]?.['text'] ?? '')
    const [mark] = findHighlights(text, [words])
    return mark === undefined ? words.forms.join(' ') : text.slice(...mark)
  })
}

function holds({ forms }: Sequence): string {
  return all(forms.map((form) => `words = ${quote(form)}`))
}
