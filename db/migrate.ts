import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { openDatabase } from './client.ts'

const MIGRATIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations')

/** The database was written by a newer version of the product. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
}

export interface MigrationResult {
  /** Migrations applied now. */
  applied: number
  /** Where the file was copied to first, or null where there was nothing to change or to copy. */
  copy: string | null
}

interface Journal {
  entries: { idx: number; when: number; tag: string }[]
}

/**
 * Brings the database file up to this version, copying it first (`VACUUM INTO`, next to it).
 *
 * Foreign keys are off on the connection while migrations run: inside the migrator's transaction the pragma does
 * nothing, and a rebuilt table would cascade into its children. They are checked as a whole afterwards.
 *
 * @throws NewerDatabaseError where the file knows migrations that this version does not.
 */
export function migrateDatabase(file: string, now: Date = new Date()): MigrationResult {
  const existed = existsSync(file)
  const journal: Journal = JSON.parse(
    readFileSync(path.join(MIGRATIONS, 'meta', '_journal.json'), 'utf8'),
  )
  const database = openDatabase(file)
  try {
    const before = appliedMigrations(database)
    const newest = Math.max(...journal.entries.map((entry) => entry.when))
    if (before.some((when) => when > newest)) {
      throw new NewerDatabaseError(
        `${file} was written by a newer version of Govah; start that version or restore a backup`,
      )
    }
    const pending = journal.entries.length - before.length
    if (pending === 0) return { applied: 0, copy: null }

    let copy: string | null = null
    if (existed && before.length > 0) {
      copy = `${file}.before-migration-${now.toISOString().replaceAll(/[:.]/g, '-')}`
      database.run(sql`VACUUM INTO ${copy}`)
    }
    database.$client.pragma('foreign_keys = OFF')
    migrate(database, { migrationsFolder: MIGRATIONS })
    const broken = database.$client.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) {
      if (copy) copyBack(copy, file, () => database.$client.close())
      throw new Error(`migration left ${broken.length} broken references in ${file}`)
    }
    return { applied: pending, copy }
  } finally {
    if (database.$client.open) database.$client.close()
  }
}

function copyBack(copy: string, file: string, close: () => void): void {
  close()
  copyFileSync(copy, file)
}

function appliedMigrations(database: ReturnType<typeof openDatabase>): number[] {
  const table = database.$client
    .prepare("select 1 from sqlite_master where name = '__drizzle_migrations'")
    .get()
  if (!table) return []
  const rows = database.$client
    .prepare('select created_at as at from __drizzle_migrations')
    .all() as { at: number }[]
  return rows.map((row) => Number(row.at))
}
