import type { MeilisearchAddress } from '../meilisearch/client.ts'
import type { CorpusStatement } from './corpus.ts'
import { type EvaluatedEngineName, FLOORS, openEvaluated } from './engines.ts'
import { pairedDifference, round, timesOf } from './figures.ts'
import { type KnownItemQuery, QUERY_CLASSES } from './queries.ts'

/** How one engine did on one class of queries; times in milliseconds. */
export interface EvaluationRow {
  engine: EvaluatedEngineName
  class: string
  n: number
  recall1: number
  recall10: number
  mrr10: number
  p50: number
  p95: number
}

/** Where an engine stands against the best of its floors in a class, on the same queries: mean paired difference of recall@1. */
export interface Comparison {
  engine: EvaluatedEngineName
  class: string
  floor: EvaluatedEngineName
  difference: number
  standardError: number
}

export interface Evaluation {
  rows: EvaluationRow[]
  comparisons: Comparison[]
}

/** The place of the wanted statement among the answers, from 1; 0 where it is not among them. */
interface Outcome {
  place: number
  milliseconds: number
}

/** Asks each engine in turn all the queries over the corpus. */
export async function evaluate(
  statements: readonly CorpusStatement[],
  queries: readonly KnownItemQuery[],
  engines: readonly EvaluatedEngineName[],
  server: MeilisearchAddress | null = null,
  progress: (line: string) => void = () => {},
): Promise<Evaluation> {
  const classes = [...new Set([...QUERY_CLASSES, ...queries.map((query) => query.class)])]
  const outcomes = new Map<EvaluatedEngineName, Outcome[]>()
  for (const name of engines) {
    progress(name)
    outcomes.set(name, await askAll(name, statements, queries, server))
  }
  const ofClass = (name: EvaluatedEngineName, wanted: string) =>
    outcomes.get(name)!.filter((_, index) => queries[index]!.class === wanted)
  return {
    rows: engines.flatMap((engine) =>
      classes.map((name) => ({ engine, class: name, ...measure(ofClass(engine, name)) })),
    ),
    comparisons: classes.flatMap((name) => compare(name, engines, ofClass)),
  }
}

async function askAll(
  name: EvaluatedEngineName,
  statements: readonly CorpusStatement[],
  queries: readonly KnownItemQuery[],
  server: MeilisearchAddress | null,
): Promise<Outcome[]> {
  const engine = await openEvaluated(name, statements, server)
  try {
    const outcomes: Outcome[] = []
    for (const { query, id } of queries) {
      const started = performance.now()
      const ids = await engine.find(query)
      outcomes.push({ place: ids.indexOf(id) + 1, milliseconds: performance.now() - started })
    }
    return outcomes
  } finally {
    await engine.close()
  }
}

function measure(outcomes: readonly Outcome[]): Omit<EvaluationRow, 'engine' | 'class'> {
  const n = outcomes.length
  const mean = (value: (place: number) => number) =>
    n === 0 ? 0 : round(outcomes.reduce((sum, { place }) => sum + value(place), 0) / n, 4)
  const { p50, p95 } = timesOf(outcomes.map(({ milliseconds }) => milliseconds))
  return {
    n,
    recall1: mean((place) => (place === 1 ? 1 : 0)),
    recall10: mean((place) => (place > 0 ? 1 : 0)),
    mrr10: mean((place) => (place > 0 ? 1 / place : 0)),
    p50,
    p95,
  }
}

function compare(
  name: string,
  engines: readonly EvaluatedEngineName[],
  ofClass: (engine: EvaluatedEngineName, name: string) => Outcome[],
): Comparison[] {
  const firsts = (engine: EvaluatedEngineName) =>
    ofClass(engine, name).map(({ place }): number => (place === 1 ? 1 : 0))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return engines.flatMap((engine) => {
    const [floor] = engines
      .filter((other) => FLOORS[engine]?.includes(other))
      .sort((a, b) => sum(firsts(b)) - sum(firsts(a)))
    if (floor === undefined || firsts(floor).length === 0) return []
    const { mean, standardError } = pairedDifference(firsts(engine), firsts(floor))
    return [{ engine, class: name, floor, difference: mean, standardError }]
  })
}
