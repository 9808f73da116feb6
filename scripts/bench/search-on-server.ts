import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BuildFigures,
  benchSettings,
  buildIndex,
  type TimedEngine,
  timeClasses,
  timePublication,
  wholePage,
} from '#lib/search/evaluation/bench.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { RawMeilisearch } from '#lib/search/evaluation/raw-meilisearch.ts'
import type { MeilisearchAddress } from '#lib/search/meilisearch/client.ts'
import { MeilisearchEngine } from '#lib/search/meilisearch/engine.ts'
import { INDEX_VERSION } from '#lib/search/meilisearch/settings.ts'
import { type OwnServer, startMeilisearch } from '../meilisearch/server.ts'

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

export type ServedName = keyof typeof SERVED

interface Run {
  statements: number
  n: number
  seed: number
  /** Indexes are kept in this folder, or of several engines each in one of its own there. */
  kept: string | null
}

interface Opened {
  name: ServedName
  server: OwnServer
  engine: TimedEngine
  built: BuildFigures | null
  openMs: number
  bytes: number
}

/** The figures of engines on servers, each with one of its own, which are asked every query in turn. */
export async function measureOnServer(
  names: readonly ServedName[],
  run: Run,
  tell: (line: string) => void,
) {
  const { statements, n, seed } = run
  const archive = new GeneratedArchive(seed)
  const opened: Opened[] = []
  try {
    for (const name of names) {
      const several = run.kept !== null && names.length > 1
      const kept = several ? join(run.kept!, name) : run.kept
      opened.push(await open(name, { ...run, kept }, archive, tell))
    }
    tell('asking …')
    const engines = opened.map(({ engine }) => engine)
    const classes = await timeClasses(engines, archive, statements, n, seed)
    const reports = []
    for (const [index, { name, server, engine, built, openMs, bytes }] of opened.entries()) {
      const rssBytes = residentBytes(server.pid())
      const publishToSearchableMs = await timePublication(engine, archive, statements)
      reports.push({
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
        classes: classes[index]!,
      })
    }
    return reports
  } finally {
    for (const { server } of opened) await server.close()
  }
}

/** Starts a server and fills its index or, where one was kept, uses that; then starts it anew, as after a build. */
async function open(
  name: ServedName,
  { statements, kept }: Run,
  archive: GeneratedArchive,
  tell: (line: string) => void,
): Promise<Opened> {
  if (kept !== null) mkdirSync(kept, { recursive: true })
  const server = await startMeilisearch(kept)
  try {
    const before = SERVED[name].open(server)
    let built: BuildFigures | null = null
    if (kept !== null && (await before.count()) > 0) tell(`${name}: using the index that is there`)
    else {
      tell(`${name}: building …`)
      built = await buildIndex(before.fill, archive, statements)
    }
    await server.stop()
    const started = performance.now()
    await server.start()
    const { engine } = SERVED[name].open(server)
    await engine.search(wholePage({ text: '', perPage: 1 }), {
      audiences: ['public'],
      now: '2031-06-01',
      exclude: [],
    })
    const openMs = Math.round(performance.now() - started)
    const bytes = sizeOf(join(server.folder, 'data.ms'))
    return { name, server, engine, built, openMs, bytes }
  } catch (error) {
    await server.close()
    throw error
  }
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
