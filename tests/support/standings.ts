import { eq } from 'drizzle-orm'
import { statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { handOverStatements } from '#lib/people/commands.ts'
import { addComment, claimReview } from '#lib/review/commands.ts'
import { withdrawStatement } from '#lib/review/publishing.ts'
import { openRevision } from '#lib/statements/drafting.ts'
import type { PolicyPublication, PolicyStanding, PolicyWork } from '#lib/statements/policy-table.ts'
import { recallSubmission } from '#lib/statements/submission.ts'
import type { Viewer } from '#lib/viewer.ts'
import {
  approve,
  askForChanges,
  editDraft,
  makeDraft,
  publish,
  readyConsents,
  reject,
  submit,
} from './factories.ts'

type Person = Extract<Viewer, { kind: 'user' }>

/** The people of a policy table: each stands to every statement as their name says. */
export interface Cast {
  owner: Person
  contributor: Person
  claimant: Person
  first_approver: Person
  none: Person
}

/**
 * Makes a statement that stands so, by the real commands, and returns its reference. The contributor makes it and
 * hands it to the owner, who edits and submits. Only what takes years is written directly: an end that is past now
 * and was not at the withdrawal.
 */
export function makeStanding(cast: Cast, standing: PolicyStanding): string {
  const { work, publication, audience } = standing
  const reference = makeDraft(cast.contributor, {
    content: {
      access: { audience, embargoUntil: isUnderEmbargo(publication) ? '2999-01-01' : null },
      // Two admins have to approve, so that there is a first approver and a claimant.
      declarations: { namesAllegedPerpetrator: true },
    },
    consents: readyConsents(publication === 'expired' ? { expiresOn: '2001-01-01' } : {}),
  })
  if (publication === 'unpublished') handOver(cast)
  else publishFirst(cast, reference, work)
  bringToWork(cast, reference, work)
  if (publication.startsWith('withdrawn')) withdrawStatement(cast.none, reference, 'Asked to.')
  if (publication === 'withdrawn_and_expired') expireAfterWithdrawal(reference)
  addComment(cast.owner, reference, { passageKey: null, text: 'A note.' })
  return reference
}

function isUnderEmbargo(publication: PolicyPublication): boolean {
  return publication === 'embargoed' || publication === 'withdrawn_under_embargo'
}

function handOver(cast: Cast): void {
  handOverStatements(cast.none, cast.contributor.userId, cast.owner.userId)
}

/** Publishes the first revision, and opens the next where the work goes on. */
function publishFirst(cast: Cast, reference: string, work: PolicyWork): void {
  if (work === 'approved_and_published') handOver(cast)
  const owner = work === 'approved_and_published' ? cast.owner : cast.contributor
  if (work === 'approved_and_published') editDraft(owner, reference, (content) => content)
  submit(owner, reference)
  approveTwice(cast, reference)
  publish(cast.none, reference)
  if (work === 'approved_and_published') return
  openRevision(cast.contributor, reference)
  handOver(cast)
}

function approveTwice(cast: Cast, reference: string): void {
  approve(cast.first_approver, reference)
  approve(cast.claimant, reference)
}

function bringToWork(cast: Cast, reference: string, work: PolicyWork): void {
  if (work === 'approved_and_published') return
  editDraft(cast.owner, reference, (content) => ({ ...content, abstracts: { en: 'Told anew.' } }))
  if (work === 'draft_never_submitted') return
  submit(cast.owner, reference)
  if (work === 'draft') recallSubmission(cast.owner, reference)
  if (work === 'changes_requested') askForChanges(cast.claimant, reference)
  if (work === 'rejected') reject(cast.claimant, reference)
  if (work === 'approved') approveTwice(cast, reference)
  if (work === 'in_review' || work === 'awaiting_second_review') {
    approve(cast.first_approver, reference)
  }
  if (work === 'in_review') claimReview(cast.claimant, reference)
}

function expireAfterWithdrawal(reference: string): void {
  database()
    .update(statements)
    .set({ withdrawnAt: '2020-06-01T00:00:00.000Z', visibleUntil: '2021-01-01T00:00:00.000Z' })
    .where(eq(statements.reference, reference))
    .run()
}
