import { describe, expect, it } from 'vitest'
import { askingContract } from './search-contract-asking.ts'
import { rankingContract } from './search-contract-ranking.ts'
import { spellingsContract } from './search-contract-spellings.ts'
import { makeDocument } from './search-documents.ts'
import { idsOf, marked, type OpenEngine, useEngine } from './search-engine.ts'

/** What every engine must do, run over each of them; all people and events in it are invented. */

export function searchContract(name: string, open: OpenEngine): void {
  askingContract(name, open)
  spellingsContract(name, open)
  rankingContract(name, open)
  describe(`${name}: the search contract`, { timeout: 60_000 }, () => {
    const { put, remove, rebuild, count, inventory, search } = useEngine(open)

    it('matches where all words stand anywhere, and ranks words together first', async () => {
      await put([
        makeDocument(1, ['The lantern was lit.', 'Much later the ferry came.']),
        makeDocument(2, ['By the lantern we saw the ferry leave.', 'Nothing else.']),
        makeDocument(3, ['A lantern and nothing more.']),
      ])
      const result = await search('ferry lantern')
      expect(idsOf(result)).toEqual([2, 1])
      expect(result).toMatchObject({ total: 2, totalFuzzy: 0, bounded: false, queryCut: false })
      expect(result.hits[1]!.passages.map(({ number }) => number)).toEqual([1, 2])
      expect(result.hits[1]!.matchingPassages).toBe(2)
    })

    it('finds a statement by its title and names, and by its reference', async () => {
      await put([
        makeDocument(1, ['One.'], { titles: { en: 'The mill at Varand' }, names: ['Lale Sahari'] }),
        makeDocument(2, ['Two, of the mill.']),
      ])
      expect(idsOf(await search('varand'))).toEqual([1])
      expect(idsOf(await search('sahari'))).toEqual([1])
      expect((await search('varand')).hits[0]!.passages[0]).toMatchObject({
        number: 1,
        highlights: [],
      })
      expect(idsOf(await search('mill'))).toEqual([1, 2])
    })

    it('marks whole words of the original in both scripts', async () => {
      await put([
        makeDocument(1, ['«مُعَلِّم» گفت که مي‌رفتند و كتاب‌ها را بردند.']),
        makeDocument(2, ['The Müller’s re-enter the SCHOOL.']),
      ])
      expect(marked(await search('معلم'))).toEqual(['مُعَلِّم'])
      expect(marked(await search('می رفتند'))).toEqual(['مي‌رفتند'])
      expect(marked(await search('میرفتند'))).toEqual(['مي‌رفتند'])
      expect(marked(await search('کتابها'))).toEqual(['كتاب‌ها'])
      expect(marked(await search('school muller reenter'))).toEqual([
        'Müller’s',
        're-enter',
        'SCHOOL',
      ])
    })

    it('lets ZWNJ, space and nothing, letter variants and digit sets meet', async () => {
      const ways = ['آنها می‌رفتند ۱۳۶۷', 'آنها می رفتند ١٣٦٧', 'آنها میرفتند 1367']
      await put(ways.map((way, index) => makeDocument(index + 1, [way])))
      for (const query of ['می‌رفتند', 'می رفتند', 'میرفتند', 'مي‌رفتند', '۱۳۶۷', '1367']) {
        expect((await search(query)).total, query).toBe(3)
      }
    })

    it('takes no words for a phrase that stand together two by two at different places', async () => {
      const apart = 'A red lantern. The lantern ferry. A red and ferry day.'
      await put([
        makeDocument(1, [apart]),
        makeDocument(2, ['Nothing here.', 'The red lantern ferry came.', apart]),
        makeDocument(3, ['One red lantern ferry.', 'Another red lantern ferry.'], {
          type: 'letter',
        }),
        makeDocument(4, ['A red lantern ferry.', apart], {
          titles: { en: 'The red lantern ferry' },
        }),
      ])
      const alone = await search('"red lantern ferry"')
      expect(idsOf(alone).toSorted()).toEqual([2, 3, 4])
      expect(alone).toMatchObject({ total: 3, bounded: false })
      expect(alone.facets.type).toContainEqual({ value: 'letter', count: 1 })
      expect(
        alone.hits.map(({ id, matchingPassages }) => [id, matchingPassages]).toSorted(),
      ).toEqual([
        [2, 1],
        [3, 2],
        [4, 1],
      ])
      expect((await search('"red lantern ferry" came')).total).toBe(1)
      expect((await search('day "red lantern ferry"')).total).toBe(2)
      expect((await search('day -"red lantern ferry"')).total).toBe(1)
      const letters = await search('"red lantern ferry"', { facets: { type: ['letter'] } })
      expect(letters.total).toBe(1)
      expect(letters.facets.type.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    })

    it('looks for phrases as they stand, leaves out what is excluded, and reads beginnings', async () => {
      await put([
        makeDocument(1, ['The old bridge fell.', 'The gate stood.']),
        makeDocument(2, ['The bridge was old.']),
        makeDocument(3, ['An old', 'bridge over two passages.']),
        makeDocument(4, ['Bridges everywhere.']),
      ])
      expect(idsOf(await search('"old bridge"'))).toEqual([1])
      expect(idsOf(await search('«old bridge»'))).toEqual([1])
      expect(marked(await search('"old bridge"'))).toEqual(['old bridge'])
      expect(idsOf(await search('bridge -gate', { sort: 'added' })).sort()).toEqual([2, 3])
      expect(idsOf(await search('-bridge'))).toEqual([4])
      expect((await search('bridge')).total).toBe(3)
      expect((await search('bridg*')).total).toBe(4)
    })

    it('forgives one edit from five letters and two from nine, after what matches exactly', async () => {
      await put([
        makeDocument(1, ['The lantern of the settlement.']),
        makeDocument(2, ['The lantarn of the night.']),
        makeDocument(3, ['A cat.']),
        makeDocument(4, ['شهادت دادند']),
      ])
      const near = await search('lantarn', { fuzzy: true })
      expect(near).toMatchObject({ total: 1, totalFuzzy: 1 })
      expect(idsOf(near)).toEqual([2, 1])
      expect(marked(near)).toEqual(['lantarn', 'lantern'])
      await put([makeDocument(5, ['A lantern once.', 'Then many a lantarn.'])])
      const other = await search('lantern', { fuzzy: true })
      const own = other.hits.find(({ id }) => id === 5)!
      expect(own.passages.map(({ number }) => number)).toEqual([1])
      await remove([5])
      expect((await search('lantarn')).totalFuzzy).toBe(0)
      expect((await search('"lantarn"', { fuzzy: true })).totalFuzzy).toBe(0)
      expect((await search('setlemant', { fuzzy: true })).totalFuzzy).toBe(1)
      expect((await search('eantern', { fuzzy: true })).totalFuzzy).toBe(1)
      expect((await search('cot', { fuzzy: true })).totalFuzzy).toBe(0)
      expect((await search('شهادب', { fuzzy: true })).totalFuzzy).toBe(1)
    })

    it('finds a name with a space put in or left out, among the near matches', async () => {
      await put([
        makeDocument(1, ['در گوهردشت بود']),
        makeDocument(2, ['در گوهر دشت بود']),
        makeDocument(3, ['The road to Varzandasht.']),
        makeDocument(4, ['The road to Varzan Dasht.']),
      ])
      for (const text of ['گوهردشت', 'گوهر دشت', 'varzandasht', 'varzan dasht']) {
        const result = await search(text, { fuzzy: true })
        expect([result.total, result.totalFuzzy], text).toEqual([1, 1])
      }
      expect(marked(await search('گوهردشت', { fuzzy: true }))).toEqual(['گوهردشت', 'گوهر دشت'])
    })

    it('counts facets over statements; values of one facet are alternatives', async () => {
      await put([
        makeDocument(1, ['A flood.', 'The flood again.'], {
          places: ['p1', 'p2'],
          years: ['2030'],
        }),
        makeDocument(2, ['A flood.'], { type: 'letter', places: ['p2'] }),
        makeDocument(3, ['A fire.'], { type: 'letter', places: ['p1'] }),
      ])
      const all = await search('flood')
      expect(all.facets.place).toEqual([
        { value: 'p2', count: 2 },
        { value: 'p1', count: 1 },
      ])
      expect(all.facets.year).toEqual([{ value: '2030', count: 1 }])
      const letters = await search('flood', { facets: { type: ['letter'] } })
      expect(idsOf(letters)).toEqual([2])
      expect(letters.facets.place).toEqual([{ value: 'p2', count: 1 }])
      expect(letters.facets.type).toEqual([
        { value: 'interview', count: 1 },
        { value: 'letter', count: 1 },
      ])
      expect((await search('flood', { facets: { type: ['letter', 'interview'] } })).total).toBe(2)
      expect((await search('', { facets: { type: ['letter'], place: ['p1'] } })).total).toBe(1)
      expect((await search('', { facets: { place: ['nowhere'] } })).total).toBe(0)
    })

    it('lists everything without words, and what one person is named in', async () => {
      await put([
        makeDocument(1, ['One.', 'Two.'], { people: ['a'] }),
        makeDocument(2, ['Three.'], { people: ['a', 'b'] }),
      ])
      const all = await search('')
      expect(idsOf(all)).toEqual([2, 1])
      expect(all.hits[1]!.passages.map(({ number, highlights }) => [number, highlights])).toEqual([
        [1, []],
      ])
      expect(idsOf(await search('', { person: 'b' }))).toEqual([2])
      expect((await search('…!?')).total).toBe(2)
    })

    it('sorts by the date given and the date added, newest first, unknown last, and pages', async () => {
      await put([
        makeDocument(1, ['A tale.'], { dateGiven: '2001-01-01', dateAdded: '2031-01-03' }),
        makeDocument(2, ['A tale.'], { dateGiven: null, dateAdded: '2031-01-02' }),
        makeDocument(3, ['A tale.'], { dateGiven: '2010-01-01', dateAdded: '2031-01-01' }),
      ])
      expect(idsOf(await search('tale', { sort: 'given' }))).toEqual([3, 1, 2])
      expect(idsOf(await search('tale', { sort: 'added' }))).toEqual([1, 2, 3])
      const pages = [1, 2, 3].map((page) => search('tale', { page, perPage: 2 }))
      const [first, second, third] = await Promise.all(pages)
      expect([...idsOf(first!), ...idsOf(second!)].sort()).toEqual([1, 2, 3])
      expect(second!.total).toBe(3)
      expect(idsOf(third!)).toEqual([])
      expect(idsOf(await search('tale'))).toEqual(idsOf(await search('tale')))
    })

    it('pages from exact into near matches without a gap or a repetition', async () => {
      const documents = Array.from({ length: 7 }, (_, index) =>
        makeDocument(index + 1, [index < 4 ? 'A lantern.' : 'A lantarn.']),
      )
      await put(documents)
      const seen: number[] = []
      for (let page = 1; page <= 3; page++) {
        seen.push(...idsOf(await search('lantern', { fuzzy: true, page, perPage: 3 })))
      }
      expect(new Set(seen).size).toBe(7)
      expect(seen.slice(0, 4).sort()).toEqual([1, 2, 3, 4])
    })

    it('denies by audience and embargo in hits, totals and facets', async () => {
      const canary = 'zyzzyvaword'
      await put([
        makeDocument(1, [`A ${canary}.`], { audience: 'registered', places: ['secret'] }),
        makeDocument(2, [`A ${canary}.`], { audience: 'staff', years: ['1999'] }),
        makeDocument(3, [`A ${canary}.`], { audience: 'nobody' }),
        makeDocument(4, [`A ${canary}.`], { visibleFrom: '2031-07-01T00:00:00.000Z' }),
        makeDocument(5, [`A ${canary}.`], { visibleUntil: '2031-05-01T00:00:00.000Z' }),
        makeDocument(6, ['Nothing here.']),
      ])
      for (const text of [canary, 'zyzzyvawort', 'zyzzy*', `"${canary}"`, '']) {
        const result = await search(text, { fuzzy: true })
        expect(result.total + result.totalFuzzy, text).toBe(text === '' ? 1 : 0)
        expect(JSON.stringify(result)).not.toContain(canary)
        expect(result.facets.place).toEqual([])
        expect(result.facets.year).toEqual([])
      }
      const registered = await search(canary, {}, { audiences: ['public', 'registered'] })
      expect(idsOf(registered)).toEqual([1])
      const later = await search(canary, {}, { now: '2031-08-01T00:00:00.000Z' })
      expect(idsOf(later)).toEqual([4])
      expect((await search(canary, {}, { audiences: [] })).total).toBe(0)
    })

    it('leaves out what is excluded by id', async () => {
      await put([makeDocument(1, ['A well.'], { places: ['p1'] }), makeDocument(2, ['A well.'])])
      const result = await search('well', {}, { exclude: [1] })
      expect(idsOf(result)).toEqual([2])
      expect(result.total).toBe(1)
      expect(result.facets.place).toEqual([])
    })

    it('replaces, removes and adds again, each of them twice without harm', async () => {
      await put([makeDocument(1, ['An early word.'])])
      await put([makeDocument(1, ['A later term.'], { state: 'second', type: 'letter' })])
      await put([makeDocument(1, ['A later term.'], { state: 'second', type: 'letter' })])
      expect((await search('early')).total).toBe(0)
      expect((await search('later')).facets.type).toEqual([{ value: 'letter', count: 1 }])
      expect(await inventory()).toEqual(new Map([[1, 'second']]))
      await remove([1, 99])
      await remove([1])
      expect((await search('later')).total).toBe(0)
      expect((await search('')).total).toBe(0)
      expect(await count()).toBe(0)
      await put([makeDocument(1, ['Once more.'])])
      expect((await search('once')).total).toBe(1)
    })

    it('rebuilds beside the index that answers', async () => {
      await put([makeDocument(1, ['Before.']), makeDocument(2, ['Before.'])])
      expect((await search('before')).total).toBe(2)
      await rebuild([makeDocument(2, ['After.']), makeDocument(3, ['After.'])])
      expect((await search('before')).total).toBe(0)
      expect((await search('after')).total).toBe(2)
      expect([...(await inventory()).keys()].sort()).toEqual([2, 3])
      await remove([3])
      expect((await search('after')).total).toBe(1)
      expect((await search('aftre', { fuzzy: true })).totalFuzzy).toBe(1)
    })

    it('finds the last word of a very long statement, and shows it in a stretch', async () => {
      const filler = Array.from({ length: 100 }, (_, index) =>
        `word${index} and so on `.repeat(200),
      )
      await put([makeDocument(1, [...filler, `${'and so on '.repeat(500)} kingfisher`])])
      const result = await search('kingfisher')
      const [passage] = result.hits[0]!.passages
      expect(passage!.number).toBe(101)
      expect(passage!.text.length).toBeLessThan(600)
      expect(passage!.cutBefore).toBe(true)
      expect(passage!.cutAfter).toBe(false)
      expect(marked(result)).toEqual(['kingfisher'])
    })

    it('never fails on bad input', async () => {
      await put([makeDocument(1, ['A plain word near AND OR NOT.'])])
      const bad = [
        ...['"', '"unbalanced word', "'", '*', '-', '--', '-"', '""', '-""', '^word', 'body:word'],
        ...[
          'NEAR(word plain)',
          'word AND',
          '(word',
          ') OR (',
          '{body}: x',
          'a"b"c',
          '\\',
          '%',
          '_',
        ],
        ...['\u0000\u0001\u001f', 'wo\u0000rd', '\ud800', '\u202eword', 'x'.repeat(10_000)],
        ...['word '.repeat(2_000), '"a '.repeat(3_000), '-x '.repeat(3_000), '*'.repeat(10_000)],
        ...["'; DROP TABLE current; --", '🕊️', 'a* b* c* d*', '«', '¶', 'word ¶ plain'],
      ]
      for (const text of bad) {
        for (const fuzzy of [true, false]) {
          const result = await search(text, { fuzzy })
          expect(result.total, text.slice(0, 40)).toBeLessThanOrEqual(1)
        }
      }
      expect((await search('"unbalanced word')).total).toBe(0)
      expect((await search('"word')).total).toBe(1)
      expect((await search('word '.repeat(2_000))).queryCut).toBe(true)
      expect((await search('NOT near')).total).toBe(1)
    })
  })
}
