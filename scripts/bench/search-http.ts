import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { BENCH_CLASSES } from '#lib/search/evaluation/bench-queries.ts'
import { percentile, round, timesOf } from '#lib/search/evaluation/figures.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { Random } from '#lib/search/evaluation/random.ts'
import { CommandFailure } from '../command.ts'
import { type RunningProduct, startProduct } from '../serving/start-product.ts'

/** What so many readers at once get; times in milliseconds of whole pages. */
export interface HttpFigures {
  clients: number
  viewer: 'researcher'
  rps: number
  p50: number
  p99: number
  errors: number
}

export interface ServedFigures {
  http: HttpFigures[]
  control: HttpFigures[]
  /** Light pages one after the other, alone and beside a reader who never stops asking for frequent words. */
  beside: { lightP99Alone: number; lightP99Beside: number }
}

/**
 * Answered with a fixed result by the server that is started here, and by no other: a frequent word, so that its page shows
 * what any other does. In capitals it is none of the mixed queries.
 */
export function controlQuery(archive: GeneratedArchive, seed: number, statements: number): string {
  return BENCH_CLASSES['mid']!(archive, new Random(seed), statements).text.toUpperCase()
}

const CLIENTS = 8
const PAGES = 600
const LIGHT_PAGES = 300
const WARM_UP = 60
/** Which queries, up to which share. */
const MIX = [
  [0.6, 'rare'],
  [0.85, 'mid'],
  [0.95, 'two words'],
  [1, 'common'],
] as const
const HEAVY = 'two frequent words'
const LIGHT_PATH = '/'
const INDEXED_WITHIN_MS = 20 * 60_000

/** Starts the product over generated statements and asks it for pages, signed in, as readers do. */
export async function measureServed(
  statements: number,
  seed: number,
  tell: (line: string) => void,
): Promise<ServedFigures> {
  const dataPath = mkdtempSync(join(tmpdir(), 'govah-bench-'))
  const product = await startProduct(dataPath, {
    script: 'scripts/bench/search-http-server.ts',
    args: [String(statements), String(seed)],
  })
  try {
    const cookie = await signIn(product)
    const page = pageReader(product.url, cookie)
    await indexed(product.url, cookie, statements)
    tell('asking for pages …')
    const archive = new GeneratedArchive(seed)
    const random = new Random(seed)
    const mixed = () => searchPath(someQuery(archive, random, statements))
    const fixed = searchPath(controlQuery(archive, seed, statements))
    const control = () => fixed
    await ask(page, control, WARM_UP)
    await ask(page, mixed, WARM_UP)
    return {
      control: [await ask(page, control, PAGES)],
      http: [await ask(page, mixed, PAGES)],
      beside: await measureBeside(page, () =>
        searchPath(BENCH_CLASSES[HEAVY]!(archive, random, statements).text),
      ),
    }
  } finally {
    await product.stop()
    rmSync(dataPath, { recursive: true, force: true })
  }
}

type ReadPage = (path: string) => Promise<{ milliseconds: number; failed: boolean }>

function pageReader(url: string, cookie: string): ReadPage {
  return async (path) => {
    const started = performance.now()
    const answer = await fetch(`${url}${path}`, {
      headers: { cookie, 'accept-encoding': 'identity' },
      redirect: 'manual',
    })
    await answer.arrayBuffer()
    return { milliseconds: performance.now() - started, failed: answer.status !== 200 }
  }
}

async function ask(page: ReadPage, nextPath: () => string, pages: number): Promise<HttpFigures> {
  const times: number[] = []
  let errors = 0
  let asked = 0
  const started = performance.now()
  const client = async () => {
    while (asked++ < pages) {
      const { milliseconds, failed } = await page(nextPath())
      times.push(milliseconds)
      if (failed) errors++
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const seconds = (performance.now() - started) / 1000
  const { p50, p99 } = timesOf(times)
  return {
    clients: CLIENTS,
    viewer: 'researcher',
    rps: round(times.length / seconds, 1),
    p50,
    p99,
    errors,
  }
}

async function measureBeside(page: ReadPage, heavyPath: () => string) {
  await lightP99(page)
  const lightP99Alone = await lightP99(page)
  let stopped = false
  const heavy = (async () => {
    while (!stopped) await page(heavyPath())
  })()
  const lightP99Beside = await lightP99(page)
  stopped = true
  await heavy
  return { lightP99Alone, lightP99Beside }
}

async function lightP99(page: ReadPage): Promise<number> {
  const times: number[] = []
  for (let asked = 0; asked < LIGHT_PAGES; asked++) {
    times.push((await page(LIGHT_PATH)).milliseconds)
  }
  return round(
    percentile(
      times.sort((a, b) => a - b),
      0.99,
    ),
    2,
  )
}

function someQuery(archive: GeneratedArchive, random: Random, statements: number): string {
  const share = random.fraction()
  const [, name] = MIX.find(([upTo]) => share < upTo)!
  return BENCH_CLASSES[name]!(archive, random, statements).text
}

function searchPath(query: string): string {
  return `/search?q=${encodeURIComponent(query)}`
}

/** Signs in a reader of the demo archive; the cookies of the session. */
async function signIn({ url, signIns }: RunningProduct): Promise<string> {
  const person = signIns.find(({ role }) => role === 'researcher')
  if (person === undefined) throw new CommandFailure('the demo archive has no researcher')
  const answer = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  const cookies = cookiesOf(answer)
  const { email, password } = person
  const result = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies.join('; ') },
    body: new URLSearchParams({ email, password, csrfToken, json: 'true' }),
  })
  const session = cookiesOf(result)
  if (!session.some((cookie) => cookie.includes('session-token='))) {
    throw new CommandFailure('the reader of the demo archive could not sign in')
  }
  return [...cookies, ...session].join('; ')
}

function cookiesOf(answer: Response): string[] {
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
}

/** Resolves when all statements are found. */
async function indexed(url: string, cookie: string, statements: number): Promise<void> {
  const until = Date.now() + INDEXED_WITHIN_MS
  while (Date.now() < until) {
    const answer = await fetch(`${url}/api/v1/search`, { headers: { cookie } })
    if (answer.ok) {
      const { total, incomplete } = (await answer.json()) as { total: number; incomplete: boolean }
      if (!incomplete && total >= statements) return
    }
    await setTimeout(500)
  }
  throw new CommandFailure('the generated statements were not indexed in time')
}
