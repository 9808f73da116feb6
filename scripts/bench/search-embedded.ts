import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BuildFigures,
  benchSettings,
  openIndex,
  timeClasses,
  timePublication,
} from '#lib/search/evaluation/bench.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { CommandFailure } from '../command.ts'
import { PROJECT_PATH } from '../project.ts'

interface Run {
  statements: number
  passagesEach: number | null
  n: number
  seed: number
  /** The index is kept in this file, and used where it is there. */
  kept: string | null
}

/** The figures of the embedded engine, over an index that is kept or one that is thrown away. */
export async function measureEmbedded(run: Run, tell: (line: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'govah-bench-'))
  try {
    return await measure(run.kept ?? join(folder, 'search.db'), run, tell)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(path: string, run: Run, tell: (line: string) => void) {
  const { statements, passagesEach, n, seed } = run
  let built: BuildFigures | null = null
  if (existsSync(path)) tell('using the index that is there')
  else {
    tell('building …')
    built = await buildApart(path, run)
  }
  const { engine, openMs, bytes } = await openIndex(path)
  try {
    const archive = new GeneratedArchive(seed, passagesEach)
    tell('asking …')
    const [classes = []] = await timeClasses([engine], archive, statements, n, seed)
    const { rssBytes, mappedBytes } = residentMemory()
    const publishToSearchableMs = await timePublication(engine, archive, statements)
    return {
      engine: 'embedded',
      statements,
      passages: built?.passages ?? null,
      settings: { ...benchSettings(n, seed), passagesEach },
      index: {
        seconds: built?.seconds ?? null,
        perSecond: built?.perSecond ?? null,
        bytes,
        rssBytes,
        mappedBytes,
        openMs,
        publishToSearchableMs,
      },
      classes,
    }
  } finally {
    await engine.close()
  }
}

/**
 * Resident memory of this process with its threads, and beside it the pages of mapped files, which the system takes
 * back when it needs them. Where they are not told apart, all of it is the first.
 */
function residentMemory(): { rssBytes: number; mappedBytes: number } {
  const { rss } = process.memoryUsage()
  if (!existsSync('/proc/self/status')) return { rssBytes: rss, mappedBytes: 0 }
  const status = readFileSync('/proc/self/status', 'utf8')
  const kilobytes = Number(/^RssFile:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0)
  return { rssBytes: rss - kilobytes * 1024, mappedBytes: kilobytes * 1024 }
}

/** Builds in a process of its own, so that what it needs is not counted as memory of the one that answers. */
function buildApart(path: string, { statements, passagesEach, seed }: Run): Promise<BuildFigures> {
  const script = join(PROJECT_PATH, 'scripts/bench/build-index.ts')
  const args = [path, statements, seed, passagesEach ?? ''].map(String)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: PROJECT_PATH,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(JSON.parse(output) as BuildFigures)
      else reject(new CommandFailure('the index could not be built'))
    })
  })
}
