import { and, desc, eq, sql } from 'drizzle-orm'
import {
  archive,
  auditEvents,
  comments,
  consents as consentRows,
  contributions,
  referenceCounters,
  revisionAuthorities,
  revisions,
  statements,
  users,
  witnessIdentities,
} from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { readConsents, storeConsents } from '#lib/consent/store.ts'
import { type Transaction, write } from '#lib/database.ts'
import { AppError } from '#lib/errors.ts'
import { requireStaff } from '#lib/records/policy.ts'
import type { Viewer } from '#lib/viewer.ts'
import { emptyIdentity, storeIdentity, unsafeReadIdentity } from '#lib/witnesses/vault.ts'
import { type Authorized, authorize } from './authorize.ts'
import {
  type Consent,
  consentSchema,
  emptyContent,
  type StatementContent,
  type StatementContentInput,
  statementContentSchema,
  type WitnessIdentity,
  witnessIdentitySchema,
} from './model.ts'
import { linkAuthorities, projectContent } from './projection.ts'

/** Saves closer together than this are one sitting, and one audit event. */
const SITTING_MINUTES = 30

export interface NewStatement {
  content?: StatementContentInput
  identity?: WitnessIdentity
  consents?: Consent[]
}

export interface DraftSave {
  reference: string
  /** The version that the editor had read. */
  version: number
  content: StatementContent
  identity: WitnessIdentity
  consents: Consent[]
}

/** Makes a draft; returns its permanent reference. @throws AppError unauthenticated, forbidden, invalid */
export function createStatement(viewer: Viewer, input: NewStatement = {}): string {
  return write((tx) => insertStatement(tx, viewer, input).reference)
}

/** The same inside a transaction at hand, for imports. @throws AppError unauthenticated, forbidden, invalid */
export function insertStatement(
  tx: Transaction,
  viewer: Viewer,
  input: NewStatement,
  importItemId: string | null = null,
): { id: number; reference: string } {
  const userId = requireStaff(viewer)
  const now = new Date().toISOString()
  const content = statementContentSchema.parse(input.content ?? emptyContent())
  const statement = tx
    .insert(statements)
    .values({ reference: nextReference(tx, now), ownerId: userId, createdAt: now, importItemId })
    .returning()
    .get()
  const revisionId = insertRevision(tx, statement.id, 1, content, userId, now)
  storeConsents(tx, revisionId, consentSchema.array().parse(input.consents ?? []))
  storeIdentity(
    tx,
    statement.id,
    witnessIdentitySchema.parse(input.identity ?? emptyIdentity()),
    userId,
    now,
  )
  recordEvent(tx, viewer, 'statement.created', { type: 'statement', id: statement.reference })
  return { id: statement.id, reference: statement.reference }
}

function insertRevision(
  tx: Transaction,
  statementId: number,
  number: number,
  content: StatementContent,
  userId: string,
  now: string,
): number {
  const { id } = tx
    .insert(revisions)
    .values({
      statementId,
      number,
      state: 'draft',
      content: JSON.stringify(content),
      createdBy: userId,
      createdAt: now,
      updatedBy: userId,
      updatedAt: now,
      ...projectContent(content),
    })
    .returning({ id: revisions.id })
    .get()
  linkAuthorities(tx, id, content)
  tx.insert(contributions)
    .values({ revisionId: id, userId, act: 'created', firstAt: now, lastAt: now })
    .run()
  tx.update(statements).set({ currentRevisionId: id }).where(eq(statements.id, statementId)).run()
  return id
}

/** The next reference of the year, such as GV-2026-000042; numbers are never given twice. */
function nextReference(tx: Transaction, now: string): string {
  const year = Number(now.slice(0, 4))
  const settings = tx.select({ prefix: archive.referencePrefix }).from(archive).get()
  const counter = tx
    .insert(referenceCounters)
    .values({ year, lastNumber: 1 })
    .onConflictDoUpdate({
      target: referenceCounters.year,
      set: { lastNumber: sql`${referenceCounters.lastNumber} + 1` },
    })
    .returning({ number: referenceCounters.lastNumber })
    .get()
  return `${settings?.prefix ?? 'GV'}-${year}-${String(counter.number).padStart(6, '0')}`
}

/**
 * Saves a draft that was read at `version`; returns the new version. Autosaves of one sitting make one audit event.
 *
 * @throws AppError `conflict` with the other version as `data` (content, consents, identity, version, who and when)
 * where somebody saved in between; not_found, forbidden, invalid
 */
export function saveDraft(viewer: Viewer, save: DraftSave): { version: number; savedAt: string } {
  return write((tx) => saveDraftIn(tx, viewer, save))
}

