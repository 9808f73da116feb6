import { describe, expect, it } from 'vitest'
import { makeDocument } from './search-documents.ts'
import { idsOf, marked, type OpenEngine, useEngine } from './search-engine.ts'

/** One name in every spelling: what every engine must find and tell, and to whom. All names are invented. */
export function spellingsContract(name: string, open: OpenEngine): void {
  describe(`${name}: one name, every spelling`, { timeout: 60_000 }, () => {
    const { put, remove, search } = useEngine(open, { spellings: true })

    it('finds a name in the other script, after what is written as typed', async () => {
      await put([
        makeDocument(1, ['پروانه گلستانی‌فر آن شب در گوهرچشمه بود.'], { type: 'letter' }),
        makeDocument(2, ['Parvaneh Golestanifar left Gowhar Cheshmeh at dawn.']),
        makeDocument(3, ['Nobody else was there.']),
      ])
      const latin = await search('Golestanifar')
      expect(idsOf(latin)).toEqual([2, 1])
      expect(latin).toMatchObject({ total: 2, totalFuzzy: 0 })
      expect(latin.alsoSearched).toContain('گلستانی‌فر')
      expect(latin.facets.type).toEqual([
        { value: 'interview', count: 1 },
        { value: 'letter', count: 1 },
      ])
      expect(marked(latin)).toContain('گلستانی‌فر')
      expect(idsOf(await search('گلستانی‌فر'))).toEqual([1, 2])
      expect(idsOf(await search('Parvaneh Golestani-Far'))).toEqual([2, 1])
      expect(idsOf(await search('Goharcheshmeh'))).toContain(1)
      // By date all spellings are one list.
      expect(idsOf(await search('Golestanifar', { sort: 'added' }))).toEqual([2, 1])
      const second = await search('Golestanifar', { page: 2, perPage: 1 })
      expect(idsOf(second)).toEqual([1])
      expect(await search('Golestanifar', { spellings: false })).toMatchObject({
        total: 1,
        alsoSearched: [],
      })
      expect((await search('"Golestanifar"')).total).toBe(1)
    })

    it('lets years of the two calendars meet, and the other names of a record', async () => {
      await put([
        makeDocument(1, ['تابستان ۱۴۱۰ بود.']),
        makeDocument(2, ['Long after the summer of 2031.']),
        makeDocument(3, ['ما در نیک شهر تازه ماندیم.']),
      ])
      const year = await search('2031')
      expect(idsOf(year)).toEqual([2, 1])
      expect(year.alsoSearched).toEqual(['۱۴۱۰'])
      const namesakes = [
        { words: ['varandab'], names: ['Varandab', 'نیک‌شهر تازه', 'Nowhere Else'] },
      ]
      const named = await search('varandab', { namesakes })
      expect(idsOf(named)).toEqual([3])
      expect(named.alsoSearched).toEqual(['نیک‌شهر تازه'])
      expect(marked(named)).toEqual(['نیک شهر تازه'])
    })

    it('finds a name of a field in the other script', async () => {
      await put([
        makeDocument(1, ['یک.'], { speakers: ['پروانه گلستانی‌فر'], names: ['پروانه گلستانی‌فر'] }),
        makeDocument(2, ['گلستانی‌فر آنجا بود.']),
      ])
      const result = await search('speaker:Golestanifar')
      expect(idsOf(result)).toEqual([1])
    })

    it('tells nobody of a name that stands only in what they may not read', async () => {
      const canary = 'قناریستان'
      const passages = [`راه ${canary} بسته بود.`, 'سال ۱۴۱۰ بود.']
      await put([
        makeDocument(1, ['The road was open.']),
        makeDocument(2, passages, { audience: 'registered' }),
        makeDocument(3, passages, { visibleFrom: '2031-07-01T00:00:00.000Z' }),
        makeDocument(4, passages),
      ])
      const namesakes = [{ words: ['road'], names: ['Road', canary] }]
      for (const text of [
        'Ghanaristan',
        'qanarestan',
        'Ghanari Stan',
        '2031',
        'speaker:Ghanaristan',
      ]) {
        const result = await search(text, { fuzzy: true }, { exclude: [4] })
        expect([text, result]).toMatchObject([
          text,
          { total: 0, totalFuzzy: 0, hits: [], alsoSearched: [], nearWords: [] },
        ])
      }
      const road = await search('road', { namesakes }, { exclude: [4] })
      expect(road).toMatchObject({ total: 1, alsoSearched: [] })
      const registered = { audiences: ['public', 'registered'], exclude: [4] } as const
      expect((await search('Ghanaristan', {}, registered)).alsoSearched).toEqual([canary])
      expect((await search('Ghanaristan')).total).toBe(1)
      await remove([4])
      expect(await search('Ghanaristan')).toMatchObject({ total: 0, alsoSearched: [] })
    })
  })
}
