import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, auditAccessibility, launchChromium, signIn } from '#tests/support/browser.ts'

const HEARING = `جلسهٔ شنیدن شهادت‌های سیل ساختگی رودک

شاهد: بهرام دشتي

رئيس: نام خود را بگوييد.

شاهد: بهرام دشتي هستم.

س: كجا زندگي مي‌كرديد؟

ج: در رودک. برادرم گفت: «بند شكست.»

سارا مهرآور (سوگند ياد كرد)

رئيس: بفرماييد.

س: چه ديديد؟

ج: آب را ديدم.

رئيس: سپاس.
`

/** A text in Windows-1256, as old Persian files are; what it has no letter for is left out. */
function inWindows1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256')
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
  )
  return Buffer.from([...text].flatMap((letter) => bytes.get(letter) ?? []))
}

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function bringIn(path: string, name: string, buffer: Buffer): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, 'archivist')
  await page.goto(addressOf(path))
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
  await page.locator('form:has(input[type=file]) button[type=submit]').click()
  await page.waitForURL(/\/desk\/import\/[0-9a-z]{16}$/)
  await page.locator('#preview-title, form:has(select[name=encoding])').first().waitFor()
  return page
}

/** Presses a key until this control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const told = await page.evaluate(() => {
      const control = document.activeElement as HTMLInputElement | null
      const label = control?.labels?.[0]?.textContent ?? ''
      return `${label}${control?.textContent ?? ''}`
    })
    if (typeof name === 'string' ? told.includes(name) : name.test(told)) return
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

describe('documents at the desk', () => {
  it('come in old encodings, which are shown and can be corrected', async () => {
    const page = await bringIn('/desk/import', 'rudak.txt', inWindows1256(HEARING))
    await page.getByText('Read as Windows-1256 (Persian, Arabic), told from its letters.').waitFor()
    await page.getByText('كجا زندگي').first().waitFor()
    expect(await auditAccessibility(page)).toEqual([])

    await page.getByLabel('Encoding of the text').selectOption('windows-1252')
    await page.getByRole('button', { name: 'Read in this encoding' }).click()
    await page.getByText('Read as Windows-1252 (Western European), as you chose.').waitFor()
    expect(await page.getByText('كجا زندگي').count()).toBe(0)

    // UTF-8 it is not: the reason is told, and the way back is at hand.
    await page.getByLabel('Encoding of the text').selectOption('utf-8')
    await page.getByRole('button', { name: 'Read in this encoding' }).click()
    await page.getByText('This file is not UTF-8 throughout').waitFor()
    expect(await auditAccessibility(page)).toEqual([])
    await page.getByLabel('Encoding of the text').selectOption('auto')
    await page.getByRole('button', { name: 'Read in this encoding' }).click()
    await page.getByText('كجا زندگي').first().waitFor()
    await page.context().close()
  })

  it('are cut into testimonies and turns, by the keyboard alone, and make a draft of each', async () => {
    const page = await bringIn('/fa/desk/import', 'rudak-2.txt', Buffer.from(HEARING))
    await page.getByRole('heading', { name: 'شهادت‌های این پرونده' }).waitFor()
    expect(await page.getByLabel('چه کسی شهادت می‌دهد').count()).toBe(2)
    expect(await auditAccessibility(page)).toEqual([])

    // What is edited and not applied holds the drafts back.
    await page.locator('#preview-title').click()
    await tabTo(page, 'نام رئيس در متن')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('رئیس جلسه')
    await page.getByText('هنوز به کار نرفته است').waitFor()
    const create = page.getByRole('button', { name: /^ساختن/ })
    expect(await create.isDisabled()).toBe(true)
    await tabTo(page, 'خواندن با این گویندگان')
    await page.keyboard.press('Enter')
    await page.getByText('رئیس جلسه', { exact: true }).first().waitFor()
    await page.getByText('هنوز به کار نرفته است').waitFor({ state: 'detached' })

    // A third testimony, named, then joined to the one before again.
    await tabTo(page, 'افزودن شهادت')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'شهادت ۳' }).waitFor()
    expect(
      await page
        .getByLabel('آغاز از پاراگراف')
        .nth(2)
        .evaluate((it) => it === document.activeElement),
    ).toBe(true)
    // A number taken away is told, and nothing is read by it.
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    await page.getByText('چنین پاراگرافی نیست').waitFor()
    expect(await page.getByLabel('آغاز از پاراگراف').nth(2).inputValue()).toBe('')
    // Found by its first words, in another spelling; what is chosen is the paragraph's number.
    await tabTo(page, 'یافتن پاراگراف')
    await page.keyboard.type('رییس سپاس')
    await page.getByRole('option', { name: 'رئيس: سپاس. پاراگراف ۱۱' }).waitFor()
    expect(await page.getByRole('option').count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('چنین پاراگرافی نیست').waitFor({ state: 'detached' })
    expect(await page.getByLabel('آغاز از پاراگراف').nth(2).inputValue()).toBe('11')
    expect(await auditAccessibility(page)).toEqual([])
    await page.keyboard.type('آب نیست')
    await page.getByText('پاراگرافی با این واژه‌ها آغاز نمی‌شود').waitFor()
    await page.keyboard.press('Escape')
    await tabTo(page, 'پیوستن شهادت ۳')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'شهادت ۳' }).waitFor({ state: 'detached' })
    await page.getByLabel('چه کسی شهادت می‌دهد').first().focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('بهرام دشتی')
    await tabTo(page, 'خواندن با این شهادت‌ها')
    await page.keyboard.press('Enter')
    await page.getByText('هنوز به کار نرفته است').waitFor({ state: 'detached' })
    expect(await page.getByLabel('چه کسی شهادت می‌دهد').first().inputValue()).toBe('بهرام دشتی')
    expect(await auditAccessibility(page)).toEqual([])

    await tabTo(page, /^ساختن ۲ پیش‌نویس/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'نتیجهٔ کار' }).waitFor()
    // The name of a witness is in the vault, not in the report of the import.
    expect(await page.getByText('بهرام').count()).toBe(0)

    await page.getByRole('link', { name: /GV-/ }).first().click()
    await page.getByRole('link', { name: 'متن', exact: false }).last().waitFor()
    await page.goto(`${page.url()}?step=text`)
    await page.getByText('سطر ۵', { exact: true }).waitFor()
    expect(
      await page.locator('textarea').evaluateAll((all) => all.map((one) => one.textContent)),
    ).toContainEqual(expect.stringContaining('بند شكست'))
    await page.context().close()
  })

  it.each(['docx', 'pdf'])(
    'come out of .%s with their places, on a phone as well',
    async (format) => {
      const file = readFileSync(`tests/fixtures/documents/interview-fa.${format}`)
      const page = await bringIn('/desk/import', `interview.${format}`, file)
      await page.setViewportSize({ width: 360, height: 740 })
      await page.getByText('گفت‌وگو با بندبان دره‌سفید').first().waitFor()
      await page
        .getByText(format === 'pdf' ? 'page 1' : 'paragraph 1')
        .first()
        .waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        360,
      )
      expect(await auditAccessibility(page)).toEqual([])
      await page.context().close()
    },
  )

  it('fail with their reason where they cannot be read', async () => {
    const file = readFileSync('tests/fixtures/documents/locked.docx')
    const page = await (await browser.newContext()).newPage()
    await signIn(page, 'archivist')
    await page.goto(addressOf('/fa/desk/import'))
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'locked.pdf', mimeType: 'application/pdf', buffer: file })
    await page.locator('form:has(input[type=file]) button[type=submit]').click()
    await page.getByText('این پرونده گذرواژه دارد.').waitFor()
    await page.context().close()
  })

  it('are read anew by nobody but who brought them in', async () => {
    const page = await bringIn('/desk/import', 'rudak-3.txt', Buffer.from(HEARING))
    const path = `/api/desk/imports/${page.url().split('/').at(-1)}`
    const ask = (asking: Page) =>
      asking.evaluate(async (address) => {
        const answer = await fetch(address, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ version: 1, choices: { cuts: [{ paragraph: 1, witness: 'x' }] } }),
        })
        return answer.status
      }, path)
    const other = await (await browser.newContext()).newPage()
    await signIn(other, 'admin')
    expect(await ask(other)).toBe(404)
    await other.context().close()
    const researcher = await (await browser.newContext()).newPage()
    await signIn(researcher, 'researcher')
    expect(await ask(researcher)).toBe(403)
    await researcher.context().close()
    expect(await ask(page)).toBe(200)
    await page.context().close()
  })
})
