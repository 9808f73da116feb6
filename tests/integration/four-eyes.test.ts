import { beforeEach, describe, expect, test } from 'vitest'
import { handOverStatements } from '#lib/people/commands.ts'
import {
  approveRevision,
  claimReview,
  rejectRevision,
  releaseReview,
  requestChanges,
} from '#lib/review/commands.ts'
import { publishStatement } from '#lib/review/publishing.ts'
import { openRevision } from '#lib/statements/drafting.ts'
import { ruling } from '#lib/statements/policy.ts'
import { readWork } from '#lib/statements/work.ts'
import { listQueue } from '#lib/statements/work-lists.ts'
import type { Viewer } from '#lib/viewer.ts'
import { addPerson, useTestDatabase } from '#tests/support/database.ts'
import {
  approvalOf,
  approve,
  editDraft,
  GRAVE,
  hashOf,
  makeDraft,
  publish,
  reject,
  submit,
  submitAndPublish,
} from '#tests/support/factories.ts'
import { refusalOf } from '#tests/support/refusals.ts'

useTestDatabase()

type Person = Extract<Viewer, { kind: 'user' }>
let archivist: Person
let anna: Person
let behrouz: Person
let clara: Person

beforeEach(async () => {
  archivist = await addPerson('archivist')
  anna = await addPerson('admin', { name: 'Anna' })
  behrouz = await addPerson('admin', { name: 'Behrouz' })
  clara = await addPerson('admin', { name: 'Clara' })
})

/** Every decision that this person could try, and how each ends. */
function tryToDecide(person: Viewer, reference: string): Set<string> {
  const contentHash = readWork(person, reference).contentHash ?? ''
  return new Set([
    refusalOf(() => claimReview(person, reference)),
    refusalOf(() => approveRevision(person, reference, approvalOf(contentHash))),
    refusalOf(() => rejectRevision(person, reference, { contentHash, comment: 'No.' })),
    refusalOf(() =>
      requestChanges(person, reference, {
        contentHash,
        comment: 'Mend this.',
        items: [{ passageKey: null, text: 'This.' }],
      }),
    ),
    refusalOf(() => publishStatement(person, reference, { contentHash })),
  ])
}

const OWN_HAND = new Set(['forbidden denied.fourEyes'])

function ownHandInQueue(person: Viewer, reference: string): boolean | undefined {
  return listQueue(person).find((listing) => listing.reference === reference)?.ownHand
}

describe('nobody decides on a statement in which they had a hand', () => {
  test('an admin who made and submitted it may not decide; another may', () => {
    const reference = makeDraft(anna)
    submit(anna, reference)
    expect(tryToDecide(anna, reference)).toEqual(OWN_HAND)
    expect(ownHandInQueue(anna, reference)).toBe(true)
    expect(ownHandInQueue(behrouz, reference)).toBe(false)
    expect(approve(behrouz, reference)).toEqual({ state: 'approved' })
    expect(
      refusalOf(() => publish(anna, reference)),
      'nor publish it',
    ).toBe('forbidden denied.fourEyes')
  })

  test('giving the statement away does not make a judge of its author', () => {
    const reference = makeDraft(anna)
    handOverStatements(clara, anna.userId, archivist.userId)
    submit(archivist, reference)
    expect(tryToDecide(anna, reference)).toEqual(OWN_HAND)
    expect(ownHandInQueue(anna, reference)).toBe(true)
  })

  test('editing once is enough, and so is submitting what another wrote', () => {
    const edited = makeDraft(archivist)
    handOverStatements(clara, archivist.userId, anna.userId)
    editDraft(anna, edited, (content) => ({ ...content, abstracts: { en: 'In other words.' } }))
    handOverStatements(clara, anna.userId, archivist.userId)
    submit(archivist, edited)
    expect(tryToDecide(anna, edited)).toEqual(OWN_HAND)

    const submitted = makeDraft(archivist)
    handOverStatements(clara, archivist.userId, anna.userId)
    submit(anna, submitted)
    handOverStatements(clara, anna.userId, archivist.userId)
    expect(tryToDecide(anna, submitted)).toEqual(OWN_HAND)
  })

  test('a hand in a rejected revision counts for the next one, until one is approved', () => {
    const reference = makeDraft(anna)
    submit(anna, reference)
    reject(behrouz, reference)
    handOverStatements(clara, anna.userId, archivist.userId)
    openRevision(archivist, reference)
    submit(archivist, reference)
    expect(tryToDecide(anna, reference), 'r2, upon the rejected r1').toEqual(OWN_HAND)
    expect(ownHandInQueue(anna, reference)).toBe(true)

    approve(behrouz, reference)
    publish(behrouz, reference)
    openRevision(archivist, reference)
    submit(archivist, reference)
    expect(ownHandInQueue(anna, reference), 'r3, upon the approved r2').toBe(false)
    expect(approve(anna, reference)).toEqual({ state: 'approved' })
  })

  test('an archivist decides on nothing, nor does a researcher', async () => {
    const researcher = await addPerson('researcher')
    const other = await addPerson('archivist')
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    expect(refusalOf(() => claimReview(archivist, reference))).toBe('forbidden denied.notAdmin')
    expect(refusalOf(() => claimReview(other, reference))).toBe('not_found notFound')
    expect(refusalOf(() => claimReview(researcher, reference))).toBe('not_found notFound')
  })
})

