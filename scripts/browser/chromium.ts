import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { toolEnvironment } from '#lib/env.ts'
import { CommandFailure } from '#scripts/command.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** WCAG 2.0 A to 2.2 AA, as axe-core names them. */
const WCAG_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const CHROMIUM_MISSING =
  'Chromium was not found: install it (Debian: apt-get install chromium) or name it by CHROMIUM_PATH'

/** Path of the machine's Chromium: `CHROMIUM_PATH`, else the first of its usual names on the path, else null. */
export function findChromium(): string | null {
  const { chromiumPath, variables } = toolEnvironment()
  if (chromiumPath !== null) {
    if (isExecutable(chromiumPath)) return chromiumPath
    throw new CommandFailure(`CHROMIUM_PATH: expected a program, found "${chromiumPath}"`)
  }
  const folders = (variables.PATH ?? '').split(delimiter)
  return (
    NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** On a continuous integration machine, as root, Debian's Chromium is installed where there is none. */
export function findOrInstallChromium(): string | null {
  const found = findChromium()
  const { ci } = toolEnvironment()
  if (found !== null || !ci || process.getuid?.() !== 0) return found
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new CommandFailure(`apt-get ${args.join(' ')} failed`)
  }
  return findChromium()
}

/** @throws CommandFailure when the machine has no Chromium. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new CommandFailure(CHROMIUM_MISSING)
  return chromium.launch({ executablePath, args: QUIET })
}

export interface Violation {
  id: string
  impact: string | null
  help: string
  /** CSS selectors of the elements. */
  targets: string[]
}

/** What axe-core finds wrong with the page as it stands, by WCAG 2.0 A to 2.2 AA. */
export async function auditAccessibility(page: Page): Promise<Violation[]> {
  await layOutWhole(page)
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_TAGS).analyze()
  return violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact: impact ?? null,
    help,
    targets: nodes.map((node) => node.target.join(' ')),
  }))
}

/** Passages that the browser has not drawn yet have no colours and places that could be judged. */
async function layOutWhole(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (getComputedStyle(element).contentVisibility === 'auto') {
        element.style.contentVisibility = 'visible'
      }
    }
  })
}
