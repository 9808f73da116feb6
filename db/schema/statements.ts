import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { users } from './people.ts'
import { authorities } from './records.ts'

/** A statement: its reference, its standing and (in `revisions`) its chain of revisions. */
export const statements = sqliteTable(
  'statements',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    reference: text().notNull().unique(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    /** The newest revision, on which work is or was last done. */
    currentRevisionId: integer('current_revision_id').references(
      (): AnySQLiteColumn => revisions.id,
      { onDelete: 'restrict' },
    ),
    publication: text({ enum: ['unpublished', 'published', 'withdrawn'] })
      .notNull()
      .default('unpublished'),
    publishedRevisionId: integer('published_revision_id').references(
      (): AnySQLiteColumn => revisions.id,
      { onDelete: 'restrict' },
    ),
    publishedAt: text('published_at'),
    /** Computed at publication from consent, access and embargo; kept at withdrawal for the tombstone. */
    audience: text({ enum: ['public', 'registered', 'staff', 'nobody'] })
      .notNull()
      .default('nobody'),
    visibleFrom: text('visible_from'),
    visibleUntil: text('visible_until'),
    withdrawnAt: text('withdrawn_at'),
    withdrawnBy: text('withdrawn_by').references(() => users.id, { onDelete: 'restrict' }),
    withdrawalReason: text('withdrawal_reason'),
    importItemId: text('import_item_id'),
  },
  (table) => [
    index('statements_owner').on(table.ownerId),
    index('statements_publication').on(table.publication, table.audience),
    // What points to a revision is looked for whenever one is deleted.
    index('statements_current_revision').on(table.currentRevisionId),
    index('statements_published_revision').on(table.publishedRevisionId),
  ],
)

/** One revision: its content as JSON and, projected from it, the columns that lists and filters need. */
export const revisions = sqliteTable(
  'revisions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    statementId: integer('statement_id')
      .notNull()
      .references(() => statements.id, { onDelete: 'restrict' }),
    number: integer().notNull(),
    state: text({
      enum: ['draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'rejected'],
    }).notNull(),
    /** `StatementContent`, checked by zod in `lib/statements/model.ts`. */
    content: text().notNull(),
    /** Raised by every save; a save names the version that it was read at. */
    version: integer().notNull().default(1),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    updatedBy: text('updated_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    updatedAt: text('updated_at').notNull(),
    submittedBy: text('submitted_by').references(() => users.id, { onDelete: 'restrict' }),
    submittedAt: text('submitted_at'),
    /** What the hash covers beside the content: the records and digests named by it, as they were at submission. */
    sealedContext: text('sealed_context'),
    /** SHA-256 of the canonical JSON (RFC 8785) of content and sealed context; null while it may still change. */
    contentHash: text('content_hash'),
    claimedBy: text('claimed_by').references(() => users.id, { onDelete: 'restrict' }),
    claimedAt: text('claimed_at'),
    approvedAt: text('approved_at'),
    publishedAt: text('published_at'),
    /** False once a later publication protects more: its permanent address then says what replaced it. */
    readable: integer({ mode: 'boolean' }).notNull().default(true),

    titleEn: text('title_en').notNull().default(''),
    titleFa: text('title_fa').notNull().default(''),
    titleAny: text('title_any').notNull().default(''),
    testimonyType: text('testimony_type'),
    language: text(),
    passages: integer().notNull().default(0),
    words: integer().notNull().default(0),
    /** First day that the stated date given allows, ISO. */
    dateGiven: text('date_given'),
    /** A declaration is yes or unanswered, or the witness is named publicly. */
    needsSecondReview: integer('needs_second_review', { mode: 'boolean' }).notNull().default(true),
    contentNotes: text('content_notes', { mode: 'json' }).$type<string[]>().notNull().default([]),
  },
  (table) => [
    uniqueIndex('revisions_number').on(table.statementId, table.number),
    index('revisions_state').on(table.state),
  ],
)

/** Who had a hand in a revision: what the rule of four eyes asks. */
export const contributions = sqliteTable(
  'contributions',
  {
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    act: text({ enum: ['created', 'edited', 'submitted'] }).notNull(),
    firstAt: text('first_at').notNull(),
    /** Saves less than half an hour apart are one sitting, with one audit event. */
    lastAt: text('last_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.userId, table.act] })],
)

/** Authority records named by a revision's content, projected from it at every save. */
export const revisionAuthorities = sqliteTable(
  'revision_authorities',
  {
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'restrict' }),
  },
  (table) => [
    primaryKey({ columns: [table.revisionId, table.authorityId] }),
    index('revision_authorities_authority').on(table.authorityId),
  ],
)

/** The identity vault: AES-256-GCM under a key that is not in the database. One row a statement. */
export const witnessIdentities = sqliteTable('witness_identities', {
  statementId: integer('statement_id')
    .primaryKey()
    .references(() => statements.id, { onDelete: 'restrict' }),
  /** 12 bytes of nonce, the ciphertext, 16 bytes of tag. */
  sealed: blob({ mode: 'buffer' }).notNull(),
  keyId: text('key_id').notNull(),
  /** HMAC-SHA256 of the canonical JSON under a key derived from the same secret: names the identity, reveals nothing. */
  digest: text().notNull(),
  version: integer().notNull().default(1),
  updatedBy: text('updated_by')
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
  updatedAt: text('updated_at').notNull(),
})

/** One consent decision for one purpose, belonging to the revision for which it was recorded. */
export const consents = sqliteTable(
  'consents',
  {
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    purpose: text().notNull(),
    decision: text().notNull(),
    basis: text().notNull(),
    conditions: text().notNull().default(''),
    notBefore: text('not_before'),
    givenBy: text('given_by').notNull().default(''),
    method: text(),
    givenOn: text('given_on'),
    language: text(),
    evidence: text().notNull().default(''),
    expiresOn: text('expires_on'),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.purpose] })],
)