/** The same inside a transaction at hand, for imports that find a record changed. */
export function saveDraftIn(
  tx: Transaction,
  viewer: Viewer,
  save: DraftSave,
): { version: number; savedAt: string } {
  const draft = authorize(tx, viewer, 'edit', save.reference)
  const userId = requireStaff(viewer)
  if (draft.revision.version !== save.version) throw staleSave(tx, draft)

  const now = new Date().toISOString()
  const version = save.version + 1
  const content = statementContentSchema.parse(save.content)
  tx.update(revisions)
    .set({
      content: JSON.stringify(content),
      version,
      updatedBy: userId,
      updatedAt: now,
      ...projectContent(content),
    })
    .where(eq(revisions.id, draft.revision.id))
    .run()
  linkAuthorities(tx, draft.revision.id, content)
  storeConsents(tx, draft.revision.id, consentSchema.array().parse(save.consents))
  const identity = witnessIdentitySchema.parse(save.identity)
  const identityChanged = storeIdentity(tx, draft.statement.id, identity, userId, now)
  noteSitting(tx, viewer, draft, userId, now, identityChanged)
  return { version, savedAt: now }
}

function staleSave(tx: Transaction, draft: Authorized<'edit'>): AppError {
  const editor = tx
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, draft.revision.updatedBy))
    .get()
  return new AppError('conflict', 'staleDraft', {
    data: {
      version: draft.revision.version,
      content: JSON.parse(draft.revision.content),
      consents: readConsents(tx, draft.revision.id),
      identity: unsafeReadIdentity(tx, draft.statement.id),
      savedAt: draft.revision.updatedAt,
      savedBy: editor?.name ?? '',
    },
  })
}

function noteSitting(
  tx: Transaction,
  viewer: Viewer,
  draft: Authorized<'edit'>,
  userId: string,
  now: string,
  identityChanged: boolean,
): void {
  const key = and(
    eq(contributions.revisionId, draft.revision.id),
    eq(contributions.userId, userId),
    eq(contributions.act, 'edited'),
  )
  const sitting = tx.select().from(contributions).where(key).get()
  const minutes = minutesSince(sitting?.lastAt ?? null, now)
  if (sitting) tx.update(contributions).set({ lastAt: now }).where(key).run()
  else {
    tx.insert(contributions)
      .values({ revisionId: draft.revision.id, userId, act: 'edited', firstAt: now, lastAt: now })
      .run()
  }
  const subject = { type: 'statement', id: draft.statement.reference } as const
  if (minutes >= SITTING_MINUTES) {
    recordEvent(tx, viewer, 'statement.edited', subject, { revision: draft.revision.number })
  }
  if (identityChanged && minutesSince(lastIdentityChange(tx, draft), now) >= SITTING_MINUTES) {
    recordEvent(tx, viewer, 'identity.changed', subject, { revision: draft.revision.number })
  }
}

function minutesSince(instant: string | null, now: string): number {
  return instant === null
    ? Number.POSITIVE_INFINITY
    : (Date.parse(now) - Date.parse(instant)) / 60_000
}

function lastIdentityChange(tx: Transaction, draft: Authorized<'edit'>): string | null {
  const event = tx
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.subjectType, 'statement'),
        eq(auditEvents.subjectId, draft.statement.reference),
        eq(auditEvents.action, 'identity.changed'),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1)
    .get()
  return event?.at ?? null
}

/** Opens a new revision upon the newest one, with its content and consents; the published one stays up. */
export function openRevision(viewer: Viewer, reference: string): { revision: number } {
  return write((tx) => openRevisionIn(tx, viewer, reference))
}

/** The same inside a transaction at hand, for imports that find a record changed. */
export function openRevisionIn(
  tx: Transaction,
  viewer: Viewer,
  reference: string,
): { revision: number } {
  const { statement, revision } = authorize(tx, viewer, 'open_revision', reference)
  const userId = requireStaff(viewer)
  const content = statementContentSchema.parse(JSON.parse(revision.content))
  const last = tx
    .select({ number: revisions.number })
    .from(revisions)
    .where(eq(revisions.statementId, statement.id))
    .orderBy(desc(revisions.number))
    .limit(1)
    .get()
  const number = (last?.number ?? 0) + 1
  const now = new Date().toISOString()
  const id = insertRevision(tx, statement.id, number, content, userId, now)
  storeConsents(tx, id, readConsents(tx, revision.id))
  const subject = { type: 'statement', id: reference } as const
  recordEvent(tx, viewer, 'statement.revision_opened', subject, { revision: number })
  return { revision: number }
}

/** Deletes a draft that was never submitted; its reference is not given again. @throws AppError not_found, forbidden */
export function deleteDraft(viewer: Viewer, reference: string): void {
  write((tx) => deleteDraftIn(tx, viewer, reference))
}

/** The same inside a transaction at hand, for imports that are undone. */
export function deleteDraftIn(tx: Transaction, viewer: Viewer, reference: string): void {
  const { statement, revision } = authorize(tx, viewer, 'delete', reference)
  tx.update(statements)
    .set({ currentRevisionId: null })
    .where(eq(statements.id, statement.id))
    .run()
  for (const table of [consentRows, contributions, revisionAuthorities]) {
    tx.delete(table).where(eq(table.revisionId, revision.id)).run()
  }
  tx.delete(comments).where(eq(comments.statementId, statement.id)).run()
  tx.delete(witnessIdentities).where(eq(witnessIdentities.statementId, statement.id)).run()
  tx.delete(revisions).where(eq(revisions.statementId, statement.id)).run()
  tx.delete(statements).where(eq(statements.id, statement.id)).run()
  recordEvent(tx, viewer, 'statement.deleted', { type: 'statement', id: reference })
}
