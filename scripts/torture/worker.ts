import { writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { followImport } from '#lib/importing/service.ts'
import { CHECKLIST } from '#lib/review/checklist.ts'
import { approveRevision, claimReview } from '#lib/review/commands.ts'
import { publishStatement, withdrawStatement } from '#lib/review/publishing.ts'
import { searchService, searchSettled, startSearch } from '#lib/search/service.ts'
import { createStatement, saveDraft } from '#lib/statements/drafting.ts'
import {
  consentSchema,
  type StatementContent,
  statementContentSchema,
  witnessIdentitySchema,
} from '#lib/statements/model.ts'
import { submitDraft } from '#lib/statements/submission.ts'
import type { Viewer } from '#lib/viewer.ts'
import type { Acknowledgement, WorkerTask } from './acknowledgement.ts'

/**
 * The archive at work, until it is killed: saves, submissions, approvals, publications and withdrawals by the real
 * commands, with the search index following and an import going on beside them. Each commit is acknowledged in one
 * line on standard output.
 */

const { people, importId, rebuilds }: WorkerTask = JSON.parse(process.argv[2]!)
const archivist = viewerOf(people.archivistId, 'archivist')
const admin = viewerOf(people.adminId, 'admin')
const CONSENTS = [
  consentSchema.parse({
    purpose: 'publish_anonymised',
    decision: 'granted',
    givenBy: 'The witness',
    method: 'written',
    givenOn: '2031-03-12',
  }),
]
const CHECKED = Object.fromEntries(
  CHECKLIST.map(({ item, later }) => [
    item,
    later
      ? { answer: 'not_recorded_here' as const, reason: 'Looked at on paper.' }
      : { answer: 'done' as const, reason: '' },
  ]),
)

startSearch()
if (rebuilds) {
  // Killed while they are built anew, not while they are compared before.
  await searchSettled()
  const { embedded, server } = searchService()
  void rebuildForEver(embedded)
  if (server !== null) void rebuildForEver(server)
}
void followImport(importId, {
  onItem: ({ reference, record }) =>
    tell({ kind: 'imported', reference: reference!, mark: record }),
})
writeSync(1, 'started\n')
for (let turn = 0; ; turn += 1) {
  await workThrough(turn)
}

async function rebuildForEver(follower: { rebuild(): Promise<void> }): Promise<never> {
  for (;;) await follower.rebuild()
}

function viewerOf(userId: string, role: 'archivist' | 'admin'): Viewer {
  return { kind: 'user', userId, name: role, email: `${role}@example.org`, role }
}

function tell(acknowledgement: Acknowledgement): void {
  writeSync(1, `${JSON.stringify(acknowledgement)}\n`)
}

async function acknowledge(acknowledgement: Acknowledgement): Promise<void> {
  tell(acknowledgement)
  // The outbox is drained between two writes, as in the server.
  await setImmediate()
}

async function workThrough(turn: number): Promise<void> {
  const markOf = (step: number) => `mark-${process.pid}-${turn}-${step}`
  const parts = {
    consents: CONSENTS,
    identity: witnessIdentitySchema.parse({ legalName: 'Invented Name' }),
  }
  const reference = createStatement(archivist, { content: contentWith(markOf(0)), ...parts })
  let version = 1
  await acknowledge({ kind: 'saved', reference, version, mark: markOf(0) })
  for (const step of [1, 2]) {
    const content = contentWith(markOf(step))
    version = saveDraft(archivist, { reference, version, content, ...parts }).version
    await acknowledge({ kind: 'saved', reference, version, mark: markOf(step) })
  }
  if (turn % 5 === 4) return

  const { contentHash } = submitDraft(archivist, reference, version)
  await acknowledge({ kind: 'submitted', reference, contentHash })
  claimReview(admin, reference)
  approveRevision(admin, reference, {
    contentHash,
    comment: 'Read against the transcript.',
    checklist: CHECKED,
    grading: {
      reliability: 'B',
      reliabilityReason: 'Known to the archive.',
      credibility: '3',
      credibilityReason: 'Stands alone so far.',
    },
  })
  await acknowledge({ kind: 'approved', reference })
  publishStatement(admin, reference, { contentHash, retireEarlier: false })
  await acknowledge({ kind: 'published', reference })
  if (turn % 3 !== 2) return
  withdrawStatement(admin, reference, 'Withdrawn under torture.')
  await acknowledge({ kind: 'withdrawn', reference })
}

/** An invented statement, complete enough to be submitted, with `mark` in its text. */
function contentWith(mark: string): StatementContent {
  return statementContentSchema.parse({
    titles: { en: 'The flood at Lower Mirab' },
    abstracts: { en: 'A resident tells of the night of the flood.' },
    testimonyType: 'interview',
    solemnity: 'unsworn',
    narrativeForm: 'free_narrative',
    generation: 'transcript',
    originalLocation: { missing: 'unknown' },
    witness: { displayMode: 'pseudonym', displayName: { en: 'Witness Lale' } },
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
        { key: 'second', text: `I carried the ledger of the school up the hill. ${mark}` },
      ],
    },
    sensitivity: { contentNotes: ['none'], namesLivingPeople: false },
    declarations: {
      namesAllegedPerpetrator: false,
      concernsMinor: false,
      concernsSexualViolence: false,
    },
    access: { audience: 'public' },
  })
}
