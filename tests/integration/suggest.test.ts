import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAuthority } from '#lib/authorities/commands.ts'
import { withdrawStatement } from '#lib/review/publishing.ts'
import { searchService, searchSettled, stopSearch } from '#lib/search/service.ts'
import { suggestSearches } from '#lib/search/suggest.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import { type DraftParts, makeDraft, submitAndPublish } from '#tests/support/factories.ts'

/** `GET /api/v1/suggest`: ways to go on with a query, and that nobody is told of what they may not read. */

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

const suggest = async (viewer: Viewer, query: string) =>
  (await suggestSearches(viewer, query)).map((one) => one.query)

type Content = NonNullable<DraftParts['content']>
function publish(text: string, content: Content = {}): string {
  const reference = makeDraft(owner, {
    content: { ...content, text: { language: 'en', passages: [{ key: 'only', text }] } },
  })
  submitAndPublish(owner, admins, reference)
  return reference
}
const newPlace = (english: string, persian: string) =>
  createAuthority(owner, {
    kind: 'place',
    names: [
      { name: english, language: 'en', preferred: true },
      { name: persian, language: 'fa', preferred: true },
    ],
    note: '',
  })

describe('suggestions', () => {
  it('go on with the last word, in its place, by words and by names of records', async () => {
    const place = newPlace('Varand Bridge', 'پل ورند')
    publish('They crossed the varnished boards.', { about: { placeIds: [place] } })
    await searchSettled()
    expect(await suggestSearches(ANONYMOUS, 'old -var')).toEqual([
      { kind: 'name', text: 'Varand Bridge', query: 'old -"Varand Bridge"' },
      { kind: 'word', text: 'varand', query: 'old -varand' },
      { kind: 'word', text: 'varnished', query: 'old -varnished' },
    ])
    expect(await suggest(ANONYMOUS, 'varand bri')).toContain('Varand Bridge')
    expect(await suggest(ANONYMOUS, 'پل ور')).toContain('پل ورند')
    expect(await suggest(ANONYMOUS, 'bri')).toContain('Varand Bridge')
    expect(await suggest(ANONYMOUS, '"crossed the varn')).toEqual(['"crossed the varnished'])
    for (const query of ['', 'v', 'var ', '!!', 'year:19', 'x'.repeat(10_000)]) {
      expect(await suggest(ANONYMOUS, query), query.slice(0, 20)).toEqual([])
    }
  })

  it('in a field are what the field holds', async () => {
    const place = newPlace('Varand Bridge', 'پل ورند')
    publish('They crossed the varnished boards.', { about: { placeIds: [place] } })
    await searchSettled()
    expect(await suggest(ANONYMOUS, 'flood place:var')).toEqual(['flood place:"Varand Bridge"'])
    expect(await suggest(ANONYMOUS, 'place:"varand br')).toEqual(['place:"Varand Bridge"'])
    expect(await suggest(ANONYMOUS, 'جا:پل')).toEqual(['جا:"پل ورند"'])
    expect(await suggest(ANONYMOUS, 'place:varn')).toEqual([])
    expect(await suggest(ANONYMOUS, 'speaker:varn')).toEqual(['speaker:varnished'])
  })
})

describe('what the viewer may not read', () => {
  const nothing = async (viewer: Viewer) => {
    for (const query of ['canar', 'place:canar', 'قنار', 'hidden canar']) {
      expect(await suggest(viewer, query), query).toEqual([])
    }
  }

  it('is in no suggestion: drafts, other audiences, embargoes', async () => {
    const content = { about: { placeIds: [newPlace('Canaria', 'قناریه')] } }
    const draft = { text: { language: 'en', passages: [{ key: 'only', text: 'A canaryword.' }] } }
    makeDraft(owner, { content: { ...content, ...draft } })
    publish('A canaryword.', { ...content, access: { audience: 'registered' } })
    publish('Another canaryword.', {
      ...content,
      access: { audience: 'public', embargoUntil: '2999-01-01' },
    })
    await searchSettled()
    await nothing(ANONYMOUS)
    await nothing({ kind: 'anonymous', admitted: false })
    expect(await suggest(researcher, 'canar')).toEqual(['Canaria', 'canaryword'])
  })

  it('is in none from the moment of its withdrawal, with an index that is behind', async () => {
    const content = { about: { placeIds: [newPlace('Canaria', 'قناریه')] } }
    const reference = publish('A canaryword.', content)
    await searchSettled()
    expect(await suggest(ANONYMOUS, 'canar')).toContain('canaryword')
    const { engine } = searchService().embedded
    vi.spyOn(engine, 'remove').mockRejectedValue(new Error('the engine is away'))
    vi.spyOn(console, 'error').mockImplementation(() => {})
    withdrawStatement(admins[0], reference, 'Asked for by the witness.')
    await searchSettled()
    expect((await engine.inventory()).size).toBe(1)
    for (const viewer of [ANONYMOUS, researcher, admins[0]]) await nothing(viewer)
    vi.restoreAllMocks()
  })
})
