import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { auditEvents, decisions, revisions } from '#db/schema/index.ts'
import { findBrokenEvent } from '#lib/audit/record.ts'
import { database } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { CHECKLIST, unansweredItems } from '#lib/review/checklist.ts'
import {
  addComment,
  approveRevision,
  claimReview,
  rejectRevision,
  releaseReview,
  requestChanges,
  resolveComment,
} from '#lib/review/commands.ts'
import { openRevision } from '#lib/statements/drafting.ts'
import { recallSubmission } from '#lib/statements/submission.ts'
import { readIdentity, readLastApproved, readWork } from '#lib/statements/work.ts'
import { listQueue } from '#lib/statements/work-lists.ts'
import type { Viewer } from '#lib/viewer.ts'
import { addPerson, useTestDatabase } from '#tests/support/database.ts'
import {
  answeredChecklist,
  approvalOf,
  approve,
  askForChanges,
  editDraft,
  hashOf,
  INVENTED_NAME,
  makeDraft,
  publish,
  submit,
  submitAndPublish,
} from '#tests/support/factories.ts'
import { refusalOf } from '#tests/support/refusals.ts'

useTestDatabase()

let archivist: Extract<Viewer, { kind: 'user' }>
let admin: Extract<Viewer, { kind: 'user' }>
let other: Extract<Viewer, { kind: 'user' }>

beforeEach(async () => {
  archivist = await addPerson('archivist')
  admin = await addPerson('admin')
  other = await addPerson('admin')
})

function actionsAbout(reference: string): string[] {
  return database()
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, reference))
    .orderBy(auditEvents.id)
    .all()
    .map((event) => event.action)
}

describe('a submitted statement', () => {
  test('is sealed by the SHA-256 of its canonical JSON', () => {
    const reference = makeDraft(archivist)
    const hash = submit(archivist, reference)
    const row = database().select().from(revisions).where(eq(revisions.contentHash, hash)).get()
    const sealed = {
      content: JSON.parse(row?.content ?? ''),
      context: JSON.parse(row?.sealedContext ?? ''),
    }
    const expected = createHash('sha256')
      .update(canonicalize(sealed) ?? '')
      .digest('hex')
    expect(hash).toBe(expected)
    expect(sealed.context).toMatchObject({ reference, revision: 1 })
    expect(JSON.stringify(sealed)).not.toContain(INVENTED_NAME)
  })

  test('is recalled by its owner until somebody claims it, and not after', () => {
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    recallSubmission(archivist, reference)
    expect(readWork(archivist, reference)).toMatchObject({ state: 'draft', contentHash: null })
    submit(archivist, reference)
    claimReview(admin, reference)
    expect(refusalOf(() => recallSubmission(archivist, reference))).toBe(
      'forbidden denied.wrongState',
    )
  })

  test('waits in the queue, longest first, until it is published', () => {
    const [first, second] = [makeDraft(archivist), makeDraft(archivist)]
    submit(archivist, second)
    submit(archivist, first)
    const waiting = () => listQueue(admin).map((listing) => listing.reference)
    expect(waiting()).toEqual([second, first])
    approve(admin, second)
    expect(waiting(), 'approved is not published').toEqual([second, first])
    publish(admin, second)
    expect(waiting()).toEqual([first])
    expect(refusalOf(() => listQueue(archivist))).toBe('forbidden adminsOnly')
  })
})

