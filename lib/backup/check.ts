import { desc, isNotNull } from 'drizzle-orm'
import { type Database, openDatabase } from '#db/client.ts'
import { auditEvents, revisions } from '#db/schema/index.ts'
import { findBrokenEvent } from '#lib/audit/record.ts'
import { hashRevision } from '#lib/statements/sealing.ts'
import { BackupError } from './manifest.ts'

export interface DatabaseFacts {
  /** Rows by table. */
  rows: Record<string, number>
  auditHead: string | null
}

/**
 * Opens a database that nobody else uses and goes through all of it: SQLite's own integrity check, foreign keys, the
 * hash chain of the audit events, and the hash of every sealed revision.
 * @throws BackupError naming the first thing that is not as it should be.
 */
export function checkDatabase(path: string): DatabaseFacts {
  const database = openDatabase(path)
  try {
    const { $client } = database
    const integrity = $client.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new BackupError(`${path}: integrity_check says ${integrity}`)
    const broken = $client.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new BackupError(`${path}: ${broken.length} broken references`)
    const brokenEvent = findBrokenEvent(database)
    if (brokenEvent !== null)
      throw new BackupError(`${path}: the audit chain breaks at ${brokenEvent}`)
    const brokenRevision = findBrokenRevision(database)
    if (brokenRevision !== null) {
      throw new BackupError(`${path}: revision ${brokenRevision} does not match its hash`)
    }
    return { rows: countRows(database), auditHead: readAuditHead(database) }
  } finally {
    // Back to one file without a log beside it, as it lies in a backup.
    database.$client.pragma('journal_mode = DELETE')
    database.$client.close()
  }
}

/** The id of the first sealed revision whose content and context do not give its hash, or null. */
function findBrokenRevision(database: Database): number | null {
  const sealed = database
    .select({
      id: revisions.id,
      content: revisions.content,
      context: revisions.sealedContext,
      hash: revisions.contentHash,
    })
    .from(revisions)
    .where(isNotNull(revisions.contentHash))
  // One at a time: an archive's texts together need not fit into memory.
  const { sql, params } = sealed.toSQL()
  const statement = database.$client.prepare(sql).raw()
  for (const row of statement.iterate(...params)) {
    const [id, content, context, hash] = row as [number, string, string | null, string]
    if (context === null) return id
    if (hashRevision(JSON.parse(content), JSON.parse(context)) !== hash) return id
  }
  return null
}

function countRows({ $client }: Database): Record<string, number> {
  const tables = $client
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => [
      table,
      $client.prepare(`select count(*) from "${table}"`).pluck().get() as number,
    ]),
  )
}

function readAuditHead(database: Database): string | null {
  const newest = database
    .select({ hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.id))
    .get()
  return newest?.hash ?? null
}
