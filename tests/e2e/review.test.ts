import { and, eq } from 'drizzle-orm'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditEvents } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { claimReview, releaseReview } from '#lib/review/commands.ts'
import { openRevision } from '#lib/statements/drafting.ts'
import { recallSubmission } from '#lib/statements/submission.ts'
import { readWork } from '#lib/statements/work.ts'
import { addressOf, auditAccessibility, launchChromium, signIn } from '#tests/support/browser.ts'
import {
  approve,
  editDraft,
  GRAVE,
  INVENTED_NAME,
  makeDraft,
  makePublished,
  submit,
} from '#tests/support/factories.ts'
import { productPerson, useProductArchive } from '#tests/support/product-archive.ts'

useProductArchive()

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function openAs(
  role: string,
  nth: number,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await signIn(page, role, nth)
  await page.goto(addressOf(path))
  return page
}

/** Opens one of the decisions, where it is not open. */
async function unfold(page: Page, title: string): Promise<void> {
  const decision = page
    .locator('details')
    .filter({ has: page.getByRole('heading', { name: title, level: 3, exact: true }) })
  if ((await decision.getAttribute('open')) === null)
    await decision.locator('summary').first().click()
}

/** Answers every item and grade of the approval, and comments. */
async function fillApproval(page: Page, comment: string): Promise<void> {
  await unfold(page, 'Approve')
  const form = page.locator('form').filter({ hasText: 'Checklist' })
  for (const radio of await form.getByRole('radio', { name: 'Done' }).all()) await radio.check()
  for (const reason of await form.getByRole('textbox', { name: 'Reason: ' }).all()) {
    if (await reason.isVisible()) await reason.fill('Looked at on paper.')
  }
  await form.getByLabel('Reliability of the source').first().selectOption('B')
  await form.getByLabel('Credibility of the information').first().selectOption('3')
  await form.getByLabel('Reason for the reliability of the source').fill('Known for years.')
  await form.getByLabel('Reason for the credibility of the information').fill('Stands alone.')
  await form.getByRole('textbox', { name: 'Comment', exact: true }).fill(comment)
}

const approveButton = (page: Page) => page.getByRole('button', { name: 'Approve this text' })