describe('a review', () => {
  test('is in one hand at a time', () => {
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    claimReview(admin, reference)
    expect(refusalOf(() => claimReview(other, reference))).toBe('forbidden denied.claimedByAnother')
    const contentHash = hashOf(other, reference)
    expect(refusalOf(() => approveRevision(other, reference, approvalOf(contentHash)))).toBe(
      'forbidden denied.notClaimedByYou',
    )
    releaseReview(other, reference)
    expect(readWork(admin, reference).state).toBe('submitted')
    claimReview(other, reference)
  })

  test('asks for changes item by item; each is settled alone', () => {
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    claimReview(admin, reference)
    requestChanges(admin, reference, {
      contentHash: hashOf(admin, reference),
      comment: 'Two things are open.',
      items: [
        { passageKey: 'second', text: 'Whose ledger?' },
        { passageKey: null, text: 'Name the interpreter.' },
      ],
    })
    const work = readWork(archivist, reference)
    expect(work).toMatchObject({ state: 'changes_requested', claimedBy: null, contentHash: null })
    expect(work.comments.map(({ kind, passageKey, text }) => ({ kind, passageKey, text }))).toEqual(
      [
        { kind: 'change_request', passageKey: 'second', text: 'Whose ledger?' },
        { kind: 'change_request', passageKey: null, text: 'Name the interpreter.' },
      ],
    )
    const [first] = work.comments
    resolveComment(archivist, reference, first?.id ?? '')
    expect(readWork(admin, reference).comments.map((comment) => comment.resolved?.by)).toEqual([
      archivist.name,
      undefined,
    ])
    expect(refusalOf(() => resolveComment(archivist, reference, first?.id ?? ''))).toBe(
      'not_found notFound',
    )
    expect(listQueue(admin)).toEqual([])
    submit(archivist, reference)
    expect(approve(admin, reference)).toEqual({ state: 'approved' })
  })

  test('takes comments on passages and on the whole, from owner and admins', async () => {
    const stranger = await addPerson('archivist')
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    addComment(admin, reference, { passageKey: 'third', text: 'Which bridge?' })
    addComment(archivist, reference, { passageKey: null, text: 'The old one.' })
    expect(readWork(admin, reference).comments.map((comment) => comment.by)).toEqual([
      admin.name,
      archivist.name,
    ])
    expect(
      refusalOf(() => addComment(stranger, reference, { passageKey: null, text: 'Hm.' })),
    ).toBe('not_found notFound')
    const elsewhere = makeDraft(archivist)
    const [comment] = readWork(admin, reference).comments
    expect(refusalOf(() => resolveComment(admin, elsewhere, comment?.id ?? ''))).toBe(
      'not_found notFound',
    )
  })

  test('rejects with a reason; the owner may open another revision', () => {
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    claimReview(admin, reference)
    rejectRevision(admin, reference, {
      contentHash: hashOf(admin, reference),
      comment: 'It is a poem.',
    })
    expect(readWork(archivist, reference)).toMatchObject({ state: 'rejected' })
    expect(readWork(archivist, reference).decisions[0]).toMatchObject({
      kind: 'rejection',
      comment: 'It is a poem.',
      by: { name: admin.name },
    })
    expect(openRevision(archivist, reference)).toEqual({ revision: 2 })
  })
})

describe('a decision', () => {
  test('names the hash that was read; where the text changed meanwhile it is refused', () => {
    const reference = makeDraft(archivist)
    const read = submit(archivist, reference)
    recallSubmission(archivist, reference)
    editDraft(archivist, reference, (content) => ({ ...content, titles: { en: 'Changed' } }))
    const now = submit(archivist, reference)
    expect(now).not.toBe(read)
    claimReview(admin, reference)

    const attempts = [
      () => approveRevision(admin, reference, approvalOf(read)),
      () => rejectRevision(admin, reference, { contentHash: read, comment: 'No.' }),
      () =>
        requestChanges(admin, reference, {
          contentHash: read,
          comment: 'Mend.',
          items: [{ passageKey: null, text: 'This.' }],
        }),
    ]
    for (const deed of attempts) {
      const refusal = catchRefusal(deed)
      expect(refusal).toMatchObject({ code: 'conflict', reason: 'textChanged' })
      expect(refusal.data, 'so that the page can say which text it is now').toEqual({
        contentHash: now,
      })
    }
    expect(readWork(admin, reference)).toMatchObject({ state: 'in_review', decisions: [] })
    approveRevision(admin, reference, approvalOf(now))
    expect(readWork(admin, reference).decisions[0]).toMatchObject({ contentHash: now })
  })

  test('asks for every item of the checklist, a reason where one is needed, and both grades', () => {
    const reference = makeDraft(archivist)
    const hash = submit(archivist, reference)
    claimReview(admin, reference)
    const attempt = (changes: object) =>
      catchRefusal(() => approveRevision(admin, reference, { ...approvalOf(hash), ...changes }))

    const { consentPresent: _, ...incomplete } = answeredChecklist()
    expect(attempt({ checklist: incomplete })).toMatchObject({
      code: 'invalid',
      reason: 'checklistOpen',
      fields: { 'checklist.consentPresent': 'checklistItemOpen' },
    })
    const unreasoned = {
      ...answeredChecklist(),
      bothCalendars: { answer: 'not_applicable', reason: ' ' },
    }
    expect(attempt({ checklist: unreasoned }).fields).toHaveProperty('checklist.bothCalendars')
    const { grading } = approvalOf(hash)
    expect(() =>
      approveRevision(admin, reference, {
        ...approvalOf(hash),
        grading: { ...grading, credibilityReason: '' },
      }),
    ).toThrow()
    expect(readWork(admin, reference).decisions).toEqual([])
  })

  test('what the archive does not record yet cannot be ticked off, only explained', () => {
    const later = CHECKLIST.filter((entry) => entry.later).map((entry) => entry.item)
    expect(later).toEqual(['custodyWithoutGaps', 'redactionChecked'])
    for (const item of later) {
      const ticked = { ...answeredChecklist(), [item]: { answer: 'done' as const, reason: 'Yes.' } }
      expect(unansweredItems(ticked)).toEqual([item])
    }
  })

  test('is an event, as is every other step', () => {
    const reference = makeDraft(archivist)
    submitAndPublish(archivist, [admin, other], reference)
    expect(actionsAbout(reference)).toEqual([
      'statement.created',
      'statement.submitted',
      'statement.claimed',
      'statement.approved',
      'statement.published',
    ])
    expect(findBrokenEvent(database())).toBeNull()
  })
})

