import { describe, expect, it } from 'vitest'
import { makeDocument } from './search-documents.ts'
import { idsOf, type OpenEngine, useEngine } from './search-engine.ts'

const FILLER = 'So the day went on and nobody spoke of it again until the evening came down.'

/** Engines whose order depends on how often a word stands somewhere; Meilisearch does not count it. */
const COUNTS_WORDS: ReadonlySet<string> = new Set(['embedded'])

const manyOf = (text: string) =>
  Array.from({ length: 8 }, (_, index) => makeDocument(10 + index, [text]))

/** In which order every engine gives out what matches. All of it is invented. */
export function rankingContract(name: string, open: OpenEngine): void {
  describe(`${name}: the order by relevance`, { timeout: 60_000 }, () => {
    const { put, search } = useEngine(open, { fuzzy: true, spellings: true })

    const find = async (text: string) => idsOf(await search(text))

    it('puts words close together in a passage before words far apart in it', async () => {
      await put([
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
      await put([
        makeDocument(1, scattered),
        makeDocument(2, passages.with(77, `${FILLER} The lantern of the ferry. ${FILLER}`)),
      ])
      expect(await find('lantern ferry')).toEqual([2, 1])
    })

    it('puts titles and names before the same word in a text', async () => {
      await put([
        makeDocument(1, ['We came to Varand at night.']),
        makeDocument(2, ['We came to a town.'], { names: ['Varand'] }),
        makeDocument(3, ['We came to a town.'], { titles: { en: 'The road to Varand' } }),
      ])
      const ids = await find('varand')
      expect(ids).toHaveLength(3)
      expect(ids.at(-1)).toBe(1)
    })

    it('lets the rare word of a query decide among scattered ones', async () => {
      await put([
        ...manyOf('The river rose.'),
        makeDocument(1, ['A kingfisher.'], { titles: { en: 'The river' } }),
        makeDocument(2, ['The river.'], { titles: { en: 'The kingfisher' } }),
      ])
      expect(await find('river kingfisher')).toEqual([2, 1])
    })

    it.runIf(COUNTS_WORDS.has(name))('lets it decide by how often it stands there', async () => {
      await put([
        ...manyOf('The river rose.'),
        makeDocument(1, ['The river, the river, the river.', 'A kingfisher.']),
        makeDocument(2, ['The river.', 'A kingfisher and another kingfisher, kingfisher.']),
      ])
      expect(await find('river kingfisher')).toEqual([2, 1])
    })

    it('puts what was typed before other spellings, and both before near ones', async () => {
      await put([
        makeDocument(1, ['در گوهردشت بودیم.']),
        makeDocument(2, ['We were in Gohardasht.']),
        makeDocument(3, ['We were in Gohamdasht.']),
      ])
      expect(await find('Gohardasht')).toEqual([2, 1, 3])
      expect(await find('گوهردشت')).toEqual([1, 2])
    })

    it('puts the spelling that is nearest to what was typed before the others', async () => {
      await put([makeDocument(1, ['صادقی آن شب رفت.']), makeDocument(2, ['صدیقی آن شب رفت.'])])
      expect(await find('Sadighi')).toEqual([2, 1])
      expect(await find('Sadighi رفت')).toEqual([2, 1])
    })

    it('puts a statement that has one word as typed before one that has all of them nearly', async () => {
      await put([
        makeDocument(1, ['The lanturn of the ferry.']),
        makeDocument(2, ['The lantern of the ferry.']),
      ])
      expect(await find('lantern ferri')).toEqual([2, 1])
    })
  })
}
