import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addressOf, auditAccessibility, launchChromium, signIn } from '#tests/support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const SAVED = /^Saved \d/
const SAVES = '**/api/desk/statements/**'

async function contextAs(role: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, role)
  return { context, page }
}

/** Begins a draft by the interface; returns its reference. */
async function beginDraft(page: Page): Promise<string> {
  await page.goto(addressOf('/desk/new'))
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  await page.waitForURL(/\/desk\/statements\/[A-Z]+-\d+-\d+/)
  return new URL(page.url()).pathname.split('/').at(-1)!
}

const status = (page: Page) => page.getByRole('status').filter({ hasText: /aved|signed out/ })
const passage = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Text of passage ${number}`, exact: true })

async function waitUntilSaved(page: Page): Promise<void> {
  await status(page).filter({ hasText: SAVED }).waitFor()
  // "Saved" of before the last key is not meant.
  await page.waitForTimeout(1_300)
  await status(page).filter({ hasText: SAVED }).waitFor()
}

async function goToText(page: Page, text: string): Promise<void> {
  await page.getByRole('link', { name: '5. Text' }).click()
  await page.getByLabel('Text to cut into passages').fill(text)
  await page.getByRole('button', { name: 'Add these passages' }).click()
  await passage(page, 1).waitFor()
}

const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('govah-draft:')))

describe('the form of a draft', () => {
  it('is filled in, saves itself and meets one again as it was left', async () => {
    const { context, page } = await contextAs('archivist')
    const reference = await beginDraft(page)
    await page.getByLabel('Title (English)').fill('The invented mill')
    await page.getByLabel('Type of testimony').selectOption('letter')
    await page.getByRole('link', { name: /^3\. / }).click()
    await page.getByLabel('Date given', { exact: true }).fill('Mordad 1367')
    await page.getByText('1988-07-23').first().waitFor()
    await page.getByText('Mordad 1367', { exact: false }).last().waitFor()
    await page.getByLabel('If missing, why: Interviewer').selectOption('declined')

    await page.getByRole('link', { name: /^6\. / }).click()
    await page.getByRole('button', { name: 'Record a new one' }).last().click()
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Invented Millbrook')
    await page.getByRole('button', { name: 'Save the record' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Invented Millbrook' }).waitFor()
    await waitUntilSaved(page)

    await page.goto(addressOf(`/desk/statements/${reference}?step=about`))
    await page.getByRole('listitem').filter({ hasText: 'Invented Millbrook' }).waitFor()
    await page.getByRole('button', { name: 'Take out Invented Millbrook' }).click()
    const search = page.getByRole('combobox', { name: 'Search and choose: Places' })
    await search.fill('millbr')
    await page.getByRole('option', { name: /Invented Millbrook/ }).waitFor()
    await search.press('ArrowDown')
    await search.press('Enter')
    await page.getByRole('listitem').filter({ hasText: 'Invented Millbrook' }).waitFor()
    expect(await auditAccessibility(page)).toEqual([])
    await page.goto(addressOf(`/desk/statements/${reference}`))
    await page.getByLabel('Title (English)').waitFor()
    expect(await page.getByLabel('Title (English)').inputValue()).toBe('The invented mill')
    await context.close()
  })

  it('splits, joins, deletes and undoes passages by keyboard, and keeps their translation', async () => {
    const { context, page } = await contextAs('archivist')
    const reference = await beginDraft(page)
    await goToText(page, 'One. Two.\n\nThree.')
    await page.getByLabel('Language of the text').selectOption('en')
    await passage(page, 1).focus()
    await page.keyboard.press('Home')
    for (let key = 0; key < 5; key++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+Enter')
    expect(await passage(page, 2).inputValue()).toBe('Two.')
    expect(await passage(page, 3).inputValue()).toBe('Three.')
    await page.keyboard.type('And ')
    expect(await passage(page, 2).inputValue()).toBe('And Two.')
    await page.keyboard.press('Home')
    await page.keyboard.press('Backspace')
    expect(await passage(page, 1).inputValue()).toBe('One.\nAnd Two.')

    await page.getByRole('button', { name: 'Add a translation' }).click()
    await page.getByLabel('Language of the translation').selectOption('fa')
    await page.getByRole('button', { name: 'Begin this translation' }).click()
    const translated = page.getByRole('textbox', { name: 'Translation of passage 2' })
    await translated.fill('سه.')
    await page.getByRole('button', { name: 'Original', exact: true }).click()
    await passage(page, 2).focus()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    expect(await passage(page, 2).count()).toBe(0)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    expect(await passage(page, 2).inputValue()).toBe('Three.')
    await page.getByRole('button', { name: 'Persian', exact: true }).click()
    expect(await translated.inputValue()).toBe('سه.')
    await waitUntilSaved(page)

    await page.goto(addressOf(`/desk/statements/${reference}?step=text`))
    expect(await passage(page, 1).inputValue()).toBe('One.\nAnd Two.')
    await page.goto(addressOf(`/desk/statements/${reference}/preview`))
    await page.getByText('And Two.').first().waitFor()
    await context.close()
  })

  it('leads from what is missing to its field', async () => {
    const { context, page } = await contextAs('archivist')
    const reference = await beginDraft(page)
    await page.goto(addressOf(`/desk/statements/${reference}?step=submit`))
    expect(await page.getByRole('button', { name: 'Submit for review' }).isDisabled()).toBe(true)
    await page.getByRole('link', { name: 'Date given' }).click()
    const field = page.getByLabel('Date given', { exact: true })
    await field.waitFor()
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await context.close()
  })
})

describe('a draft that cannot be saved', () => {
  it('takes no words before the page can keep them', async () => {
    const { context, page } = await contextAs('archivist')
    const reference = await beginDraft(page)
    await page.goto('about:blank')
    const scripts = Promise.withResolvers<void>()
    await page.route('**/_next/static/**/*.js', async (route) => {
      await scripts.promise
      await route.continue()
    })
    await page.goto(addressOf(`/desk/statements/${reference}`), { waitUntil: 'commit' })
    const title = page.getByLabel('Title (English)')
    await title.waitFor()
    expect(await title.isDisabled()).toBe(true)
    scripts.resolve()
    await title.fill('Typed as early as it could be')
    await waitUntilSaved(page)
    await page.reload()
    expect(await title.inputValue()).toBe('Typed as early as it could be')
    await context.close()
  })

  it('is kept in the browser while the server is away, offered again, and erased on save', async () => {
    const { context, page } = await contextAs('archivist')
    const reference = await beginDraft(page)
    await goToText(page, 'Before.')
    await waitUntilSaved(page)
    await context.route(SAVES, (route) => route.abort())
    await passage(page, 1).fill('Typed while the server was away.')
    await status(page).filter({ hasText: 'kept in this browser' }).waitFor()
    expect(await kept(page)).toHaveLength(1)

    page.on('dialog', (dialog) => dialog.accept())
    await page.close({ runBeforeUnload: false })
    const again = await context.newPage()
    await context.unroute(SAVES)
    await again.goto(addressOf(`/desk/statements/${reference}?step=text`))
    await again.getByRole('alertdialog', { name: 'Text that was not saved' }).waitFor()
    expect(await auditAccessibility(again)).toEqual([])
    await again.getByRole('button', { name: 'Take it up again' }).click()
    expect(await passage(again, 1).inputValue()).toBe('Typed while the server was away.')
    await waitUntilSaved(again)
    expect(await kept(again)).toEqual([])
    await context.close()
  })

  it('shows both versions after somebody saved in between, and overwrites neither', async () => {
    const { context, page } = await contextAs('archivist')
    const reference = await beginDraft(page)
    await goToText(page, 'First.\n\nSecond.')
    await waitUntilSaved(page)
    const other = await context.newPage()
    await other.goto(addressOf(`/desk/statements/${reference}?step=text`))
    await passage(other, 2).fill('Second, by the other tab.')
    await waitUntilSaved(other)

    await passage(page, 1).fill('First, by this tab.')
    const dialog = page.getByRole('alertdialog', { name: 'Two versions of this draft' })
    await dialog.waitFor()
    await dialog.getByText('First, by this tab.').waitFor()
    await dialog.getByText('Second, by the other tab.').waitFor()
    expect(await auditAccessibility(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save this choice' }).click()
    await waitUntilSaved(page)
    expect(await passage(page, 1).inputValue()).toBe('First, by this tab.')
    expect(await passage(page, 2).inputValue()).toBe('Second, by the other tab.')
    await context.close()
  })

  it('waits for one to sign in again, and is erased from the browser at sign-out', async () => {
    const { context, page } = await contextAs('archivist')
    await beginDraft(page)
    await goToText(page, 'Before.')
    await waitUntilSaved(page)
    await context.clearCookies()
    await passage(page, 1).fill('Typed after the session was over.')
    await status(page).filter({ hasText: 'signed out' }).waitFor()
    expect(await kept(page)).toHaveLength(1)
    const second = await context.newPage()
    await signIn(second, 'archivist')
    await page.bringToFront()
    await page.getByRole('button', { name: 'Try again' }).click()
    await waitUntilSaved(page)
    expect(await kept(page)).toEqual([])

    await context.route(SAVES, (route) => route.abort())
    await passage(page, 1).fill('Not to be left on this machine.')
    await status(page).filter({ hasText: 'kept in this browser' }).waitFor()
    page.on('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.waitForURL((url) => !url.pathname.startsWith('/desk'))
    expect(await kept(page)).toEqual([])
    await context.close()
  })
})

it('takes a key in a transcript of 20,000 words without a wait that is felt', async () => {
  const database = new Database(join(inject('product').dataPath, 'govah.db'), { readonly: true })
  const longest = database
    .prepare(
      `select s.reference, r.state, r.words from statements s
       join revisions r on r.id = s.current_revision_id join users u on u.id = s.owner_id
       where u.email = ? and r.words > 15000 limit 1`,
    )
    .get(inject('product').signIns.find((person) => person.role === 'archivist')?.email) as {
    reference: string
    words: number
  }
  database.close()
  const { context, page } = await contextAs('archivist')
  await page.goto(addressOf(`/desk/statements/${longest.reference}?step=text`))
  await page.locator('summary', { hasText: 'Open a new revision' }).click()
  await page.getByRole('button', { name: 'Open a new revision' }).click()
  await passage(page, 1).waitFor()
  const key = await measureTyping(page)
  console.log(`typing in ${longest.words} words, milliseconds a key: ${JSON.stringify(key)}`)
  expect(key.keys).toBeGreaterThan(50)
  await waitUntilSaved(page)
  await context.close()
})

/** From each key to the frame that shows it, in milliseconds. */
async function measureTyping(page: Page) {
  const middle = page.getByRole('textbox', { name: /^Text of passage 200$/ })
  await middle.scrollIntoViewIfNeeded()
  await middle.focus()
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - start)
          channel.port2.postMessage(null)
        })
      },
      true,
    )
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const before = await busySeconds(devtools)
  await page.keyboard.type('The words of an invented witness, typed without a pause. '.repeat(2), {
    delay: 40,
  })
  const busy = (await busySeconds(devtools)) - before
  const times = await page.evaluate(() => (window as never as { keyTimes: number[] }).keyTimes)
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]!)
  const work = Math.round((busy * 1_000) / times.length)
  return { keys: times.length, work, median: at(0.5), p95: at(0.95), longest: at(1) }
}

/** How long the page has been busy: what a key costs by itself, on a machine that does other things as well. */
async function busySeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

describe('the desk is refused', () => {
  it('to researchers and strangers, and drafts of others are not found', async () => {
    const { context, page } = await contextAs('researcher')
    const answer = await page.goto(addressOf('/desk'))
    expect(answer?.status()).toBe(404)
    await context.close()

    const admin = await contextAs('admin')
    const reference = await beginDraft(admin.page)
    const stranger = await contextAs('archivist')
    for (const path of ['', '/preview']) {
      const found = await stranger.page.goto(addressOf(`/desk/statements/${reference}${path}`))
      expect(found?.status()).toBe(404)
    }
    const put = (from: Page) =>
      from.evaluate(async (name) => {
        const saved = await fetch(`/api/desk/statements/${name}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ version: 1, content: {}, identity: {}, consents: [] }),
        })
        return saved.status
      }, reference)
    expect(await put(stranger.page)).toBe(404)
    await stranger.context.clearCookies()
    expect(await put(stranger.page)).toBe(401)
    for (const path of ['authorities?kinds=person', 'sources', 'occasions']) {
      const refused = await stranger.page.request.get(addressOf(`/api/desk/${path}`))
      expect(refused.status()).toBe(401)
    }
    await admin.context.close()
    await stranger.context.close()
  })
})
