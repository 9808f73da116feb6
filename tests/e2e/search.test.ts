import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { createAuthority } from '#lib/authorities/commands.ts'
import { auditAccessibility } from '#tests/support/browser.ts'
import { addPerson } from '#tests/support/database.ts'
import { makePublished } from '#tests/support/factories.ts'
import { useOwnProduct } from '#tests/support/own-product.ts'

/** Asking the search in the browser: by every way of writing, with bad input, and with suggestions. All is invented. */

let persian: string

const product = useOwnProduct(fillArchive)
const { openPage } = product

async function fillArchive(): Promise<void> {
  const owner = await addPerson('archivist')
  const admins = [await addPerson('admin'), await addPerson('admin')] as const
  const place = createAuthority(owner, {
    kind: 'place',
    names: [
      { name: 'Varand Bridge', language: 'en', preferred: true },
      { name: 'پل ورند', language: 'fa', preferred: true },
    ],
  })
  persian = makePublished(owner, admins, {
    content: {
      titles: { fa: 'شب کتاب‌ها' },
      abstracts: {},
      text: {
        kind: 'transcript',
        language: 'fa',
        passages: [
          { key: 'first', text: 'آن روز کسی چیزی نگفت.' },
          {
            key: 'second',
            text: 'در سال ۱۴۱۰ شبانه می‌رفتند و کتاب‌های گوهرچشمه را با یک ارابه می‌آوردند.',
          },
        ],
      },
    },
  })
  makePublished(owner, admins, { content: { about: { placeIds: [place] } } })
  makePublished(owner, admins, {
    content: {
      titles: { en: 'Closed to visitors' },
      access: { audience: 'registered' },
      text: { language: 'en', passages: [{ key: 'only', text: 'The canaryword was ledgerless.' }] },
    },
  })
}

const withoutScripts = { javaScriptEnabled: false }
const field = (page: Page) => page.locator('input[name="q"]').first()
const addressFor = (prefix: string, q: string) => `${prefix}/search?${new URLSearchParams({ q })}`

