import { CHECKLIST, type ChecklistAnswers } from '#lib/review/checklist.ts'
import {
  approveRevision,
  claimReview,
  rejectRevision,
  requestChanges,
} from '#lib/review/commands.ts'
import { publishStatement, withdrawStatement } from '#lib/review/publishing.ts'
import { createStatement, saveDraft } from '#lib/statements/drafting.ts'
import {
  type Consent,
  type ConsentInput,
  consentSchema,
  type StatementContent,
  type StatementContentInput,
  statementContentSchema,
  type WitnessIdentity,
  witnessIdentitySchema,
} from '#lib/statements/model.ts'
import { submitDraft } from '#lib/statements/submission.ts'
import type { Publication, WorkState } from '#lib/statements/vocabularies.ts'
import { readIdentity, readWork } from '#lib/statements/work.ts'
import type { Viewer } from '#lib/viewer.ts'

/** Invented statements, complete enough to be submitted, and the ways that bring them to a state by the real commands. */

/** The witness of `readyContent`, whose name no reader may see. */
export const INVENTED_NAME = 'Narges Invented Sahari'

/** A complete content; every declaration is answered no, so that one admin's approval is enough. */
export function readyContent(changes: Partial<StatementContentInput> = {}): StatementContent {
  return statementContentSchema.parse({
    titles: { en: 'The flood at Lower Mirab', fa: 'سیل میراب سفلی' },
    abstracts: { en: 'A resident tells of the night of the flood.' },
    testimonyType: 'interview',
    solemnity: 'unsworn',
    narrativeForm: 'free_narrative',
    generation: 'transcript',
    originalLocation: { missing: 'unknown' },
    witness: { displayMode: 'pseudonym', displayName: { en: 'Witness Lale', fa: 'شاهد لاله' } },
    knowledge: { relation: 'eyewitness', directness: 'saw', conditions: 'By lamplight.' },
    taking: {
      method: 'in_person',
      dateGiven: { stated: '12 March 2031', calendar: 'gregorian', edtf: '2031-03-12' },
      interviewer: 'An invented interviewer',
    },
    text: {
      kind: 'transcript',
      language: 'en',
      passages: [
        { key: 'first', text: 'The water came before the bells were rung.' },
        { key: 'second', text: 'I carried the ledger of the school up the hill.' },
        { key: 'third', text: 'In the morning the bridge was gone.' },
      ],
    },
    sensitivity: { contentNotes: ['none'], namesLivingPeople: false },
    declarations: {
      namesAllegedPerpetrator: false,
      concernsMinor: false,
      concernsSexualViolence: false,
    },
    access: { audience: 'public' },
    ...changes,
  })
}

/** Declarations of which one is answered yes: two different admins must approve. */
export const GRAVE: StatementContentInput['declarations'] = {
  namesAllegedPerpetrator: true,
  concernsMinor: false,
  concernsSexualViolence: false,
}

/** Consent to publish without the name, with the changes asked for. */
export function readyConsents(changes: Partial<ConsentInput> = {}): Consent[] {
  return [
    consentSchema.parse({
      purpose: 'publish_anonymised',
      decision: 'granted',
      givenBy: 'The witness',
      method: 'written',
      givenOn: '2031-03-12',
      ...changes,
    }),
  ]
}

/** The identity that is sealed in the vault. */
export function readyIdentity(changes: Partial<WitnessIdentity> = {}): WitnessIdentity {
  return witnessIdentitySchema.parse({ legalName: INVENTED_NAME, ...changes })
}

export interface DraftParts {
  content?: Partial<StatementContentInput>
  consents?: Consent[]
  identity?: WitnessIdentity
}

/** A draft that is ready to be submitted; returns its reference. */
export function makeDraft(owner: Viewer, parts: DraftParts = {}): string {
  return createStatement(owner, {
    content: readyContent(parts.content),
    consents: parts.consents ?? readyConsents(),
    identity: parts.identity ?? readyIdentity(),
  })
}

/** Saves a draft anew with these changes of its content, and of its consents where given. */
export function editDraft(
  owner: Viewer,
  reference: string,
  change: (content: StatementContent) => StatementContent,
  consents?: Consent[],
): void {
  const work = readWork(owner, reference)
  saveDraft(owner, {
    reference,
    version: work.version,
    content: change(work.content),
    consents: consents ?? work.consents,
    identity: readIdentity(owner, reference),
  })
}

