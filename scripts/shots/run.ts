import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { auditAccessibility, launchChromium, type Violation } from '#scripts/browser/chromium.ts'
import { signInByForm } from '#scripts/browser/sign-in.ts'
import type { RunningProduct } from '#scripts/serving/start-product.ts'
import { addressFor, type Visitor } from './addresses.ts'
import { nameOf, readPageRoutes } from './routes.ts'

const LANGUAGES = { en: '', fa: '/fa' } as const
const THEMES = ['light', 'dark'] as const
const WIDTHS_PX = [360, 1440] as const
const HEIGHT_PX = 900

export interface Shot {
  route: string
  role: string
  language: string
  theme: string
  width: number
  violations: Violation[]
}

export interface Shots {
  shots: Shot[]
  /** Pages that answered with a failure, or that nobody could open. */
  problems: string[]
}

export interface Person {
  role: string
  viewer: Visitor
  signIn: { email: string; password: string } | null
}

/** Photographs and audits every page as each of these people who may open it, in each language, theme and width. */
export async function takeShots(
  product: RunningProduct,
  people: Person[],
  folder: string,
  options: { only: string | null },
  say: (line: string) => void,
): Promise<Shots> {
  mkdirSync(folder, { recursive: true })
  const result: Shots = { shots: [], problems: [] }
  const routes = readPageRoutes().filter((route) => options.only === null || route === options.only)
  // An address that only leads on to another page is seen there.
  const seen = new Set<string>()
  const browser = await launchChromium()
  try {
    for (const person of people) {
      const page = await openPage(browser, product.url, person)
      for (const route of routes) {
        const before = result.shots.length
        const outcome = await shootRoute(page, { route, person, url: product.url, folder }, result)
        if (outcome !== 'refused') seen.add(route)
        say(`${person.role} ${route}: ${result.shots.length - before} pictures`)
      }
      await page.context().close()
    }
  } finally {
    // Also when it is cut short: what was seen was seen.
    writeFileSync(join(folder, 'axe.json'), `${JSON.stringify(result.shots, null, 2)}\n`)
    await browser.close()
  }
  for (const route of routes) if (!seen.has(route)) result.problems.push(`${route}: nobody saw it`)
  return result
}

async function openPage(browser: Browser, url: string, person: Person): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  if (person.signIn !== null) await signInByForm(page, url, person.signIn)
  return page
}

interface Visit {
  route: string
  person: Person
  url: string
  folder: string
}

type Outcome = 'shown' | 'led_on' | 'refused'

async function shootRoute(page: Page, visit: Visit, result: Shots): Promise<Outcome> {
  const { route, person, url } = visit
  const path = await addressFor(route, person.viewer)
  if (path === null) return 'refused'
  for (const [language, prefix] of Object.entries(LANGUAGES)) {
    const wanted = new URL(`${prefix}${path === '/' && prefix ? '' : path}`, url)
    const response = await page.goto(wanted.href, { waitUntil: 'networkidle' })
    const status = response?.status() ?? 0
    if (status >= 500) result.problems.push(`${person.role} ${wanted.pathname}: ${status}`)
    if (status !== 200 && route !== '/[...rest]') return 'refused'
    const shown = new URL(page.url()).pathname
    // Sent to sign in, or home once signed in: not theirs to see.
    if (/^(\/fa)?(\/sign-in)?\/?$/.test(shown) && shown !== wanted.pathname) return 'refused'
    if (shown !== wanted.pathname) return 'led_on'
    await page.evaluate(openWhatIsFolded)
    await shootVariants(page, visit, language, result)
  }
  return 'shown'
}

/** In the page: a testimony stands behind its content notes, and what is folded away is not audited. */
function openWhatIsFolded(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) {
    folded.open = true
  }
}

async function shootVariants(
  page: Page,
  { route, person, folder }: Visit,
  language: string,
  result: Shots,
): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme })
    for (const width of WIDTHS_PX) {
      await page.setViewportSize({ width, height: HEIGHT_PX })
      await page.evaluate(settle)
      const violations = await auditAccessibility(page)
      const shot = { route, role: person.role, language, theme, width, violations }
      const name = [nameOf(route), person.role, language, theme, width].join('_')
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
      result.shots.push(shot)
    }
  }
}

/** In the page: waits until it is laid out anew and no colour is on its way from one theme to the other. */
async function settle(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
}
