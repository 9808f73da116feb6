import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, auditAccessibility, launchChromium } from '#tests/support/browser.ts'

/** Finding words inside the long transcript of the demo archive. */

let browser: Browser
let transcript: string

beforeAll(async () => {
  browser = await launchChromium()
  const answer = await fetch(addressOf('/api/v1/search?q=theodolite'))
  transcript = `/statements/${(await answer.json()).hits[0].reference}`
})
afterAll(() => browser?.close())

async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(addressOf(path))
  return page
}
const count = (page: Page) => page.locator('output')
const current = (page: Page) => page.locator('mark[data-current]')
const isInSight = (page: Page) =>
  current(page).evaluate((mark) => {
    const { top, bottom } = mark.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })

describe('words inside a statement', () => {
  test('are counted, stepped through by the keyboard and seen along the edge', async () => {
    const page = await openPage(transcript)
    expect(await page.getByTestId('ruler').count()).toBe(0)
    await page.locator('#find').fill('LEDGER')
    await page.locator('#find').press('Enter')
    await page.waitForURL(/q=LEDGER/)
    await page.getByText(/^\d+ places$/).waitFor()
    const total = Number.parseInt((await count(page).textContent())!, 10)
    expect(total).toBeGreaterThan(20)
    expect(await page.locator('mark[id]').count()).toBe(total)
    expect(await page.getByTestId('ruler').locator('span').count()).toBe(total)

    const seen: string[] = []
    for (const [key, expected] of [
      ['Enter', 1],
      ['Enter', 2],
      ['Enter', 3],
      ['Shift+Enter', 2],
      ['Shift+Enter', 1],
      ['Shift+Enter', total],
      ['Enter', 1],
    ] as const) {
      await page.locator('#find').press(key)
      await page.getByText(new RegExp(`^${expected} of ${total}, passage`)).waitFor()
      expect(await current(page).getAttribute('id')).toBe(`hit-${expected}`)
      await page.waitForFunction(() => {
        const box = document.querySelector('mark[data-current]')?.getBoundingClientRect()
        return box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight
      })
      seen.push((await current(page).textContent())!)
    }
    expect(new Set(seen.map((word) => word.toLowerCase()))).toEqual(new Set(['ledger']))
    await page.getByRole('button', { name: 'Next place' }).click()
    await page.getByText(new RegExp(`^2 of ${total}`)).waitFor()
    await page.getByRole('button', { name: 'Previous place' }).press('Enter')
    await page.getByText(new RegExp(`^1 of ${total}`)).waitFor()

    const box = (await page.getByTestId('ruler').boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 2)
    await page.getByText(new RegExp(`^${total} of ${total}`)).waitFor()
    await page.waitForTimeout(0)
    expect(await isInSight(page)).toBe(true)
  })

  test('are there at once for those who come from a search, at the passage they chose', async () => {
    const page = await openPage('/search?q=theodolite')
    await page.locator('article a', { hasText: '§' }).first().click()
    await page.waitForURL(/q=theodolite#p\d+$/)
    const passage = new URL(page.url()).hash
    expect(await page.locator(`${passage} mark`).first().textContent()).toMatch(/theodolite/i)
    await page.getByText(/^1 of \d+, passage/).waitFor()
    expect(await page.locator('#find').inputValue()).toBe('theodolite')
  })

  test('are found by near spellings and in the other script, and the page says so', async () => {
    const page = await openPage(`/fa${transcript}?q=lejger`)
    expect(await page.getByText('نزدیک به lejger: ledger').count()).toBe(1)
    expect(await page.locator('mark[id]').count()).toBeGreaterThan(20)
    await page.goto(addressOf(`/fa${transcript}?q=${encodeURIComponent('اناروین')}`))
    expect(await page.getByText(/این‌ها هم پیدا شد:.*Anarvin/).count()).toBe(1)
    expect(await page.locator('mark[id]').first().textContent()).toMatch(/Anarvin/i)
  })

  test('are links to each place without JavaScript', async () => {
    const page = await openPage(transcript, { javaScriptEnabled: false })
    await page.locator('#find').fill('ledger')
    await page.locator('#find').press('Enter')
    expect(new URL(page.url()).searchParams.get('q')).toBe('ledger')
    expect(await count(page).textContent()).toMatch(/^\d+ places$/)
    expect(await page.getByRole('button', { name: 'Next place' }).count()).toBe(0)
    await page.locator('summary', { hasText: /^In \d+ passages$/ }).click()
    const link = page.getByRole('link', { name: /^Passage \d+: \d+ place/ }).last()
    const target = (await link.getAttribute('href'))!
    await link.click()
    expect(new URL(page.url()).hash).toBe(target)
    expect(await page.locator(target).textContent()).toMatch(/ledger/i)
    const top = await page.locator(target).evaluate((mark) => mark.getBoundingClientRect().top)
    expect(top).toBeGreaterThan(60)
  })

  test('that are not there leave the text as it is; bad input as well', async () => {
    for (const q of ['zebrafish', '"', 'x'.repeat(5_000), 'q\u0000zz', 'speaker:x']) {
      const page = await openPage(`/fa${transcript}?${new URLSearchParams({ q })}`)
      expect(await count(page).textContent(), q.slice(0, 20)).toBe('در این متن نیست')
      expect(await page.locator('mark').count(), q.slice(0, 20)).toBe(0)
      await page.context().close()
    }
  })

  test.each(['', '/fa'])('fit a phone and everybody, in %s', async (prefix) => {
    const page = await openPage(`${prefix}${transcript}?q=ledger`, {
      viewport: { width: 360, height: 740 },
    })
    expect(await auditAccessibility(page)).toEqual([])
    const isTooWide = await page.evaluate(() => document.body.scrollWidth > window.innerWidth)
    expect(isTooWide).toBe(false)
  })
})
