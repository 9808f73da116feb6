import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './people.ts'

/** One import: who brought in what, when. */
export const imports = sqliteTable('imports', {
  id: text().primaryKey(),
  createdBy: text('created_by')
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
  createdAt: text('created_at').notNull(),
  finishedAt: text('finished_at'),
  kind: text().notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  /** A press report as it was read, so that every passage can be shown in its place; null for other kinds. */
  text: text(),
  /** What was read from it beside the drafts (`ImportedDocument` in `lib/importing/plan.ts`). */
  document: text({ mode: 'json' }).$type<unknown>(),
})

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
    index('import_items_identity').on(table.identity),
  ],
)
