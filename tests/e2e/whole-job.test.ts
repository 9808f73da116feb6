import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, launchChromium, signIn } from '#tests/support/browser.ts'
import { translator } from '#tests/support/messages.ts'

/** Invented reports, each with a word that stands nowhere else in the archive. */
const JOBS = {
  en: {
    prefix: '',
    word: 'gharvestone',
    correction: 'told in Lindholm, in English',
    report: `A witness of the Ostra flood speaks

Source: Merland Courier

LINDHOLM, 4 May 2023 — A conference in Lindholm on Wednesday heard a witness of the flood.

“We heard the dam before we saw it, and then the gharvestone was gone,” said Nora Veld, a retired schoolteacher.
`,
  },
  fa: {
    prefix: '/fa',
    word: 'سنگ‌ماهک',
    correction: 'در مهرشهر و به فارسی گفته شد',
    report: `شهادت بازماندگان سیل رودآباد

منبع: هفته‌نامهٔ کران

مهرشهر، ۱۲ تیر ۱۴۰۱ – روز یکشنبه کنفرانسی در مهرشهر برگزار شد و بازماندگان سیل از آن شب گفتند.

نسرین پاکدل، آموزگار بازنشسته، گفت: «ما صدای آب را پیش از دیدنش شنیدیم و بعد سنگ‌ماهک دیگر نبود.»
`,
  },
} as const

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function newPage(): Promise<Page> {
  return (await browser.newContext()).newPage()
}

