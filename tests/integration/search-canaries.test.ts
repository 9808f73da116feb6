import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withdrawStatement } from '#lib/review/publishing.ts'
import { pendingStatements } from '#lib/search/outbox.ts'
import { readSearchAddress } from '#lib/search/request.ts'
import { type SearchPage, searchStatements } from '#lib/search/search.ts'
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
import { hasMeilisearch, useMeilisearch, useProductServer } from '#tests/support/meilisearch.ts'

/**
 * Words that stand in one statement alone, and who may not read it. They are denied in hits, totals, facets, near
 * words, other spellings and suggestions, by the engine that really answers and while its index is behind.
 */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
useTestDatabase()

/** Each with an edit of it, its beginning, and the same in Persian letters. */
const CANARIES = {
  public: { word: 'openharrow', near: 'openharrov', beginning: 'openha', persian: 'اپنهارو' },
  registered: { word: 'mondrelak', near: 'mondrelag', beginning: 'mondre', persian: 'مندرلاک' },
  staff: { word: 'vashtrelin', near: 'vashtrelim', beginning: 'vashtr', persian: 'وشترلین' },
  embargoed: { word: 'turvallosh', near: 'turvallosk', beginning: 'turval', persian: 'تورولوش' },
  draft: { word: 'zeldrakest', near: 'zeldrakesk', beginning: 'zeldra', persian: 'زلدراکست' },
  submitted: { word: 'quorbinard', near: 'quorbinart', beginning: 'quorbi', persian: 'کوربینارد' },
  withdrawn: {
    word: 'pelnasterin',
    near: 'pelnasterim',
    beginning: 'pelnas',
    persian: 'پلناسترین',
  },
  /** These three change while the index is held up. */
  withdrawnJustNow: {
    word: 'krestolavin',
    near: 'krestolavim',
    beginning: 'kresto',
    persian: 'کرستولاوین',
  },
  narrowedJustNow: {
    word: 'dwimmerolak',
    near: 'dwimmerolag',
    beginning: 'dwimme',
    persian: 'دویمرولاک',
  },
  rewordedJustNow: {
    word: 'flintamorek',
    near: 'flintamoreg',
    beginning: 'flinta',
    persian: 'فلینتامورک',
  },
} as const
type Canary = keyof typeof CANARIES

let owner: Viewer
let researcher: Viewer
let admins: [Viewer, Viewer]

