import { z } from 'zod'
import type { SearchEngine } from '../contract.ts'
import { toDocument } from './corpus.ts'
import { Random } from './random.ts'

/** How many spellings find each other across the scripts, and how many random pairs of names do. Counts. */
export interface NamesResult {
  /** Latin spellings, each with the Persian forms of its record. */
  pairs: number
  faToLatin: number
  latinToFa: number
  randomPairs: number
  /** Random pairs of which one finds the other, in whichever direction. */
  falsePairs: number
}

const RANDOM_PAIRS = 100_000
/** No name of a list is found by so many others. */
const HITS_MAX = 1_000

const spellings = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [
    ...new Set((Array.isArray(value) ? value : [value]).filter((one) => one.trim() !== '')),
  ])
const recordSchema = z.object({ fa: spellings, latin: spellings })

/** One name in its forms. */
export interface NameRecord {
  fa: string[]
  latin: string[]
}

/** Reads lines of `{fa, latin}`. @throws Error naming the line that cannot be read */
export function readNames(lines: string): NameRecord[] {
  return lines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = recordSchema.safeParse(parseLine(line))
    if (!parsed.success) throw new Error(`line ${index + 1} is no {"fa", "latin"}`)
    return [parsed.data]
  })
}

/**
 * Puts every spelling into the engine's index, which is built anew, as the text of a statement, and searches each by
 * the spellings of the other script: no records, no near spellings.
 */
export async function evaluateNames(
  records: readonly NameRecord[],
  seed: number,
  engine: SearchEngine,
): Promise<NamesResult> {
  const found = await searchAll(engine, records)
  return { ...countPairs(records, found), ...countRandom(records, found, seed) }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Told like any other line that is not what it should be.
    return null
  }
}

interface Found {
  /** For each Latin spelling, the records with a Persian form that it finds. */
  byLatin: Map<string, Set<number>>
  /** For each Persian form, the Latin spellings that it finds. */
  byPersian: Map<string, Set<string>>
}

async function searchAll(engine: SearchEngine, records: readonly NameRecord[]): Promise<Found> {
  const latin = [...new Set(records.flatMap((record) => record.latin))]
  const persian = [...new Set(records.flatMap((record) => record.fa))]
  const firstLatin = records.length + 1
  await engine.rebuild([
    ...records.map((record, index) => asDocument(index + 1, 'fa', record.fa)),
    ...latin.map((spelling, index) => asDocument(firstLatin + index, 'en', [spelling])),
  ])
  const ids = async (name: string) => {
    // Quotation marks and the like are signs of the query language.
    const text = name.replace(/["“”«»*]/g, ' ').replace(/(^|\s)-/g, '$1')
    const result = await engine.search(
      {
        text,
        facets: {},
        sort: 'relevance',
        fuzzy: false,
        spellings: true,
        page: 1,
        perPage: HITS_MAX,
      },
      { audiences: ['public'], now: '2000-01-02T00:00:00.000Z', exclude: [] },
    )
    return result.hits.map(({ id }) => id)
  }
  const found: Found = { byLatin: new Map(), byPersian: new Map() }
  for (const spelling of latin) {
    const hits = (await ids(spelling)).filter((id) => id < firstLatin)
    found.byLatin.set(spelling, new Set(hits.map((id) => id - 1)))
  }
  for (const form of persian) {
    const hits = (await ids(form)).filter((id) => id >= firstLatin)
    found.byPersian.set(form, new Set(hits.map((id) => latin[id - firstLatin]!)))
  }
  return found
}

function countPairs(records: readonly NameRecord[], { byLatin, byPersian }: Found) {
  const counts = { pairs: 0, faToLatin: 0, latinToFa: 0 }
  records.forEach(({ fa, latin }, index) => {
    for (const spelling of latin) {
      counts.pairs++
      if (fa.some((form) => byPersian.get(form)!.has(spelling))) counts.faToLatin++
      if (byLatin.get(spelling)!.has(index)) counts.latinToFa++
    }
  })
  return counts
}

function countRandom(records: readonly NameRecord[], found: Found, seed: number) {
  const { byLatin, byPersian } = found
  const random = new Random(seed)
  const named = records.flatMap((record, index) =>
    record.latin.length > 0 && record.fa.length > 0 ? [index] : [],
  )
  const forms = records.map(({ fa, latin }) => new Set([...fa, ...latin.map(fold)]))
  if (!named.some((one) => !sharesForm(forms[named[0]!]!, forms[one]!))) {
    return { randomPairs: 0, falsePairs: 0 }
  }
  let falsePairs = 0
  for (let pairs = 0; pairs < RANDOM_PAIRS; ) {
    const [one, other] = [random.pick(named), random.pick(named)]
    if (one === other || sharesForm(forms[one]!, forms[other]!)) continue
    pairs++
    const spelling = random.pick(records[one]!.latin)
    const joined =
      byLatin.get(spelling)!.has(other) ||
      records[other]!.fa.some((form) => byPersian.get(form)!.has(spelling))
    if (joined) falsePairs++
  }
  return { randomPairs: RANDOM_PAIRS, falsePairs }
}

function sharesForm(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const form of one) if (other.has(form)) return true
  return false
}

function fold(spelling: string): string {
  return spelling.toLowerCase()
}

function asDocument(id: number, language: string, passages: string[]) {
  return toDocument({ id, key: '', title: '', language, passages, spellings: [] })
}
