import { statSync } from 'node:fs'
import type { SearchQuery, SearchScope, StatementDocument } from '../contract.ts'
import { EmbeddedEngine } from '../fts/engine.ts'
import { INDEX_VERSION } from '../fts/schema.ts'
import { BENCH_CLASSES } from './bench-queries.ts'
import { round, timesOf } from './figures.ts'
import type { GeneratedArchive } from './generate.ts'
import { Random } from './random.ts'

/** Times in milliseconds of whole result pages; `bounded` counts the pages that say so. */
export interface ClassFigures {
  name: string
  n: number
  p50: number
  p95: number
  p99: number
  bounded: number
}

export interface BuildFigures {
  passages: number
  /** From the first statement that is read until all are indexed. */
  seconds: number
  perSecond: number
}

const SCOPE: SearchScope = { audiences: ['public', 'registered'], now: '2031-06-01', exclude: [] }
/** Asked before the clock is looked at, so that code is compiled and threads are there. */
const WARM_UP = 10
const PUBLICATIONS = 5

/** An engine as far as it is timed. */
export interface TimedEngine {
  search(query: SearchQuery, scope: SearchScope): Promise<{ total: number; bounded: boolean }>
  put(documents: readonly StatementDocument[]): Promise<void>
  remove(ids: readonly number[]): Promise<void>
}

/**
 * Builds the index of so many generated statements. They are made beforehand and held as JSON, as the archive holds
 * them: reading them from it is counted.
 */
export async function buildIndex(
  fill: (documents: Iterable<StatementDocument>) => Promise<void>,
  archive: GeneratedArchive,
  statements: number,
): Promise<BuildFigures> {
  let passages = 0
  const made: Buffer[] = []
  for (const document of archive.documents(statements)) {
    passages += document.passages.length
    made.push(Buffer.from(JSON.stringify(document)))
  }
  function* read() {
    for (const json of made) yield JSON.parse(json.toString()) as StatementDocument
  }
  const started = performance.now()
  await fill(read())
  const seconds = (performance.now() - started) / 1000
  return { passages, seconds: round(seconds, 2), perSecond: Math.round(statements / seconds) }
}

/** Opens a built index as the product does at start; milliseconds until the threads have read what they keep. */
export async function openIndex(
  path: string,
): Promise<{ engine: EmbeddedEngine; openMs: number; bytes: number }> {
  const started = performance.now()
  const engine = new EmbeddedEngine(path)
  await engine.warm()
  return { engine, openMs: round(performance.now() - started, 1), bytes: statSync(path).size }
}

/** What the figures depend on. */
export function benchSettings(
  n: number,
  seed: number,
  indexVersion: number | null = INDEX_VERSION,
): Record<string, unknown> {
  return {
    indexVersion,
    queriesPerClass: n,
    seed,
    perPage: 20,
    fuzzy: true,
    spellings: true,
    audiences: SCOPE.audiences,
  }
}

/**
 * Asks `n` queries of every class one after the other, whole pages: hits with marks, totals, all facets, the viewer's
 * scope. Of several engines each is asked every query, and another one first each time, so that whatever else the
 * machine does falls on all of them. The figures stand in the order of the engines.
 */
export async function timeClasses(
  engines: readonly TimedEngine[],
  archive: GeneratedArchive,
  statements: number,
  n: number,
  seed: number,
): Promise<ClassFigures[][]> {
  const figures: ClassFigures[][] = engines.map(() => [])
  for (const [name, make] of Object.entries(BENCH_CLASSES)) {
    const random = new Random(seed)
    const asked = engines.map((engine) => ({ engine, times: [] as number[], bounded: 0 }))
    for (let number = -WARM_UP; number < n; number++) {
      const query = wholePage(make(archive, random, statements))
      const first = (number + WARM_UP) % asked.length
      for (const one of [...asked.slice(first), ...asked.slice(0, first)]) {
        const started = performance.now()
        const result = await one.engine.search(query, SCOPE)
        const time = performance.now() - started
        if (number < 0) continue
        one.times.push(time)
        if (result.bounded) one.bounded++
      }
    }
    for (const [index, { times, bounded }] of asked.entries()) {
      figures[index]!.push({ name, n, ...timesOf(times), bounded })
    }
  }
  return figures
}

/** The longest time in milliseconds from handing over a new statement until a search finds it. */
export async function timePublication(
  engine: TimedEngine,
  archive: GeneratedArchive,
  statements: number,
): Promise<number> {
  let longest = 0
  for (let number = 1; number <= PUBLICATIONS; number++) {
    const document = archive.document(statements + number)
    const passage = document.passages[0]!
    const canary = `published${number}`
    const passages = document.passages.with(0, { ...passage, text: `${passage.text} ${canary}` })
    const started = performance.now()
    await engine.put([{ ...document, audience: 'public', passages }])
    const { total } = await engine.search(wholePage({ text: canary }), SCOPE)
    if (total !== 1) throw new Error('a statement that was put into the index is not found')
    longest = Math.max(longest, performance.now() - started)
    await engine.remove([document.id])
  }
  return round(longest, 1)
}

/** A query for the first page as people ask for it, near and other spellings on. */
export function wholePage(query: Pick<SearchQuery, 'text'> & Partial<SearchQuery>): SearchQuery {
  return {
    facets: {},
    sort: 'relevance',
    fuzzy: true,
    spellings: true,
    page: 1,
    perPage: 20,
    ...query,
  }
}
