import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signInByForm } from '#scripts/browser/sign-in.ts'
import { freePort } from '#scripts/meilisearch/server.ts'
import { auditAccessibility } from '#tests/support/browser.ts'
import { addPerson, TEST_PASSWORD } from '#tests/support/database.ts'
import { makePublished } from '#tests/support/factories.ts'
import { useOwnProduct } from '#tests/support/own-product.ts'

/** What readers and admins see while a configured Meilisearch cannot be reached. */

let admin: string
let reference: string

const product = useOwnProduct(
  async () => {
    const owner = await addPerson('archivist')
    const admins = [await addPerson('admin'), await addPerson('admin')] as const
    reference = makePublished(owner, admins)
    admin = admins[0].email
  },
  async () => ({
    MEILISEARCH_URL: `http://127.0.0.1:${await freePort()}`,
    MEILISEARCH_API_KEY: 'a-key-that-nobody-has',
  }),
)

async function withPage(use: (page: Page) => Promise<void>): Promise<void> {
  const context = await product.browser.newContext()
  try {
    await use(await context.newPage())
  } finally {
    await context.close()
  }
}

test('searches are answered all the same, and say so in both languages', () =>
  withPage(async (page) => {
    for (const [path, words] of [
      ['', 'come from the archive’s built-in search'],
      ['/fa', 'از جست‌وجوی درونی آرشیو می‌آید'],
    ] as const) {
      await page.goto(`${product.url}${path}/search?q=ledger`)
      await page.getByText(words).waitFor()
      expect(await page.locator(`a[href*="${reference}"]`).count()).toBeGreaterThan(0)
      expect(await auditAccessibility(page)).toEqual([])
    }
    const answer = await page.request.get(`${product.url}/api/v1/search?q=ledger`)
    expect(await answer.json()).toMatchObject({ engine: 'embedded', incomplete: true, total: 1 })
  }))

test('the health page says why, for both engines, and monitors are told', () =>
  withPage(async (page) => {
    await signInByForm(page, product.url, { email: admin, password: TEST_PASSWORD })
    for (const [path, why, engine] of [
      ['', 'It cannot be reached', 'Embedded'],
      ['/fa', 'در دسترس نیست', 'درونی'],
    ] as const) {
      await page.goto(`${product.url}${path}/admin/health`)
      await page.getByText(why).waitFor()
      const rows = page.getByRole('row')
      await rows.filter({ hasText: engine }).waitFor()
      await rows.filter({ hasText: 'Meilisearch' }).waitFor()
      expect(await auditAccessibility(page)).toEqual([])
    }
    const health = await page.request.get(`${product.url}/api/health`)
    expect(health.status()).toBe(200)
    expect(await health.json()).toMatchObject({
      status: 'fallback',
      engine: 'embedded',
      fallback: { reason: 'unreachable' },
      index: { statements: 1 },
    })
  }))
