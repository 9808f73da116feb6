import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAuthority } from '#lib/authorities/commands.ts'
import { withdrawStatement } from '#lib/review/publishing.ts'
import { readSearchAddress } from '#lib/search/request.ts'
import { type SearchPage, searchStatements } from '#lib/search/search.ts'
import { searchSettled, stopSearch } from '#lib/search/service.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import { type DraftParts, makeDraft, submitAndPublish } from '#tests/support/factories.ts'

/** Other spellings of a name, and that nobody is told of one that stands only in what they cannot read. */

vi.setConfig({ testTimeout: 60_000 })
useTestDatabase()

let owner: Viewer
let admins: [Viewer, Viewer]

beforeEach(async () => {
  owner = await addPerson('archivist')
  admins = [await addPerson('admin'), await addPerson('admin')]
})
afterEach(stopSearch)

const find = (viewer: Viewer, q: string, more: Record<string, string> = {}): Promise<SearchPage> =>
  searchStatements(viewer, readSearchAddress({ q, fuzzy: '0', ...more }))

type Content = NonNullable<DraftParts['content']>

function publishPassages(texts: string[], content: Content = {}): string {
  const passages = texts.map((text, index) => ({ key: `key${index}`, text }))
  const reference = makeDraft(owner, {
    content: { ...content, text: { kind: 'transcript', language: 'fa', passages } },
  })
  submitAndPublish(owner, admins, reference)
  return reference
}

describe('one name, every spelling', () => {
  it('finds a Persian passage by Latin letters and the other way round, and can be told not to', async () => {
    const persian = publishPassages(['پروانه گلستانی‌فر آن شب در گوهرچشمه بود.'])
    const latin = publishPassages(['Parvaneh Golestanifar left Gowhar Cheshmeh at dawn.'])
    await searchSettled()
    for (const [q, first, second] of [
      ['Golestanifar', latin, persian],
      ['گلستانی‌فر', persian, latin],
      ['Parvaneh Golestani-Far', null, persian],
    ] as const) {
      const page = await find(ANONYMOUS, q)
      const references = page.hits.map(({ statement }) => statement.reference)
      expect([q, references.includes(second)]).toEqual([q, true])
      if (first !== null) expect([q, references[0]]).toEqual([q, first])
      expect(page.total).toBe(references.length)
    }
    const page = await find(ANONYMOUS, 'Goharcheshmeh')
    expect(page.alsoSearched).toContain('گوهرچشمه')
    const [passage] = page.hits.find(({ statement }) => statement.reference === persian)!.passages
    const marked = passage!.highlights.map(([start, end]) => passage!.text.slice(start, end))
    expect(marked).toEqual(['گوهرچشمه'])

    const typed = await find(ANONYMOUS, 'Goharcheshmeh', { spellings: '0' })
    expect(typed).toMatchObject({ total: 0, hits: [], alsoSearched: [] })
    expect((await find(ANONYMOUS, '"Goharcheshmeh"')).total).toBe(0)
  })

  it('lets years of the two calendars meet', async () => {
    const reference = publishPassages(['تابستان ۱۴۱۰ بود.'])
    await searchSettled()
    const page = await find(ANONYMOUS, '2031')
    expect(page.hits.map(({ statement }) => statement.reference)).toEqual([reference])
    expect(page.alsoSearched).toEqual(['۱۴۱۰'])
    expect((await find(ANONYMOUS, '2031', { spellings: '0' })).total).toBe(0)
  })

  it('does not take ordinary words for names', async () => {
    publishPassages(['من این را بعد از آن به او داد و کار بد بود.'])
    await searchSettled()
    for (const q of ['man', 'in', 'bad', 'car', 'Dad', 'boy']) {
      expect([q, await find(ANONYMOUS, q)]).toMatchObject([q, { total: 0, alsoSearched: [] }])
    }
  })

  it('finds a name that is an ordinary word in its own language alone', async () => {
    const reference = publishPassages(['کامل مهرورز را ندیدم.'])
    await searchSettled()
    for (const q of ['Kamel', 'kamel mehrvarz']) {
      const { hits } = await find(ANONYMOUS, q)
      expect([q, hits[0]?.statement.reference]).toEqual([q, reference])
    }
  })

  it('finds a name of several words written as one, and one with the Arabic article', async () => {
    const joined = publishPassages(['Nobody asked Seyfollahpourian.'])
    const apart = publishPassages(['Nobody asked Zia od-Din.'])
    await searchSettled()
    const first = async (q: string) => (await find(ANONYMOUS, q)).hits[0]?.statement.reference
    expect(await first('سیف الله پوریان')).toBe(joined)
    expect(await first('ضیا الدین')).toBe(apart)
    const persian = publishPassages(['از سیف الله پوریان پرسیدند.'])
    await searchSettled()
    const page = await find(ANONYMOUS, 'Seyfollahpourian')
    expect(page.hits.map(({ statement }) => statement.reference)).toEqual([joined, persian])
  })

  it('finds by the other names of a record', async () => {
    const place = createAuthority(owner, {
      kind: 'place',
      names: [
        { name: 'Varandab', language: 'en', preferred: true },
        { name: 'نیک‌شهر تازه', language: 'fa', preferred: true },
      ],
      note: '',
    })
    const linked = publishPassages(['Nothing of note.'], {
      about: { placeIds: [place] },
    })
    const mentioned = publishPassages(['ما در نیک شهر تازه ماندیم.'])
    await searchSettled()
    const page = await find(ANONYMOUS, 'varandab')
    expect(page.hits.map(({ statement }) => statement.reference)).toEqual([linked, mentioned])
    expect(page.alsoSearched).toEqual(['نیک‌شهر تازه'])
  })
})

