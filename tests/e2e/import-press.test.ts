import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addressOf, auditAccessibility, launchChromium, signIn } from '#tests/support/browser.ts'

/** Read rightly: that a person moves a passage nevertheless is what is tried here. */
const REPORT = `Two Brooks before the inquiry

Source: Merland Courier

OSTRA, 11 June 2022 — The inquiry sat again in the school.

“I held the rope all night,” said Jan Brook, a joiner. “Nobody came for us.”

“The lamps went out at two,” said Ida Lorne, a nurse.
`
const PERSIAN_REPORT = `دو شاهد در برابر هیئت تحقیق

منبع: هفته‌نامهٔ کران

رودآباد، ۲۱ خرداد ۱۴۰۱ – هیئت تحقیق روز شنبه در مدرسه نشست و دو شاهد سخن گفتند.

نسرین پاکدل، آموزگار بازنشسته، گفت: «ما صدای آب را پیش از دیدنش شنیدیم.»

بهمن نیک‌رو، نگهبان سد، گفت: «چراغ‌ها ساعت دو خاموش شد.»
`

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function preview(path: string, label: string, button: string, report: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, 'archivist')
  await page.goto(addressOf(path))
  await page.getByLabel(label).fill(report)
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL(/\/desk\/import\/[0-9a-z]{16}$/)
  return page
}

/** Goes to a passage as a list is walked: Tab to the list, arrows to the passage, Tab to its menu. */
async function tabToPassage(page: Page, words: string): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    const [role, text] = await page.evaluate(() => {
      const element = document.activeElement
      return [
        element?.getAttribute('role') ?? '',
        element?.closest('[role=grid]')?.textContent ?? '',
      ]
    })
    if (role === 'row' && text?.includes(words)) break
    await page.keyboard.press('Tab')
  }
  for (let press = 0; press < 20; press += 1) {
    const row = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (row.includes(words)) break
    await page.keyboard.press('ArrowDown')
  }
  await tabTo(page, new RegExp(`^(?:Move to|انتقال به)…: [“«]${words}`, 'u'))
}

/** Presses Tab until a button of this name has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    const label = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (name.test(label.trim())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

async function chooseByKeyboard(page: Page, name: string): Promise<void> {
  await page.getByRole('menu').waitFor()
  for (let press = 0; press < 20; press += 1) {
    const item = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (item === name) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the menu has no ${name}`)
}

const passagesOf = (page: Page, name: string) =>
  page.getByRole('grid', { name: `Passages of ${name}` }).getByRole('row')

it('mends a wrong attribution by keyboard alone, before anything is saved', async () => {
  const page = await preview('/desk/import', 'Or paste a text', 'Preview', REPORT)
  await page.getByRole('heading', { name: 'Jan Brook' }).waitFor()
  expect(await passagesOf(page, 'Jan Brook').count()).toBe(2)
  expect(await auditAccessibility(page)).toEqual([])

  // To another speaker.
  await tabToPassage(page, 'Nobody came for us.')
  await page.keyboard.press('Enter')
  expect(await auditAccessibility(page)).toEqual([])
  await chooseByKeyboard(page, 'Ida Lorne')
  await page.getByText('The passage is now in the draft: Ida Lorne.').waitFor()
  await passagesOf(page, 'Ida Lorne').nth(1).waitFor()
  // The focus has gone with the passage.
  await page.waitForFunction(() =>
    document.activeElement?.getAttribute('aria-label')?.startsWith('Move to…: “Nobody came'),
  )

  // To a new speaker.
  await page.keyboard.press('Enter')
  await chooseByKeyboard(page, 'New speaker…')
  await page.getByLabel('Name of the speaker').waitFor()
  expect(await auditAccessibility(page)).toEqual([])
  await page.keyboard.type('Emil Brook')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Emil Brook' }).waitFor()

  // Not a quotation, and back again.
  await tabToPassage(page, 'The lamps went out')
  await page.keyboard.press('Enter')
  await chooseByKeyboard(page, 'Not a quotation')
  await page.getByRole('heading', { name: 'No quotations any more' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Ida Lorne' }).count()).toBe(0)
  await tabTo(page, /^“The lamps went out.*as it was read/u)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ida Lorne' }).waitFor()

  // What was mended survives leaving the page, and becomes the drafts.
  await page.reload()
  await page.getByRole('heading', { name: 'Emil Brook' }).waitFor()
  await tabTo(page, /^Create 3 drafts$/u)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What became of it' }).waitFor()
  expect(await page.getByRole('cell', { name: /Emil Brook/u }).count()).toBeGreaterThan(0)
  expect(await page.locator('mark').count()).toBe(3)
  await page.close()
})

it('moves a passage by dragging, with the mouse and with the keyboard, and marks its place', async () => {
  const text = REPORT.replace('Two Brooks before the inquiry', 'Two Brooks and a nurse').replaceAll(
    'Jan Brook',
    'Jan Reed',
  )
  const page = await preview('/desk/import', 'Or paste a text', 'Preview', text)
  await page.getByRole('heading', { name: 'Jan Reed' }).waitFor()
  await passagesOf(page, 'Jan Reed').nth(1).hover()
  expect(await page.locator('mark[data-looked]').textContent()).toContain('Nobody came for us.')
  await page
    .getByRole('row', { name: /Nobody came for us/u })
    .dragTo(page.getByRole('grid', { name: 'Passages of Ida Lorne' }))
  await page.getByText('The passage is now in the draft: Ida Lorne.').waitFor()
  await passagesOf(page, 'Ida Lorne').nth(1).waitFor()

  // The keyboard drags by the handle: Enter takes it up, Tab goes from target to target, Enter lets it go.
  const handle = page
    .getByRole('row', { name: /I held the rope/u })
    .getByRole('button', { name: /Drag/u })
  await handle.focus()
  await page.keyboard.press('Enter')
  for (let press = 0; press < 10; press += 1) {
    const target = await page.evaluate(() => {
      const ids = document.activeElement?.getAttribute('aria-labelledby')?.split(' ') ?? []
      return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    })
    if (target.includes('Not a quotation')) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'No quotations any more' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Jan Reed' }).count()).toBe(0)
  await page.close()
})

it('does the same in Persian', async () => {
  const page = await preview('/fa/desk/import', 'یا متنی بچسبانید', 'پیش‌نمایش', PERSIAN_REPORT)
  await page.getByRole('heading', { name: 'نسرین پاکدل' }).waitFor()
  await tabToPassage(page, 'چراغ‌ها')
  await page.keyboard.press('Enter')
  await chooseByKeyboard(page, 'نسرین پاکدل')
  await page.getByText('بند اکنون در این پیش‌نویس است: نسرین پاکدل.').waitFor()
  await page.getByRole('heading', { name: 'بهمن نیک‌رو' }).waitFor({ state: 'detached' })
  expect(await auditAccessibility(page)).toEqual([])
  await page.close()
})
