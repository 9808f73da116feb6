import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectForWrites } from '#lib/search/meilisearch/client.ts'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import { readTerms, TermList } from '#lib/search/meilisearch/terms.ts'
import { MeilisearchWriter } from '#lib/search/meilisearch/writer.ts'
import { hasMeilisearch, newPrefix, useMeilisearch } from '#tests/support/meilisearch.ts'
import { makeDocument, SCOPE } from '#tests/support/search-documents.ts'

/** The words of an index that two processes write. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

describe.skipIf(!hasMeilisearch)('the words of a real Meilisearch', () => {
  const server = useMeilisearch()
  let prefix: string
  let other: MeilisearchEngine
  beforeEach(async () => {
    prefix = newPrefix()
    other = new MeilisearchEngine(server, prefix)
    await other.put([makeDocument(1, ['We came to Varand.'])])
  })
  afterEach(() => other.drop())

  it('are there for the queries of one process soon after another has written them', async () => {
    const engine = new MeilisearchEngine(server, prefix)
    expect(await engine.suggest('tow', SCOPE, 5)).toEqual([])
    await other.put([makeDocument(2, ['We came to Townsend.'])])
    await vi.waitFor(
      async () => {
        await engine.search(
          {
            text: 'varand',
            facets: {},
            sort: 'relevance',
            fuzzy: true,
            spellings: true,
            page: 1,
            perPage: 5,
          },
          SCOPE,
        )
        expect(await engine.suggest('tow', SCOPE, 5)).toEqual(['Townsend'])
      },
      { timeout: 20_000, interval: 100 },
    )
  })

  it('are read again only as far as they were written later', async () => {
    const client = connectForWrites(server)
    const uid = `${prefix}_terms`
    const list = new TermList()
    await readTerms(client, uid, list)
    expect(list.countsOf('varand')).toEqual([1, 0, 0, 0])
    list.set('varand', [7, 0, 0, 0], list.stamp)
    await other.put([makeDocument(2, ['We came to Townsend.'])])
    await readTerms(client, uid, list)
    expect(list.countsOf('townsend')).toEqual([1, 0, 0, 0])
    expect(list.countsOf('came')).toEqual([2, 0, 0, 0])
    expect(list.countsOf('varand')).toEqual([7, 0, 0, 0])
  })

  it('are those of the new index alone after another process has rebuilt it', async () => {
    const writer = new MeilisearchWriter(connectForWrites(server), prefix)
    expect((await writer.currentTerms()).countsOf('varand')).toEqual([1, 0, 0, 0])
    await other.rebuild([makeDocument(3, ['We stayed in Townsend.'])])
    const terms = await writer.currentTerms()
    expect(terms.countsOf('townsend')).toEqual([1, 0, 0, 0])
    expect(terms.countsOf('varand')).toEqual([0, 0, 0, 0])
    expect(await writer.currentTerms()).toBe(terms)
  })
})
