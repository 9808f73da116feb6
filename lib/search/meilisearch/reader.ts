import {
  FACET_NAMES,
  type FacetCount,
  type FacetName,
  type SearchQuery,
  type SearchResult,
  type SearchScope,
} from '../contract.ts'
import { type Clause, type ParsedQuery, parseQuery } from '../query.ts'
import { type Answered, askMany, type Question, type Reading } from './ask.ts'
import {
  all,
  anyOf,
  choiceFilter,
  clauseFilter,
  fieldsFilter,
  idsNotIn,
  type Level,
  type PhrasePlaces,
  type Phrases,
  phrasesOf,
  scopeFilter,
} from './filters.ts'
import { readHits } from './hits.ts'
import { findNearQuery, queryText } from './near.ts'
import { tellNearWords } from './near-words.ts'
import { type Ranked, type RankedSet, rankStatements } from './ranking.ts'
import { FACET_VALUES_MAX } from './settings.ts'

/** Passages in which a phrase is looked for to the end; beyond it the result is said to be bounded. */
const PHRASE_PLACES_MAX = 100_000

/** A page of results, and how many statements (beside the excluded) and terms the index held at that moment. */
export interface Answer {
  result: SearchResult
  statements: number
  terms: number
}

/**
 * Answers one query. Filters over the words of whole statements decide what matches, so that the engine's limits of
 * words and positions do not bear on it; the engine's ranking of passages decides the order.
 */
export async function answerQuery(
  reading: Reading,
  query: SearchQuery,
  scope: SearchScope,
): Promise<Answer> {
  const parsed = parseQuery(query.text)
  const near = query.fuzzy ? await findNearQuery(reading, parsed, scope) : null
  const wanted = [...parsed.include, ...parsed.exclude, ...(near?.clauses ?? [])]
  const { phrases, bounded } = await findPhrases(reading, phrasesOf(wanted), scope)

  const exactWords = (level: Level) => wordsFilter(parsed.include, parsed, level, phrases)
  const nearWords = (level: Level) =>
    near === null
      ? null
      : wordsFilter(near.clauses, { ...parsed, fields: near.fields }, level, phrases)
  const scoped = (words: string | null, level: Level, except?: FacetName) =>
    all([words, scopeFilter(scope, level), choiceFilter(query, except)])
  const exactFilter = scoped(exactWords('statements'), 'statements')
  const asTyped = exactWords('statements')
  const nearOnly =
    near === null
      ? null
      : all([nearWords('statements'), asTyped === '' ? null : `NOT (${asTyped})`])

  const chosen = FACET_NAMES.filter((facet) => (query.facets[facet]?.length ?? 0) > 0)
  const totalsOf = (words: string | null) => [
    {
      index: 'statements' as const,
      filter: scoped(words, 'statements'),
      hitsPerPage: 0,
      facets: FACET_NAMES.filter((facet) => !chosen.includes(facet)),
    },
    ...chosen.map((facet) => ({
      index: 'statements' as const,
      filter: scoped(words, 'statements', facet),
      hitsPerPage: 0,
      facets: [facet],
    })),
  ]
  const exactSet: RankedSet = {
    statements: exactFilter,
    passages: scoped(exactWords('passages'), 'passages'),
    texts: [queryText(parsed.include)],
    total: 0,
  }
  const to = query.page * query.perPage
  const byRelevance = query.sort === 'relevance' && parsed.include.length > 0
  const early = byRelevance && parsed.exclude.length === 0
  const answers = await askMany(reading, [
    { index: 'statements', hitsPerPage: 0, filter: idsNotIn('id', scope.exclude) ?? '' },
    { index: 'terms', hitsPerPage: 0 },
    ...totalsOf(exactWords('statements')),
    ...(nearOnly === null ? [] : totalsOf(nearOnly)),
    // The first guess at the page, in the same journey.
    ...(early ? [firstOf(exactSet, to)] : []),
  ])
  const [inIndex, inTerms] = answers
  const exactTotals = answers.slice(2, 3 + chosen.length)
  const nearTotals =
    nearOnly === null ? [] : answers.slice(3 + chosen.length, 4 + 2 * chosen.length)
  const guess = early ? answers.at(-1)!.hits.map((hit) => Number(hit['statement'])) : []
  const total = exactTotals[0]!.totalHits ?? 0
  const totalFuzzy = nearTotals[0]?.totalHits ?? 0

  const page = await pageOf()
  const hits = [
    ...(await readHits(reading, page.exact, parsed.include, exactSet.texts, phrases)),
    ...(await readHits(reading, page.near, near?.clauses ?? [], near?.texts ?? [], phrases)),
  ]
  return {
    statements: inIndex!.totalHits ?? 0,
    terms: inTerms!.totalHits ?? 0,
    result: {
      hits,
      total,
      totalFuzzy,
      bounded: bounded || page.bounded,
      facets: readFacets(total === 0 && totalFuzzy > 0 ? nearTotals : exactTotals, chosen),
      alsoSearched: [],
      nearWords: await tellNearWords(
        reading,
        near?.ways ?? [],
        query.text,
        totalFuzzy === 0 ? null : scoped(nearOnly, 'statements'),
      ),
      queryCut: parsed.cut,
    },
  }

  async function pageOf(): Promise<{ exact: number[]; near: number[]; bounded: boolean }> {
    const from = to - query.perPage
    const first = await firstPart(from)
    const second = await secondPart()
    return {
      exact: first.ids.slice(from, to),
      near: second.ids.slice(Math.max(0, from - total), Math.max(0, to - total)),
      bounded: first.bounded || second.bounded,
    }
  }

  async function firstPart(from: number): Promise<Ranked> {
    if (total === 0 || from >= total) return { ids: [], bounded: false }
    if (!byRelevance) return sorted(exactFilter)
    const left = await excludedIds()
    const set = { ...exactSet, passages: all([exactSet.passages, left]), total }
    return rankStatements(reading, set, to, guess)
  }

  async function secondPart(): Promise<Ranked> {
    if (near === null || nearOnly === null || totalFuzzy === 0 || to <= total) {
      return { ids: [], bounded: false }
    }
    const statements = scoped(nearOnly, 'statements')
    if (!byRelevance) return sorted(statements)
    // What matches as typed is no near match, whichever of its passages is looked at.
    const typed = total === 0 ? [] : await idsOf(exactFilter, total)
    const set: RankedSet = {
      statements,
      passages: all([
        scoped(nearWords('passages'), 'passages'),
        idsNotIn('statement', typed),
        await excludedIds(),
      ]),
      texts: near.texts,
      total: totalFuzzy,
    }
    return rankStatements(reading, set, to - total, [])
  }

  async function sorted(filter: string): Promise<Ranked> {
    const by = query.sort === 'given' ? 'given:desc' : 'added:desc'
    const [answer] = await askMany(reading, [
      { index: 'statements', filter, sort: [by, 'id:desc'], limit: to },
    ])
    return { ids: answer!.hits.map((hit) => Number(hit['id'])), bounded: false }
  }

  /** A passage cannot tell what stands elsewhere in its statement: the excluded are named by id. */
  async function excludedIds(): Promise<string | null> {
    if (parsed.exclude.length === 0) return null
    const wanted = parsed.include.map((clause) => clauseFilter(clause, 'statements', phrases))
    const unwanted = parsed.exclude.map((clause) => clauseFilter(clause, 'statements', phrases))
    const filter = all([
      near === null ? all(wanted) : null,
      anyOf(unwanted),
      scopeFilter(scope, 'statements'),
    ])
    return idsNotIn('statement', await idsOf(filter, PHRASE_PLACES_MAX))
  }

  async function idsOf(filter: string, limit: number): Promise<number[]> {
    const [answer] = await askMany(reading, [{ index: 'statements', filter, limit }])
    return answer!.hits.map((hit) => Number(hit['id']))
  }
}

