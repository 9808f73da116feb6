import { describe, expect, test } from 'vitest'
import { createAuthority } from '#lib/authorities/commands.ts'
import { findAuthorities, readAuthoritiesForStaff } from '#lib/authorities/queries.ts'
import { AppError } from '#lib/errors.ts'
import { createOccasion } from '#lib/occasions/commands.ts'
import { findOccasions } from '#lib/occasions/queries.ts'
import { createSource } from '#lib/sources/commands.ts'
import { findSources } from '#lib/sources/queries.ts'
import { createStatement, deleteDraft, openRevision, saveDraft } from '#lib/statements/drafting.ts'
import { previewStatement } from '#lib/statements/preview.ts'
import { readStatement } from '#lib/statements/queries.ts'
import { recallSubmission, submitDraft } from '#lib/statements/submission.ts'
import { readIdentity, readWork } from '#lib/statements/work.ts'
import { countOwnWork, listOpenRequests, listWork } from '#lib/statements/work-lists.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import {
  askForChanges,
  INVENTED_NAME,
  makeDraft,
  makePublished,
  readyContent,
  submit,
} from '#tests/support/factories.ts'
import { refusalOf } from '#tests/support/refusals.ts'

useTestDatabase()

/** The save that `PUT /api/desk/statements/REF` makes, of the draft as its owner reads it. */
function saveOf(owner: Viewer, reference: string) {
  const { version, content, consents } = readWork(owner, reference)
  return { reference, version, content, consents, identity: readIdentity(owner, reference) }
}

describe('drafts of others', () => {
  test('are not found, whatever is tried with them', async () => {
    const owner = await addPerson('archivist')
    const reference = makeDraft(owner)
    const save = saveOf(owner, reference)
    const strangers = [await addPerson('archivist'), await addPerson('researcher'), ANONYMOUS]
    for (const stranger of strangers) {
      const deeds = [
        () => saveDraft(stranger, save),
        () => submitDraft(stranger, reference, save.version),
        () => recallSubmission(stranger, reference),
        () => deleteDraft(stranger, reference),
        () => openRevision(stranger, reference),
        () => previewStatement(stranger, reference),
        () => readWork(stranger, reference),
        () => readIdentity(stranger, reference),
      ]
      for (const deed of deeds) expect(refusalOf(deed)).toBe('not_found notFound')
    }
    expect(readWork(owner, reference).version).toBe(save.version)
  })

  test('are read by an admin, who may not edit them', async () => {
    const owner = await addPerson('archivist')
    const admin = await addPerson('admin')
    const reference = makeDraft(owner)
    expect(refusalOf(() => saveDraft(admin, saveOf(owner, reference)))).toBe(
      'forbidden denied.notOwner',
    )
    expect(previewStatement(admin, reference).statement.reference).toBe(reference)
  })

  test('are made by people of the archive alone', async () => {
    const researcher = await addPerson('researcher')
    expect(refusalOf(() => createStatement(researcher))).toBe('forbidden staffOnly')
    expect(refusalOf(() => createStatement(ANONYMOUS))).toBe('unauthenticated signInFirst')
  })
})

test('a stale save is refused and answered with the other version', async () => {
  const owner = await addPerson('archivist')
  const reference = makeDraft(owner)
  const stale = saveOf(owner, reference)
  saveDraft(owner, { ...stale, content: { ...stale.content, titles: { en: 'Saved first' } } })
  try {
    saveDraft(owner, { ...stale, content: { ...stale.content, titles: { en: 'Saved second' } } })
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.code).toBe('conflict')
    expect(Object.keys(error.data as object).sort()).toEqual([
      'consents',
      'content',
      'identity',
      'savedAt',
      'savedBy',
      'version',
    ])
    expect(error.data).toMatchObject({
      version: stale.version + 1,
      content: { titles: { en: 'Saved first' } },
      savedBy: owner.name,
    })
  }
  expect(readWork(owner, reference).content.titles.en).toBe('Saved first')
})