beforeEach(async () => {
  owner = await addPerson('archivist')
  researcher = await addPerson('researcher')
  admins = [await addPerson('admin'), await addPerson('admin')]
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(stopSearch)

const textWith = (canary: Canary) => {
  const { word, persian } = CANARIES[canary]
  const text = `They called the well ${word}, and some ${persian}.`
  return { language: 'en', passages: [{ key: 'only', text }] }
}
const draft = (canary: Canary, content: DraftParts['content'] = {}): string =>
  makeDraft(owner, { content: { ...content, text: textWith(canary) } })
const published = (canary: Canary, content: DraftParts['content'] = {}): string => {
  const reference = draft(canary, content)
  submitAndPublish(owner, admins, reference)
  return reference
}

/** An archive with a canary in every standing, of which the last three have not reached the index yet. */
async function release(): Promise<void> {
  published('public')
  published('registered', { access: { audience: 'registered' }, testimonyType: 'letter' })
  published('staff', { access: { audience: 'staff' }, testimonyType: 'memoir' })
  published('embargoed', {
    access: { audience: 'public', embargoUntil: '2999-01-01' },
    testimonyType: 'speech',
  })
  draft('draft')
  submit(owner, draft('submitted'))
  withdrawStatement(admins[0], published('withdrawn'), 'Asked for by the witness.')
  const withdrawn = published('withdrawnJustNow', { testimonyType: 'other' })
  const narrowed = published('narrowedJustNow', { testimonyType: 'other' })
  const reworded = published('rewordedJustNow', { testimonyType: 'other' })
  await searchSettled()

  holdUpIndexes()
  withdrawStatement(admins[0], withdrawn, 'Asked for by the witness.')
  publishAgain(narrowed, (content) => ({
    ...content,
    access: { ...content.access, audience: 'staff' },
  }))
  const { word } = CANARIES.rewordedJustNow
  publishAgain(reworded, (content) => ({
    ...content,
    text: {
      ...content.text,
      passages: content.text.passages.map((passage) => ({
        ...passage,
        text: passage.text.replace(word, CANARIES.public.word),
      })),
    },
  }))
}

function publishAgain(reference: string, change: Parameters<typeof editDraft>[2]): void {
  openRevision(owner, reference)
  editDraft(owner, reference, change)
  submitAndPublish(owner, admins, reference)
}

/** Neither index takes anything from now on; nothing fails either. */
function holdUpIndexes(): void {
  const { embedded, server } = searchService()
  const never = () => new Promise<never>(() => {})
  for (const engine of [embedded.engine, server?.engine]) {
    if (engine === undefined) continue
    vi.spyOn(engine, 'put').mockImplementation(never)
    vi.spyOn(engine, 'remove').mockImplementation(never)
  }
}

/** What each may find: what they may read, and what is not on its way. */
const READABLE: Record<string, readonly Canary[]> = {
  anonymous: ['public'],
  researcher: ['public', 'registered'],
  archivist: ['public', 'registered', 'staff'],
  admin: ['public', 'registered', 'staff'],
}

async function expectOnlyReadable(engine: 'embedded' | 'meilisearch'): Promise<void> {
  const viewers = { anonymous: ANONYMOUS, researcher, archivist: owner, admin: admins[0] }
  for (const [name, viewer] of Object.entries(viewers)) {
    const find = async (q: string): Promise<SearchPage> => {
      const page = await searchStatements(viewer, readSearchAddress({ q }))
      expect(page.engine).toBe(engine)
      return page
    }
    for (const [canary, forms] of Object.entries(CANARIES)) {
      const readable = READABLE[name]!.includes(canary as Canary)
      const { word, near, beginning, persian } = forms
      for (const q of [word, near, `${beginning}*`, persian, `"well ${word}"`, `well ${near}`]) {
        const page = await find(q)
        const label = `${name}: ${q} (${canary})`
        if (readable) {
          expect(page.total + page.totalFuzzy, label).toBeGreaterThanOrEqual(1)
          continue
        }
        // A word that is nearly the same as one that may be read is another matter; none of these is.
        expect([page.total, page.totalFuzzy, page.hits], label).toEqual([0, 0, []])
        expect([page.alsoSearched, page.nearWords], label).toEqual([[], []])
        expect(Object.values(page.facets).flat(), label).toEqual([])
      }
      for (const typed of [beginning, persian.slice(0, 4)]) {
        const suggested = (await suggestSearches(viewer, typed)).map(({ text }) => text)
        const denied = suggested.filter((text) => text === word || text === persian)
        expect(denied.length > 0, `${name}: suggestions for ${typed}`).toBe(readable)
      }
    }
    const everything = await find('')
    expect(everything.total, name).toBe(READABLE[name]!.length)
    expect(
      everything.facets.type.map(({ count }) => count),
      name,
    ).toEqual(READABLE[name]!.map(() => 1))
    // Whoever may read what is on its way is told that something is.
    expect(everything.incomplete, name).toBe(true)
  }
}

it('on the embedded engine, canaries are denied to whom they are not for', async () => {
  await release()
  expect(pendingStatements('embedded')).toHaveLength(3)
  await expectOnlyReadable('embedded')
})

describe.skipIf(!hasMeilisearch)('with a real Meilisearch', () => {
  useProductServer(useMeilisearch())

  it('canaries are denied to whom they are not for', async () => {
    const follower = searchService().server!
    while (follower.fallback !== null) await wait(100)
    await release()
    expect(pendingStatements('meilisearch')).toHaveLength(3)
    await expectOnlyReadable('meilisearch')
  })
})
