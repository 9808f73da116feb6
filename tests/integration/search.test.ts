import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { presentSearchPage } from '#app/api/v1/search/present.ts'
import { changeAuthority, createAuthority } from '#lib/authorities/commands.ts'
import { withdrawStatement } from '#lib/review/publishing.ts'
import type { SearchEngine } from '#lib/search/contract.ts'
import { findDrift } from '#lib/search/mending.ts'
import { drainOutbox, pendingStatements, readOutboxLag } from '#lib/search/outbox.ts'
import { readSearchAddress } from '#lib/search/request.ts'
import { type SearchPage, searchStatements } from '#lib/search/search.ts'
import { searchService, searchSettled, startSearch, stopSearch } from '#lib/search/service.ts'
import { openRevision } from '#lib/statements/drafting.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import {
  editDraft,
  INVENTED_NAME,
  makeDraft,
  submit,
  submitAndPublish,
} from '#tests/support/factories.ts'

/** What `GET /api/v1/search` and the search page answer; who may not find something is denied in every count as well. */

vi.setConfig({ testTimeout: 60_000 })
useTestDatabase()

let owner: Viewer
let researcher: Viewer
let admins: [Viewer, Viewer]

beforeEach(async () => {
  owner = await addPerson('archivist')
  researcher = await addPerson('researcher')
  admins = [await addPerson('admin'), await addPerson('admin')]
})
afterEach(stopSearch)

const find = (viewer: Viewer, q: string, more: Record<string, string> = {}): Promise<SearchPage> =>
  searchStatements(viewer, readSearchAddress({ q, fuzzy: '0', ...more }))

function publishNew(content: NonNullable<Parameters<typeof makeDraft>[1]>['content'] = {}): string {
  const reference = makeDraft(owner, { content })
  submitAndPublish(owner, admins, reference)
  return reference
}

describe('a published statement', () => {
  it('is found by its words, title and reference as soon as it is published, and not before', async () => {
    const reference = makeDraft(owner)
    await searchSettled()
    expect((await find(ANONYMOUS, 'ledger')).total).toBe(0)
    expect((await find(owner, 'ledger')).total).toBe(0)
    submit(owner, reference)
    await searchSettled()
    expect((await find(admins[0], 'ledger')).total).toBe(0)

    const other = publishNew()
    await searchSettled()
    const page = await find(ANONYMOUS, 'ledger hill')
    expect(page).toMatchObject({ total: 1, totalFuzzy: 0, incomplete: false, engine: 'embedded' })
    const [hit] = page.hits
    expect(hit!.statement.reference).toBe(other)
    expect(hit!.passages[0]).toMatchObject({
      number: 2,
      key: 'second',
      highlights: [
        [14, 20],
        [42, 46],
      ],
    })
    expect(page.facets.type).toEqual([{ value: 'interview', count: 1, names: null }])
    for (const text of [other, 'سيل', 'میراب', 'lale']) {
      expect((await find(ANONYMOUS, text)).total, text).toBe(1)
    }
  })

  it('is explained by its title where no passage shown holds the word', async () => {
    publishNew()
    await searchSettled()
    const [byTitle] = (await find(ANONYMOUS, 'میراب')).hits
    expect(byTitle!.recorded).toMatchObject([
      { kind: 'title', text: 'سیل میراب سفلی', highlights: [[4, 9]] },
    ])
    expect((await find(ANONYMOUS, 'ledger')).hits[0]!.recorded).toEqual([])
  })

  it('is never found by the name in the vault', async () => {
    publishNew()
    await searchSettled()
    for (const word of INVENTED_NAME.split(' ')) {
      for (const viewer of [ANONYMOUS, admins[0]]) {
        const page = await find(viewer, word, { fuzzy: '1' })
        expect([page.total, page.totalFuzzy], word).toEqual([0, 0])
      }
    }
  })

  it('is gone at the next request after its withdrawal, with an index that is behind', async () => {
    const reference = publishNew()
    await searchSettled()
    expect((await find(ANONYMOUS, 'ledger')).total).toBe(1)
    const engine = searchService().embedded.engine
    vi.spyOn(engine, 'remove').mockRejectedValue(new Error('the engine is away'))
    vi.spyOn(console, 'error').mockImplementation(() => {})
    withdrawStatement(admins[0], reference, 'Asked for by the witness.')
    await searchSettled()
    expect(pendingStatements('embedded')).toHaveLength(1)
    expect((await engine.inventory()).size).toBe(1)
    for (const viewer of [ANONYMOUS, admins[0]]) {
      const page = await find(viewer, 'ledger')
      expect(page).toMatchObject({ total: 0, hits: [], incomplete: false })
      expect(page.facets.type).toEqual([])
      expect((await find(viewer, '')).total).toBe(0)
    }
    vi.restoreAllMocks()
    await drainOutbox(engine)
    expect(await findDrift(engine)).toEqual({ missing: [], stale: [], surplus: [] })
    expect(await engine.count()).toBe(0)
  })

  it('shows its published words while a new revision is worked on', async () => {
    const reference = publishNew()
    openRevision(owner, reference)
    editDraft(owner, reference, (content) => ({
      ...content,
      text: {
        ...content.text,
        passages: content.text.passages.map((p) => ({
          ...p,
          text: p.text.replace('ledger', 'zither'),
        })),
      },
    }))
    await searchSettled()
    expect((await find(ANONYMOUS, 'ledger')).total).toBe(1)
    expect((await find(owner, 'zither')).total).toBe(0)
    submitAndPublish(owner, admins, reference)
    await searchSettled()
    expect((await find(ANONYMOUS, 'ledger')).total).toBe(0)
    const page = await find(ANONYMOUS, 'zither')
    expect(page.hits[0]!.statement.revision).toBe(2)
  })
})

