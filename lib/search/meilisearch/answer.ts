import type { SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import { parseQuery } from '../query.ts'
import type { Asker } from './ask.ts'
import { phraseAlone, readPhrasePage } from './phrase.ts'
import { planQuery } from './plan.ts'
import { PageReader } from './reader.ts'
import type { TermList } from './terms.ts'
import { ReadableWords } from './words.ts'

/** Times that a plan is made again because words were readable that were not thought to be. */
const PLANS_MAX = 4

/** Answers one query for one viewer. */
export async function answerQuery(
  asker: Asker,
  terms: TermList,
  query: SearchQuery,
  scope: SearchScope,
): Promise<SearchResult> {
  const typed = parseQuery(query.text)
  const phrase = phraseAlone(typed, query)
  if (phrase !== null) return readPhrasePage(asker, phrase, typed, query, scope)
  const words = new ReadableWords(terms, scope, asker)
  for (let plans = 1; ; plans++) {
    const plan = planQuery(typed, query, terms, words)
    const own = asker.fork()
    const lookups = words.resolve()
    const page = new PageReader(own, words, query, scope, plan).read()
    if (lookups === null || plans === PLANS_MAX) return page
    // Most of what cannot be decided is not readable: the page is read meanwhile, and thrown away where it is.
    page.catch(() => {})
    if (!(await lookups)) return page
    own.abandon()
  }
}
