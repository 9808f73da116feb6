import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The archive's own settings: one row, id 1. */
export const archive = sqliteTable('archive', {
  id: integer().primaryKey(),
  kind: text({ enum: ['demo', 'real'] }).notNull(),
  nameEn: text('name_en').notNull(),
  nameFa: text('name_fa').notNull(),
  contact: text().notNull().default(''),
  /** Fixed after the first statement. */
  referencePrefix: text('reference_prefix').notNull().default('GV'),
  openToAnonymous: integer('open_to_anonymous', { mode: 'boolean' }).notNull().default(true),
  createdAt: text('created_at').notNull(),
})

/** The last number given in each year; references are never reused. */
export const referenceCounters = sqliteTable('reference_counters', {
  year: integer().primaryKey(),
  lastNumber: integer('last_number').notNull(),
})
