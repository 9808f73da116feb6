import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInByForm } from '#scripts/browser/sign-in.ts'
import { type RunningProduct, startProduct } from '#scripts/serving/start-product.ts'
import { auditAccessibility, launchChromium } from '#tests/support/browser.ts'

/** From the first admin's invitation to suspension, in an archive of its own, by the interface alone. */

const PASSWORD = 'four words of mine'
const ADMIN = { email: 'first@example.org', password: PASSWORD }
const ARCHIVIST = { email: 'second@example.org', password: PASSWORD }

let folder: string
let product: RunningProduct
let browser: Browser
let admin: Page
let archivist: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'govah-people-'))
  product = await startProduct(folder, { args: ['--empty'] })
  browser = await launchChromium()
  admin = await openPage()
  archivist = await openPage()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function openPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(10_000)
  return page
}

const open = (page: Page, path: string) => page.goto(`${product.url}${path}`)
const pathOf = (page: Page) => new URL(page.url()).pathname
const alertOf = (page: Page) =>
  page.getByRole('alert').filter({ hasText: /./ }).first().textContent()

/** The one-time link that the page shows, as a path; with a language of one's choice before it. */
async function readLink(page: Page): Promise<string> {
  return new URL((await page.locator('code[dir=ltr]').textContent()) ?? '').pathname
}

/** Presses a button that sends a form, and waits for the answer: a form is emptied when it comes. */
async function send(page: Page, name: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.locator('main').getByRole('button', { name, exact: true }).click()
  await answered
  await page.locator('main [aria-disabled=true]').waitFor({ state: 'detached' })
}

async function openPerson(name: string): Promise<void> {
  await open(admin, '/admin/users')
  await admin.getByRole('link', { name }).click()
  await admin.waitForURL(/\/admin\/users\/\w{16}$/)
}