describe('a Persian reader finds a Persian passage', () => {
  test.each([
    ['on an Arabic keyboard', 'كتابهاي گوهرچشمة', ['کتاب‌های', 'گوهرچشمه']],
    ['without ZWNJ', 'میرفتند', ['می‌رفتند']],
    ['with a space instead of it', 'می رفتند', ['می‌رفتند']],
    ['with European digits', '1410', ['۱۴۱۰']],
    ['with Arabic digits', '١٤١٠ ارابة', ['۱۴۱۰', 'ارابه']],
    ['in Latin letters', 'Goharcheshmeh', ['گوهرچشمه']],
    ['by the year of the other calendar', '2031 ارابه', ['۱۴۱۰', 'ارابه']],
  ])('%s', async (_, typed, marked) => {
    const page = await openPage('/fa/search')
    await field(page).fill(typed)
    await field(page).press('Enter')
    await page.waitForURL(/\?q=/)
    const article = page.locator('article', { hasText: persian })
    expect(await article.locator('mark').allTextContents()).toEqual(expect.arrayContaining(marked))
    await article.getByRole('link', { name: 'بند ۲' }).click()
    await page.waitForURL(/#p2$/)
    const passage = page.locator('#p2 mark')
    expect(await passage.allTextContents()).toEqual(expect.arrayContaining(marked))
    await page.context().close()
  })
})

describe('bad input gets a sensible page in both languages', () => {
  const BAD = [
    'x'.repeat(10_000),
    'م'.repeat(10_000),
    'word '.repeat(2_000),
    '…!?;:,.',
    '"""',
    '"unbalanced ledger',
    '«ledger',
    'a\u0000b\u0007\u001bledger',
    '\u202e\u2066ledger\u200f',
    'NEAR(ledger bridge, 2) AND body:* OR ^x',
    '{head names} : ledger',
    "ledger' OR 1=1; DROP TABLE current; --",
    'audience = staff OR id > 0',
    '<script>alert(1)</script> ledger',
    'speaker: place:"" year:abc colour:red b*',
    '%00%ff \\ \\u0000 🕊️',
  ]

  test.each(['', '/fa'])('at %s/search', async (prefix) => {
    const page = await openPage(`${prefix}/help`)
    const noise: string[] = []
    page.on('console', (message) => message.type() === 'error' && noise.push(message.text()))
    page.on('pageerror', (error) => noise.push(String(error)))
    for (const q of BAD) {
      const answer = await page.goto(`${product.url}${addressFor(prefix, q)}`)
      expect(answer?.status(), q.slice(0, 30)).toBe(200)
      expect(await page.locator('main h2').first().isVisible(), q.slice(0, 30)).toBe(true)
      expect(await field(page).isVisible()).toBe(true)
      const isTooWide = await page.evaluate(() => document.body.scrollWidth > window.innerWidth)
      expect(isTooWide, q.slice(0, 30)).toBe(false)
      const { status } = await fetch(`${product.url}/api/v1/search?${new URLSearchParams({ q })}`)
      expect(status).toBe(200)
    }
    expect(noise).toEqual([])
    await page.context().close()
  })

  test('and says what was done instead', async () => {
    const page = await openPage(
      addressFor('', '"unbalanced speaker: year:abc colour:red b* ledger'),
    )
    for (const told of [
      'a quotation mark has no partner',
      'Nothing stands after speaker:',
      'year:abc could not be read as a year',
      'colour:red names no field',
      'At least two letters',
    ]) {
      expect(await page.getByText(told).count(), told).toBe(1)
    }
    expect(await auditAccessibility(page)).toEqual([])
    await page.goto(`${product.url}${addressFor('/fa', '«ناتمام سال:هیچ')}`)
    expect(await page.getByText('جفت ندارد').count()).toBe(1)
    expect(await page.getByText('را نشد به‌جای سال خواند').count()).toBe(1)
    expect(await auditAccessibility(page)).toEqual([])
    await page.goto(`${product.url}${addressFor('', 'x'.repeat(10_000))}`)
    expect(await page.getByText('only its beginning was used').count()).toBe(1)
    expect(await field(page).inputValue()).toHaveLength(10_000)
  })

  test('and names the words that near matches were found by', async () => {
    const page = await openPage(addressFor('', 'lejger'))
    expect(await page.getByText('Near lejger: ledger.').count()).toBe(1)
    expect(await page.getByText('ledgerless').count()).toBe(0)
  })
})

describe('suggestions', () => {
  const options = (page: Page) => page.getByRole('option')

  test('come while one types, and lead on with the arrow keys', async () => {
    const page = await openPage('/')
    await field(page).pressSequentially('old var', { delay: 20 })
    await options(page).first().waitFor()
    expect(await options(page).allTextContents()).toEqual([
      expect.stringContaining('Varand Bridge'),
      'varand',
    ])
    expect(await field(page).getAttribute('aria-expanded')).toBe('true')
    expect(await auditAccessibility(page)).toEqual([])
    await field(page).press('ArrowDown')
    await field(page).press('Enter')
    await page.waitForURL(/q=old\+Varand\+Bridge/)
    expect(await field(page).inputValue()).toBe('old Varand Bridge')
  })

  test('leave what was typed alone: Enter searches for it, Escape closes the list', async () => {
    const page = await openPage('/fa')
    await field(page).pressSequentially('پل ور', { delay: 20 })
    await options(page).first().waitFor()
    expect(await options(page).first().textContent()).toContain('پل ورند')
    const direction = await options(page)
      .first()
      .evaluate((element) => getComputedStyle(element).direction)
    expect(direction).toBe('rtl')
    expect(await auditAccessibility(page)).toEqual([])
    await field(page).press('Escape')
    await options(page).first().waitFor({ state: 'detached' })
    expect(await field(page).inputValue()).toBe('پل ور')
    await field(page).pressSequentially('ن', { delay: 20 })
    await options(page).first().waitFor()
    await field(page).press('Enter')
    await page.waitForURL(/\/fa\/search\?q=/)
    expect(new URL(page.url()).searchParams.get('q')).toBe('پل ورن')
  })

  test('are chosen by pointer, on a phone too, and stay on the screen', async () => {
    const page = await openPage('/search', { viewport: { width: 360, height: 740 } })
    await field(page).pressSequentially('brid', { delay: 20 })
    await options(page).first().waitFor()
    const isTooWide = await page.evaluate(() => document.body.scrollWidth > window.innerWidth)
    expect(isTooWide).toBe(false)
    await options(page).first().click()
    await page.waitForURL(/q=Varand\+Bridge/)
  })

  test('say nothing of what a visitor may not read: /api/v1/suggest', async () => {
    const ask = async (q: string) => {
      const answer = await fetch(`${product.url}/api/v1/suggest?${new URLSearchParams({ q })}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toContain('no-store')
      return (await answer.json()).suggestions
    }
    expect(await ask('canar')).toEqual([])
    expect(await ask('ledgerl')).toEqual([])
    expect(await ask('ledg')).toEqual([{ kind: 'word', text: 'ledger', query: 'ledger' }])
  })

  test('are not needed: the field is a plain one without JavaScript', async () => {
    const page = await openPage('/fa', withoutScripts)
    await field(page).fill('ارابه')
    await field(page).press('Enter')
    expect(new URL(page.url()).searchParams.get('q')).toBe('ارابه')
    expect(await page.locator('article mark').allTextContents()).toEqual(['ارابه'])
  })
})

test('every example of the help finds something in the demo archive', async () => {
  const { url } = inject('product')
  for (const path of ['/help', '/fa/help']) {
    const page = await (await product.browser.newContext()).newPage()
    await page.goto(`${url}${path}`)
    const examples = await page
      .locator('main dd a[href*="q="]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(examples.length).toBeGreaterThanOrEqual(8)
    for (const example of examples) {
      const q = new URL(example).searchParams.get('q') ?? ''
      const answer = await fetch(`${url}/api/v1/search?${new URLSearchParams({ q })}`)
      expect((await answer.json()).total, q).toBeGreaterThan(0)
    }
    await page.context().close()
  }
})