function firstOf(set: RankedSet, limit: number): Question {
  return {
    index: 'passages',
    q: set.texts[0]!,
    filter: set.passages,
    distinct: 'statement',
    limit,
    attributesToRetrieve: ['statement'],
    matchingStrategy: 'all',
  }
}

/** A filter for what holds all of these words and none of the excluded; empty when nothing is asked for. */
function wordsFilter(
  include: readonly Clause[],
  parsed: ParsedQuery,
  level: Level,
  phrases: Phrases,
): string {
  const wanted = include.map((clause) => clauseFilter(clause, level, phrases))
  const unwanted =
    level === 'passages'
      ? []
      : parsed.exclude.map((clause) => `NOT (${clauseFilter(clause, level, phrases)})`)
  return all([...wanted, ...unwanted, fieldsFilter(parsed)])
}

async function findPhrases(
  reading: Reading,
  phrases: readonly string[],
  scope: SearchScope,
): Promise<{ phrases: Map<string, PhrasePlaces>; bounded: boolean }> {
  const answers = await askMany(
    reading,
    phrases.map((phrase) => ({
      index: 'passages',
      q: `"${phrase}"`,
      filter: scopeFilter(scope, 'passages'),
      attributesToSearchOn: ['body'],
      attributesToRetrieve: ['id', 'statement'],
      limit: PHRASE_PLACES_MAX,
    })),
  )
  const places = answers.map(({ hits }) => ({
    statements: [...new Set(hits.map((hit) => Number(hit['statement'])))],
    passages: hits.map((hit) => Number(hit['id'])),
  }))
  return {
    phrases: new Map(phrases.map((phrase, index) => [phrase, places[index]!])),
    bounded: places.some(({ passages }) => passages.length >= PHRASE_PLACES_MAX),
  }
}

function readFacets(
  answers: readonly Answered[],
  chosen: readonly FacetName[],
): SearchResult['facets'] {
  const entries = FACET_NAMES.map((facet) => {
    const answer = answers[chosen.indexOf(facet) + 1]!
    const counts = answer.facetDistribution?.[facet] ?? {}
    const found: FacetCount[] = Object.entries(counts).map(([value, count]) => ({ value, count }))
    found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return [facet, found.slice(0, FACET_VALUES_MAX)] as const
  })
  return Object.fromEntries(entries) as SearchResult['facets']
}
