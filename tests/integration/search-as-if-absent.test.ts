import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAuthority } from '#lib/authorities/commands.ts'
import { withdrawStatement } from '#lib/review/publishing.ts'
import { readSearchAddress } from '#lib/search/request.ts'
import { searchStatements } from '#lib/search/search.ts'
import { searchService, searchSettled, stopSearch } from '#lib/search/service.ts'
import { suggestSearches } from '#lib/search/suggest.ts'
import { openRevision } from '#lib/statements/drafting.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import {
  type DraftParts,
  editDraft,
  makeDraft,
  submit,
  submitAndPublish,
} from '#tests/support/factories.ts'

/**
 * Words that stand only in what somebody may not read show up for them in nothing that the search tells: no hit, count,
 * facet, suggestion, near word or other spelling. What is told must even be the same as if the words were not there.
 */

vi.setConfig({ testTimeout: 120_000 })
useTestDatabase()

let owner: Viewer
let researcher: Viewer
let admins: [Viewer, Viewer]

beforeEach(async () => {
  owner = await addPerson('archivist')
  researcher = await addPerson('researcher')
  admins = [await addPerson('admin'), await addPerson('admin')]
})
afterEach(async () => {
  vi.restoreAllMocks()
  await stopSearch()
})

type Content = NonNullable<DraftParts['content']>

/** A statement of which every part that the index reads holds the canary: text, title, speaker, place, year, kind. */
function canary(word: string, persian: string, changes: Content = {}): Content {
  const place = createAuthority(owner, {
    kind: 'place',
    names: [
      { name: `${word}abad`, language: 'en', preferred: true },
      { name: `${persian}آباد`, language: 'fa', preferred: true },
    ],
    note: '',
  })
  return {
    titles: { en: `${word} title` },
    abstracts: { en: `${word} abstract` },
    testimonyType: 'memoir',
    text: {
      kind: 'transcript',
      language: 'en',
      passages: [
        { key: 'only', text: `The ${word} and ${persian} at a knel.`, speaker: `${word}i` },
      ],
    },
    about: {
      placeIds: [place],
      date: { stated: '1871', calendar: 'gregorian', edtf: '1871' },
    },
    ...changes,
  }
}

/** Everything that a search tells about the canaries, for one viewer. */
async function told(viewer: Viewer) {
  const queries = [
    ...[
      'zimorgh',
      'zimorg',
      'zimorghabad',
      'zymorgh',
      'zim*',
      '"zimorgh"',
      'title zimorgh',
      '-zimorgh',
    ],
    ...[
      'زیمرغ',
      'زیمرغآباد',
      'زيمرغ',
      'speaker:zimorghi',
      'place:zimorghabad',
      'year:1871',
      'memoir',
    ],
    // Words of the open statement that hidden words could take from it.
    ...['knel', 'bells', 'ledgar', 'kneel', ''],
  ]
  const pages = []
  for (const q of queries) {
    const page = await searchStatements(viewer, readSearchAddress({ q }))
    const { incomplete: _, ...rest } = page
    pages.push({ q, ...rest })
  }
  const suggestions = []
  for (const q of ['zim', 'zimor', 'زیم', 'place:zim', 'speaker:zim', 'kn', 'the zimorgh']) {
    suggestions.push({ q, found: await suggestSearches(viewer, q) })
  }
  return { pages, suggestions }
}

function expectNoCanary(answer: Awaited<ReturnType<typeof told>>): void {
  const echoes = answer.pages.map(({ q: _, query: _query, notes: _notes, ...page }) => page)
  const found = answer.suggestions.flatMap((one) => one.found)
  expect(JSON.stringify([echoes, found])).not.toMatch(/zimorgh|زیمرغ|memoir|1871/i)
}

it('are told to nobody else, whatever keeps them closed', async () => {
  makeDraft(owner, {
    content: {
      text: {
        language: 'en',
        passages: [{ key: 'only', text: 'They kneel where the bells rang.' }],
      },
    },
  })
  const open = makeDraft(owner, {
    content: {
      text: {
        language: 'en',
        passages: [{ key: 'only', text: 'They kneel by the ledger where the bells rang.' }],
      },
    },
  })
  submitAndPublish(owner, admins, open)
  await searchSettled()
  const before = { anonymous: await told(ANONYMOUS), researcher: await told(researcher) }
  expectNoCanary(before.anonymous)
  expect(before.anonymous.pages.find(({ q }) => q === 'knel')).toMatchObject({ totalFuzzy: 1 })

  // A draft, one in review, one for the staff, one under an embargo, and a newer draft of what is open.
  makeDraft(owner, { content: canary('Zimorgh', 'زیمرغ') })
  submit(owner, makeDraft(owner, { content: canary('Zimorgh', 'زیمرغ') }))
  const closed: Content[] = [
    { access: { audience: 'staff' } },
    { access: { audience: 'public', embargoUntil: '2999-01-01' } },
  ]
  for (const changes of closed) {
    submitAndPublish(
      owner,
      admins,
      makeDraft(owner, { content: canary('Zimorgh', 'زیمرغ', changes) }),
    )
  }
  openRevision(owner, open)
  editDraft(owner, open, (content) => ({ ...content, titles: { en: 'Zimorgh title' } }))
  await searchSettled()
  expect(await told(ANONYMOUS)).toEqual(before.anonymous)
  expect(await told(researcher)).toEqual(before.researcher)
  const staff = await told(admins[0])
  expect(staff.pages.find(({ q }) => q === 'zimorgh')!.total).toBe(1)

  // For the registered alone.
  const registered = canary('Zimorgh', 'زیمرغ', { access: { audience: 'registered' } })
  submitAndPublish(owner, admins, makeDraft(owner, { content: registered }))
  await searchSettled()
  expect(await told(ANONYMOUS)).toEqual(before.anonymous)
  const researchers = await told(researcher)
  expect(researchers.pages.find(({ q }) => q === 'zimorgh')!.total).toBe(1)
  expect(researchers.suggestions.find(({ q }) => q === 'zimor')!.found).not.toEqual([])
})

it('are told to nobody from the moment of a withdrawal, with an outbox that is behind', async () => {
  const open = makeDraft(owner, {
    content: {
      text: {
        language: 'en',
        passages: [{ key: 'only', text: 'They kneel where the bells rang.' }],
      },
    },
  })
  submitAndPublish(owner, admins, open)
  await searchSettled()
  const viewers = [ANONYMOUS, researcher, admins[0]]
  const before = []
  for (const viewer of viewers) before.push(await told(viewer))

  const reference = makeDraft(owner, { content: canary('Zimorgh', 'زیمرغ') })
  submitAndPublish(owner, admins, reference)
  await searchSettled()
  expect(JSON.stringify(await told(ANONYMOUS))).toContain('memoir')

  const { engine } = searchService().embedded
  vi.spyOn(engine, 'remove').mockRejectedValue(new Error('the engine is away'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  withdrawStatement(admins[0], reference, 'Asked for by the witness.')
  await searchSettled()
  expect((await engine.inventory()).size).toBe(2)
  for (const [index, viewer] of viewers.entries()) {
    const now = await told(viewer)
    expectNoCanary(now)
    expect(now).toEqual(before[index])
  }
})
