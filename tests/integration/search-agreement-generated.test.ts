import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SearchQuery, SearchResult, SearchScope } from '#lib/search/contract.ts'
import { wholePage } from '#lib/search/evaluation/bench.ts'
import { BENCH_CLASSES } from '#lib/search/evaluation/bench-queries.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { Random } from '#lib/search/evaluation/random.ts'
import { EmbeddedEngine } from '#lib/search/fts/engine.ts'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import { FACET_VALUES_MAX } from '#lib/search/meilisearch/settings.ts'
import { hasMeilisearch, newPrefix, useMeilisearch } from '#tests/support/meilisearch.ts'

/** Words that are rarer and more frequent than in any archive that was written by hand. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const STATEMENTS = 400
const QUERIES = 5
const SCOPE: SearchScope = {
  audiences: ['public', 'registered'],
  now: '2031-06-01',
  exclude: [3, 77],
}

describe.skipIf(!hasMeilisearch)('both engines on generated statements', () => {
  const server = useMeilisearch()
  const archive = new GeneratedArchive(3)
  const folder = mkdtempSync(join(tmpdir(), 'search-agreement-test-'))
  let served: MeilisearchEngine
  let embedded: EmbeddedEngine
  beforeAll(async () => {
    served = new MeilisearchEngine(server, newPrefix())
    embedded = new EmbeddedEngine(join(folder, 'search.db'))
    await served.rebuild(archive.documents(STATEMENTS))
    await embedded.rebuild(archive.documents(STATEMENTS))
  })
  afterAll(async () => {
    await served.drop()
    await embedded.close()
    rmSync(folder, { recursive: true })
  })

  const word = (random: Random, from: number, to: number) =>
    archive.word(from + random.below(to - from))
  const classes: Record<string, (random: Random) => Partial<SearchQuery> & { text: string }> = {
    ...Object.fromEntries(
      Object.entries(BENCH_CLASSES).map(([name, make]) => [
        name,
        (random: Random) => make(archive, random, STATEMENTS),
      ]),
    ),
    'frequent words side by side': (random) => ({
      text: `"${[0, 1, 2].map(() => word(random, 0, 6)).join(' ')}"`,
    }),
    'a phrase beside a word': (random) => ({
      text: `"${word(random, 0, 20)} ${word(random, 0, 20)}" ${word(random, 0, 200)}`,
      facets: { type: ['type0', 'type1'] },
    }),
    'an excluded word': (random) => ({
      text: `${word(random, 20, 200)} -${word(random, 20, 200)}`,
    }),
    'a short beginning': (random) => ({ text: `${word(random, 0, 5_000).slice(0, 3)}*` }),
    'a long beginning': (random) => ({ text: `${word(random, 600, 5_000).slice(0, 6)}*` }),
    'a beginning beside a word': (random) => ({
      text: `${word(random, 0, 300)} ${word(random, 0, 3_000).slice(0, 4)}*`,
    }),
  }

  for (const [name, make] of Object.entries(classes)) {
    it(`agree on totals, facets and passages: ${name}`, async () => {
      const random = new Random(21)
      for (let asked = 0; asked < QUERIES; asked++) {
        const query = wholePage(make(random))
        const [one, other] = [
          await served.search(query, SCOPE),
          await embedded.search(query, SCOPE),
        ]
        expect([query.text, told(one, one)]).toEqual([query.text, told(other, one)])
        const counts = new Map(other.hits.map(({ id, matchingPassages }) => [id, matchingPassages]))
        for (const { id, matchingPassages } of one.hits) {
          const passages = counts.get(id) ?? matchingPassages
          expect([query.text, id, matchingPassages]).toEqual([query.text, id, passages])
        }
      }
    })
  }
})

/** What both tell; a facet with more values than Meilisearch gives out as far as those are more frequent than its last. */
function told(result: SearchResult, served: SearchResult) {
  const { total, totalFuzzy, hits, alsoSearched } = result
  const facets = Object.entries(result.facets).map(([name, values]) => {
    const given = served.facets[name as keyof typeof served.facets]
    const least = given.length < FACET_VALUES_MAX ? 0 : given.at(-1)!.count
    return [name, values.filter(({ count }) => count > least)]
  })
  const isWhole = total + totalFuzzy <= hits.length
  return {
    total,
    totalFuzzy,
    facets,
    alsoSearched: alsoSearched.toSorted(),
    hits: isWhole ? hits.map(({ id }) => id).toSorted((a, b) => a - b) : hits.length,
  }
}
