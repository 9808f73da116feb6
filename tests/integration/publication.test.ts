import { beforeEach, describe, expect, test } from 'vitest'
import { searchOutbox } from '#db/schema/index.ts'
import { createAuthority } from '#lib/authorities/commands.ts'
import { listAuthorities, readAuthority } from '#lib/authorities/queries.ts'
import { database } from '#lib/database.ts'
import { publishStatement, withdrawStatement } from '#lib/review/publishing.ts'
import { openRevision } from '#lib/statements/drafting.ts'
import type { Consent, StatementContent } from '#lib/statements/model.ts'
import { countReadable, listByIds, listRecent, readStatement } from '#lib/statements/queries.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, useTestDatabase } from '#tests/support/database.ts'
import {
  approve,
  editDraft,
  hashOf,
  INVENTED_NAME,
  makeDraft,
  makePublished,
  publish,
  readyConsents,
  submit,
  submitAndPublish,
} from '#tests/support/factories.ts'
import { refusalOf } from '#tests/support/refusals.ts'

useTestDatabase()

let archivist: Viewer
let admins: [Viewer, Viewer]
let researcher: Viewer
let otherArchivist: Viewer

beforeEach(async () => {
  archivist = await addPerson('archivist')
  admins = [await addPerson('admin'), await addPerson('admin')]
  researcher = await addPerson('researcher')
  otherArchivist = await addPerson('archivist')
})

const NOT_FOUND = 'not_found notFound'
const find = (viewer: Viewer, reference: string, revision?: number) =>
  refusalOf(() => readStatement(viewer, reference, revision))
const kindOf = (viewer: Viewer, reference: string, revision?: number) =>
  readStatement(viewer, reference, revision).kind

/** Publishes the next revision with these changes. */
function publishNext(
  reference: string,
  change: (content: StatementContent) => StatementContent,
  options: { consents?: Consent[]; retireEarlier?: boolean } = {},
): void {
  openRevision(archivist, reference)
  editDraft(archivist, reference, change, options.consents)
  submit(archivist, reference)
  if (approve(admins[0], reference).state === 'second_review_needed') approve(admins[1], reference)
  publish(admins[0], reference, options.retireEarlier)
}

describe('publication', () => {
  test('is an act of its own: an approved statement is read by nobody yet', () => {
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    approve(admins[0], reference)
    expect(find(ANONYMOUS, reference)).toBe(NOT_FOUND)
    expect(find(otherArchivist, reference)).toBe(NOT_FOUND)
    expect(publish(admins[0], reference)).toMatchObject({ audience: 'public', visibleFrom: null })
    expect(kindOf(ANONYMOUS, reference)).toBe('statement')
  })

  test('names the text that was read', () => {
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    approve(admins[0], reference)
    const publishing = () => publishStatement(admins[0], reference, { contentHash: 'another' })
    expect(refusalOf(publishing)).toBe('conflict textChanged')
    expect(find(ANONYMOUS, reference)).toBe(NOT_FOUND)
  })

  test.each([
    ['public', 'statement', 'statement', 'statement'],
    ['registered', NOT_FOUND, 'statement', 'statement'],
    ['staff', NOT_FOUND, NOT_FOUND, 'statement'],
    ['nobody', NOT_FOUND, NOT_FOUND, NOT_FOUND],
  ] as const)('for %s: anonymous %s, researcher %s, archivist %s', (audience, ...expected) => {
    const reference = makePublished(archivist, admins, { content: { access: { audience } } })
    const results = [ANONYMOUS, researcher, otherArchivist].map((viewer) => {
      const refusal = find(viewer, reference)
      return refusal === 'done' ? kindOf(viewer, reference) : refusal
    })
    expect(results).toEqual(expected)
    expect(kindOf(admins[1], reference)).toBe('statement')
  })

  test.each([
    ['without consent to publish, the staff', { purpose: 'internal_analysis' as const }, 'staff'],
    ['refused, nobody', { decision: 'refused' as const }, 'nobody'],
    ['withdrawn, nobody', { decision: 'withdrawn' as const }, 'nobody'],
    [
      'on a condition that only people can keep, the staff',
      { decision: 'conditional' as const, conditions: 'Excerpts only.' },
      'staff',
    ],
  ])('consent narrows what the archive chose: %s', (_case, consent, audience) => {
    const reference = makeDraft(archivist, { consents: readyConsents(consent) })
    submit(archivist, reference)
    approve(admins[0], reference)
    expect(publish(admins[0], reference).audience).toBe(audience)
    expect(find(ANONYMOUS, reference)).toBe(NOT_FOUND)
  })

  test('an embargo holds until its day, and consent ends on its own', () => {
    const later = makePublished(archivist, admins, {
      content: { access: { audience: 'public', embargoUntil: '2999-01-01' } },
    })
    const over = makePublished(archivist, admins, {
      consents: readyConsents({ expiresOn: '2001-01-01' }),
    })
    for (const reference of [later, over]) {
      expect(find(ANONYMOUS, reference)).toBe(NOT_FOUND)
      expect(find(admins[0], reference), 'not even admins, in the reading room').toBe(NOT_FOUND)
    }
    expect(countReadable(ANONYMOUS)).toBe(0)
  })

  test('gives out nothing of the vault, and no name of a person who works here', () => {
    const reference = makePublished(archivist, admins)
    const page = JSON.stringify(readStatement(ANONYMOUS, reference))
    expect(page).not.toContain(INVENTED_NAME)
    for (const person of [archivist, ...admins]) {
      if (person.kind === 'user') expect(page).not.toContain(person.name)
    }
  })
})

