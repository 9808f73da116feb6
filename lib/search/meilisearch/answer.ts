import type { SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import { type ParsedQuery, parseQuery } from '../query.ts'
import type { Asker } from './ask.ts'
import { phraseAlone, readPhrasePage } from './phrase.ts'
import { planQuery } from './plan.ts'
import { type Begun, PageReader } from './reader.ts'
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
  const begun = beginPage(asker, words, query, scope, typed)
  // What is needed in any case is under way while the plan is made.
  await asker.sent()
  for (let plans = 1; ; plans++) {
    const plan = planQuery(typed, query, terms, words)
    const own = asker.fork()
    const lookups = words.resolve()
    const page = new PageReader(own, words, query, scope, plan, begun).read()
    if (lookups === null || plans === PLANS_MAX) return page
    // Most of what cannot be decided is not readable: the page is read meanwhile, and thrown away where it is.
    page.catch(() => {})
    if (!(await lookups)) return page
    own.abandon()
  }
}

/** What is asked of the server before the plan of a query is made. */
function beginPage(
  asker: Asker,
  words: ReadableWords,
  query: SearchQuery,
  scope: SearchScope,
  typed: ParsedQuery,
): Begun {
  const plan = { typed, wanted: typed, found: [], near: null }
  const begun = new PageReader(asker, words, query, scope, plan).begin()
  // A plan that fails leaves them behind.
  for (const asked of [begun.counted, begun.together]) asked?.catch(() => {})
  return begun
}
