import type { SearchQuery, SearchResult, SearchScope } from '../contract.ts'
import { type ParsedQuery, parseQuery } from '../query.ts'
import type { Asker } from './ask.ts'
import { phraseAlone, readPhrasePage } from './phrase.ts'
import { type NearPlan, planExact, planNear } from './plan.ts'
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
    const plan = planExact(typed, query, words)
    const own = asker.fork()
    const near = Promise.withResolvers<NearPlan | null>()
    const lookups = [words.resolve()]
    const whole = { ...plan, near: near.promise }
    const page = new PageReader(own, words, query, scope, whole, begun).read()
    // Most of what cannot be decided is not readable: the page is read meanwhile, and thrown away where it is.
    page.catch(() => {})
    await asker.sent()
    near.resolve(query.fuzzy ? planNear(plan.wanted, terms, words) : null)
    lookups.push(words.resolve())
    if (plans === PLANS_MAX || !(await anyOf(lookups))) return page
    own.abandon()
  }
}

async function anyOf(lookups: readonly (Promise<boolean> | null)[]): Promise<boolean> {
  return (await Promise.all(lookups)).some(Boolean)
}

/** What is asked of the server before the plan of a query is made. */
function beginPage(
  asker: Asker,
  words: ReadableWords,
  query: SearchQuery,
  scope: SearchScope,
  typed: ParsedQuery,
): Begun {
  const plan = { typed, wanted: typed, found: [], near: Promise.resolve(null) }
  const begun = new PageReader(asker, words, query, scope, plan).begin()
  // A plan that fails leaves them behind.
  for (const asked of [begun.counted, begun.together]) asked?.catch(() => {})
  return begun
}
