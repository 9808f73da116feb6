import { beforeEach, describe, expect, it } from 'vitest'
import { createAuthority } from '#lib/authorities/commands.ts'
import { listAuthorities, readAuthority } from '#lib/authorities/queries.ts'
import { withdrawStatement } from '#lib/review/publishing.ts'
import { listNaming } from '#lib/statements/queries.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import { makeDraft, makePublished } from '#tests/support/factories.ts'

/** The pages of events, places and people: they say nothing that their readers could not read in a statement. */

useTestDatabase()

const CLOSED: Viewer = { kind: 'anonymous', admitted: false }
const all = { limit: 20, offset: 0 }
let owner: Viewer
let researcher: Viewer
let admins: [Viewer, Viewer]
let event: string

beforeEach(async () => {
  owner = await addPerson('archivist')
  researcher = await addPerson('researcher')
  admins = [await addPerson('admin'), await addPerson('admin')]
  event = createAuthority(owner, {
    kind: 'event',
    names: [{ name: 'The Mirab flood', language: 'en', preferred: true }],
  })
})

const telling = (audience: 'public' | 'registered') => ({
  content: { about: { eventIds: [event] }, access: { audience } },
})
const referencesFor = (viewer: Viewer) =>
  listNaming(viewer, event, all).map(({ reference }) => reference)

describe('a record', () => {
  it('lists the statements that name it, published last first, page by page', () => {
    const first = makePublished(owner, admins, telling('public'))
    const second = makePublished(owner, admins, telling('public'))
    makePublished(owner, admins)
    expect(referencesFor(ANONYMOUS)).toEqual([second, first])
    expect(listNaming(ANONYMOUS, event, { limit: 1, offset: 1 })[0]!.reference).toBe(first)
  })

  it('lists and counts for nobody what they may not read', () => {
    const open = makePublished(owner, admins, telling('public'))
    const restricted = makePublished(owner, admins, telling('registered'))
    makeDraft(owner, telling('public'))
    expect(referencesFor(ANONYMOUS)).toEqual([open])
    expect(referencesFor(researcher)).toEqual([restricted, open])
    expect(referencesFor(CLOSED)).toEqual([])
    expect(readAuthority(ANONYMOUS, 'event', event).statements).toBe(1)
    expect(readAuthority(researcher, 'event', event).statements).toBe(2)
  })

  it('is not found by readers of whose statements none names it, and is gone when the last is withdrawn', () => {
    makeDraft(owner, telling('public'))
    expect(() => readAuthority(ANONYMOUS, 'event', event)).toThrow('not_found')
    const reference = makePublished(owner, admins, telling('public'))
    expect(listAuthorities(ANONYMOUS, 'event')).toHaveLength(1)
    expect(() => readAuthority(ANONYMOUS, 'person', event)).toThrow('not_found')
    withdrawStatement(admins[0], reference, 'Asked to.')
    expect(referencesFor(ANONYMOUS)).toEqual([])
    expect(listAuthorities(ANONYMOUS, 'event')).toEqual([])
    expect(() => readAuthority(ANONYMOUS, 'event', event)).toThrow('not_found')
  })
})
