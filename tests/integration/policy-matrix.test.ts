import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { archive, statements, users } from '#db/schema/index.ts'
import { readViewer, sealSession } from '#lib/auth/session.ts'
import { database } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import {
  addComment,
  approveRevision,
  claimReview,
  rejectRevision,
  releaseReview,
  requestChanges,
  resolveComment,
} from '#lib/review/commands.ts'
import { publishStatement, withdrawStatement } from '#lib/review/publishing.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import { deleteDraft, openRevision, saveDraft } from '#lib/statements/drafting.ts'
import { can, type StatementAction, visibleTo, workVisibleTo } from '#lib/statements/policy.ts'
import {
  listPolicy,
  listRelations,
  listStandings,
  nameStanding,
  POLICY_ROLES,
  type PolicyRelation,
  type PolicyRole,
} from '#lib/statements/policy-table.ts'
import { listByIds, listRecent, readStatement } from '#lib/statements/queries.ts'
import { recallSubmission, submitDraft } from '#lib/statements/submission.ts'
import { readIdentity, readWork, type StatementWork } from '#lib/statements/work.ts'
import { listQueue, listWork } from '#lib/statements/work-lists.ts'
import type { Role, Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, SYSTEM, useTestDatabase } from '#tests/support/database.ts'
import { approvalOf, readyIdentity } from '#tests/support/factories.ts'
import { type Cast, makeStanding } from '#tests/support/standings.ts'

/**
 * Every row of the rule's table, driven through the commands and queries that people use: on a statement brought to
 * that state, by a person of that role and relation as their session says who they are.
 */

useTestDatabase()

let cast: Cast

beforeEach(async () => {
  // Nothing here outlives the test.
  database().$client.pragma('synchronous = OFF')
  cast = {
    owner: await addPerson('admin'),
    contributor: await addPerson('admin'),
    claimant: await addPerson('admin'),
    first_approver: await addPerson('admin'),
    none: await addPerson('admin'),
  }
})

/** What each action is, for people: the command or query, and whether what came of it is the thing asked for. */
const DEEDS: Record<StatementAction, (viewer: Viewer, work: StatementWork) => unknown> = {
  read: (viewer, { reference }) => expectKind(readStatement(viewer, reference).kind, 'statement'),
  read_tombstone: (viewer, { reference }) =>
    expectKind(readStatement(viewer, reference).kind, 'tombstone'),
  read_work: (viewer, { reference }) => readWork(viewer, reference),
  read_identity: (viewer, { reference }) => readIdentity(viewer, reference),
  edit: (viewer, { reference, version, content, consents }) =>
    saveDraft(viewer, { reference, version, content, consents, identity: readyIdentity() }),
  submit: (viewer, { reference, version }) => submitDraft(viewer, reference, version),
  recall: (viewer, { reference }) => recallSubmission(viewer, reference),
  delete: (viewer, { reference }) => deleteDraft(viewer, reference),
  open_revision: (viewer, { reference }) => openRevision(viewer, reference),
  comment: (viewer, { reference }) =>
    addComment(viewer, reference, { passageKey: null, text: 'Seen.' }),
  resolve_comment: (viewer, { reference, comments }) =>
    resolveComment(viewer, reference, comments.find((comment) => !comment.resolved)?.id ?? ''),
  claim: (viewer, { reference }) => claimReview(viewer, reference),
  release: (viewer, { reference }) => releaseReview(viewer, reference),
  request_changes: (viewer, { reference, contentHash }) =>
    requestChanges(viewer, reference, {
      contentHash: contentHash ?? '',
      comment: 'Two things.',
      items: [{ passageKey: null, text: 'Say who interpreted.' }],
    }),
  reject: (viewer, { reference, contentHash }) =>
    rejectRevision(viewer, reference, { contentHash: contentHash ?? '', comment: 'No.' }),
  approve: (viewer, { reference, contentHash }) =>
    approveRevision(viewer, reference, approvalOf(contentHash ?? '')),
  publish: (viewer, { reference, contentHash }) =>
    publishStatement(viewer, reference, { contentHash: contentHash ?? '' }),
  withdraw: (viewer, { reference }) => withdrawStatement(viewer, reference, 'Asked to.'),
}

/** A tombstone is not the statement, nor the statement a tombstone: for the one who asked there is nothing there. */
function expectKind(kind: string, wanted: string): void {
  if (kind !== wanted) throw new AppError('not_found', 'notFound')
}

/** How an attempt ends: `done`, or the code of the refusal. What it changed is undone. */
function attempt(deed: () => unknown): { outcome: string; changes: number } {
  const { $client: client } = database()
  const changed = client.prepare('select total_changes()').pluck()
  client.exec('begin immediate')
  const before = changed.get() as number
  try {
    const outcome = outcomeOf(deed)
    return { outcome, changes: (changed.get() as number) - before }
  } finally {
    client.exec('rollback')
  }
}

