import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave } from '#app/[locale]/(desk)/desk/_editor/autosave.ts'
import type { DraftDocument } from '#app/[locale]/(desk)/desk/_editor/draft-document.ts'
import { DraftStore } from '#app/[locale]/(desk)/desk/_editor/draft-store.ts'
import {
  forgetDraft,
  keepDraft,
  readKeptDraft,
} from '#app/[locale]/(desk)/desk/_editor/local-drafts.ts'
import { emptyPassage } from '#app/[locale]/(desk)/desk/_editor/passage-list.ts'
import { emptyContent, witnessIdentitySchema } from '#lib/statements/model.ts'

const REFERENCE = 'GV-2031-000001'
const START = '2031-03-12T10:00:00.000Z'

class MemoryStorage {
  #items = new Map<string, string>()
  get length() {
    return this.#items.size
  }
  getItem = (key: string) => this.#items.get(key) ?? null
  setItem = (key: string, value: string) => void this.#items.set(key, value)
  removeItem = (key: string) => void this.#items.delete(key)
}

function start(
  answer: (body: { version: number } & DraftDocument) => Response | Promise<Response>,
) {
  const content = emptyContent()
  const passages = [emptyPassage({ key: 'aaaa', text: 'One.' })]
  const store = new DraftStore({
    content: { ...content, text: { ...content.text, passages } },
    identity: witnessIdentitySchema.parse({ legalName: 'An invented name' }),
    consents: [],
  })
  const storage = new MemoryStorage()
  const send = vi.fn(async (_url: unknown, init?: RequestInit) =>
    answer(JSON.parse(String(init?.body))),
  )
  const autosave = new Autosave({
    reference: REFERENCE,
    version: 3,
    savedAt: START,
    locale: 'en',
    read: () => store.document,
    keep: (draft, version) => keepDraft(storage, 'user1', REFERENCE, draft, version),
    forget: () => forgetDraft(storage, 'user1', REFERENCE),
    fetch: send as typeof fetch,
  })
  store.subscribe('any', () => autosave.noteChange())
  return {
    store,
    storage,
    send,
    autosave,
    type: (text: string) => store.setPassage('aaaa', { text }),
  }
}

const saved = (body: { version: number }) =>
  Response.json({ version: body.version + 1, savedAt: '2031-03-12T10:04:00.000Z' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('autosave', () => {
  it('saves within two seconds of the last key, once', async () => {
    const { send, autosave, type } = start(saved)
    type('One, t')
    await vi.advanceTimersByTimeAsync(700)
    type('One, two.')
    expect(autosave.state.kind).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(1_900)
    expect(send).toHaveBeenCalledTimes(1)
    expect(autosave.state).toEqual({ kind: 'saved', savedAt: '2031-03-12T10:04:00.000Z' })
    expect(autosave.version).toBe(4)
  })

  it('does not wait for a pause that never comes', async () => {
    const { send, type } = start(saved)
    for (let key = 0; key < 30; key++) {
      type(`One ${key}`)
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(send.mock.calls.length).toBeGreaterThanOrEqual(1)
  })

  it('saves what was typed while a save was on its way, from the version that it made', async () => {
    const versions: number[] = []
    const { autosave, type } = start(async (body) => {
      versions.push(body.version)
      await new Promise((resolve) => setTimeout(resolve, 300))
      return saved(body)
    })
    type('One, two.')
    await vi.advanceTimersByTimeAsync(1_100)
    type('One, two, three.')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(versions).toEqual([3, 4])
    expect(autosave.state.kind).toBe('saved')
  })

  it('keeps the text in the browser while the server is away, without the identity, and erases it on save', async () => {
    let away = true
    const { storage, autosave, type } = start((body) => {
      if (away) throw new TypeError('fetch failed')
      return saved(body)
    })
    type('Kept here.')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(autosave.state).toEqual({ kind: 'away', kept: true })
    const kept = readKeptDraft(storage, 'user1', REFERENCE)
    expect(kept?.content.text.passages[0]?.text).toBe('Kept here.')
    expect(kept?.version).toBe(3)
    expect(JSON.stringify(kept)).not.toContain('An invented name')
    expect(readKeptDraft(storage, 'user2', REFERENCE)).toBeNull()

    type('Kept here, longer.')
    await vi.advanceTimersByTimeAsync(600)
    expect(readKeptDraft(storage, 'user1', REFERENCE)?.content.text.passages[0]?.text).toBe(
      'Kept here, longer.',
    )
    away = false
    await vi.advanceTimersByTimeAsync(20_000)
    expect(autosave.state.kind).toBe('saved')
    expect(storage.length).toBe(0)
  })

  it('takes an unavailable server for an absent one', async () => {
    const { autosave, type } = start(() => new Response('Bad gateway', { status: 502 }))
    type('Two.')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(autosave.state.kind).toBe('away')
    autosave.stop()
  })

  it('never overwrites at a stale save, and goes on from the other version', async () => {
    let stale = true
    const { store, send, autosave, type } = start((body) => {
      if (!stale) return saved(body)
      stale = false
      const data = {
        ...store.document,
        version: 7,
        savedAt: START,
        savedBy: 'Another',
        content: {
          ...store.document.content,
          titles: { en: 'Theirs' },
        },
      }
      return Response.json(
        { error: { code: 'conflict', message: '', fields: {}, data } },
        { status: 409 },
      )
    })
    type('Mine.')
    await vi.advanceTimersByTimeAsync(1_500)
    if (autosave.state.kind !== 'stale') throw new Error(autosave.state.kind)
    type('Mine, more.')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(send).toHaveBeenCalledTimes(1)
    autosave.settle(7, autosave.state.theirs)
    await vi.advanceTimersByTimeAsync(100)
    expect(autosave.version).toBe(8)
    expect(autosave.state.kind).toBe('saved')
  })

  it('recognises its own save whose answer was lost', async () => {
    let calls = 0
    const { store, autosave, type } = start((body) => {
      calls += 1
      if (calls === 1) throw new TypeError('connection reset')
      if (calls === 2) {
        const data = { ...store.document, version: 4, savedAt: START, savedBy: 'Me' }
        return Response.json({ error: { code: 'conflict', data } }, { status: 409 })
      }
      return saved(body)
    })
    type('Written once.')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(autosave.state.kind).toBe('saved')
    expect(autosave.version).toBe(5)
  })

  it('keeps the text and asks to sign in where the session is over or the person suspended', async () => {
    let signedIn = false
    const { storage, autosave, type } = start((body) =>
      signedIn
        ? saved(body)
        : Response.json({ error: { code: 'unauthenticated' } }, { status: 401 }),
    )
    type('Two.')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(autosave.state).toEqual({ kind: 'signed_out', kept: true })
    signedIn = true
    await autosave.flush()
    expect(autosave.state.kind).toBe('saved')
    expect(storage.length).toBe(0)
  })

  it('says why a draft is refused that is no longer this person’s', async () => {
    const { autosave, type } = start(() =>
      Response.json({ error: { code: 'not_found', message: 'Nothing here.' } }, { status: 404 }),
    )
    type('Two.')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(autosave.state).toMatchObject({ kind: 'refused', message: 'Nothing here.', kept: true })
  })

  it('keeps nothing more once it is stopped: at sign-out', async () => {
    const { storage, autosave, type } = start(() => {
      throw new TypeError('fetch failed')
    })
    type('Two.')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(storage.length).toBe(1)
    autosave.stop()
    storage.removeItem(`govah-draft:user1:${REFERENCE}`)
    type('Three.')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(autosave.keepNow()).toBe(false)
    expect(storage.length).toBe(0)
  })
})