describe('a new revision', () => {
  const retitle = (content: StatementContent) => ({ ...content, titles: { en: 'Second telling' } })

  test('is worked on while the published one stays up, and the old words stay at their address', () => {
    const reference = makePublished(archivist, admins)
    openRevision(archivist, reference)
    editDraft(archivist, reference, retitle)
    expect(titleOf(ANONYMOUS, reference)).toBe('The flood at Lower Mirab')
    expect(find(ANONYMOUS, reference, 2)).toBe(NOT_FOUND)
    submit(archivist, reference)
    approve(admins[0], reference)
    publish(admins[0], reference)
    expect(titleOf(ANONYMOUS, reference)).toBe('Second telling')
    expect(titleOf(ANONYMOUS, reference, 1)).toBe('The flood at Lower Mirab')
  })

  test.each([
    [
      'is for fewer people',
      (content: StatementContent) => ({
        ...content,
        access: { ...content.access, audience: 'registered' as const },
      }),
    ],
    [
      'names the witness otherwise',
      (content: StatementContent) => ({
        ...content,
        witness: { displayMode: 'code' as const, displayName: { en: 'W-7' } },
      }),
    ],
  ])('retires the earlier one where it %s', (_case, change) => {
    const reference = makePublished(archivist, admins)
    publishNext(reference, change)
    expect(readStatement(researcher, reference, 1)).toEqual({
      kind: 'replaced',
      reference,
      revision: 1,
      replacedBy: 2,
    })
    expect(kindOf(researcher, reference)).toBe('statement')
  })

  test('retires the earlier one on request', () => {
    const reference = makePublished(archivist, admins)
    publishNext(reference, retitle, { retireEarlier: true })
    expect(kindOf(ANONYMOUS, reference, 1)).toBe('replaced')
  })

  test('for more people does not open to them what was never meant for them', () => {
    const reference = makePublished(archivist, admins, {
      content: { access: { audience: 'staff' }, abstracts: { en: 'For the staff alone.' } },
    })
    publishNext(reference, (content) => ({
      ...content,
      abstracts: { en: 'For everybody.' },
      access: { ...content.access, audience: 'public' },
    }))
    expect(kindOf(ANONYMOUS, reference)).toBe('statement')
    expect(kindOf(ANONYMOUS, reference, 1)).toBe('replaced')
  })

  test('before the end of an embargo does not open the one that was under it', () => {
    const reference = makePublished(archivist, admins, {
      content: { access: { audience: 'public', embargoUntil: '2999-01-01' } },
    })
    publishNext(reference, (content) => ({
      ...content,
      access: { ...content.access, embargoUntil: null },
    }))
    expect(kindOf(ANONYMOUS, reference)).toBe('statement')
    expect(kindOf(ANONYMOUS, reference, 1)).toBe('replaced')
  })

  test('with consent withdrawn takes everything from readers', () => {
    const reference = makePublished(archivist, admins)
    publishNext(reference, retitle, { consents: readyConsents({ decision: 'withdrawn' }) })
    expect(find(ANONYMOUS, reference)).toBe(NOT_FOUND)
    expect(find(ANONYMOUS, reference, 1)).toBe(NOT_FOUND)
  })
})

