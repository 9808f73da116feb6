import { askMany, type Reading } from './ask.ts'
import { all, idsIn, idsNotIn } from './filters.ts'

/** Statements whose words stand apart are ranked up to this number; beyond it the result is said to be bounded. */
const SCATTERED_MAX = 1_000

/** What is to be ranked. */
export interface RankedSet {
  /** All of it, over statements. */
  statements: string
  /** That part of it in which the words stand together, over passages. */
  passages: string
  /** The query as the engine's ranking reads it, the best spelling first. */
  texts: readonly string[]
  total: number
}

export interface Ranked {
  ids: number[]
  bounded: boolean
}

/**
 * The best of a set, at least `wanted` of them: words together in one passage before words scattered over the
 * statement; inside each in the engine's own order; ties by id.
 */
export async function rankStatements(
  reading: Reading,
  set: RankedSet,
  wanted: number,
  known: readonly number[],
): Promise<Ranked> {
  const enough = Math.min(wanted, set.total)
  const ids = [...known]
  for (const [nth, text] of [...set.texts, ''].entries()) {
    if (ids.length >= enough) return { ids, bounded: false }
    if (nth === 0 && known.length > 0) continue
    const [together] = await askMany(reading, [
      {
        index: 'passages',
        q: text,
        filter: all([set.passages, idsNotIn('statement', ids)]),
        distinct: 'statement',
        limit: enough - ids.length,
        attributesToRetrieve: ['statement'],
        matchingStrategy: 'all',
      },
    ])
    ids.push(...together!.hits.map((hit) => Number(hit['statement'])))
  }
  if (ids.length >= enough) return { ids, bounded: false }
  const rest = await readScattered(reading, set, ids, Math.max(SCATTERED_MAX, enough - ids.length))
  return {
    ids: [...ids, ...rest],
    bounded: set.total - ids.length > rest.length,
  }
}

async function readScattered(
  reading: Reading,
  set: RankedSet,
  together: readonly number[],
  limit: number,
): Promise<number[]> {
  const [answer] = await askMany(reading, [
    {
      index: 'statements',
      filter: all([set.statements, idsNotIn('id', together)]),
      limit,
      sort: ['id:asc'],
    },
  ])
  const scattered = answer!.hits.map((hit) => Number(hit['id']))
  if (scattered.length < 2) return scattered
  const [ranked] = await askMany(reading, [
    {
      index: 'passages',
      q: set.texts[0] ?? '',
      filter: idsIn('statement', scattered),
      distinct: 'statement',
      limit: scattered.length,
      attributesToRetrieve: ['statement'],
      matchingStrategy: 'frequency',
    },
  ])
  const first = ranked!.hits.map((hit) => Number(hit['statement']))
  const seen = new Set(first)
  return [...first, ...scattered.filter((id) => !seen.has(id))]
}