describe('two different admins must approve what is grave', () => {
  const grave = { content: { declarations: GRAVE } }

  test('the first approval is kept and is not enough', () => {
    const reference = makeDraft(archivist, grave)
    submit(archivist, reference)
    expect(approve(anna, reference)).toEqual({ state: 'second_review_needed' })
    const work = readWork(anna, reference)
    expect(work).toMatchObject({ state: 'in_review', claimedBy: null, needsSecondReview: true })
    expect(work.approvals.map((approval) => approval.by.name)).toEqual(['Anna'])
    expect(refusalOf(() => publish(anna, reference))).toBe('forbidden denied.wrongState')
    expect(refusalOf(() => claimReview(anna, reference))).toBe('forbidden denied.alreadyApproved')
    expect(approve(behrouz, reference)).toEqual({ state: 'approved' })
  })

  test.each([
    ['an unanswered declaration counts as yes', { declarations: {} }],
    [
      'a minor',
      {
        declarations: {
          namesAllegedPerpetrator: false,
          concernsMinor: true,
          concernsSexualViolence: false,
        },
      },
    ],
    [
      'sexual violence',
      {
        declarations: {
          namesAllegedPerpetrator: false,
          concernsMinor: false,
          concernsSexualViolence: true,
        },
      },
    ],
    [
      'a witness named publicly',
      { witness: { displayMode: 'real_name' as const, displayName: { en: 'Invented Name' } } },
    ],
  ])('%s', (_why, content) => {
    const reference = makeDraft(archivist, { content })
    submit(archivist, reference)
    expect(approve(anna, reference)).toEqual({ state: 'second_review_needed' })
  })

  test('the second review can be released and taken by a third', () => {
    const reference = makeDraft(archivist, grave)
    submit(archivist, reference)
    approve(anna, reference)
    claimReview(behrouz, reference)
    releaseReview(anna, reference)
    expect(readWork(anna, reference)).toMatchObject({ state: 'in_review', claimedBy: null })
    expect(approve(clara, reference)).toEqual({ state: 'approved' })
  })

  test('a first approval is void once the text has changed', () => {
    const reference = makeDraft(archivist, grave)
    submit(archivist, reference)
    approve(anna, reference)
    claimReview(behrouz, reference)
    requestChanges(behrouz, reference, {
      contentHash: hashOf(behrouz, reference),
      comment: 'One word.',
      items: [{ passageKey: 'first', text: 'Which bells?' }],
    })
    editDraft(archivist, reference, (content) => ({ ...content, titles: { en: 'Another title' } }))
    submit(archivist, reference)
    expect(readWork(anna, reference).approvals).toEqual([])
    expect(approve(behrouz, reference)).toEqual({ state: 'second_review_needed' })
    expect(approve(anna, reference), 'and she reads it again').toEqual({ state: 'approved' })
  })
})

describe('a published statement and its next revision', () => {
  test('whoever had a hand in the new revision may still withdraw what is published', () => {
    const reference = makeDraft(anna)
    submitAndPublish(anna, [behrouz, clara], reference)
    openRevision(anna, reference)
    const { rulings } = readWork(anna, reference)
    expect(rulings.withdraw).toBeNull()
    expect(rulings.approve).toBe('fourEyes')
  })

  test('the rulings on the page are the rule itself', () => {
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    const work = readWork(anna, reference)
    expect(work.rulings).toMatchObject({ claim: null, approve: 'wrongState', edit: 'notOwner' })
    expect(ruling(anna, 'read_work', { ...emptyFacts, ownerId: archivist.userId })).toBeNull()
  })
})

const emptyFacts: Parameters<typeof ruling>[2] = {
  ownerId: '',
  workState: 'draft',
  publication: 'unpublished',
  audience: 'nobody',
  visibleFrom: null,
  visibleUntil: null,
  withdrawnAt: null,
  claimedBy: null,
  contributors: [],
  approvers: [],
  everSubmitted: false,
  currentWasPublished: false,
  now: '2031-01-01T00:00:00.000Z',
}
