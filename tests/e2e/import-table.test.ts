import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROJECT_PATH } from '#scripts/project.ts'
import { addressOf, auditAccessibility, launchChromium, signIn } from '#tests/support/browser.ts'
import { MISTAKES, TABLE_ROWS } from '#tests/support/mistaken-table.ts'

const WORKBOOK = readFileSync(join(PROJECT_PATH, 'tests/fixtures/importing/mistaken.xlsx'))

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function openAs(role: string, path: string, width = 1440): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage()
  await signIn(page, role)
  await page.goto(addressOf(path))
  return page
}

async function upload(page: Page, name: string, buffer: Buffer, words: [string, string]) {
  await page
    .getByLabel(words[0])
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: words[1] }).click()
  await page.waitForURL(/\/desk\/import\/[0-9a-z]{16}$/)
}

/** What closed menus say where it is wider than they are, the arrow taken off. */
function menusThatCutTheirText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d')!
    return [...document.querySelectorAll('select')].flatMap((menu) => {
      const { font, paddingInlineStart, paddingInlineEnd, fontSize } = getComputedStyle(menu)
      pen.font = font
      const padding = Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd)
      const room = menu.clientWidth - padding - Number.parseFloat(fontSize)
      const text = menu.selectedOptions[0]?.text ?? ''
      return pen.measureText(text).width > room ? [text] : []
    })
  })
}

describe('a spreadsheet of 300 rows with eleven kinds of mistakes', () => {
  it('is mended in place, by the keyboard and by what is proposed, and ends with 300 drafts', async () => {
    const page = await openAs('archivist', '/desk/import')
    await upload(page, 'mistaken.xlsx', WORKBOOK, ['Files', 'Preview'])
    await page.getByText('33 mistakes in 33 rows').waitFor()
    await page.getByText('300 rows, 21 columns.').waitFor()
    await page.getByText('One column has no field and is kept beside the draft').waitFor()
    expect(await auditAccessibility(page)).toEqual([])

    // One value that means the same in every row is said once.
    const [first, ...others] = MISTAKES.filter(({ head }) => head === 'Type')
    await page.getByRole('button', { name: 'Take “Interview”' }).first().click()
    const cell = page.getByLabel(`Type, Row ${first!.row}`, { exact: true })
    expect(await cell.inputValue()).toBe('Interview')
    await page.getByLabel('“Intervew” always means this').first().check()

    // From cell to cell by the keyboard alone.
    const rest = MISTAKES.filter(({ head }) => head !== 'Type')
    for (const { row, head, right } of rest) {
      const field = page.getByLabel(`${head}, Row ${row}`, { exact: true })
      await field.focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(right)
    }
    expect(others).toHaveLength(2)
    await page.getByText('31 changes are waiting.').waitFor()
    const again = page.getByRole('button', { name: 'Read again with these changes' })
    await again.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Every row can become a draft.').waitFor()
    expect(await auditAccessibility(page)).toEqual([])

    await page.getByRole('button', { name: 'Create 300 drafts' }).click()
    await page.getByText(`${TABLE_ROWS} created`).waitFor({ timeout: 120_000 })
    await page.close()
  })

  it('shows its mistakes in Persian on a telephone, and takes a mapping that was saved', async () => {
    const page = await openAs('archivist', '/fa/desk/import', 360)
    const table = 'شماره,چه کسی,متن,گونهٔ متن‌ها\n۱,نسرین پاکدل,صدای سد را شنیدیم.,مصاحب\n'
    await upload(page, 'ostra-fa.csv', Buffer.from(table), ['پرونده‌ها', 'پیش‌نمایش'])
    await page.getByText('همهٔ ردیف‌ها می‌توانند پیش‌نویس شوند.').waitFor()
    expect(await menusThatCutTheirText(page)).toEqual([])
    await page.getByLabel('فیلدِ چه کسی').selectOption('identity.legalName')
    await page.getByLabel('فیلدِ گونهٔ متن‌ها').selectOption('testimonyType')
    await page.getByRole('button', { name: 'خواندن جدول با این فیلدها' }).click()
    await page.getByText('۱ اشتباه در ۱ ردیف').waitFor()
    await page.getByRole('button', { name: '«مصاحبه» را بگیر' }).click()
    expect(await auditAccessibility(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

    await page.getByText('نگاشت‌های ذخیره‌شده').click()
    await page.getByLabel('ذخیرهٔ فیلدها با یک نام').fill('نمونهٔ رودآباد')
    await page.getByRole('button', { name: 'ذخیره', exact: true }).click()
    await page.getByText('«نمونهٔ رودآباد» ذخیره شد.').waitFor()
    await page.getByRole('button', { name: 'خواندن دوباره با این تغییرها' }).click()
    await page.getByText('همهٔ ردیف‌ها می‌توانند پیش‌نویس شوند.').waitFor()

    await page.getByText('نگاشت‌های ذخیره‌شده').click()
    await page.getByLabel('به کار بردن نگاشت ذخیره‌شده').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'به کار ببر' }).click()
    await page.getByText('چنان‌که شما برگزیدید («نمونهٔ رودآباد»).').waitFor()
    await page.close()
  })
})
