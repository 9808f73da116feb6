import { describe, expect, it } from 'vitest'
import type { SearchQuery } from '#lib/search/contract.ts'
import { makeDocument } from './search-documents.ts'
import { idsOf, type OpenEngine, useEngine } from './search-engine.ts'

/** Fields, near words and suggestions: what every engine must tell, and to whom. All of it is invented. */
export function askingContract(name: string, open: OpenEngine): void {
  describe(`${name}: what is asked for and told`, { timeout: 60_000 }, () => {
    const { put, remove, rebuild, suggest, search } = useEngine(open, { sort: 'added' })

    const find = async (text: string, query: Partial<SearchQuery> = {}) => {
      const result = await search(text, query)
      expect(result.hits).toHaveLength(result.total + result.totalFuzzy)
      return idsOf(result).sort()
    }

    it('looks for speakers and places in their fields alone', async () => {
      await put([
        makeDocument(1, ['The ferry left for Varand.'], {
          speakers: ['Lale Sahari', 'Interviewer'],
          placeNames: ['Mirab Sofla', 'میراب سفلی'],
        }),
        makeDocument(2, ['Sahari took the ferry to Mirab.'], {
          speakers: ['Sahar Mirabi'],
          placeNames: ['Varand', 'Sofla Mirab'],
        }),
        makeDocument(3, ['No ferry.'], { speakers: ['سحر گلستانی‌فر'] }),
      ])
      expect(await find('sahari')).toEqual([2])
      expect(await find('speaker:sahari')).toEqual([1])
      expect(await find('speaker:SAHARI place:mirab ferry')).toEqual([1])
      expect(await find('speaker:sahari place:varand')).toEqual([])
      expect(await find('ferry -speaker:sahari')).toEqual([2, 3])
      expect(await find('place:mirab')).toEqual([1, 2])
      expect(await find('place:"mirab sofla"')).toEqual([1])
      expect(await find('place:"sofla mirab"')).toEqual([2])
      expect(await find('-place:"mirab sofla" -place:varand')).toEqual([3])
      expect(await find('speaker:sah*')).toEqual([1, 2])
      expect(await find('جا:ميراب')).toEqual([1])
      for (const typed of ['گلستانی‌فر', 'گلستانیفر']) {
        expect(await find(`گوینده:${typed}`), typed).toEqual([3])
      }
      expect(await find('گوینده:«گلستانی فر»')).toEqual([3])
      const [hit] = (await search('speaker:sahari')).hits
      expect(hit!.passages[0]!.highlights).toEqual([])
    })

    it('forgives an edit in a name of a field, after what is written so', async () => {
      await put([
        makeDocument(1, ['One.'], { speakers: ['Lale Sahari'] }),
        makeDocument(2, ['Two.'], { speakers: ['Lale Saharo'] }),
        makeDocument(3, ['Saharo is only spoken of.'], { names: ['Sahari'] }),
      ])
      const result = await search('speaker:sahari', { fuzzy: true, sort: 'relevance' })
      expect(result).toMatchObject({ total: 1, totalFuzzy: 1 })
      expect(idsOf(result)).toEqual([1, 2])
      expect(await find('speaker:"sahari"', { fuzzy: true })).toEqual([1])
    })

    it('keeps to the years that are told of, in either calendar', async () => {
      await put([
        makeDocument(1, ['A flood.'], { years: ['1987', '1988'] }),
        makeDocument(2, ['A flood.'], { years: ['1989'], type: 'letter' }),
        makeDocument(3, ['A flood.'], { years: ['1991'] }),
        makeDocument(4, ['A flood.']),
      ])
      expect(await find('year:1988')).toEqual([1])
      expect(await find('flood year:1988..1990')).toEqual([1, 2])
      expect(await find('year:1989..')).toEqual([2, 3])
      expect(await find('year:..1988')).toEqual([1])
      expect(await find('سال:۱۳۶۷')).toEqual([1, 2])
      expect(await find('year:1366..1368')).toEqual([1, 2])
      expect(await find('-year:1989..1995')).toEqual([1, 4])
      expect(await find('flood year:1987..1989 -year:1988')).toEqual([2])
      const result = await search('year:1988..1990')
      expect(result.facets.type).toEqual([
        { value: 'interview', count: 1 },
        { value: 'letter', count: 1 },
      ])
      expect(result.facets.year.map(({ value }) => value).sort()).toEqual(['1987', '1988', '1989'])
    })

    it('tells near words that stand apart from what is shown of their statements', async () => {
      const birds = Array.from({ length: 4 }, (_, index) => `A kingfisher, number ${index}.`)
      const lamps = Array.from({ length: 6 }, (_, index) =>
        makeDocument(10 + index, ['A lanturn.']),
      )
      await put([...lamps, makeDocument(1, [...birds, 'A lanturn.'])])
      const result = await search('kingfisher lantern', { fuzzy: true })
      expect(result).toMatchObject({ total: 0, totalFuzzy: 1 })
      expect(result.nearWords).toEqual([{ typed: 'lantern', found: ['lanturn'] }])
    })

    it('tells which words were taken for which, as they are written in the near matches', async () => {
      await put([
        makeDocument(1, ['A Lantern by the settlement.']),
        makeDocument(2, ['Many lanterns by the settlement.']),
        makeDocument(3, ['A lantarn.']),
        makeDocument(4, ['A lanturn, far from here.']),
      ])
      const one = await search('Lantarn', { fuzzy: true })
      expect(one.nearWords).toHaveLength(1)
      expect(one.nearWords[0]!.typed).toBe('Lantarn')
      expect(one.nearWords[0]!.found.toSorted()).toEqual(['Lantern', 'lanturn'])
      // Only one of them stands beside the other word.
      const two = await search('lanturn settlemant', { fuzzy: true })
      expect(two).toMatchObject({ total: 0, totalFuzzy: 1 })
      expect(two.nearWords.toSorted((a, b) => (a.typed < b.typed ? -1 : 1))).toEqual([
        { typed: 'lanturn', found: ['Lantern'] },
        { typed: 'settlemant', found: ['settlement'] },
      ])
      expect((await search('lantarn')).nearWords).toEqual([])
      expect((await search('"lantarn"', { fuzzy: true })).nearWords).toEqual([])
    })

    it('completes words, the most frequent first, as they are written', async () => {
      await put([
        makeDocument(1, ['The Bridge and the bridle, 1988 and 19880.']),
        makeDocument(2, ['A bridle in the brook.'], { names: ['Briar Hill'] }),
        makeDocument(3, ['كتاب‌ها و کتابخانه']),
      ])
      expect(await suggest('bri')).toEqual(['bridle', 'briar', 'Bridge'])
      expect(await suggest('bri', {}, 1)).toEqual(['bridle'])
      expect(await suggest('bridge')).toEqual(['Bridge'])
      expect((await suggest('کتاب')).toSorted()).toEqual(['كتاب‌ها', 'کتابخانه'])
      expect(await suggest('zz')).toEqual([])
      expect(await suggest('198')).toEqual([])
      await remove([1, 2])
      expect(await suggest('bri')).toEqual([])
      await rebuild([makeDocument(4, ['A bridegroom.'])])
      expect(await suggest('bri')).toEqual(['bridegroom'])
    })

    it('keeps words of what the viewer may not read out of all that is told, and out of its order', async () => {
      const open = [
        makeDocument(1, ['The kettle and the kernel.']),
        makeDocument(2, ['A kernel only. They kneel by an oak kettle.']),
      ]
      const closed = [
        makeDocument(11, ['The kettledrum: kettle, kettle.'], { audience: 'registered' }),
        makeDocument(12, ['A kettledram and a kettle.'], { audience: 'staff' }),
        makeDocument(13, ['Kettledrem, kettle.'], { visibleFrom: '2031-07-01T00:00:00.000Z' }),
        makeDocument(14, ['Kettledrim, kettle.'], { visibleUntil: '2031-05-01T00:00:00.000Z' }),
        makeDocument(15, ['Kettledrym, kettle, and a knel.'], {
          audience: 'nobody',
          speakers: ['Kettledrom'],
          placeNames: ['Kettledrom'],
          years: ['1988'],
        }),
        makeDocument(16, ['Kettledrums, kettle; oakk ettle.'], { names: ['Kettledrumer'] }),
      ]
      // Whether words are known decides what is forgiven, and where a word is cut in two.
      const asked = ['knel', 'oakkettle', 'kernal']
      const told = async () => ({
        words: await suggest('ke', { exclude: [16] }),
        longer: await suggest('kettled', { exclude: [16] }),
        results: await Promise.all(
          [...asked, 'kettledrum', 'kettl', 'place:kettledrom', 'year:1988'].map((text) =>
            search(text, { fuzzy: true, spellings: true }, { exclude: [16] }),
          ),
        ),
      })
      await put(open)
      const before = await told()
      expect(before.words).toEqual(['kernel', 'kettle'])
      expect(before.longer).toEqual([])
      expect(before.results.map(({ totalFuzzy }) => totalFuzzy)).toEqual([1, 1, 2, 0, 2, 0, 0])
      await put(closed)
      expect(await told()).toEqual(before)
      await rebuild([...open, ...closed])
      expect(await told()).toEqual(before)
      expect(
        await suggest('kettled', { audiences: ['public', 'registered'], exclude: [16] }),
      ).toEqual(['kettledrum'])
      const later = { now: '2031-08-01T00:00:00.000Z', exclude: [16] }
      expect(await suggest('kettled', later)).toEqual(['Kettledrem'])
      expect(await suggest('ke', { audiences: [] })).toEqual([])
    })
  })
}