describe('the records behind /api/desk/authorities, /api/desk/sources and /api/desk/occasions', () => {
  const authority = {
    kind: 'place',
    names: [
      { name: 'Lower Mirab', language: 'en', preferred: true },
      { name: 'میراب سفلی', language: 'fa', preferred: true },
    ],
  } as const

  test('are found by a part of any of their names, in either script', async () => {
    const owner = await addPerson('archivist')
    const id = createAuthority(owner, { ...authority, names: [...authority.names] })
    createSource(owner, {
      title: 'The Mirab Gazette',
      kind: 'press_report',
      publisher: 'Lamplight',
    })
    createOccasion(owner, { title: 'Hearing of the water court', kind: 'hearing' })
    const find = (query: string) =>
      findAuthorities(owner, { kinds: ['place'], query, limit: 10 }).map((record) => record.id)
    expect(find('mira')).toEqual([id])
    // Typed on an Arabic keyboard.
    expect(find('ميراب')).toEqual([id])
    expect(find('nowhere')).toEqual([])
    expect(findAuthorities(owner, { kinds: ['person'], query: 'mirab', limit: 10 })).toEqual([])
    expect(findSources(owner, { query: 'lamp gaz', limit: 10 })).toHaveLength(1)
    expect(findOccasions(owner, { query: 'water', limit: 10 })).toHaveLength(1)
  })

  test('are refused to researchers and strangers', async () => {
    for (const [viewer, refusal] of [
      [await addPerson('researcher'), 'forbidden staffOnly'],
      [ANONYMOUS, 'unauthenticated signInFirst'],
    ] as const) {
      const deeds = [
        () => findAuthorities(viewer, { kinds: ['person'], query: '', limit: 10 }),
        () => readAuthoritiesForStaff(viewer, ['x']),
        () => createAuthority(viewer, { ...authority, names: [...authority.names] }),
        () => findSources(viewer, { query: '', limit: 10 }),
        () => createSource(viewer, { title: 'x', kind: 'book' }),
        () => findOccasions(viewer, { query: '', limit: 10 }),
        () => createOccasion(viewer, { title: 'x', kind: 'hearing' }),
        () => countOwnWork(viewer),
        () => listOpenRequests(viewer, []),
      ]
      for (const deed of deeds) expect(refusalOf(deed)).toBe(refusal)
    }
  })
})

describe('the list of one’s statements', () => {
  test('counts, filters by text, and shows nobody else’s', async () => {
    const owner = await addPerson('archivist')
    const other = await addPerson('archivist')
    const reference = makeDraft(owner)
    makeDraft(owner, { content: { titles: { fa: 'نامهٔ ۱۰۰٪ ساختگی' } } })
    makeDraft(other)
    expect(countOwnWork(owner)).toMatchObject({ total: 2, states: { draft: 2, submitted: 0 } })
    const find = (text: string) => listWork(owner, { text }).map((row) => row.reference)
    expect(find('flood')).toEqual([reference])
    expect(find(reference)).toEqual([reference])
    expect(find('%')).toEqual([])
    expect(find('ساختگی')).toHaveLength(1)
  })

  test('says what reviewers ask of one’s own statements, and of no others', async () => {
    const owner = await addPerson('archivist')
    const other = await addPerson('archivist')
    const admin = await addPerson('admin')
    const reference = makeDraft(owner)
    submit(owner, reference)
    askForChanges(admin, reference)
    expect(listOpenRequests(owner, [reference]).get(reference)?.length).toBeGreaterThan(0)
    expect(listOpenRequests(other, [reference]).size).toBe(0)
  })
})

describe('preview', () => {
  test('is what the presenter of the published page makes, without the witness’s name', async () => {
    const owner = await addPerson('archivist')
    const [admin, second] = [await addPerson('admin'), await addPerson('admin')]
    const sourceId = createSource(owner, { title: 'The Mirab Gazette', kind: 'press_report' })
    const content = { source: { sourceId, locator: 'p. 4' } }
    const reference = makeDraft(owner, { content })
    const before = previewStatement(owner, reference)
    expect(before.visibility.audience).toBe('public')
    expect(before.statement.source).toMatchObject({ title: 'The Mirab Gazette', locator: 'p. 4' })
    expect(JSON.stringify(before)).not.toContain(INVENTED_NAME)

    const published = makePublished(owner, [admin, second], { content })
    const page = readStatement(ANONYMOUS, published)
    if (page.kind !== 'statement') throw new Error(page.kind)
    expect(Object.keys(page.statement).sort()).toEqual(Object.keys(before.statement).sort())
    for (const part of ['titles', 'text', 'source', 'taking', 'witness', 'about'] as const) {
      expect(before.statement[part]).toEqual(page.statement[part])
    }
  })

  test('shows a withheld name to nobody', async () => {
    const owner = await addPerson('archivist')
    const reference = makeDraft(owner, {
      content: readyContent({
        witness: { displayMode: 'withheld', displayName: { en: 'Typed and then withheld' } },
      }),
    })
    expect(JSON.stringify(previewStatement(owner, reference))).not.toContain('Typed and then')
  })
})