describe.each(['en', 'fa'] as const)('the whole job by the interface alone, in %s', (locale) => {
  const { prefix, word, correction, report } = JOBS[locale]
  const say = translator(locale)
  const at = (path: string) => addressOf(`${prefix}${path}`)
  const label = (field: string) => say(`statement-form.fields.${field}.label`)
  const step = (page: Page, name: string) =>
    page
      .getByRole('navigation', { name: say('statement-form.steps.label') })
      .getByRole('link', { name: say(`statement-form.steps.${name}`) })
      .click()
  const choose = (page: Page, field: string, list: string, code: string) =>
    page.getByRole('combobox', { name: label(field), exact: true }).selectOption({
      label: say(`vocabulary.${list}.${code}`),
    })
  const button = (page: Page, key: string) =>
    page.getByRole('button', { name: say(key), exact: true })

  async function answerApproval(page: Page): Promise<void> {
    await page
      .locator('summary', { hasText: say('review.decision.approve.title') })
      .first()
      .click()
    const form = page.locator('form').filter({ hasText: say('review.approve.checklist') })
    for (const radio of await form
      .getByRole('radio', { name: say('checklist.answers.done') })
      .all()) {
      await radio.check()
    }
    for (const reason of await form.getByRole('textbox').all()) {
      const name = (await reason.getAttribute('name')) ?? ''
      if (name.startsWith('checklist.') && (await reason.isVisible())) {
        await reason.fill('Looked at on paper.')
      }
    }
    await form.getByLabel(say('review.approve.reliability')).first().selectOption('B')
    await form.getByLabel(say('review.approve.credibility')).first().selectOption('3')
    await form.getByLabel(say('review.approve.reliabilityReason')).fill('Known for years.')
    await form.getByLabel(say('review.approve.credibilityReason')).fill('Stands alone.')
    await form
      .getByRole('textbox', { name: say('review.approve.comment'), exact: true })
      .fill('Read beside the report.')
    await button(page, 'review.approve.submit').click()
  }

  it('goes from a press report to a passage that anybody can cite, and away again', async () => {
    // An archivist imports a report and completes the draft.
    const desk = await newPage()
    await signIn(desk, 'archivist')
    await desk.goto(at('/desk/import'))
    await desk.getByLabel(say('import.form.paste')).fill(report)
    await button(desk, 'import.form.preview').click()
    await desk
      .getByRole('button', { name: say('import.preview.create', { count: 1 }), exact: true })
      .click()
    await desk.getByRole('heading', { name: say('import.result.summary') }).waitFor()
    await desk
      .getByRole('table')
      .getByRole('link', { name: /GV-\d{4}-\d{6}/ })
      .first()
      .click()
    await desk.waitForURL(/\/desk\/statements\/GV-/)
    const reference = /GV-\d{4}-\d{6}/.exec(desk.url())?.[0] ?? ''

    await choose(desk, 'solemnity', 'solemnities', 'unsworn')
    await step(desk, 'knowledge')
    await choose(desk, 'knowledge.relation', 'relationsToEvent', 'eyewitness')
    await choose(desk, 'knowledge.directness', 'directnesses', 'experienced')
    await step(desk, 'consent')
    await choose(desk, 'access.audience', 'audiences', 'public')
    await step(desk, 'sensitivity')
    await desk
      .getByRole('group', { name: label('sensitivity.contentNotes') })
      .getByLabel(say('vocabulary.contentNotes.none'), { exact: true })
      .check()
    await step(desk, 'submit')
    await desk.getByText(say('statement-form.submit.ready')).waitFor()
    await button(desk, 'statement-form.submit.submit').click()
    await desk.getByText(say('desk.view.readOnly.submitted')).waitFor()

    // An admin asks for a change.
    const first = await newPage()
    await signIn(first, 'admin', 0)
    await first.goto(at('/review'))
    await first.getByRole('row').filter({ hasText: reference }).getByRole('link').first().click()
    await button(first, 'review.standing.claim').click()
    await button(first, 'review.standing.release').waitFor()
    await first
      .locator('summary', { hasText: say('review.decision.changes.title') })
      .first()
      .click()
    await first
      .getByLabel(say('review.changes.what', { number: 1 }), { exact: true })
      .fill('Please say under which conditions it was heard.')
    await first
      .locator('form')
      .filter({ has: button(first, 'review.changes.submit') })
      .getByRole('textbox', { name: say('review.changes.comment'), exact: true })
      .fill('One thing is open.')
    await button(first, 'review.changes.submit').click()
    await first.getByText(say('review.decide.changes_requested')).waitFor()

    // The archivist makes it, and submits again.
    await desk.goto(at('/desk'))
    await desk
      .getByRole('link', { name: reference })
      .or(desk.locator(`a[href$="/desk/statements/${reference}"]`))
      .first()
      .click()
    await desk.waitForURL(new RegExp(`/desk/statements/${reference}`))
    await desk.getByText('Please say under which conditions it was heard.').first().waitFor()
    await step(desk, 'knowledge')
    await desk
      .getByRole('textbox', { name: label('knowledge.conditions'), exact: true })
      .fill(correction)
    await step(desk, 'submit')
    await button(desk, 'statement-form.submit.submit').click()
    await desk.getByText(say('desk.view.readOnly.submitted')).waitFor()

    // One approval is not enough, and the page says why.
    await first.goto(at(`/review/${reference}`))
    await button(first, 'review.standing.claim').click()
    await button(first, 'review.standing.release').waitFor()
    await answerApproval(first)
    await first.getByText(say('review.second.oneGivenTitle')).waitFor()
    await first.getByText(say('review.second.reasons.namedPublicly')).waitFor()
    expect(await button(first, 'review.publish.submit').count()).toBe(0)

    // The second admin approves and publishes.
    const second = await newPage()
    await signIn(second, 'admin', 1)
    await second.goto(at(`/review/${reference}`))
    await button(second, 'review.standing.claimSecond').click()
    await button(second, 'review.standing.release').waitFor()
    await answerApproval(second)
    await button(second, 'review.publish.submit').click()
    await second.getByText(say('review.publish.isPublished')).waitFor()

    // Anybody finds it by a word, opens the passage's own address and sees it marked.
    const reader = await newPage()
    await reader.goto(at(`/search?q=${encodeURIComponent(word)}`))
    const hit = reader.locator(`a[href*="/statements/${reference}"][href*="#p1"]`).first()
    await hit.click()
    await reader.waitForURL(/#p1$/)
    const passage = reader.locator('#p1')
    await passage.waitFor()
    expect(await passage.textContent()).toContain(word)
    expect(await passage.evaluate((element) => element.matches(':target'))).toBe(true)
    expect(await passage.locator('mark').first().textContent()).toBe(word)
    const background = (selector: string) =>
      reader.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await background('#p1')).not.toBe(await background('body'))

    // Withdrawn, it is gone.
    await second.goto(at(`/review/${reference}`))
    const withdrawal = second
      .locator('form')
      .filter({ has: button(second, 'review.withdraw.submit') })
    if (!(await button(second, 'review.withdraw.submit').isVisible())) {
      await second.getByText(say('review.withdraw.title')).first().click()
    }
    await withdrawal.getByLabel(say('review.withdraw.reason')).fill('The witness asked for it.')
    await button(second, 'review.withdraw.submit').click()
    await second.getByText(say('vocabulary.publications.withdrawn')).first().waitFor()
    await reader.goto(at(`/search?q=${encodeURIComponent(word)}`))
    expect(await reader.locator(`a[href*="/statements/${reference}"]`).count()).toBe(0)
    const gone = await reader.goto(at(`/statements/${reference}`))
    expect(await gone?.text()).not.toContain(word)
  })
})