describe('people', () => {
  test('the first admin is told what is wrong, loses nothing typed, and comes in', async () => {
    await open(admin, new URL(product.invitation!).pathname)
    await admin.fill('input[name=email]', 'not an address')
    await admin.fill('input[name=name]', 'First Admin')
    await admin.fill('input[name=password]', 'short')
    await send(admin, 'Begin')
    expect(await alertOf(admin)).toContain('not an e-mail address')
    expect(await admin.inputValue('input[name=name]')).toBe('First Admin')
    expect(await admin.inputValue('input[name=password]')).toBe('')

    await admin.fill('input[name=email]', ADMIN.email)
    await admin.fill('input[name=password]', 'short')
    await send(admin, 'Begin')
    expect(await alertOf(admin)).toContain('too short')
    await admin.fill('input[name=password]', PASSWORD)
    await send(admin, 'Begin')
    await admin.waitForURL(/\/account/)
    expect(await admin.locator('main').textContent()).toContain('first@example.org')
  })

  test('an invitation is handed over as a link, and accepted in Persian, once', async () => {
    await open(admin, '/admin/users/invite')
    await admin.fill('input[name=email]', ARCHIVIST.email)
    await admin.getByLabel('Archivist').check()
    await send(admin, 'Make the invitation')
    const path = await readLink(admin)

    await open(archivist, `/fa${path}`)
    expect(await archivist.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await archivist.inputValue('input[autocomplete=username]')).toBe(ARCHIVIST.email)
    await archivist.fill('input[name=name]', 'آرش')
    await archivist.fill('input[name=password]', 'کوتاه')
    await send(archivist, 'شروع')
    expect(await alertOf(archivist)).toContain('این گذرواژه کوتاه است')
    await archivist.fill('input[name=password]', PASSWORD)
    await send(archivist, 'شروع')
    await archivist.waitForURL(/\/fa\/account/)

    await open(archivist, path)
    expect(await archivist.locator('main').textContent()).toContain('already been used')
    expect((await open(archivist, '/invitation/no-such-token'))?.status()).toBe(404)
  })

  test('what is the admins’ is not found by others, and leads visitors to sign in and back', async () => {
    for (const path of [
      '/admin',
      '/admin/users',
      '/admin/settings',
      '/admin/audit',
      '/admin/health',
    ]) {
      expect((await open(archivist, path))?.status(), path).toBe(404)
    }
    const visitor = await openPage()
    await open(visitor, '/fa/admin/audit')
    expect(visitor.url()).toContain('/fa/sign-in?next=')
    await visitor.fill('input[name=email]', ADMIN.email)
    await visitor.fill('input[name=password]', PASSWORD)
    await visitor.press('input[name=password]', 'Enter')
    await visitor.waitForURL(/\/fa\/admin\/audit$/)
  })

  test('a suspended person is out at the next click, and sign-in does not say why', async () => {
    await open(archivist, '/account')
    await openPerson('آرش')
    await admin.getByText('Suspend this person').click()
    await send(admin, 'Suspend')
    await admin.getByRole('button', { name: 'Restore this person' }).waitFor()

    await archivist.getByRole('link', { name: 'Your account' }).first().click()
    await archivist.waitForURL(/\/sign-in/)
    const answers = []
    for (const email of [ARCHIVIST.email, 'nobody@example.org']) {
      await archivist.fill('input[name=email]', email)
      await archivist.fill('input[name=password]', PASSWORD)
      await archivist.press('input[name=password]', 'Enter')
      await archivist.getByText('do not go together').waitFor()
      answers.push(await alertOf(archivist))
      expect(await archivist.inputValue('input[name=email]')).toBe(email)
    }
    expect(answers[0]).toBe(answers[1])
  })

  test('restored, they choose a new password by a link, once', async () => {
    await openPerson('آرش')
    await send(admin, 'Restore this person')
    await send(admin, 'Make a reset link')
    const path = await readLink(admin)
    await open(archivist, path)
    await archivist.fill('input[name=password]', 'five words of my own')
    await send(archivist, 'Set the password')
    await archivist.waitForURL(/\/account/)
    await open(archivist, `/fa${path}`)
    expect(await archivist.locator('main').textContent()).toContain('پیش‌تر استفاده شده')
  })

  test('too many attempts are told how long to wait, in the reader’s language', async () => {
    const stranger = await openPage()
    await open(stranger, '/fa/sign-in')
    const wait = stranger.getByText('صبر کنید و دوباره بکوشید')
    // On a slow machine the first delays, of a second or two, are over before the next attempt.
    for (let attempt = 0; attempt < 20 && !(await wait.isVisible()); attempt++) {
      await stranger.fill('input[name=email]', 'someone@example.org')
      await stranger.fill('input[name=password]', `guess number ${attempt}`)
      await send(stranger, 'ورود')
    }
    await wait.waitFor()
  })

  test('the last admin stays', async () => {
    await openPerson('First Admin')
    await admin.getByLabel('Archivist').check()
    await send(admin, 'Change the role')
    expect(await alertOf(admin)).toContain('last active administrator')
    expect(await admin.getByLabel('Administrator').isChecked()).toBe(true)
  })

  test('settings show on every page, and to whom the reading room is open', async () => {
    const visitor = await openPage()
    const statement = '/statements/GV-2026-000001'
    await open(visitor, statement)
    expect(pathOf(visitor), 'closed at first').toBe('/sign-in')
    await open(admin, '/admin/settings')
    await admin.fill('input[name=nameEn]', 'Archive of the Mills')
    await admin.fill('textarea[name=contact]', 'Write to us:\nmills@example.org')
    await admin.fill('input[name=referencePrefix]', 'M1')
    await admin.getByLabel('Everyone').check()
    await send(admin, 'Save the settings')
    await admin
      .getByText('two to six Latin letters, such as GV', { exact: false })
      .first()
      .waitFor()
    expect(await admin.inputValue('input[name=nameEn]')).toBe('Archive of the Mills')
    expect(await admin.getByLabel('Everyone').isChecked()).toBe(true)
    await admin.fill('input[name=referencePrefix]', 'MILL')
    await send(admin, 'Save the settings')
    await admin.getByText('The settings are saved').waitFor()

    await open(visitor, '/about')
    expect(await visitor.locator('header').first().textContent()).toContain('Archive of the Mills')
    expect(await visitor.locator('a[href="mailto:mills@example.org"]').count()).toBe(1)
    expect((await open(visitor, statement))?.status()).toBe(404)
    expect(pathOf(visitor)).toBe(statement)
  })

  test('the audit log tells of it, filtered', async () => {
    await open(admin, '/admin/audit')
    await admin.selectOption('select[name=action]', 'user.suspended')
    await admin.getByRole('button', { name: 'Filter' }).click()
    await admin.waitForURL(/action=user\.suspended/)
    const rows = admin.locator('tbody tr')
    expect(await rows.count()).toBe(1)
    expect(await rows.first().textContent()).toContain('آرش')
  })

  test('signing in works without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await signInByForm(page, product.url, ADMIN)
    await open(page, '/account')
    expect(await page.locator('main').textContent()).toContain(ADMIN.email)
  })

  test('signing out erases the drafts that the browser keeps', async () => {
    await open(archivist, '/account')
    await archivist.evaluate(() => {
      localStorage.setItem('govah-draft:1', 'text of a witness')
      localStorage.setItem('other', 'stays')
    })
    await send(archivist, 'Sign out')
    await archivist.waitForURL((url) => url.pathname !== '/account')
    expect(await archivist.evaluate(() => ({ ...localStorage }))).toEqual({ other: 'stays' })
    await open(archivist, '/account')
    expect(pathOf(archivist)).toBe('/sign-in')
  })
})

test.each([
  { prefix: '', width: 1440, colorScheme: 'light' },
  { prefix: '/fa', width: 360, colorScheme: 'dark' },
] as const)('pages for people are accessible: $prefix $width $colorScheme', async (look) => {
  const { prefix, width, colorScheme } = look
  const page = await openPage({ colorScheme, viewport: { width, height: 900 } })
  const problems: unknown[] = []
  const audit = async (path: string) => {
    await open(page, `${prefix}${path}`)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (overflow > 0) problems.push({ path, overflow })
    problems.push(...(await auditAccessibility(page)).map((violation) => ({ path, violation })))
  }
  for (const path of ['/sign-in', '/about']) await audit(path)
  await page.context().addCookies(await admin.context().cookies())
  for (const path of [
    '/account',
    '/admin/users',
    '/admin/users/invite',
    '/admin/settings',
    '/admin/audit',
    '/admin/health',
  ]) {
    await audit(path)
  }
  expect(problems).toEqual([])
})