/** Submits a draft; returns the hash that decisions on it name. */
export function submit(owner: Viewer, reference: string): string {
  return submitDraft(owner, reference, readWork(owner, reference).version).contentHash
}

/** The hash of the revision at hand. */
export function hashOf(viewer: Viewer, reference: string): string {
  const { contentHash } = readWork(viewer, reference)
  if (contentHash === null) throw new Error(`${reference} is not sealed`)
  return contentHash
}

/** Every item answered as it must be. */
export function answeredChecklist(): ChecklistAnswers {
  return Object.fromEntries(
    CHECKLIST.map(({ item, later }) => [
      item,
      later
        ? { answer: 'not_recorded_here', reason: 'Looked at on paper.' }
        : { answer: 'done', reason: '' },
    ]),
  )
}

/** A complete approval of the text with this hash. */
export function approvalOf(contentHash: string) {
  return {
    contentHash,
    comment: 'Read against the transcript.',
    checklist: answeredChecklist(),
    grading: {
      reliability: 'B' as const,
      reliabilityReason: 'Known to the archive for years.',
      credibility: '3' as const,
      credibilityReason: 'Stands alone so far.',
    },
  }
}

/** Claims and approves; returns what came of it. */
export function approve(admin: Viewer, reference: string) {
  claimReview(admin, reference)
  return approveRevision(admin, reference, approvalOf(hashOf(admin, reference)))
}

/** Claims and sends back with one change asked for. */
export function askForChanges(admin: Viewer, reference: string): void {
  claimReview(admin, reference)
  requestChanges(admin, reference, {
    contentHash: hashOf(admin, reference),
    comment: 'One thing is open.',
    items: [{ passageKey: null, text: 'Say who interpreted.' }],
  })
}

/** Claims and rejects. */
export function reject(admin: Viewer, reference: string): void {
  claimReview(admin, reference)
  const contentHash = hashOf(admin, reference)
  rejectRevision(admin, reference, { contentHash, comment: 'Not a testimony.' })
}

/** Publishes the approved revision; returns the visibility that was computed. */
export function publish(admin: Viewer, reference: string, retireEarlier = false) {
  return publishStatement(admin, reference, {
    contentHash: hashOf(admin, reference),
    retireEarlier,
  })
}

/** Submits, has it approved by as many of these admins as it needs, and publishes. */
export function submitAndPublish(
  owner: Viewer,
  admins: readonly [Viewer, Viewer],
  reference: string,
): void {
  submit(owner, reference)
  bringToApproval(admins, reference)
  publish(admins[0], reference)
}

/** Makes a published statement; returns its reference. */
export function makePublished(
  owner: Viewer,
  admins: readonly [Viewer, Viewer],
  parts: DraftParts = {},
): string {
  const reference = makeDraft(owner, parts)
  submitAndPublish(owner, admins, reference)
  return reference
}

/** Makes a statement whose current revision stands in this state, unpublished or withdrawn or as asked. */
export function makeStatement(
  owner: Viewer,
  admins: readonly [Viewer, Viewer],
  standing: { state: WorkState; publication?: Publication },
  parts: DraftParts = {},
): string {
  const reference = makeDraft(owner, parts)
  bringTo(owner, admins, reference, standing.state)
  if (standing.publication && standing.publication !== 'unpublished') publish(admins[0], reference)
  if (standing.publication === 'withdrawn') withdrawStatement(admins[0], reference, 'Asked to.')
  return reference
}

/** Brings a draft to a state by the real commands. */
export function bringTo(
  owner: Viewer,
  admins: readonly [Viewer, Viewer],
  reference: string,
  state: WorkState,
): void {
  if (state === 'draft') return
  submit(owner, reference)
  if (state === 'in_review') claimReview(admins[0], reference)
  if (state === 'changes_requested') askForChanges(admins[0], reference)
  if (state === 'rejected') reject(admins[0], reference)
  if (state === 'approved') bringToApproval(admins, reference)
}

function bringToApproval(admins: readonly [Viewer, Viewer], reference: string): void {
  const { state } = approve(admins[0], reference)
  if (state === 'second_review_needed') approve(admins[1], reference)
}
