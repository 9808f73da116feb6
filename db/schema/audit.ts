import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * What happened, in a hash chain; append-only by trigger (see the first migration). Rows name their subject but do
 * not reference it, so that they outlive it.
 */
export const auditEvents = sqliteTable(
  'audit_events',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text().notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    details: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    /** SHA-256 over the previous hash and the canonical JSON (RFC 8785) of the event. */
    hash: text().notNull().unique(),
  },
  (table) => [
    index('audit_events_subject').on(table.subjectType, table.subjectId),
    index('audit_events_actor').on(table.actorId),
    index('audit_events_action').on(table.action),
  ],
)