describe('withdrawal', () => {
  function nameAPlace(): { reference: string; placeId: string; id: number } {
    const placeId = createAuthority(archivist, {
      kind: 'place',
      names: [{ name: 'Lower Mirab', language: 'en', preferred: true }],
    })
    const reference = makePublished(archivist, admins, {
      content: { about: { placeIds: [placeId] } },
    })
    return { reference, placeId, id: listRecent(ANONYMOUS, 1)[0]?.id ?? 0 }
  }

  test('takes the statement from page, lists, records and counts at the next request', () => {
    const { reference, placeId, id } = nameAPlace()
    expect(countReadable(ANONYMOUS)).toBe(1)
    expect(readAuthority(ANONYMOUS, 'place', placeId).statements).toBe(1)

    withdrawStatement(admins[0], reference, 'The witness asked for it.')
    expect(kindOf(ANONYMOUS, reference)).toBe('tombstone')
    expect(kindOf(ANONYMOUS, reference, 1), 'its permanent address too').toBe('tombstone')
    expect(listRecent(ANONYMOUS, 10)).toEqual([])
    expect(listByIds(ANONYMOUS, [id])).toEqual([])
    expect(countReadable(ANONYMOUS)).toBe(0)
    expect(listAuthorities(ANONYMOUS, 'place')).toEqual([])
    expect(refusalOf(() => readAuthority(ANONYMOUS, 'place', placeId))).toBe(NOT_FOUND)
    const waiting = database().select().from(searchOutbox).all()
    expect(waiting.filter((row) => row.statementId === id)).toHaveLength(2)
  })

  test('leaves the reference and the day, nothing else', () => {
    const { reference } = nameAPlace()
    withdrawStatement(admins[0], reference, 'The witness asked for it.')
    expect(readStatement(ANONYMOUS, reference)).toEqual({
      kind: 'tombstone',
      reference,
      withdrawnOn: new Date().toISOString().slice(0, 10),
    })
  })

  test('shows the tombstone only to those who could read it; for others it never existed', () => {
    const reference = makePublished(archivist, admins, {
      content: { access: { audience: 'registered' } },
    })
    withdrawStatement(admins[0], reference, 'The witness asked for it.')
    expect(kindOf(researcher, reference)).toBe('tombstone')
    expect(find(ANONYMOUS, reference)).toBe(find(ANONYMOUS, 'GV-1999-000001'))

    const embargoed = makePublished(archivist, admins, {
      content: { access: { audience: 'public', embargoUntil: '2999-01-01' } },
    })
    withdrawStatement(admins[0], embargoed, 'The witness asked for it.')
    expect(find(ANONYMOUS, embargoed)).toBe(NOT_FOUND)
  })

  test('takes one admin and a reason', () => {
    const reference = makePublished(archivist, admins)
    const withdraw = (viewer: Viewer, reason: string) =>
      refusalOf(() => withdrawStatement(viewer, reference, reason))
    expect(withdraw(admins[1], '  ')).toBe('invalid reasonRequired')
    expect(withdraw(archivist, 'I would like to.')).toBe('forbidden denied.notAdmin')
    expect(withdraw(researcher, 'I would like to.')).toBe('forbidden denied.notOwner')
    expect(withdraw(ANONYMOUS, 'I would like to.')).toBe('forbidden denied.notOwner')
    expect(kindOf(ANONYMOUS, reference)).toBe('statement')
    expect(withdraw(admins[1], 'Asked to.')).toBe('done')
    expect(withdraw(admins[1], 'Asked to.')).toBe('forbidden denied.wrongState')
  })

  test('is not the end: a new revision goes the whole way again, and the old one stays closed', () => {
    const reference = makePublished(archivist, admins)
    withdrawStatement(admins[0], reference, 'A name stood in it.')
    const contentHash = hashOf(admins[0], reference)
    expect(refusalOf(() => publishStatement(admins[0], reference, { contentHash }))).toBe(
      'forbidden denied.wrongState',
    )
    openRevision(archivist, reference)
    submitAndPublish(archivist, admins, reference)
    expect(kindOf(ANONYMOUS, reference)).toBe('statement')
    expect(kindOf(ANONYMOUS, reference, 1)).toBe('replaced')
  })
})

function titleOf(viewer: Viewer, reference: string, revision?: number): string | undefined {
  const page = readStatement(viewer, reference, revision)
  return page.kind === 'statement' ? page.statement.titles.en : undefined
}
