import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BuildFigures,
  benchSettings,
  buildIndex,
  type TimedEngine,
  timeClasses,
  timePublication,
} from '#lib/search/evaluation/bench.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { RawMeilisearch } from '#lib/search/evaluation/raw-meilisearch.ts'
import type { MeilisearchAddress } from '#lib/search/meilisearch/client.ts'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import { INDEX_VERSION } from '#lib/search/meilisearch/settings.ts'
import { startMeilisearch } from '../meilisearch/server.ts'

/** Engines that a server of their own is started for. */
export const SERVED = {
  meilisearch: {
    version: INDEX_VERSION,
    open: (server: MeilisearchAddress) => {
      const engine = new MeilisearchEngine(server, 'govah_bench')
      return {
        engine: engine as TimedEngine,
        fill: engine.rebuild.bind(engine),
        count: () => engine.count(),
      }
    },
  },
  'meilisearch-raw': {
    version: null,
    open: (server: MeilisearchAddress) => {
      const engine = new RawMeilisearch(server, 'govah_bench')
      return {
        engine: engine as TimedEngine,
        fill: engine.fill.bind(engine),
        count: () => engine.count(),
      }
    },
  },
} as const

/** The figures of an engine on a server, built in a folder that is kept, or in one of its own that is not. */
export async function measureOnServer(
  name: keyof typeof SERVED,
  {
    statements,
    n,
    seed,
    kept,
  }: { statements: number; n: number; seed: number; kept: string | null },
  tell: (line: string) => void,
) {
  if (kept !== null) mkdirSync(kept, { recursive: true })
  const server = await startMeilisearch(kept)
  try {
    const archive = new GeneratedArchive(seed)
    const before = SERVED[name].open(server)
    let built: BuildFigures | null = null
    if (kept !== null && (await before.count()) > 0) tell('using the index that is there')
    else {
      tell('building …')
      built = await buildIndex(before.fill, archive, statements)
    }
    await server.stop()
    const started = performance.now()
    await server.start()
    const { engine } = SERVED[name].open(server)
    await engine.search(emptyQuery(), { audiences: ['public'], now: '2031-06-01', exclude: [] })
    const openMs = Math.round(performance.now() - started)
    const bytes = sizeOf(join(server.folder, 'data.ms'))
    tell('asking …')
    const classes = await timeClasses(engine, archive, statements, n, seed)
    const rssBytes = residentBytes(server.pid())
    const publishToSearchableMs = await timePublication(engine, archive, statements)
    return {
      engine: name,
      statements,
      passages: built?.passages ?? null,
      settings: benchSettings(n, seed, SERVED[name].version),
      index: {
        seconds: built?.seconds ?? null,
        perSecond: built?.perSecond ?? null,
        bytes,
        rssBytes,
        openMs,
        publishToSearchableMs,
      },
      classes,
    }
  } finally {
    await server.close()
  }
}

function emptyQuery() {
  return {
    text: '',
    facets: {},
    sort: 'relevance',
    fuzzy: true,
    spellings: true,
    page: 1,
    perPage: 1,
  } as const
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.blocks * 512 : 0), 0)
}

/** Memory of its own, beside the mapped files; null where the system does not tell. */
function residentBytes(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    // Not Linux.
    return null
  }
}
