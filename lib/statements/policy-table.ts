import type { Role, Viewer } from '#lib/viewer.ts'
import { can, STATEMENT_ACTIONS, type StatementAction, type StatementFacts } from './policy.ts'
import { AUDIENCES, type Audience, type Publication, type WorkState } from './vocabularies.ts'

/**
 * The whole rule as a table, asked of `can` itself: who stands how to a statement, how it stands, what they would do.
 * Only rows that can occur are in it: nobody has claimed a draft.
 */

/** `anonymous_closed` is an anonymous visitor of a closed archive; a suspended person is anonymous. */
export const POLICY_ROLES = [
  'anonymous',
  'anonymous_closed',
  'suspended',
  'researcher',
  'archivist',
  'admin',
] as const
export type PolicyRole = (typeof POLICY_ROLES)[number]

/**
 * `owner` made and submitted it; `contributor` had a hand in it and owns it no more; `claimant` has its review in hand;
 * `first_approver` approved the revision as it stands.
 */
export const POLICY_RELATIONS = [
  'none',
  'owner',
  'contributor',
  'claimant',
  'first_approver',
] as const
export type PolicyRelation = (typeof POLICY_RELATIONS)[number]

/** How the work on the current revision stands. */
export const POLICY_WORK = {
  /** A draft of which nothing was ever submitted. */
  draft_never_submitted: 'draft',
  draft: 'draft',
  submitted: 'submitted',
  /** Approved by one admin and claimed by another. */
  in_review: 'in_review',
  /** Approved by one admin and back in the queue for another. */
  awaiting_second_review: 'in_review',
  changes_requested: 'changes_requested',
  rejected: 'rejected',
  /** Approved and not published. */
  approved: 'approved',
  /** The current revision is the one that was published. */
  approved_and_published: 'approved',
} as const satisfies Record<string, WorkState>
export type PolicyWork = keyof typeof POLICY_WORK

/** How the statement stands for readers. */
export const POLICY_PUBLICATIONS = {
  unpublished: 'unpublished',
  published: 'published',
  /** Published and not yet to be read. */
  embargoed: 'published',
  /** Published and no longer to be read. */
  expired: 'published',
  withdrawn: 'withdrawn',
  /** Withdrawn before its embargo ended: nobody ever read it. */
  withdrawn_under_embargo: 'withdrawn',
  /** Withdrawn while it could be read, in a time that has ended since. */
  withdrawn_and_expired: 'withdrawn',
} as const satisfies Record<string, Publication>
export type PolicyPublication = keyof typeof POLICY_PUBLICATIONS

export interface PolicyStanding {
  work: PolicyWork
  publication: PolicyPublication
  audience: Audience
}

export interface PolicyRow {
  role: PolicyRole
  relation: PolicyRelation
  /** `work/publication`, such as `in_review/published`: a newer revision in review while one is read. */
  state: string
  audience: Audience
  action: StatementAction
  allowed: boolean
}

/** Every way in which a statement can stand. */
export function listStandings(): PolicyStanding[] {
  const works = Object.keys(POLICY_WORK) as PolicyWork[]
  const publications = Object.keys(POLICY_PUBLICATIONS) as PolicyPublication[]
  return works.flatMap((work) =>
    publications
      .filter((publication) => canOccur(work, publication))
      .flatMap((publication) => AUDIENCES.map((audience) => ({ work, publication, audience }))),
  )
}

function canOccur(work: PolicyWork, publication: PolicyPublication): boolean {
  if (work === 'draft_never_submitted') return publication === 'unpublished'
  return work !== 'approved_and_published' || publication !== 'unpublished'
}

/** The relations that a person of this role can have to a statement that stands so. */
export function listRelations(role: PolicyRole, work: PolicyWork): PolicyRelation[] {
  if (role === 'anonymous' || role === 'anonymous_closed') return ['none']
  return POLICY_RELATIONS.filter((relation) => {
    if (relation === 'claimant') return work === 'in_review'
    if (relation === 'first_approver') return APPROVED_ONCE.has(work)
    return true
  })
}

const APPROVED_ONCE: ReadonlySet<PolicyWork> = new Set([
  'in_review',
  'awaiting_second_review',
  'approved',
  'approved_and_published',
])

/** The name of a standing in the table. */
export function nameStanding({ work, publication }: PolicyStanding): string {
  return `${work}/${publication}`
}

/** The rule, row by row. */
export function listPolicy(): PolicyRow[] {
  return listStandings().flatMap((standing) => {
    const facts = factsOf(standing)
    return POLICY_ROLES.flatMap((role) =>
      listRelations(role, standing.work).flatMap((relation) => {
        const viewer = viewerOf(role, relation)
        return STATEMENT_ACTIONS.map((action) => ({
          role,
          relation,
          state: nameStanding(standing),
          audience: standing.audience,
          action,
          allowed: can(viewer, action, facts),
        }))
      }),
    )
  })
}

function viewerOf(role: PolicyRole, relation: PolicyRelation): Viewer {
  if (role === 'anonymous' || role === 'suspended') return { kind: 'anonymous', admitted: true }
  if (role === 'anonymous_closed') return { kind: 'anonymous', admitted: false }
  return { kind: 'user', userId: relation, name: '', email: '', role: role satisfies Role }
}

const NOW = '2030-06-15T12:00:00.000Z'
const PAST = '2030-01-01T00:00:00.000Z'
const FUTURE = '2031-01-01T00:00:00.000Z'

/** The facts of a standing; people are named by their relation. */
function factsOf({ work, publication, audience }: PolicyStanding): StatementFacts {
  const early = publication === 'embargoed' || publication === 'withdrawn_under_embargo'
  const late = publication === 'expired' || publication === 'withdrawn_and_expired'
  const withdrawn = POLICY_PUBLICATIONS[publication] === 'withdrawn'
  return {
    ownerId: 'owner',
    workState: POLICY_WORK[work],
    publication: POLICY_PUBLICATIONS[publication],
    audience: publication === 'unpublished' ? 'nobody' : audience,
    visibleFrom: early ? FUTURE : null,
    visibleUntil: late ? PAST : null,
    withdrawnAt: withdrawn
      ? late
        ? '2029-12-01T00:00:00.000Z'
        : '2030-06-01T00:00:00.000Z'
      : null,
    claimedBy: work === 'in_review' ? 'claimant' : null,
    contributors: ['owner', 'contributor'],
    approvers: APPROVED_ONCE.has(work) ? ['first_approver'] : [],
    everSubmitted: work !== 'draft_never_submitted',
    currentWasPublished: work === 'approved_and_published',
    now: NOW,
  }
}