describe('a name that stands only in what the viewer may not read', () => {
  const CANARY = 'قناریستان'

  async function expectNothing(viewer: Viewer): Promise<void> {
    for (const q of ['Ghanaristan', 'qanarestan']) {
      for (const fuzzy of ['0', '1']) {
        const page = await find(viewer, q, { fuzzy })
        expect(page).toMatchObject({ total: 0, totalFuzzy: 0, hits: [], alsoSearched: [] })
        expect(page.facets.type).toEqual([])
      }
    }
  }

  it('is denied where the audience is staff', async () => {
    publishPassages([`راه ${CANARY} بسته بود.`], { access: { audience: 'staff' } })
    publishPassages(['The road was open.'])
    await searchSettled()
    await expectNothing(ANONYMOUS)
    expect((await find(admins[0], 'Ghanaristan')).alsoSearched).toEqual([CANARY])
  })

  it('is denied under an embargo', async () => {
    publishPassages([`راه ${CANARY} بسته بود.`], {
      access: { audience: 'public', embargoUntil: '2999-01-01' },
    })
    await searchSettled()
    await expectNothing(ANONYMOUS)
  })

  it('is denied in a draft and after a withdrawal, names of records too', async () => {
    const place = createAuthority(owner, {
      kind: 'place',
      names: [
        { name: 'Ghanaristan', language: 'en', preferred: true },
        { name: 'دژ پنهان', language: 'fa', preferred: true },
      ],
      note: '',
    })
    const content = { about: { placeIds: [place] } }
    makeDraft(owner, { content })
    const readable = publishPassages(['در دژ پنهان کسی نبود.'])
    await searchSettled()
    await expectNothing(ANONYMOUS)
    const reference = publishPassages([`راه ${CANARY} بسته بود.`], content)
    await searchSettled()
    expect((await find(ANONYMOUS, 'Ghanaristan')).alsoSearched.sort()).toEqual(
      ['دژ پنهان', CANARY].sort(),
    )
    withdrawStatement(admins[0], reference, 'Asked for by the witness.')
    // Before and after the index has heard of it.
    await expectNothing(ANONYMOUS)
    await searchSettled()
    await expectNothing(ANONYMOUS)
    expect((await find(ANONYMOUS, 'پنهان')).hits[0]!.statement.reference).toBe(readable)
  })
})