/** What reviewers decided; each decision names the content hash that was read. Append-only. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text().primaryKey(),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    kind: text({ enum: ['approval', 'changes_requested', 'rejection'] }).notNull(),
    contentHash: text('content_hash').notNull(),
    comment: text().notNull(),
    /** `{item: {answer, reason}}` of the checklist, for approvals. */
    checklist: text({ mode: 'json' })
      .$type<Record<string, { answer: string; reason: string }>>()
      .notNull(),
    /** Source reliability and information credibility, each judged alone, with reasons. */
    grading: text({ mode: 'json' }).$type<{
      reliability: string
      reliabilityReason: string
      credibility: string
      credibilityReason: string
    } | null>(),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    decidedAt: text('decided_at').notNull(),
  },
  (table) => [index('decisions_revision').on(table.revisionId)],
)

/** Comments of a review, on a passage or on the whole, resolved one by one; requested changes are comments too. */
export const comments = sqliteTable(
  'comments',
  {
    id: text().primaryKey(),
    statementId: integer('statement_id')
      .notNull()
      .references(() => statements.id, { onDelete: 'restrict' }),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    /** Null: on the whole. */
    passageKey: text('passage_key'),
    kind: text({ enum: ['comment', 'change_request'] }).notNull(),
    text: text().notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    resolvedBy: text('resolved_by').references(() => users.id, { onDelete: 'restrict' }),
    resolvedAt: text('resolved_at'),
  },
  (table) => [
    index('comments_statement').on(table.statementId),
    index('comments_revision').on(table.revisionId),
    check('comments_text', sql`length(${table.text}) > 0`),
  ],
)

/** Statements whose place in the search index has to be looked at again. Written in the transaction of the change. */
export const searchOutbox = sqliteTable('search_outbox', {
  id: integer().primaryKey({ autoIncrement: true }),
  statementId: integer('statement_id').notNull(),
  createdAt: text('created_at').notNull(),
})

/** How far each search engine has worked off the outbox; an entry goes when none of these has still to take it. */
export const searchCursors = sqliteTable('search_cursors', {
  engine: text({ enum: ['embedded', 'meilisearch'] }).primaryKey(),
  /** `search_outbox.id`: everything up to it is in this engine's index. */
  lastEntry: integer('last_entry').notNull(),
})