describe('the review pages', () => {
  it('are for admins: others find nothing, and who has not signed in is asked to', async () => {
    const reference = makeDraft(productPerson('archivist'))
    submit(productPerson('archivist'), reference)
    const paths = ['/review', '/review/all', `/review/${reference}`, `/review/${reference}/preview`]
    for (const role of ['archivist', 'researcher']) {
      const page = await openAs(role, 0, '/')
      for (const path of paths) {
        expect((await page.goto(addressOf(path)))?.status(), `${role} ${path}`).toBe(404)
      }
    }
    const anonymous = await (await browser.newContext()).newPage()
    for (const path of paths) {
      await anonymous.goto(addressOf(path))
      expect(new URL(anonymous.url()).pathname).toBe('/sign-in')
    }
    const admin = await openAs('admin', 0, '/')
    const missing = await admin.goto(addressOf('/review/GV-1999-000001'))
    expect(missing?.status()).toBe(404)
  })

  it('say who has to decide instead of offering a button that would be refused', async () => {
    const reference = makeDraft(productPerson('admin'), { content: { titles: { en: 'Own hand' } } })
    submit(productPerson('admin'), reference)
    const page = await openAs('admin', 0, '/review')
    const row = page.getByRole('row').filter({ hasText: reference })
    await row.getByText('You had a hand in it: another administrator must decide').waitFor()
    await row.getByRole('link').click()
    await page.getByText('Another administrator has to decide', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Take on the review' }).count()).toBe(0)
    expect(await approveButton(page).count()).toBe(0)
  })
})

describe('a review', () => {
  it('of a grave statement takes two admins, and loses nothing that was typed', async () => {
    const archivist = productPerson('archivist')
    const reference = makeDraft(archivist, { content: { declarations: GRAVE } })
    submit(archivist, reference)
    const page = await openAs('admin', 0, `/review/${reference}`)
    await page.getByText('Two different administrators have to approve this').waitFor()
    await page.getByRole('button', { name: 'Take on the review' }).click()
    await page.getByRole('button', { name: 'Give the review back' }).waitFor()

    await unfold(page, 'Approve')
    await page
      .locator('form')
      .filter({ hasText: 'Checklist' })
      .getByLabel('Comment')
      .last()
      .fill('My words.')
    await approveButton(page).click()
    await page.getByText('Something is still open above').waitFor()
    expect(await page.getByText('Answer this item').count()).toBe(21)
    expect(await auditAccessibility(page)).toEqual([])

    await fillApproval(page, 'Read beside the recording.')
    // Meanwhile another admin frees the review, and its owner changes the text.
    releaseReview(productPerson('admin', 1), reference)
    recallSubmission(archivist, reference)
    editDraft(archivist, reference, (content) => ({ ...content, titles: { en: 'Changed' } }))
    submit(archivist, reference)
    claimReview(productPerson('admin', 0), reference)
    await approveButton(page).click()
    await page.getByText('The text has changed since you opened it').waitFor()
    await page.getByRole('heading', { name: 'Changed', level: 1 }).waitFor()
    const comment = page
      .locator('form')
      .filter({ hasText: 'Checklist' })
      .getByRole('textbox', { name: 'Comment', exact: true })
    expect(await comment.inputValue()).toBe('Read beside the recording.')
    expect(readWork(archivist, reference).decisions).toEqual([])

    // A crash: the window is gone, and what was typed is offered again.
    await page.waitForTimeout(600)
    await page.reload()
    await unfold(page, 'Approve')
    await page.getByText('What you wrote before is filled in again').waitFor()
    expect(await comment.inputValue()).toBe('Read beside the recording.')
    await approveButton(page).click()
    await page.getByText('One approval is given; it is not enough').waitFor()
    await page.getByText('it names an alleged perpetrator').waitFor()
    expect(await page.getByRole('button', { name: 'Publish this revision' }).count()).toBe(0)
    const kept = await page.evaluate(() => Object.keys(localStorage))
    expect(kept.filter((key) => key.startsWith('govah-draft:'))).toEqual([])

    const second = await openAs('admin', 1, `/review/${reference}`)
    await second.getByRole('button', { name: 'Take on the second review' }).click()
    await second.getByRole('button', { name: 'Give the review back' }).waitFor()
    await fillApproval(second, 'Read it as well.')
    await approveButton(second).click()
    await second.getByText('Everyone').first().waitFor()
    await second.getByRole('button', { name: 'Publish this revision' }).click()
    await second.getByText('This revision is published.').waitFor()
    const reader = await (await browser.newContext()).newPage()
    expect((await reader.goto(addressOf(`/statements/${reference}`)))?.status()).toBe(200)

    await second.locator('summary', { hasText: 'Withdraw from all readers' }).click()
    await second.getByRole('button', { name: 'Withdraw now' }).click()
    await second.getByRole('alert').getByText('Please give a reason.').waitFor()
    await second.getByLabel('Reason').last().fill('The witness asked for it.')
    await second.getByRole('button', { name: 'Withdraw now' }).click()
    await second.getByText('This revision was published and withdrawn').waitFor()
    await reader.goto(addressOf(`/statements/${reference}`))
    await reader.getByText('This statement was withdrawn').waitFor()
  })

  it('asks for changes, comments and settles without JavaScript', async () => {
    const archivist = productPerson('archivist')
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    const page = await openAs('admin', 0, `/review/${reference}`, { javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Take on the review' }).click()
    await page.getByRole('button', { name: 'Give the review back' }).waitFor()

    await page.getByRole('link', { name: 'Comment on passage 2' }).click()
    await page.getByLabel('Comment', { exact: true }).first().fill('Whose ledger?')
    await page.getByRole('button', { name: 'Add the comment' }).click()
    await page.getByRole('link', { name: 'on passage 2', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Mark as settled' }).click()
    await page.getByText('Settled', { exact: true }).waitFor()

    await unfold(page, 'Ask for changes')
    await page.getByLabel('1. What has to change').fill('Name the bridge.')
    await page.getByLabel('Passage number of change 1').fill('99')
    await page.getByRole('button', { name: 'Send back with these changes' }).click()
    await unfold(page, 'Ask for changes')
    expect(await page.getByLabel('1. What has to change').inputValue()).toBe('Name the bridge.')
    await page.getByLabel('Passage number of change 1').fill('3')
    await page
      .locator('form')
      .filter({ hasText: 'Send back' })
      .getByLabel('Comment')
      .fill('One thing.')
    await page.getByRole('button', { name: 'Send back with these changes' }).click()
    await page.getByText('Changes were asked for').waitFor()
    expect(readWork(archivist, reference)).toMatchObject({ state: 'changes_requested' })
    expect(readWork(archivist, reference).comments.at(-1)).toMatchObject({ passageKey: 'third' })
  })

  it('opens the identity on request alone, and keeps account of it', async () => {
    const archivist = productPerson('archivist')
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    const page = await openAs('admin', 0, `/review/${reference}`)
    expect(await page.content()).not.toContain(INVENTED_NAME)
    await page.getByRole('button', { name: 'Open the identity' }).click()
    await page.getByText(INVENTED_NAME).waitFor()
    const readings = database()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, reference), eq(auditEvents.action, 'identity.read')))
      .all()
    expect(readings).toHaveLength(1)
    await page.reload()
    expect(await page.content()).not.toContain(INVENTED_NAME)
  })

  it('sets the text beside the last approved revision, in Persian as well', async () => {
    const archivist = productPerson('archivist')
    const admins = [productPerson('admin', 0), productPerson('admin', 1)] as const
    const reference = makePublished(archivist, admins)
    openRevision(archivist, reference)
    editDraft(archivist, reference, (content) => ({
      ...content,
      text: {
        ...content.text,
        passages: content.text.passages
          .toReversed()
          .map((passage) =>
            passage.key === 'third'
              ? { ...passage, text: 'By noon the bridge was gone.' }
              : passage,
          ),
      },
    }))
    submit(archivist, reference)
    const page = await openAs('admin', 1, `/fa/review/${reference}?only=changes`)
    expect(await page.locator('ins').first().textContent()).toContain('By noon')
    expect(await page.locator('del').first().textContent()).toContain('In the morning')
    expect(await page.getByText('جابه‌جا شده').count()).toBeGreaterThan(0)
    expect(await auditAccessibility(page)).toEqual([])
  })

  it('erases what was typed when the person signs out', async () => {
    const archivist = productPerson('archivist')
    const reference = makeDraft(archivist)
    submit(archivist, reference)
    const page = await openAs('admin', 0, `/review/${reference}`)
    await page.getByLabel('Comment', { exact: true }).first().fill('Half a thought')
    await page.waitForTimeout(600)
    const keptDrafts = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('govah-draft:')))
    expect(await keptDrafts()).toHaveLength(1)
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.waitForURL((address) => !address.pathname.startsWith('/review'))
    expect(await keptDrafts()).toEqual([])
  })
})

describe('all statements', () => {
  it('are listed and narrowed by title, state and publication', async () => {
    const archivist = productPerson('archivist')
    const reference = makeDraft(archivist, { content: { titles: { en: 'Quince orchard ledger' } } })
    submit(archivist, reference)
    approve(productPerson('admin', 1), reference)
    const page = await openAs('admin', 0, '/review/all')
    await page.getByLabel('Title or reference').fill('quince orchard')
    await page.getByLabel('State of the work').selectOption('approved')
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByText('1 statement', { exact: true }).waitFor()
    await page.getByRole('row').filter({ hasText: reference }).waitFor()
  })
})
