import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SearchQuery } from '#lib/search/contract.ts'
import { wholePage } from '#lib/search/evaluation/bench.ts'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import { hasMeilisearch, newPrefix, useMeilisearch } from '#tests/support/meilisearch.ts'
import { makeDocument, SCOPE } from '#tests/support/search-documents.ts'

/** Where the server stops in silence: 65,535 positions, ten words, a thousand hits, a hundred values of a facet. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const LETTERS = [...'abcdefghijklmnopqrst']
/** An invented word for each number. */
const word = (number: number) =>
  `w${[...String(number)].map((digit) => LETTERS[Number(digit)]).join('')}x`

describe.skipIf(!hasMeilisearch)('the limits of a real Meilisearch', () => {
  const server = useMeilisearch()
  let engine: MeilisearchEngine
  beforeAll(async () => {
    engine = new MeilisearchEngine(server, newPrefix())
    const many = Array.from({ length: 1_200 }, (_, index) =>
      makeDocument(10 + index, [`A common tale.`], {
        places: [`place${index % 150}`],
        type: index % 2 === 0 ? 'letter' : 'it\'s "a" \\ kind',
      }),
    )
    const words = Array.from({ length: 100_000 }, (_, index) => word(index))
    const transcript = Array.from({ length: 20 }, (_, index) =>
      words.slice(index * 5_000, (index + 1) * 5_000).join(' '),
    )
    await engine.rebuild([
      makeDocument(1, transcript),
      makeDocument(2, [words.slice(0, 13).join(' ')]),
      makeDocument(3, [words.slice(0, 12).join(' ')]),
      ...many,
    ])
  })
  afterAll(() => engine.drop())

  const search = (text: string, query: Partial<SearchQuery> = {}) =>
    engine.search(wholePage({ text, ...query }), SCOPE)

  it('finds a transcript of 100,000 words by its last word, by its last phrase and by words far apart', async () => {
    const last = [99_997, 99_998, 99_999].map(word)
    for (const text of [last[2]!, `"${last.join(' ')}"`, `${word(0)} ${word(50_000)} ${last[2]}`]) {
      const { total, hits } = await search(text, { fuzzy: false })
      expect([text, total, hits[0]!.id]).toEqual([text, 1, 1])
      expect(hits[0]!.passages.at(-1)!.number).toBe(20)
    }
  })

  it('looks at every word of a long query', async () => {
    const thirteen = Array.from({ length: 13 }, (_, index) => word(index)).join(' ')
    const plain = { fuzzy: false, spellings: false }
    expect((await search(thirteen, plain)).hits.map(({ id }) => id).sort()).toEqual([1, 2])
    expect((await search(`"${thirteen}"`, plain)).total).toBe(2)
    const twelve = thirteen.slice(0, thirteen.lastIndexOf(' '))
    expect((await search(twelve, plain)).total).toBe(3)
    const thirty = Array.from({ length: 30 }, (_, index) => word(index * 3_000)).join(' ')
    expect(await search(thirty)).toMatchObject({ total: 1, queryCut: false })
  })

  it('counts past the thousandth hit, all values of a facet, and pages to the end', async () => {
    const { total, facets } = await search('common')
    expect(total).toBe(1_200)
    expect(facets.place).toHaveLength(150)
    expect(facets.place.every(({ count }) => count === 8)).toBe(true)
    const last = await search('common', { page: 12, perPage: 100 })
    expect(last.hits).toHaveLength(100)
    expect((await search('common', { page: 13, perPage: 100 })).hits).toEqual([])
    expect((await search('-common', { fuzzy: false })).total).toBe(3)
    expect((await search('tale -letter')).total).toBe(1_200)
  })

  it('takes every value of a filter for what it says', async () => {
    const kind = 'it\'s "a" \\ kind'
    expect((await search('', { facets: { type: [kind] } })).total).toBe(600)
    for (const value of [
      'letter" OR type = "interview',
      "letter' OR type = 'interview",
      'letter"] OR id > 0 OR type IN ["',
      '\\" OR id > 0',
      'letter) OR (id > 0',
      '*',
      'NULL',
    ]) {
      expect([value, (await search('', { facets: { type: [value] } })).total]).toEqual([value, 0])
      expect([value, (await search('', { person: value })).total]).toEqual([value, 0])
    }
    const long = Array.from({ length: 50 }, (_, index) => `${index} "`.repeat(40))
    const facets = { type: long, place: long, event: long, knows: long, language: long }
    expect((await search('common '.repeat(300), { facets })).total).toBe(0)
    expect(await engine.suggest('"] OR id > 0 OR words IN ["', SCOPE, 5)).toEqual([])
  })
})
