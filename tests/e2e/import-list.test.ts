import { inArray } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { imports } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { countImports } from '#lib/importing/lists.ts'
import { addressOf, auditAccessibility, launchChromium, signIn } from '#tests/support/browser.ts'
import { translator } from '#tests/support/messages.ts'
import { productPerson, useProductArchive } from '#tests/support/product-archive.ts'

const PER_PAGE = 50
/** Of years ago, so that they stand behind those of other tests, which share the archive: more than two pages. */
const EARLIER = Array.from({ length: 110 }, (_, at) => `earlier-${String(at).padStart(3, '0')}.txt`)

useProductArchive()

let browser: Browser
let total: number
beforeAll(async () => {
  browser = await launchChromium()
  const archivist = productPerson('archivist')
  database()
    .insert(imports)
    .values(
      EARLIER.map((fileName, at) => ({
        id: fileName,
        createdBy: archivist.userId,
        createdAt: new Date(Date.UTC(2019, 0, 1, 12, 0, at)).toISOString(),
        state: 'undone' as const,
        kind: 'text',
        fileName,
        fileSha256: '',
        total: 0,
      })),
    )
    .run()
  total = countImports(archivist).total
})
afterAll(async () => {
  database().delete(imports).where(inArray(imports.id, EARLIER)).run()
  await browser.close()
})

async function namesOn(page: Page): Promise<string[]> {
  const rows = page.locator('main table tbody th a')
  return rows.allInnerTexts()
}

describe.each([
  ['en', 1440],
  ['fa', 360],
] as const)('the list of imports, in %s at %i pixels', (locale, width) => {
  const say = translator(locale)
  const path = `${locale === 'fa' ? '/fa' : ''}/desk/import`
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  const pages = (page: Page) =>
    page.getByRole('navigation', { name: say('common.pagination.label') })
  const isAt = (page: Page, at: number) =>
    pages(page)
      .getByRole('link', { name: say('common.pagination.current', { page: number(at) }) })
      .waitFor()

  it('is gone through page by page with the keyboard, and holds every import once', async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    await signIn(page, 'archivist')
    await page.goto(addressOf(path))
    const last = Math.ceil(total / PER_PAGE)
    const seen: string[] = []
    for (let at = 1; at <= last; at += 1) {
      await isAt(page, at)
      seen.push(...(await namesOn(page)))
      if (at === 1 || at === last) expect(await auditAccessibility(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      if (at === last) break
      await pages(page)
        .getByRole('link', { name: say('common.pagination.next') })
        .focus()
      await page.keyboard.press('Enter')
    }
    expect(seen).toHaveLength(total)
    expect(seen.slice(-EARLIER.length)).toEqual(EARLIER.toReversed())
    expect(new URL(page.url()).search).toBe(`?page=${last}`)
    expect(await pages(page).locator('[rel=next]').count()).toBe(0)

    // Back to the first by its number, whose address is that of the list.
    await pages(page)
      .getByRole('link', { name: say('common.pagination.page', { page: number(1) }), exact: true })
      .click()
    await isAt(page, 1)
    expect(page.url()).toBe(addressOf(path))

    // An address of no page is the nearest one that there is.
    for (const [asked, at] of [
      ['999', last],
      ['0', 1],
      ['two', 1],
    ] as const) {
      await page.goto(addressOf(`${path}?page=${asked}`))
      await isAt(page, at)
    }
    await context.close()
  })
})

it('shows no page of the list to researchers', async () => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, 'researcher')
  const answer = await page.goto(addressOf('/desk/import?page=2'))
  expect(answer?.status()).toBe(404)
  expect(await page.getByText('earlier-').count()).toBe(0)
  await page.context().close()
})
