import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'

/**
 * The embedded index: one SQLite file of its own, all of it rebuilt from the archive's database. Its tables carry a
 * generation in their names, so that a new index is built beside the one that answers, and swapped in by one row.
 */

/** Raised whenever tables or normalisation change; an index of another version is built anew. */
export const INDEX_VERSION = 5
/** Passage id = statement id × this + its place, from 1; place 0 holds titles and names. */
export const PASSAGE_STRIDE = 2 ** 19

const MMAP_BYTES = 4 * 2 ** 30
const BUSY_TIMEOUT_MS = 10_000

export type IndexDatabase = Database.Database

/** What reads the index: each statement is prepared once, since preparing costs as much as running. */
export type Reading = Pick<IndexDatabase, 'prepare'>

/** Prepares a statement once: preparing costs as much as running. */
export type Prepare = (sql: string) => Database.Statement

/** The facets of a statement as the index keeps them; `person` is filtered by and not counted. */
export type StoredFacets = Record<
  'type' | 'knows' | 'event' | 'place' | 'language' | 'year' | 'person',
  readonly string[]
>

/** The file is not an index that this version can use: it is thrown away and built again. */
export class UnusableIndexError extends Error {
  override readonly name = 'UnusableIndexError'
}

/** Whether an error means that the file itself is damaged or is not a database. */
export function isDamage(error: unknown): boolean {
  if (error instanceof UnusableIndexError) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(code) ||
    /no such (table|column)/.test(String(error))
  )
}

/** Opens the index for writing and makes what is missing. @throws UnusableIndexError */
export function openForWriting(path: string): IndexDatabase {
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS })
  try {
    db.pragma('journal_mode = WAL')
    // Disposable: after a power cut it may lose its last moments, which the check at start brings back.
    db.pragma('synchronous = NORMAL')
    db.pragma('cache_size = -65536')
    db.pragma(`mmap_size = ${MMAP_BYTES}`)
    db.transaction(() => prepare(db)).immediate()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens the index for reading alone. @throws UnusableIndexError */
export function openForReading(path: string): IndexDatabase {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  try {
    db.pragma('query_only = ON')
    db.pragma('cache_size = -32768')
    db.pragma(`mmap_size = ${MMAP_BYTES}`)
    currentGeneration(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Number of the generation of tables that answers. @throws UnusableIndexError */
export function currentGeneration(db: Reading): number {
  if (db.prepare('PRAGMA user_version').pluck().get() !== INDEX_VERSION) {
    throw new UnusableIndexError('the search index is of another version')
  }
  const row = db.prepare('SELECT generation FROM current').pluck().get()
  if (typeof row !== 'number') throw new UnusableIndexError('the search index names no generation')
  return row
}

/** Makes the empty tables of a generation. */
export function createGeneration(db: IndexDatabase, generation: number): void {
  const g = generation
  db.exec(`
    CREATE TABLE statements_${g} (
      id INTEGER PRIMARY KEY, state TEXT NOT NULL, passages INTEGER NOT NULL, words INTEGER NOT NULL,
      segment INTEGER NOT NULL, stamp INTEGER NOT NULL,
      audience TEXT NOT NULL, visible_from TEXT, visible_until TEXT,
      given TEXT, added TEXT NOT NULL, facets TEXT NOT NULL
    );
    CREATE INDEX statements_stamp_${g} ON statements_${g} (stamp);
    CREATE INDEX statements_segment_${g} ON statements_${g} (segment);
    CREATE TABLE removals_${g} (id INTEGER PRIMARY KEY, stamp INTEGER NOT NULL);
    CREATE TABLE segments_${g} (
      id INTEGER PRIMARY KEY AUTOINCREMENT, statements INTEGER NOT NULL, live INTEGER NOT NULL
    );
    CREATE TABLE postings_${g} (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
    -- At place 0 the forms of titles and names, and nothing to show.
    CREATE TABLE passages_${g} (
      id INTEGER PRIMARY KEY, number INTEGER NOT NULL, key TEXT NOT NULL, language TEXT NOT NULL, forms TEXT NOT NULL,
      text TEXT NOT NULL
    );
    -- Of the statements that a term stands in: those of narrower audiences, and those that nobody or not everybody of
    -- their audience may read at all times. The rest are public.
    CREATE TABLE terms_${g} (
      id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE, statements INTEGER NOT NULL,
      registered INTEGER NOT NULL DEFAULT 0, staff INTEGER NOT NULL DEFAULT 0, hidden INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE sounds_${g} (key TEXT, length INTEGER, term TEXT, PRIMARY KEY (key, length, term)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE pg_${g} USING fts5 (
      body, content='', contentless_delete=1, tokenize='ascii', detail=full
    );
    CREATE VIRTUAL TABLE fd_${g} USING fts5 (
      speaker, place, content='', contentless_delete=1, tokenize='ascii', detail=full
    );
  `)
}

/** Removes the tables of a generation. */
export function dropGeneration(db: IndexDatabase, generation: number): void {
  for (const table of [
    'statements',
    'removals',
    'segments',
    'postings',
    'passages',
    'terms',
    'sounds',
    'pg',
    'fd',
  ]) {
    db.exec(`DROP TABLE IF EXISTS ${table}_${generation}`)
  }
}

/** Every generation of which tables are there, also one whose building was cut short. */
export function listGenerations(db: IndexDatabase): number[] {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'statements\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[]
  return names.map((name) => Number(name.slice('statements_'.length)))
}

/** Throws the index away, with the files that SQLite keeps beside it. */
export function deleteIndexFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true })
}

function prepare(db: IndexDatabase): void {
  const version = db.pragma('user_version', { simple: true }) as number
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
  if (version === 0 && tables === 0) {
    db.exec('CREATE TABLE current (generation INTEGER NOT NULL, stamp INTEGER NOT NULL)')
    db.exec('INSERT INTO current VALUES (1, 0)')
    createGeneration(db, 1)
    db.pragma(`user_version = ${INDEX_VERSION}`)
    return
  }
  if (version !== INDEX_VERSION)
    throw new UnusableIndexError('the search index is of another version')
  const generation = currentGeneration(db)
  if (!listGenerations(db).includes(generation)) {
    throw new UnusableIndexError('the search index has lost its tables')
  }
}
