import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { SearchEngine } from '../contract.ts'
import { EmbeddedEngine } from '../fts/engine.ts'
import type { MeilisearchAddress } from '../meilisearch/client.ts'
import { MeilisearchEngine } from '../meilisearch/engine.ts'
import { type CorpusStatement, toDocument } from './corpus.ts'
import { RawMeilisearch } from './raw-meilisearch.ts'

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

export const OWN_ENGINES = ['embedded', 'meilisearch'] as const
export type OwnEngineName = (typeof OWN_ENGINES)[number]

export interface OwnEngine {
  engine: SearchEngine
  /** Reads what the first query would have to wait for. */
  warm(): Promise<void>
  close(): Promise<void>
}

/** What engines are filled with, and a server for those that need one. */
interface Ground {
  statements: readonly CorpusStatement[]
  server: MeilisearchAddress | null
}

export type EvaluatedEngineName = keyof typeof OPEN

const OPEN = {
  embedded: (ground: Ground) => fillOwn('embedded', ground),
  meilisearch: (ground: Ground) => fillOwn('meilisearch', ground),
  'fts5-statement': async ({ statements }: Ground) =>
    openFloor(statements.map(({ id, passages }) => [id * PASSAGE_STRIDE, passages.join('\n')])),
  'fts5-passage': async ({ statements }: Ground) =>
    openFloor(
      statements.flatMap(({ id, passages }) =>
        passages.map((text, index): [number, string] => [id * PASSAGE_STRIDE + index, text]),
      ),
    ),
  'meilisearch-raw': openRawMeilisearch,
} satisfies Record<string, (ground: Ground) => Promise<EvaluatedEngine>>

export const EVALUATED_ENGINES = Object.keys(OPEN) as EvaluatedEngineName[]
export const SERVER_ENGINES: readonly EvaluatedEngineName[] = ['meilisearch', 'meilisearch-raw']
/** What ours are compared with: full-text tables of SQLite and an index of Meilisearch, with their defaults. */
export const FLOORS: Partial<Record<EvaluatedEngineName, readonly EvaluatedEngineName[]>> = {
  embedded: ['fts5-statement', 'fts5-passage', 'meilisearch-raw'],
  meilisearch: ['meilisearch-raw'],
}

/**
 * Fills an engine with the corpus.
 *
 * @throws Error when the engine needs a server and none is given
 */
export function openEvaluated(
  name: EvaluatedEngineName,
  statements: readonly CorpusStatement[],
  server: MeilisearchAddress | null,
): Promise<EvaluatedEngine> {
  return OPEN[name]({ statements, server })
}

/**
 * One of our own engines with an empty index, of which `close` leaves nothing.
 *
 * @throws Error when the engine needs a server and none is given
 */
export function openOwn(name: OwnEngineName, server: MeilisearchAddress | null): OwnEngine {
  if (name === 'meilisearch') {
    const engine = new MeilisearchEngine(needed(server), makePrefix())
    return { engine, warm: async () => {}, close: () => engine.drop() }
  }
  const folder = mkdtempSync(join(tmpdir(), 'govah-evaluation-'))
  const engine = new EmbeddedEngine(join(folder, 'search.db'))
  return {
    engine,
    warm: () => engine.warm(),
    close: async () => {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function fillOwn(name: OwnEngineName, { statements, server }: Ground) {
  const { engine, warm, close } = openOwn(name, server)
  await engine.rebuild(statements.values().map(toDocument))
  await warm()
  return evaluated(engine, close)
}

async function openRawMeilisearch({ statements, server }: Ground): Promise<EvaluatedEngine> {
  const raw = new RawMeilisearch(needed(server), makePrefix())
  await raw.fill(statements.values().map(toDocument))
  return {
    find: async (text) => (await raw.page(text, ANSWERS_MAX, [])).ids,
    close: () => raw.close(),
  }
}

function evaluated(engine: SearchEngine, close: () => Promise<void>): EvaluatedEngine {
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
    close,
  }
}

function needed(server: MeilisearchAddress | null): MeilisearchAddress {
  if (server === null) throw new Error('no Meilisearch to measure')
  return server
}

/** Indexes of a measurement stand beside those of an archive and are never theirs. */
function makePrefix(): string {
  return `govah_measured_${randomBytes(6).toString('hex')}`
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
