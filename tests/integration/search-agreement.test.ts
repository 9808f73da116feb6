import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { database } from '#lib/database.ts'
import { seedDemoArchive } from '#lib/demo/seed.ts'
import type {
  SearchQuery,
  SearchResult,
  SearchScope,
  StatementDocument,
} from '#lib/search/contract.ts'
import { readAllDocuments } from '#lib/search/documents.ts'
import { Random } from '#lib/search/evaluation/random.ts'
import { EmbeddedEngine } from '#lib/search/fts/engine.ts'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import type { Audience } from '#lib/statements/vocabularies.ts'
import { tokenise } from '#lib/text/tokenise.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { hasMeilisearch, newPrefix, useMeilisearch } from '#tests/support/meilisearch.ts'

/**
 * Both engines on the demo archive, query by query: the same totals, facets, statements and other spellings. Where they
 * may differ is listed in docs/searching.md.
 */

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const AUDIENCES: Audience[][] = [
  ['public'],
  ['public', 'registered'],
  ['public', 'registered', 'staff'],
]
/** Queries of each kind. */
const EACH = 12

/** Queries of every kind, made from what stands in the archive; the same in every run. */
function makeQueries(documents: readonly StatementDocument[]): Partial<SearchQuery>[] {
  const random = new Random(7)
  const passages = documents.flatMap(({ passages }) => passages.map(({ text }) => text))
  const wordsOf = (text: string) => text.match(/\p{L}[\p{L}\p{M}\u200c'’-]*/gu) ?? []
  const some = () => wordsOf(random.pick(passages))
  const word = () => random.pick(passages.flatMap(wordsOf).filter(({ length }) => length > 2))
  const near = (length: number) => {
    const words = some()
    return words.slice(random.below(Math.max(1, words.length - length))).slice(0, length)
  }
  const misspell = (text: string) => {
    const at = 1 + random.below(text.length - 1)
    return text.slice(0, at) + random.pick([...'aeiourstnlیامنرد']) + text.slice(at + 1)
  }
  const names = documents.flatMap((document) => document.names)
  const value = (kind: 'types' | 'places' | 'years' | 'languages') => {
    const document = random.pick(documents)
    const values = kind === 'types' ? [document.type ?? ''] : document[kind]
    return values[0] ?? ''
  }
  const kinds: (() => Partial<SearchQuery>)[] = [
    () => ({ text: word() }),
    () => ({ text: `${word()} ${word()}` }),
    () => ({ text: near(4).join(' ') }),
    () => ({ text: `"${near(3).join(' ')}"` }),
    () => ({ text: `"${near(2).join(' ')}" ${word()}` }),
    () => ({ text: `${word()} -${word()}` }),
    () => ({ text: `-"${near(2).join(' ')}"` }),
    () => ({ text: `${word().slice(0, 3)}*` }),
    () => ({ text: `${word().slice(0, 4)}* ${word()}` }),
    () => ({ text: misspell(word()) }),
    () => ({ text: `${misspell(word())} ${misspell(word())}` }),
    () => ({ text: `${word()}${word()}` }),
    () => ({ text: random.pick(names) }),
    () => ({ text: random.pick(names), spellings: false }),
    () => ({ text: `place:"${random.pick(documents.flatMap((d) => d.placeNames))}"` }),
    () => ({ text: `speaker:${random.pick(documents.flatMap((d) => d.speakers)).split(' ')[0]}` }),
    () => ({ text: `year:${value('years') || '2031'}.. ${word()}` }),
    () => ({ text: word(), facets: { type: [value('types')] } }),
    () => ({ text: '', facets: { place: [value('places')], language: [value('languages')] } }),
    () => ({ text: word(), sort: 'added' }),
    () => ({ text: misspell(word()), sort: 'given' }),
    () => ({ text: word(), fuzzy: false, spellings: false }),
  ]
  const fixed = ['', '…', 'the', 'در', '2031', '۱۴۱۰', 'GV-2031-000001', 'prison -flood']
  return [
    ...fixed.map((text) => ({ text })),
    ...kinds.flatMap((make) => Array.from({ length: EACH }, make)),
  ]
}

function normalised(text: string): string {
  return tokenise(text)
    .flatMap(({ parts }) => parts)
    .join(' ')
}

/** What the engines must agree on. */
function comparable({ hits, total, totalFuzzy, facets, bounded, alsoSearched }: SearchResult) {
  const ids = (from: number, to: number) =>
    hits
      .slice(from, to)
      .map(({ id }) => id)
      .sort((a, b) => a - b)
  return {
    total,
    totalFuzzy,
    bounded,
    facets,
    // Which of the statements a word is shown from is for each engine to choose.
    alsoSearched: alsoSearched.map(normalised).sort(),
    exact: ids(0, total),
    near: ids(total, total + totalFuzzy),
  }
}

describe.skipIf(!hasMeilisearch)(
  'both engines on the demo archive, with a real Meilisearch',
  () => {
    useTestDatabase(null)
    const server = useMeilisearch()
    let folder: string
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'govah-agreement-'))
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    it('agree on totals, facets and the set of hits of every query, for every audience', async () => {
      await seedDemoArchive()
      const documents = [...readAllDocuments(database())]
      const embedded = new EmbeddedEngine(join(folder, 'search.db'))
      const meilisearch = new MeilisearchEngine(server, newPrefix())
      await embedded.rebuild(documents)
      await meilisearch.rebuild(documents)
      const differences: string[] = []
      let found = 0
      for (const query of makeQueries(documents)) {
        for (const audiences of AUDIENCES) {
          const whole: SearchQuery = {
            text: '',
            facets: {},
            sort: 'relevance',
            fuzzy: true,
            spellings: true,
            page: 1,
            perPage: 100,
            ...query,
          }
          const scope: SearchScope = { audiences, now: '2031-06-01T00:00:00.000Z', exclude: [] }
          const [ours, theirs] = await Promise.all([
            embedded.search(whole, scope),
            meilisearch.search(whole, scope),
          ])
          found += ours.total + ours.totalFuzzy
          const [one, other] = [comparable(ours), comparable(theirs)]
          for (const key of Object.keys(one) as (keyof typeof one)[]) {
            const [here, there] = [JSON.stringify(one[key]), JSON.stringify(other[key])]
            if (here === there) continue
            differences.push(`${JSON.stringify(query)} ${audiences}: ${key} ${here} ${there}`)
          }
        }
      }
      await embedded.close()
      await meilisearch.drop()
      expect(found).toBeGreaterThan(5_000)
      expect(differences).toEqual([])
    })
  },
)
