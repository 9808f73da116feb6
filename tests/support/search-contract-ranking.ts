import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchEngine, SearchQuery } from '#lib/search/contract.ts'
import { makeDocument, SCOPE } from './search-documents.ts'

const FILLER = 'So the day went on and nobody spoke of it again until the evening came down.'

/** In which order every engine gives out what matches. All of it is invented. */
export function rankingContract(name: string, open: () => Promise<SearchEngine>): void {
  describe(`${name}: the order by relevance`, { timeout: 60_000 }, () => {
    let engine: SearchEngine
    beforeEach(async () => {
      engine = await open()
    })
    afterEach(async () => {
      await engine.close()
    })

    const find = async (text: string, query: Partial<SearchQuery> = {}) => {
      const result = await engine.search(
        {
          text,
          facets: {},
          sort: 'relevance',
          fuzzy: true,
          spellings: true,
          page: 1,
          perPage: 20,
          ...query,
        },
        SCOPE,
      )
      return result.hits.map(({ id }) => id)
    }

    it('puts words close together in a passage before words far apart in it', async () => {
      await engine.put([
        makeDocument(1, [`The lantern stood there. ${FILLER} ${FILLER} Then we saw the ferry.`]),
        makeDocument(2, [`${FILLER} The lantern of the ferry was lit. ${FILLER}`]),
      ])
      expect(await find('lantern ferry')).toEqual([2, 1])
    })

    it('puts words together in one passage of a very long text before scattered ones', async () => {
      const passages = Array.from({ length: 120 }, (_, index) => `${FILLER} Passage ${index}.`)
      const scattered = passages.map((text, index) =>
        index % 3 === 0 ? `${text} A lantern.` : index % 3 === 1 ? `${text} A ferry.` : text,
      )
      await engine.put([
        makeDocument(1, scattered),
        makeDocument(2, passages.with(77, `${FILLER} The lantern of the ferry. ${FILLER}`)),
      ])
      expect(await find('lantern ferry')).toEqual([2, 1])
    })

    it('puts titles and names before the same word in a text', async () => {
      await engine.put([
        makeDocument(1, ['We came to Varand at night.']),
        makeDocument(2, ['We came to a town.'], { names: ['Varand'] }),
        makeDocument(3, ['We came to a town.'], { titles: { en: 'The road to Varand' } }),
      ])
      const ids = await find('varand')
      expect(ids).toHaveLength(3)
      expect(ids.at(-1)).toBe(1)
    })

    it('lets the rare word of a query decide among scattered ones', async () => {
      const common = Array.from({ length: 8 }, (_, index) =>
        makeDocument(10 + index, ['The river rose.']),
      )
      await engine.put([
        ...common,
        makeDocument(1, ['The river, the river, the river.', 'A kingfisher.']),
        makeDocument(2, ['The river.', 'A kingfisher and another kingfisher, kingfisher.']),
      ])
      expect(await find('river kingfisher')).toEqual([2, 1])
    })

    it('puts what was typed before other spellings, and both before near ones', async () => {
      await engine.put([
        makeDocument(1, ['در گوهردشت بودیم.']),
        makeDocument(2, ['We were in Gohardasht.']),
        makeDocument(3, ['We were in Gohamdasht.']),
      ])
      expect(await find('Gohardasht')).toEqual([2, 1, 3])
      expect(await find('گوهردشت')).toEqual([1, 2])
    })

    it('puts the spelling that is nearest to what was typed before the others', async () => {
      await engine.put([
        makeDocument(1, ['صادقی آن شب رفت.']),
        makeDocument(2, ['صدیقی آن شب رفت.']),
      ])
      expect(await find('Sadighi')).toEqual([2, 1])
      expect(await find('Sadighi رفت')).toEqual([2, 1])
    })

    it('puts a statement that has one word as typed before one that has all of them nearly', async () => {
      await engine.put([
        makeDocument(1, ['The lanturn of the ferry.']),
        makeDocument(2, ['The lantern of the ferry.']),
      ])
      expect(await find('lantern ferri')).toEqual([2, 1])
    })
  })
}
