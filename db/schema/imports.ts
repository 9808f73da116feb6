import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './people.ts'

/** One import: who brought in what, when, read by which choices, and how far it has come. */
export const imports = sqliteTable(
  'imports',
  {
    id: text().primaryKey(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    /** `lib/importing/commands.ts` tells what leads from one to the next. */
    state: text({
      enum: ['uploaded', 'ready', 'running', 'paused', 'finished', 'failed', 'undoing', 'undone'],
    })
      .notNull()
      .default('finished'),
    finishedAt: text('finished_at'),
    /** Empty until the file has been read. */
    kind: text().notNull(),
    fileName: text('file_name').notNull(),
    fileSha256: text('file_sha256').notNull(),
    fileBytes: integer('file_bytes').notNull().default(0),
    /** How the file is read: `importChoicesSchema` in `lib/importing/choices.ts`. */
    choices: text({ mode: 'json' }).$type<unknown>().notNull().default({}),
    /** Raised by every change of the choices; a start names the version whose preview was seen. */
    version: integer().notNull().default(1),
    /** Records in the file; while it is being read, those read so far. */
    total: integer(),
    /** Why it failed or was paused by itself: a message key under `errors` with its values. */
    failure: text({ mode: 'json' }).$type<{
      reason: string
      values: Record<string, string | number>
    } | null>(),
    /** The process that works on it, and when that last gave a sign of life. */
    runner: text(),
    heartbeatAt: text('heartbeat_at'),
    /** When the present run began, and how many records were done then: what the rate is told from. */
    runStartedAt: text('run_started_at'),
    runStartedDone: integer('run_started_done').notNull().default(0),
    /** A press report as it was read, so that every passage can be shown in its place; null for other kinds. */
    text: text(),
    /** What was read from it beside the drafts (`ImportedDocument` in `lib/importing/plan.ts`). */
    document: text({ mode: 'json' }).$type<unknown>(),
  },
  (table) => [index('imports_state').on(table.state)],
)

/** Each record of an import and what became of it. */
export const importItems = sqliteTable(
  'import_items',
  {
    id: text().primaryKey(),
    importId: text('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'restrict' }),
    position: integer().notNull(),
    /** What the record is called in the file: its id, its speaker, or its place. */
    record: text().notNull().default(''),
    /** Source and record id, else the SHA-256 of the text: an import run twice creates nothing twice. */
    identity: text().notNull(),
    textSha256: text('text_sha256').notNull().default(''),
    line: integer(),
    status: text({ enum: ['created', 'skipped', 'failed', 'changed', 'deleted'] }).notNull(),
    reason: text().notNull().default(''),
    field: text().notNull().default(''),
    statementId: integer('statement_id'),
    reference: text(),
    /** Facts of the record that no field of a statement holds, kept as they were. */
    extras: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    uniqueIndex('import_items_position').on(table.importId, table.position),
    index('import_items_status').on(table.importId, table.status),
    index('import_items_identity').on(table.identity),
  ],
)

/**
 * What a changed record says now, until it is taken or left: the planned draft, identity included, sealed under a key
 * that is not in the database.
 */
export const importChanges = sqliteTable('import_changes', {
  itemId: text('item_id')
    .primaryKey()
    .references(() => importItems.id, { onDelete: 'restrict' }),
  sealed: blob({ mode: 'buffer' }).notNull(),
})

/** Mappings of columns to fields that were saved by name, for the tables to come. */
export const importMappings = sqliteTable('import_mappings', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  /** `mappingSchema` in `lib/importing/tables/mapping.ts`. */
  mapping: text({ mode: 'json' }).$type<unknown>().notNull(),
  savedBy: text('saved_by')
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
  savedAt: text('saved_at').notNull(),
})
