import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './people.ts'

/** Where statements come from: reused by many statements. Facts may be recorded as missing (JSON). */
export const sources = sqliteTable(
  'sources',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    kind: text().notNull(),
    publisher: text().notNull().default(''),
    /** The publisher's side, as far as it is known: a claim belongs to whoever made it. */
    affiliation: text().notNull().default(''),
    affiliationToConfirm: integer('affiliation_to_confirm', { mode: 'boolean' })
      .notNull()
      .default(false),
    author: text().notNull().default(''),
    date: text().notNull().default(''),
    url: text().notNull().default(''),
    retrievedOn: text('retrieved_on').notNull().default(''),
    archivedCopy: text('archived_copy').notNull().default(''),
    note: text().notNull().default(''),
    version: integer().notNull().default(1),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('sources_title').on(table.title)],
)

/** The interview, hearing or conference at which several statements may have been given. */
export const occasions = sqliteTable(
  'occasions',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    kind: text().notNull(),
    place: text().notNull().default(''),
    /** As stated; see `lib/text/dates.ts`. */
    date: text().notNull().default(''),
    organisation: text().notNull().default(''),
    note: text().notNull().default(''),
    version: integer().notNull().default(1),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('occasions_title').on(table.title)],
)

/** People, places, events and organisations, as minimal authority records. */
export const authorities = sqliteTable(
  'authorities',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['person', 'place', 'event', 'organisation'] }).notNull(),
    note: text().notNull().default(''),
    version: integer().notNull().default(1),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('authorities_kind').on(table.kind)],
)

/** Every form of a record's name; one is preferred in each language. */
export const authorityNames = sqliteTable(
  'authority_names',
  {
    authorityId: text('authority_id')
      .notNull()
      .references(() => authorities.id, { onDelete: 'restrict' }),
    position: integer().notNull(),
    name: text().notNull(),
    /** BCP 47, with script where it is not the language's usual one (`fa-Latn`). */
    language: text().notNull(),
    preferred: integer({ mode: 'boolean' }).notNull().default(false),
    /** Its words as `wordsOf` folds them, by which a record is found by name; null until it has been folded. */
    folded: text(),
  },
  (table) => [
    primaryKey({ columns: [table.authorityId, table.position] }),
    index('authority_names_folded').on(table.folded),
  ],
)
