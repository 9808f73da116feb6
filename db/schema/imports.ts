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
    /** Source and record id, else the SHA-256 of the text: an import run twice creates nothing twice. */
    identity: text().notNull(),
    textSha256: text('text_sha256').notNull().default(''),
    line: integer(),
    status: text({ enum: ['created', 'skipped', 'failed', 'changed', 'deleted'] }).notNull(),
    reason: text().notNull().default(''),
    field: text().notNull().default(''),
    statementId: integer('statement_id'),
    reference: text(),
  },
  (table) => [
    uniqueIndex('import_items_position').on(table.importId, table.position),
    index('import_items_identity').on(table.identity),
  ],
)