it('denies by audience in hits, totals, facets and near spellings', async () => {
  const canary = (word: string) => ({
    text: { language: 'en', passages: [{ key: 'only', text: `The ${word} rang.` }] },
  })
  publishNew({
    ...canary('registerbell'),
    access: { audience: 'registered' },
    testimonyType: 'letter',
  })
  publishNew({ ...canary('staffbell'), access: { audience: 'staff' }, testimonyType: 'memoir' })
  publishNew({
    ...canary('embargobell'),
    access: { audience: 'public', embargoUntil: '2999-01-01' },
    testimonyType: 'speech',
  })
  publishNew({ ...canary('publicbell') })
  await searchSettled()

  const total = async (viewer: Viewer, q: string) => {
    const page = await find(viewer, q, { fuzzy: '1' })
    return page.total + page.totalFuzzy
  }
  const admin = admins[0]
  expect(await total(ANONYMOUS, 'registerbell')).toBe(0)
  expect(await total(ANONYMOUS, 'registerball')).toBe(0)
  expect(await total(researcher, 'registerbell')).toBe(1)
  expect(await total(researcher, 'staffbell')).toBe(0)
  expect(await total(owner, 'staffbell')).toBe(1)
  expect(await total(admin, 'embargobell')).toBe(0)
  const types = async (viewer: Viewer) =>
    (await find(viewer, '')).facets.type.map(({ value }) => value)
  expect(await types(ANONYMOUS)).toEqual(['interview'])
  expect((await types(researcher)).sort()).toEqual(['interview', 'letter'])
  expect((await types(owner)).sort()).toEqual(['interview', 'letter', 'memoir'])
  const closed: Viewer = { kind: 'anonymous', admitted: false }
  expect(await total(closed, '')).toBe(0)
})

describe('a query', () => {
  it('keeps to speakers, places and years, and says how it was read', async () => {
    const place = createAuthority(owner, {
      kind: 'place',
      note: '',
      names: [
        { name: 'Mirab Sofla', language: 'en', preferred: true },
        { name: 'میراب سفلی', language: 'fa', preferred: true },
      ],
    })
    const told = publishNew({
      about: { placeIds: [place], date: { stated: '1989', calendar: 'gregorian', edtf: '1989' } },
      text: {
        language: 'en',
        passages: [{ key: 'only', text: 'The ledger was lost.', speaker: 'Sahar Varandi' }],
      },
    })
    const other = publishNew()
    await searchSettled()
    const found = async (q: string) =>
      (await find(ANONYMOUS, q)).hits.map(({ statement }) => statement.reference)
    for (const q of [
      'ledger place:mirab',
      'جا:«ميراب سفلي»',
      'speaker:varandi',
      'گوینده:سحر',
      'year:1989..1990',
      'سال:۱۳۶۷..۱۳۶۸',
    ]) {
      expect(await found(q), q).toEqual([told])
    }
    expect(await found('ledger -place:mirab')).toEqual([other])
    const page = await find(ANONYMOUS, 'year:1367 "ledger')
    expect(page.notes).toEqual([
      { code: 'solarYears', text: 'year:1367', years: [1988, 1989] },
      { code: 'unbalancedQuote', text: '"ledger' },
    ])
    expect(page.total).toBe(1)
  })

  it('tells which word was taken for which', async () => {
    publishNew()
    await searchSettled()
    const page = await find(ANONYMOUS, 'Lejger', { fuzzy: '1' })
    expect(page).toMatchObject({
      total: 0,
      totalFuzzy: 1,
      nearWords: [{ typed: 'Lejger', found: ['ledger'] }],
    })
  })

  it('may hold control characters, which mean nothing', () => {
    expect(readSearchAddress({ q: 'a\u0000b\u0007\u0085c' }).text).toBe('a b  c')
  })
})

