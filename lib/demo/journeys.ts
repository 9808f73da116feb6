import { CHECKLIST, type ChecklistAnswers } from '#lib/review/checklist.ts'
import {
  addComment,
  approveRevision,
  claimReview,
  rejectRevision,
  requestChanges,
  resolveComment,
} from '#lib/review/commands.ts'
import { publishStatement, withdrawStatement } from '#lib/review/publishing.ts'
import { createStatement, openRevision, saveDraft } from '#lib/statements/drafting.ts'
import {
  consentSchema,
  type StatementContent,
  type StatementContentInput,
  statementContentSchema,
} from '#lib/statements/model.ts'
import { submitDraft } from '#lib/statements/submission.ts'
import { readWork } from '#lib/statements/work.ts'
import type { Viewer } from '#lib/viewer.ts'
import type { DemoStatement } from './compose.ts'

/** Who takes a statement through the house. */
export interface Hands {
  owner: Viewer
  /** Who reads it first, and second where two are needed; never the owner. */
  reviewers: readonly Viewer[]
}

/** Ids of the records that seeding made, by their keys in `world.ts`. */
export type RecordIds = ReadonlyMap<string, string>

/**
 * Takes one statement as far as its journey goes, by the commands that people use, so that its history is true.
 *
 * @returns its reference
 */
export function travel(statement: DemoStatement, hands: Hands, records: RecordIds): string {
  const { owner, reviewers } = hands
  const { journey, changesAsked } = statement
  const reviewer = reviewers[0] as Viewer
  const reference = createStatement(owner)
  const first = statement.firstSubmitted ?? ((content) => content)
  save(owner, reference, statement, first(statement.content), records)
  if (journey === 'draft') return reference

  let hash = submit(owner, reference)
  if (journey === 'submitted') return reference

  if (changesAsked !== null) {
    askForChanges(reviewer, reference, hash, changesAsked)
    if (journey === 'changes_requested') return reference
    save(owner, reference, statement, statement.content, records)
    for (const comment of readWork(owner, reference).comments) {
      resolveComment(owner, reference, comment.id)
    }
    hash = submit(owner, reference)
  }
  if (journey === 'in_review') {
    claimReview(reviewer, reference)
    addComment(reviewer, reference, { passageKey: null, text: 'The taking is well documented.' })
    const passageKey = statement.content.text?.passages?.[1]?.key ?? null
    const text = 'Is this what the witness saw, or was told? Please check with the recording.'
    addComment(reviewer, reference, { passageKey, text })
    return reference
  }
  if (journey === 'rejected') {
    claimReview(reviewer, reference)
    const comment =
      'Talk of third persons without a single source; kept for the record, not for readers.'
    rejectRevision(reviewer, reference, { contentHash: hash, comment })
    return reference
  }
  if (journey === 'first_approval') {
    approve(reviewer, reference, hash)
    return reference
  }
  approveAsNeeded(reviewers, reference, hash)
  if (journey === 'approved') return reference

  publishStatement(reviewer, reference, { contentHash: hash })
  revise(statement, hands, reference, records)
  if (journey === 'withdrawn') withdrawStatement(reviewer, reference, statement.withdrawalReason)
  return reference
}

function revise(
  statement: DemoStatement,
  hands: Hands,
  reference: string,
  records: RecordIds,
): void {
  const { owner, reviewers } = hands
  let content = statement.content
  for (const revision of statement.revisions) {
    openRevision(owner, reference)
    content = revision.change(content)
    save(owner, reference, statement, content, records)
    if (statement.journey === 'open_revision') return
    const hash = submit(owner, reference)
    addComment(reviewers[0] as Viewer, reference, { passageKey: null, text: revision.reason })
    approveAsNeeded(reviewers, reference, hash)
    publishStatement(reviewers[0] as Viewer, reference, { contentHash: hash })
  }
}

function save(
  owner: Viewer,
  reference: string,
  statement: DemoStatement,
  content: StatementContentInput,
  records: RecordIds,
): void {
  saveDraft(owner, {
    reference,
    version: readWork(owner, reference).version,
    content: withRecordIds(content, records),
    identity: statement.identity,
    consents: consentSchema.array().parse(statement.consents),
  })
}

function submit(owner: Viewer, reference: string): string {
  return submitDraft(owner, reference, readWork(owner, reference).version).contentHash
}

function askForChanges(
  reviewer: Viewer,
  reference: string,
  contentHash: string,
  text: string,
): void {
  claimReview(reviewer, reference)
  const comment = 'Nearly there; one thing is open.'
  requestChanges(reviewer, reference, { contentHash, comment, items: [{ passageKey: null, text }] })
}

function approveAsNeeded(reviewers: readonly Viewer[], reference: string, hash: string): void {
  for (const reviewer of reviewers) {
    if (approve(reviewer, reference, hash) === 'approved') return
  }
  throw new Error(`${reference} needs more reviewers than the demo archive has`)
}

function approve(reviewer: Viewer, reference: string, contentHash: string) {
  claimReview(reviewer, reference)
  const work = readWork(reviewer, reference)
  const published = work.content.taking.method === 'from_publication'
  return approveRevision(reviewer, reference, {
    contentHash,
    comment: 'Read whole, beside the original and in the view of a reader who is not signed in.',
    checklist: answerChecklist(work.content),
    grading: {
      reliability: published ? 'C' : 'B',
      reliabilityReason: published
        ? 'A publication with an affiliation, known for fair quotation.'
        : 'Says of each thing how it is known, and leaves open what is not.',
      credibility: work.content.translations.length > 0 ? '2' : '3',
      credibilityReason: 'Agrees with other accounts in the main, and differs in dates as they do.',
    },
  }).state
}

function answerChecklist(content: StatementContent): ChecklistAnswers {
  const notApplicable: Record<string, string> =
    content.translations.length === 0 ? { translationAligned: 'There is no translation.' } : {}
  return Object.fromEntries(
    CHECKLIST.map(({ item, later }) => {
      const reason = notApplicable[item]
      if (later) return [item, { answer: 'not_recorded_here', reason: 'Seen in the paper file.' }]
      return [item, reason ? { answer: 'not_applicable', reason } : { answer: 'done', reason: '' }]
    }),
  )
}

/** The content with the ids of records in the place of their keys. */
function withRecordIds(content: StatementContentInput, records: RecordIds): StatementContent {
  const idOf = (key: string) => {
    const id = records.get(key)
    if (id === undefined) throw new Error(`the demo archive has no record ${key}`)
    return id
  }
  const parsed = statementContentSchema.parse(content)
  const { sourceId } = parsed.source
  const { occasionId } = parsed.taking
  return {
    ...parsed,
    source: { ...parsed.source, sourceId: sourceId && idOf(sourceId) },
    taking: { ...parsed.taking, occasionId: occasionId && idOf(occasionId) },
    about: {
      ...parsed.about,
      eventIds: parsed.about.eventIds.map(idOf),
      placeIds: parsed.about.placeIds.map(idOf),
    },
    text: {
      ...parsed.text,
      passages: parsed.text.passages.map((passage) => ({
        ...passage,
        mentions: passage.mentions.map((named) => ({
          ...named,
          authorityId: idOf(named.authorityId),
        })),
      })),
    },
  }
}
