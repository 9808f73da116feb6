import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, auditAccessibility, launchChromium, signIn } from '#tests/support/browser.ts'
import { translator } from '#tests/support/messages.ts'

/** So many that they are still being made when the page is looked at again, on a fast machine too. */
const RECORDS = 6_000

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** Invented records, of a collection of their own for each test: all share one archive. */
function recordsFile(collection: string): { name: string; mimeType: string; buffer: Buffer } {
  const lines = Array.from({ length: RECORDS }, (_, index) =>
    JSON.stringify({
      id: String(index),
      source: collection,
      text: `Account ${index}.\n\nThe water came before the bells were rung.`,
    }),
  )
  const buffer = Buffer.from(lines.join('\n'))
  return { name: `${collection}.jsonl`, mimeType: 'application/jsonl', buffer }
}

describe.each(['en', 'fa'] as const)('an import of many records, in %s', (locale) => {
  const say = translator(locale)
  const at = (path: string) => addressOf(`${locale === 'fa' ? '/fa' : ''}${path}`)
  const button = (page: Page, key: string, values?: Record<string, number>) =>
    page.getByRole('button', { name: say(key, values), exact: true })
  const doneOf = (page: Page) =>
    page.locator('progress').evaluate((bar) => bar.getAttribute('value'))

  it('goes on while its page is left, is paused, resumed, finished and undone', async () => {
    const page = await (await browser.newContext()).newPage()
    await signIn(page, 'archivist')
    await page.goto(at('/desk/import'))
    await page.getByLabel(say('import.form.file')).setInputFiles(recordsFile(`Many ${locale}`))
    await button(page, 'import.form.preview').click()
    const create = button(page, 'import.preview.create', { count: RECORDS })
    await create.waitFor()
    const address = page.url()
    await create.click()
    await button(page, 'import.progress.pause').waitFor()
    const before = Number(await doneOf(page))

    // Nobody looks at it for a while.
    await page.goto(at('/desk'))
    await page.waitForTimeout(1_000)
    await page.goto(address)
    await button(page, 'import.progress.pause').click()
    await button(page, 'import.progress.resume').waitFor()
    const paused = Number(await doneOf(page))
    expect(paused).toBeGreaterThan(before)
    expect(paused).toBeLessThan(RECORDS)
    expect(await auditAccessibility(page)).toEqual([])
    await page.waitForTimeout(1_000)
    await page.reload()
    expect(Number(await doneOf(page))).toBe(paused)

    await button(page, 'import.progress.resume').click()
    await button(page, 'import.progress.pause').waitFor()
    expect(await auditAccessibility(page)).toEqual([])
    await page
      .getByText(say('import.counts.created', { count: RECORDS }))
      .waitFor({ timeout: 120_000 })
    await page.getByText(say('import.states.finished'), { exact: true }).waitFor()
    await page.getByText(say('import.undo.label')).click()
    await button(page, 'import.undo.confirm', { count: RECORDS }).click()
    await page.getByText(say('import.states.undone'), { exact: true }).waitFor({ timeout: 120_000 })
    await page.getByText(say('import.counts.deleted', { count: RECORDS })).waitFor()
    await page.context().close()
  })
})

it('brings several files in at once, each as an import of its own, and loses none for another', async () => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, 'archivist')
  await page.goto(addressOf('/desk/import'))
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  })
  await page
    .getByLabel('Files')
    .setInputFiles([
      file('sitting-one.txt', 'I kept the lock at Ostra for nine years.'),
      file('sitting-empty.txt', ' \n'),
      file('sitting-two.txt', 'I kept the school.'),
    ])
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByText('3 files were brought in.').waitFor()
  const stateOf = (name: string) => page.getByRole('row').filter({ hasText: name })
  await stateOf('sitting-one.txt').getByText('waits for you').waitFor()
  await stateOf('sitting-two.txt').getByText('waits for you').waitFor()
  await stateOf('sitting-empty.txt').getByText('cannot be read').waitFor()
  expect(await auditAccessibility(page)).toEqual([])
  await page.getByText(/Create the drafts of all \d+ that wait for you/).click()
  await page.getByRole('button', { name: /Begin \d+ imports/ }).click()
  await stateOf('sitting-one.txt').getByText('1 created').waitFor()
  await page.context().close()
})

it('compares a changed record word by word, and takes what is chosen of it', async () => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, 'archivist')
  const bringIn = async (record: object) => {
    await page.goto(addressOf('/desk/import'))
    await page.getByLabel('Files').setInputFiles({
      name: 'keeper.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(JSON.stringify(record)),
    })
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('heading', { name: 'Preview' }).waitFor()
  }
  const record = {
    id: 'keeper-1',
    source: 'The keepers of Ostra, compared',
    place: 'Ostra',
    text: 'I kept the lock.\n\nNobody had told me that the dam was open.',
  }
  await bringIn(record)
  await page.getByRole('button', { name: 'Create 1 draft' }).click()
  await page.getByRole('heading', { name: 'What became of it' }).waitFor()
  await bringIn({ ...record, place: 'Lindholm', text: record.text.replace('Nobody', 'No one') })
  await page.getByText('1 changed').waitFor()
  await page.getByRole('button', { name: 'Keep 1 change to compare' }).click()
  const report = page.url()
  await page.getByRole('link', { name: 'Compare' }).click()
  await page.getByRole('heading', { name: 'Changed record: keeper-1' }).waitFor()
  expect(await page.locator('ins').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('No one')]),
  )
  expect(await auditAccessibility(page)).toEqual([])
  await page.getByLabel('Take the text').uncheck()
  await page.getByRole('button', { name: 'Take what is chosen' }).click()
  await page.waitForURL(/\/desk\/statements\/GV-/)
  await page.goto(report)
  await page.getByText('The change was taken over into the statement.').waitFor()
  expect(await page.getByRole('link', { name: 'Compare' }).count()).toBe(0)
  await page.context().close()
})