it('finds a statement by every name of the records that it names, also after a change', async () => {
  const event = createAuthority(owner, {
    kind: 'event',
    note: '',
    names: [{ name: 'The flood of Mirab', language: 'en', preferred: true }],
  })
  publishNew({
    about: {
      eventIds: [event],
      date: { stated: '1367', calendar: 'solar_hijri', edtf: '1988-03-21/1989-03-20' },
    },
  })
  await searchSettled()
  const page = await find(ANONYMOUS, '', { event })
  expect(page.total).toBe(1)
  expect(page.facets.event[0]).toMatchObject({ value: event, count: 1 })
  expect(page.facets.event[0]!.names![0]!.name).toBe('The flood of Mirab')
  expect(page.facets.year.map(({ value }) => value)).toEqual(['1988', '1989'])
  changeAuthority(owner, event, 1, {
    kind: 'event',
    note: '',
    names: [{ name: 'The Varzan deluge', language: 'en', preferred: true }],
  })
  await searchSettled()
  expect((await find(ANONYMOUS, 'varzan')).total).toBe(1)
})

describe('the outbox', () => {
  const broken = (): SearchEngine => ({
    name: 'embedded',
    search: () => Promise.reject(new Error('away')),
    suggest: () => Promise.reject(new Error('away')),
    put: () => Promise.reject(new Error('away')),
    remove: () => Promise.reject(new Error('away')),
    count: async () => 0,
    inventory: async () => new Map(),
    digests: async () => new Map(),
    rebuild: () => Promise.reject(new Error('away')),
    close: async () => {},
  })

  it('keeps every entry while the engine is away; saves do not notice', async () => {
    publishNew()
    await expect(drainOutbox(broken())).rejects.toThrow('away')
    expect(readOutboxLag('embedded').pending).toBe(1)
    expect(readOutboxLag('embedded', Date.now() + 60_000).oldestSeconds).toBeGreaterThanOrEqual(60)
    expect(await drainOutbox(searchService().embedded.engine)).toBeLessThanOrEqual(1)
    await searchSettled()
    expect(readOutboxLag('embedded')).toEqual({ pending: 0, oldestSeconds: 0 })
  })

  it('mends an index that lost, kept or never had a statement, at the next start', async () => {
    publishNew()
    const reference = publishNew()
    await searchSettled()
    const engine = searchService().embedded.engine
    const ids = [...(await engine.inventory()).keys()]
    await engine.remove([ids[0]!])
    expect((await findDrift(engine)).missing).toEqual([ids[0]])
    await stopSearch()
    startSearch()
    await searchSettled()
    expect(await findDrift(searchService().embedded.engine)).toEqual({
      missing: [],
      stale: [],
      surplus: [],
    })
    expect((await find(ANONYMOUS, reference)).total).toBe(1)
  })
})

describe('the answer of a search', () => {
  it('answers with these keys and no others', async () => {
    const reference = publishNew()
    await searchSettled()
    const t = Object.assign((key: string) => `[${key}]`, { has: () => true })
    const answer = presentSearchPage(await find(ANONYMOUS, 'ledger'), 'fa', t)
    expect(Object.keys(answer).sort()).toEqual(
      [
        ...['alsoSearched', 'bounded', 'engine', 'facets', 'hits', 'incomplete', 'page', 'perPage'],
        ...['nearWords', 'notes', 'query', 'queryCut', 'total', 'totalFuzzy'],
      ].sort(),
    )
    const [hit] = answer.hits
    expect(Object.keys(hit!).sort()).toEqual([
      'matchingPassages',
      'passages',
      'recorded',
      'reference',
      'revision',
      'title',
      'url',
    ])
    expect(hit).toMatchObject({ title: 'سیل میراب سفلی', url: `/fa/statements/${reference}` })
    expect(hit!.passages[0]!.url).toBe(`/fa/statements/${reference}/r1#p2`)
    expect(answer.facets.type).toEqual([
      { value: 'interview', label: '[testimonyTypes.interview]', count: 1 },
    ])
    expect(answer.facets.language![0]!.label).toBe('انگلیسی')
  })
})
