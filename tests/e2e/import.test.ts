import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, auditAccessibility, launchChromium, signIn } from '#tests/support/browser.ts'

const REPORT = `Witnesses of the Ostra flood speak

Source: Merland Courier

LINDHOLM, 4 May 2023 — A conference in Lindholm on Wednesday heard two witnesses of the flood.

“We heard the dam before we saw it,” said Nora Veld, a retired schoolteacher.

“I wrote three letters myself,” said Tomas Brandt, the former lock keeper.
`
/** Of a title of its own: all browser tests share one archive, which knows a report by title, publisher and day. */
const PERSIAN_REPORT = `روایت شاهدان سیل رودآباد در مهرشهر

منبع: هفته‌نامهٔ کران

مهرشهر، ۱۲ تیر ۱۴۰۱ – روز یکشنبه کنفرانسی در مهرشهر برگزار شد و بازماندگان سیل از آن شب گفتند.

نسرین پاکدل، آموزگار بازنشسته، گفت: «ما صدای آب را پیش از دیدنش شنیدیم.»
`

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function openAs(role: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, role)
  await page.goto(addressOf(path))
  return page
}

/** Posts a file from within the page, as it would itself. */
function postFile(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answer = await fetch('/api/desk/imports?name=x.txt', {
      method: 'POST',
      body: 'I was there.',
    })
    return answer.status
  })
}

describe('importing at the desk', () => {
  it('previews a press report with every passage in its place, creates the drafts and takes them back', async () => {
    const page = await openAs('archivist', '/desk/import')
    await page.getByLabel('Or paste a text').fill(REPORT)
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.waitForURL(/\/desk\/import\/[0-9a-z]{16}$/)
    await page.getByRole('heading', { name: 'Proposed drafts' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Nora Veld' }).isVisible()).toBe(true)
    expect(await page.locator('mark').count()).toBe(2)
    expect(await auditAccessibility(page)).toEqual([])

    await page.getByRole('button', { name: 'Create 2 drafts' }).click()
    await page.getByRole('heading', { name: 'What became of it' }).waitFor()
    expect(await page.getByRole('row').count()).toBe(3)
    expect(await page.locator('mark').count()).toBe(2)
    expect(await auditAccessibility(page)).toEqual([])

    await page.getByText('Delete untouched drafts').click()
    await page.getByRole('button', { name: 'Delete 2 drafts' }).click()
    await page.getByText('2 deleted').waitFor()
    await page.close()
  })

  it('does the same in Persian', async () => {
    const page = await openAs('archivist', '/fa/desk/import')
    await page.getByLabel('یا متنی بچسبانید').fill(PERSIAN_REPORT)
    await page.getByRole('button', { name: 'پیش‌نمایش' }).click()
    await page.getByRole('heading', { name: 'نسرین پاکدل' }).waitFor()
    await page.getByRole('button', { name: 'ساختن ۱ پیش‌نویس' }).click()
    await page.getByRole('heading', { name: 'نتیجهٔ کار' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/fa\/desk\/import\/[0-9a-z]{16}$/)
    expect(await auditAccessibility(page)).toEqual([])
    await page.close()
  })

  it('says what is wrong with a file and loses nothing', async () => {
    const page = await openAs('archivist', '/desk/import')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('Choose a file or paste a text.').waitFor()
    await page.getByLabel('Files').setInputFiles({
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from([0x61, 0x00, 0x01]),
    })
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('This is not a text or a document that the import knows.').waitFor()
    expect(await auditAccessibility(page)).toEqual([])
    await page.getByText('Discard', { exact: true }).click()
    await page.getByRole('button', { name: 'Discard this import' }).click()
    await page.waitForURL(/\/desk\/import$/)
    expect(await page.getByRole('link', { name: 'a.txt' }).count()).toBe(0)
    await page.close()
  })

  it('is refused to researchers and strangers: page and /api/desk/imports alike', async () => {
    const researcher = await openAs('researcher', '/desk/import')
    expect(await researcher.getByLabel('Files').count()).toBe(0)
    expect(await postFile(researcher)).toBe(403)
    await researcher.close()

    const context = await browser.newContext()
    const stranger = await context.newPage()
    await stranger.goto(addressOf('/'))
    expect(await postFile(stranger)).toBe(401)
    await stranger.goto(addressOf('/desk/import'))
    expect(new URL(stranger.url()).pathname).toBe('/sign-in')
    await context.close()
  })
})
