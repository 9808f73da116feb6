import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { EmbeddedEngine } from '../fts/engine.ts'
import { type CorpusStatement, toDocument } from './corpus.ts'

/** Statements that an engine is asked for. */
export const ANSWERS_MAX = 10
/** Rows that a floor looks at to find so many different statements. */
const FLOOR_ROWS_MAX = 200
const PASSAGE_STRIDE = 2 ** 20

/** An engine as it is evaluated: filled once with a corpus, then asked for the ids of the best statements. */
export interface EvaluatedEngine {
  find(query: string): Promise<number[]>
  close(): Promise<void>
}

export type EvaluatedEngineName = keyof typeof OPEN

const OPEN = {
  embedded: openEmbedded,
  'fts5-statement': async (statements: readonly CorpusStatement[]) =>
    openFloor(statements.map(({ id, passages }) => [id * PASSAGE_STRIDE, passages.join('\n')])),
  'fts5-passage': async (statements: readonly CorpusStatement[]) =>
    openFloor(
      statements.flatMap(({ id, passages }) =>
        passages.map((text, index): [number, string] => [id * PASSAGE_STRIDE + index, text]),
      ),
    ),
} satisfies Record<string, (statements: readonly CorpusStatement[]) => Promise<EvaluatedEngine>>

export const EVALUATED_ENGINES = Object.keys(OPEN) as EvaluatedEngineName[]
/** What ours is compared with: full-text tables of SQLite with their defaults. */
export const FLOORS: readonly EvaluatedEngineName[] = ['fts5-statement', 'fts5-passage']

/** Fills an engine with the corpus. */
export function openEvaluated(
  name: EvaluatedEngineName,
  statements: readonly CorpusStatement[],
): Promise<EvaluatedEngine> {
  return OPEN[name](statements)
}

async function openEmbedded(statements: readonly CorpusStatement[]): Promise<EvaluatedEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'govah-evaluation-'))
  const engine = new EmbeddedEngine(join(folder, 'search.db'))
  await engine.rebuild(statements.values().map(toDocument))
  await engine.warm()
  const scope = { audiences: ['public'], now: '2000-01-01', exclude: [] } as const
  return {
    async find(text) {
      const query = {
        text,
        facets: {},
        sort: 'relevance',
        fuzzy: true,
        spellings: true,
        page: 1,
        perPage: ANSWERS_MAX,
      } as const
      return (await engine.search(query, scope)).hits.map(({ id }) => id)
    },
    async close() {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An FTS5 table as SQLite makes it, its own tokenizer and its own rank. */
function openFloor(rows: readonly [number, string][]): EvaluatedEngine {
  const db = new Database(':memory:')
  db.exec('CREATE VIRTUAL TABLE texts USING fts5 (body)')
  const insert = db.prepare('INSERT INTO texts (rowid, body) VALUES (?, ?)')
  db.transaction(() => {
    for (const row of rows) insert.run(...row)
  })()
  const find = db
    .prepare('SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?')
    .pluck()
  return {
    async find(query) {
      const ids = find.all(floorExpression(query), FLOOR_ROWS_MAX) as number[]
      const statements = ids.map((id) => Math.floor(id / PASSAGE_STRIDE))
      return [...new Set(statements)].slice(0, ANSWERS_MAX)
    },
    async close() {
      db.close()
    },
  }
}

/** Every word must stand; a query in quotation marks is one string of words. */
function floorExpression(query: string): string {
  if (query.startsWith('"')) return `"${query.replaceAll('"', '')}"`
  return (query.match(/\S+/g) ?? []).map((word) => `"${word.replaceAll('"', '')}"`).join(' ')
}