describe('beside the text', () => {
  test('stands the last approved revision', () => {
    const reference = makeDraft(archivist)
    submitAndPublish(archivist, [admin, other], reference)
    expect(readLastApproved(admin, reference)).toBeNull()
    openRevision(archivist, reference)
    editDraft(archivist, reference, (content) => ({ ...content, titles: { en: 'A new title' } }))
    submit(archivist, reference)
    expect(readLastApproved(admin, reference)).toMatchObject({
      revision: 1,
      content: { titles: { en: 'The flood at Lower Mirab' } },
    })
  })

  test('the identity is read on request alone, and every reading is an event', async () => {
    const stranger = await addPerson('archivist')
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    expect(JSON.stringify(readWork(admin, reference))).not.toContain(INVENTED_NAME)
    expect(readIdentity(admin, reference).legalName).toBe(INVENTED_NAME)
    expect(actionsAbout(reference)).toContain('identity.read')
    expect(refusalOf(() => readIdentity(stranger, reference))).toBe('not_found notFound')
  })

  test('a name that stands in the text is found before anybody else finds it', () => {
    const reference = makeDraft(archivist)
    editDraft(archivist, reference, (content) => ({
      ...content,
      text: {
        ...content.text,
        passages: content.text.passages.map((passage) =>
          passage.key === 'second'
            ? { ...passage, text: `They called ${INVENTED_NAME}.` }
            : passage,
        ),
      },
    }))
    submit(archivist, reference)
    expect(readWork(admin, reference).problems).toEqual([
      { field: 'text.passages', reason: 'nameInText', severity: 'warning', passages: [2] },
    ])
    approve(admin, reference)
    expect(catchRefusal(() => publish(admin, reference))).toMatchObject({
      code: 'invalid',
      reason: 'protectedNameInText',
      data: { passages: [2] },
    })
  })
})

describe('the database itself refuses to change', () => {
  function prepare(): { reference: string; client: ReturnType<typeof database>['$client'] } {
    const reference = makeDraft(archivist)
    submitAndPublish(archivist, [admin, other], reference)
    return { reference, client: database().$client }
  }

  test.each([
    ["update audit_events set action = 'x'", /append-only/],
    ['delete from audit_events', /append-only/],
    ["update decisions set comment = 'x'", /append-only/],
    ['delete from decisions', /append-only/],
    ["update revisions set content = '{}'", /sealed/],
    ["update revisions set content_hash = 'x'", /keeps its hash/],
    ['delete from revisions', /not deleted|FOREIGN KEY/],
    ["update statements set reference = 'GV-1'", /permanent/],
  ])('%s', (statement, message) => {
    const { client } = prepare()
    expect(() => client.exec(statement)).toThrow(message)
    expect(database().select().from(decisions).all()).toHaveLength(1)
    expect(findBrokenEvent(database())).toBeNull()
  })
})

test('a change asked for leaves nothing of the review behind but its record', () => {
  const reference = makeDraft(archivist)
  submit(archivist, reference)
  askForChanges(admin, reference)
  const work = readWork(archivist, reference)
  expect(work.approvals).toEqual([])
  expect(work.decisions).toHaveLength(1)
  expect(work.rulings.edit).toBeNull()
})

function catchRefusal(deed: () => unknown): AppError {
  try {
    deed()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it went through')
}
