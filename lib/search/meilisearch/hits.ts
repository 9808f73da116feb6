import type { PassageHit, SearchHit } from '../contract.ts'
import { cutStretch } from '../highlight.ts'
import type { Clause, Sequence } from '../query.ts'
import type { Answered, Asker, Question, Row } from './ask.ts'
import { all, anyWordFilter, idsIn, type Phrases } from './filters.ts'
import { PASSAGE_STRIDE } from './records.ts'
import { FACET_VALUES_MAX } from './settings.ts'

const PASSAGES_PER_HIT = 3
/** Passages read for each statement of a page, to choose the best of each from. */
export const PASSAGES_READ_PER_HIT = 3

/** Passages read for each statement from which near words are told. */
const MARKED_READ_PER_HIT = 2

/** What is read of a passage that is shown. */
export const PASSAGE_ATTRIBUTES = [
  'id',
  'statement',
  'position',
  'number',
  'key',
  'passage_language',
  'text',
]

const NO_ROWS: Pick<Answered, 'hits'> = { hits: [] }

/** What hits are made from, beside what they are. */
export interface HitsWanted {
  /** The demands whose words are marked. */
  marked: readonly Clause[]
  /** The query as the engine's ranking reads it. */
  text: string
  phrases: Phrases
  /** Passages that have been read already, the best of their statements first. */
  rows: readonly Row[]
  /** Further ones, that are still being read. */
  more: Promise<readonly Row[]> | null
  /** How many passages of each statement hold a word of the query, where that has been counted. */
  counts: PassageCounts | null
  /** All passages with a word as it was typed are among those: of others they are counted alone. */
  isRead: boolean
  /** Statements that hold all words in one passage: others of theirs show no more of the query. */
  close: ReadonlySet<number>
}

/** By the statement's id. */
export type PassageCounts = Record<string, number>

/** The hits of one page, with their best passages in text order and the words of the query marked in them. */
export async function readHits(
  asker: Asker,
  ids: readonly number[],
  { marked, text, phrases, rows, more, counts, isRead, close }: HitsWanted,
): Promise<SearchHit[]> {
  if (ids.length === 0) return []
  const sequences = marked.flatMap(({ any }) => any.flat())
  if (sequences.length === 0) {
    const { hits: beginnings } = await asker.ask(openings(ids))
    return makeHits(ids, { rows: [], beginnings, counts: {}, sequences })
  }
  const read = rows.filter((row) => row.text !== undefined)
  const unread = unreadOf(ids, read)
  if (counts !== null && unread.length === 0) {
    return makeHits(ids, { rows: read, beginnings: [], counts, sequences })
  }
  const anyWord = anyWordFilter(marked, phrasesIn(ids, phrases))
  const holding = (statements: readonly number[]) => ({
    index: 'passages' as const,
    filter: all([idsIn('statement', statements), 'position > 0', anyWord]),
    attributesToRetrieve: PASSAGE_ATTRIBUTES,
  })
  const eachOf = (statements: readonly number[], most: number) =>
    statements.length === 0
      ? NO_ROWS
      : asker.ask({ ...holding(statements), limit: statements.length * most })
  // Of one word any passages are as good as others.
  const isOne = marked.length === 1
  const ranked = isOne ? [] : more === null ? ids : ids.filter((id) => close.has(id))
  const further = {
    ...holding(ranked),
    q: text,
    matchingStrategy: 'frequency' as const,
    limit: ranked.length * PASSAGES_READ_PER_HIT,
  }
  const loose = isOne ? ids : ids.filter((id) => !close.has(id))
  const isAll = loose.length === ids.length
  const counting = { ...holding(ids), facets: ['statement'] }
  const reading = async (unknown: readonly number[]) => {
    if (unknown.length === 0) return { first: [], beginnings: [] }
    // Those found by title and names alone are shown by their beginning.
    const [first, beginnings] = await asker.askAll([
      { ...holding(unknown), distinct: 'statement', limit: unknown.length },
      openings(unknown),
    ])
    return { first: first!.hits, beginnings: beginnings!.hits }
  }
  const [counted, others, best, later, firsts] = await Promise.all([
    asker.ask({ ...counting, limit: isAll && !isRead ? ids.length * PASSAGES_READ_PER_HIT : 0 }),
    isAll ? NO_ROWS : eachOf(loose, PASSAGES_READ_PER_HIT),
    ranked.length === 0 ? NO_ROWS : asker.ask(further),
    more ?? [],
    more === null ? reading(unread) : null,
  ])
  const found = [...read, ...later, ...best.hits]
  const filling = [...counted.hits, ...others.hits]
  const { first, beginnings } = firsts ?? (await reading(unreadOf(ids, [...found, ...filling])))
  return makeHits(ids, {
    rows: [...found, ...first, ...filling],
    beginnings,
    counts: countsIn(counted),
    sequences,
  })
}

