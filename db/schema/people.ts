import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Those who may sign in. `email` is stored in lower case. */
export const users = sqliteTable('users', {
  id: text().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ['researcher', 'archivist', 'admin'] }).notNull(),
  status: text({ enum: ['active', 'suspended'] })
    .notNull()
    .default('active'),
  /** argon2id, PHC string. */
  passwordHash: text('password_hash').notNull(),
  /** Raised to end every session of this person. */
  sessionVersion: integer('session_version').notNull().default(1),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  lastSignInAt: text('last_sign_in_at'),
})

/** One-time links: invitations and password resets. Only the SHA-256 of the token is kept. */
export const oneTimeLinks = sqliteTable(
  'one_time_links',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['invitation', 'reset'] }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    /** Invitations: null for the first admin's, who chooses an address. */
    email: text(),
    role: text({ enum: ['researcher', 'archivist', 'admin'] }),
    /** Resets: whose password. */
    userId: text('user_id').references(() => users.id, { onDelete: 'restrict' }),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
    voidedAt: text('voided_at'),
  },
  (table) => [index('one_time_links_user').on(table.userId)],
)

/** Counters of the rate limits, by hashed subject ("account:…", "address:…"). */
export const rateLimits = sqliteTable('rate_limits', {
  subject: text().primaryKey(),
  attempts: integer().notNull(),
  windowStartedAt: text('window_started_at').notNull(),
  /** Not before this instant. */
  nextAttemptAt: text('next_attempt_at').notNull(),
})