function outcomeOf(deed: () => unknown): string {
  try {
    deed()
    return 'done'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** The person as their session says at this moment, after the archive gave them this role. */
async function see(role: PolicyRole, relation: PolicyRelation): Promise<Viewer> {
  if (role === 'anonymous') return ANONYMOUS
  if (role === 'anonymous_closed') {
    database().update(archive).set({ openToAnonymous: false }).run()
    const viewer = await readViewer({ headers: new Headers(), cookies: { get: () => undefined } })
    database().update(archive).set({ openToAnonymous: true }).run()
    return viewer
  }
  const id = cast[relation].userId
  const standing = role === 'suspended' ? { status: role } : { status: 'active' as const, role }
  database()
    .update(users)
    .set(standing as { status: 'active' | 'suspended'; role?: Role })
    .where(eq(users.id, id))
    .run()
  const cookie = await sealSession({ id, sessionVersion: 1 })
  return readViewer({
    headers: new Headers(),
    cookies: { get: (name) => (name === cookie.name ? cookie : undefined) },
  })
}

describe('the rule', () => {
  test('is kept row by row by the commands and queries, and by its SQL', async () => {
    const stands = listStandings().map((standing) => {
      const reference = makeStanding(cast, standing)
      const found = findStatement(database(), reference)
      if (!found) throw new Error(`${reference} was not made`)
      const work = readWork(SYSTEM, reference)
      return { standing, reference, id: found.statement.id, facts: found.facts, work }
    })
    const allowed = new Map(
      listPolicy().map((row) => [
        [row.role, row.relation, row.state, row.audience, row.action].join(' '),
        row.allowed,
      ]),
    )

    const wrong: string[] = []
    let driven = 0
    for (const role of POLICY_ROLES) {
      for (const relation of listRelations(role, 'in_review')) {
        const viewer = await see(role, relation)
        const now = new Date().toISOString()
        const readable = referencesWhere(visibleTo(viewer, now))
        const workable = referencesWhere(workVisibleTo(viewer))
        const lists = listedTo(
          viewer,
          stands.map((stand) => stand.id),
        )

        for (const { standing, reference, facts, work } of stands) {
          if (!listRelations(role, standing.work).includes(relation)) continue
          const seen = can(viewer, 'read', facts) || can(viewer, 'read_work', facts)
          const place = `${role} ${relation} ${nameStanding(standing)} ${standing.audience}`

          if (readable.has(reference) !== can(viewer, 'read', facts)) wrong.push(`${place} SQL`)
          if (workable.has(reference) !== can(viewer, 'read_work', facts)) {
            wrong.push(`${place} SQL of work`)
          }
          if (lists.readable.has(reference) !== readable.has(reference)) wrong.push(`${place} list`)
          if (lists.work.has(reference) !== workable.has(reference))
            wrong.push(`${place} work list`)

          for (const [action, deed] of Object.entries(DEEDS)) {
            driven += 1
            const row = `${place} ${action}`
            const may = allowed.get(row)
            if (can(viewer, action as StatementAction, facts) !== may) wrong.push(`${row} facts`)
            const reading = action === 'read' || action === 'read_tombstone'
            const refusal = seen && !reading ? 'forbidden' : 'not_found'
            const { outcome, changes } = attempt(() => deed(viewer, work))
            if (outcome !== (may ? 'done' : refusal)) wrong.push(`${row} ended ${outcome}`)
            if (!may && changes !== 0) wrong.push(`${row} changed something`)
          }
        }
      }
    }
    expect(wrong.slice(0, 30)).toEqual([])
    expect(driven).toBe(allowed.size)
    console.log(`${driven} rows driven over ${stands.length} statements`)
  }, 300_000)

  test('has a row for every action that a command knows, and no role may do everything', () => {
    const rows = listPolicy()
    expect(new Set(rows.map((row) => row.action))).toEqual(new Set(Object.keys(DEEDS)))
    for (const role of POLICY_ROLES) {
      expect(rows.some((row) => row.role === role && !row.allowed)).toBe(true)
    }
  })
})

function referencesWhere(condition: ReturnType<typeof visibleTo>): Set<string> {
  const rows = database()
    .select({ reference: statements.reference })
    .from(statements)
    .where(condition)
    .all()
  return new Set(rows.map((row) => row.reference))
}

/** What the lists show to this viewer; who may not ask for a list of work sees none. */
function listedTo(viewer: Viewer, ids: readonly number[]) {
  const readable = listByIds(viewer, ids).map((listing) => listing.reference)
  expect(new Set(listRecent(viewer, 1_000).map((listing) => listing.reference))).toEqual(
    new Set(readable),
  )
  const staff = viewer.kind === 'user' && viewer.role !== 'researcher'
  if (!staff) expect(() => listWork(viewer)).toThrow(AppError)
  const admin = viewer.kind === 'user' && viewer.role === 'admin'
  if (!admin) expect(() => listQueue(viewer)).toThrow(AppError)
  const work = staff ? listWork(viewer).map((listing) => listing.reference) : []
  return { readable: new Set(readable), work: new Set(work) }
}