/** Of the places of phrases those in these statements: the server looks up each. */
function phrasesIn(ids: readonly number[], phrases: Phrases): Phrases {
  const wanted = new Set(ids)
  const isWanted = (id: number) => wanted.has(Math.floor(id / PASSAGE_STRIDE))
  return new Map(
    [...phrases].map(([phrase, places]) => [
      phrase,
      { ...places, passages: places.passages.filter(isWanted) },
    ]),
  )
}

/** Counts of passages that hold a word of these demands, of all statements within a filter, or null where they are too many. */
export async function countPassages(
  asker: Asker,
  filter: string,
  clauses: readonly Clause[],
  phrases: Phrases,
): Promise<PassageCounts | null> {
  const answer = await asker.ask({
    index: 'passages',
    filter: all([filter, 'position > 0', anyWordFilter(clauses, phrases)]),
    limit: 0,
    facets: ['statement'],
  })
  const counts = countsIn(answer)
  return Object.keys(counts).length < FACET_VALUES_MAX ? counts : null
}

/** The same, of passages that are all that there are. */
export function countRows(rows: readonly Row[]): PassageCounts {
  const counts: PassageCounts = {}
  const counted = new Set<number>()
  for (const { id, position, statement } of rows) {
    if (position === 0 || counted.has(id)) continue
    counted.add(id)
    counts[statement] = (counts[statement] ?? 0) + 1
  }
  return counts
}

export function countsIn({ facetDistribution }: Answered): PassageCounts {
  return facetDistribution?.statement ?? {}
}

/** The beginnings of these statements. */
export function openings(ids: readonly number[]): Question {
  return {
    index: 'passages',
    filter: all([idsIn('statement', ids), 'position = 1']),
    limit: ids.length,
    attributesToRetrieve: PASSAGE_ATTRIBUTES,
  }
}

/** Those of which no passage has been read. */
export function unreadOf(ids: readonly number[], rows: readonly Row[]): number[] {
  // Titles and names, at position 0, are no passage.
  const read = new Set(rows.flatMap(({ position, statement }) => (position > 0 ? statement : [])))
  return ids.filter((id) => !read.has(id))
}

/** The hits of these statements from passages that have been read, the best first, else from their beginnings. */
export function makeHits(
  ids: readonly number[],
  read: {
    rows: readonly Row[]
    beginnings: readonly Row[]
    counts: PassageCounts
    sequences: readonly Sequence[]
  },
): SearchHit[] {
  const found = new Map<number, Row[]>(ids.map((id) => [id, []]))
  for (const row of read.rows) {
    const own = found.get(row.statement)
    if (row.position > 0 && own?.every(({ id }) => id !== row.id)) own.push(row)
  }
  for (const row of read.beginnings) {
    const own = found.get(row.statement)
    if (own?.length === 0) own.push(row)
  }
  return ids.map((id) => ({
    id,
    passages: found
      .get(id)!
      .slice(0, PASSAGES_PER_HIT)
      .sort((a, b) => a.position - b.position)
      .map((row) => passageHit(row, read.sequences)),
    matchingPassages: read.counts[String(id)] ?? 0,
  }))
}

/** One passage of each of these statements with a near word in it, to tell by what it is marked. */
export async function readMarked(
  asker: Asker,
  ids: readonly number[],
  clauses: readonly Clause[],
  phrases: Phrases,
): Promise<Row[]> {
  const filter = all([idsIn('statement', ids), 'position > 0', anyWordFilter(clauses, phrases)])
  const { hits } = await asker.ask({
    index: 'passages',
    filter,
    attributesToRetrieve: PASSAGE_ATTRIBUTES,
    limit: ids.length * MARKED_READ_PER_HIT,
  })
  return hits
}

/** A passage with the words marked that meet one of the sequences. */
export function passageHit(row: Row, sequences: readonly Sequence[]): PassageHit {
  return {
    number: row.number,
    key: row.key,
    language: row.passage_language,
    ...cutStretch(row.text, sequences),
  }
}
