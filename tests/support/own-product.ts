import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, vi } from 'vitest'
import { migrateDatabase } from '#db/migrate.ts'
import { createArchive } from '#lib/archive/commands.ts'
import { closeDatabase } from '#lib/database.ts'
import { databasePath } from '#lib/env.ts'
import { type RunningProduct, startProduct } from '#scripts/serving/start-product.ts'
import { launchChromium } from './browser.ts'
import { SYSTEM } from './database.ts'

/** A product and a browser; only hooks and tests can look at them. */
export interface OwnProduct {
  readonly url: string
  readonly browser: Browser
  /** A new visitor's page, at a path of the product. */
  openPage(path: string, options?: BrowserContextOptions): Promise<Page>
}

const PATIENCE_MS = 15_000

/**
 * Gives the browser tests of a file a product of their own, whose archive is open to visitors as the demo's is and
 * holds what `fill` puts there by the real commands; `variables` are set for it.
 */
export function useOwnProduct(
  fill: () => Promise<void>,
  variables: () => Promise<Record<string, string>> = async () => ({}),
): OwnProduct {
  let folder: string
  let product: RunningProduct
  let browser: Browser
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'govah-e2e-own-'))
    vi.stubEnv('GOVAH_DATA', folder)
    migrateDatabase(databasePath())
    // The demo's statements are not made where an archive stands.
    createArchive(SYSTEM, 'demo')
    await fill()
    closeDatabase()
    vi.unstubAllEnvs()
    product = await startProduct(folder, { variables: await variables() })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    get url() {
      return product.url
    },
    get browser() {
      return browser
    },
    async openPage(path, options = {}) {
      const page = await (await browser.newContext(options)).newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      await page.goto(`${product.url}${path}`)
      return page
    },
  }
}
