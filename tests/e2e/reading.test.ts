import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { createAuthority } from '#lib/authorities/commands.ts'
import { withdrawStatement } from '#lib/review/publishing.ts'
import { openRevision } from '#lib/statements/drafting.ts'
import { auditAccessibility } from '#tests/support/browser.ts'
import { addPerson } from '#tests/support/database.ts'
import { editDraft, makeDraft, makePublished, submitAndPublish } from '#tests/support/factories.ts'
import { useOwnProduct } from '#tests/support/own-product.ts'

/** The reading room as anonymous visitors meet it, with and without JavaScript, in both languages. */

let references: {
  open: string
  hard: string
  revised: string
  restricted: string
  draft: string
  withdrawn: string
}
let event: string

const product = useOwnProduct(fillArchive)
const { openPage } = product

async function fillArchive(): Promise<void> {
  const owner = await addPerson('archivist')
  const admins = [await addPerson('admin'), await addPerson('admin')] as const
  event = createAuthority(owner, {
    kind: 'event',
    names: [
      { name: 'The Mirab flood', language: 'en', preferred: true },
      { name: 'سیل میراب', language: 'fa', preferred: true },
    ],
  })
  const open = makePublished(owner, admins, {
    content: {
      about: { eventIds: [event] },
      translations: [
        {
          language: 'fa',
          translator: 'مترجم ساختگی',
          passages: [{ key: 'second', text: 'دفتر مدرسه را به بالای تپه بردم.' }],
        },
      ],
    },
  })
  const hard = makePublished(owner, admins, {
    content: {
      titles: { en: 'An account that is hard to read' },
      sensitivity: { contentNotes: ['torture'], namesLivingPeople: false },
      text: { language: 'en', passages: [{ key: 'only', text: 'Words behind a warning.' }] },
    },
  })
  const revised = makePublished(owner, admins, { content: { titles: { en: 'Told twice' } } })
  openRevision(owner, revised)
  editDraft(owner, revised, (content) => ({
    ...content,
    text: {
      ...content.text,
      passages: [
        { ...content.text.passages[0]!, key: 'before', text: 'There had been a warning.' },
        ...content.text.passages,
      ],
    },
  }))
  submitAndPublish(owner, admins, revised)
  const restricted = makePublished(owner, admins, {
    content: { access: { audience: 'registered' } },
  })
  const withdrawn = makePublished(owner, admins, {
    content: { access: { audience: 'registered' } },
  })
  withdrawStatement(admins[0], withdrawn, 'Asked to.')
  references = { open, hard, revised, restricted, draft: makeDraft(owner), withdrawn }
}

const withoutScripts = { javaScriptEnabled: false }
const textOf = (page: Page, selector: string) => page.locator(selector).first().textContent()

describe('searching without JavaScript', () => {
  test('from the first page to the passage, with whole words marked', async () => {
    const page = await openPage('/', withoutScripts)
    await page.fill('input[name="q"]', 'ledger')
    await page.press('input[name="q"]', 'Enter')
    expect(new URL(page.url()).pathname).toBe('/search')
    expect(await textOf(page, 'h2 >> text=/statements/')).toBe('2 statements')
    expect(await page.locator('article mark').allInnerTexts()).toEqual(['ledger', 'ledger'])

    await page.locator('article', { hasText: references.open }).getByText('§2').click()
    expect(page.url()).toContain(`/statements/${references.open}?q=ledger#p2`)
    expect(await textOf(page, '#p2 mark')).toBe('ledger')
    const [target, other] = await Promise.all(
      ['#p2', '#p1'].map((id) =>
        page.locator(id).evaluate((element) => getComputedStyle(element).backgroundColor),
      ),
    )
    expect(target).not.toBe(other)
  })

  test('narrowed, sorted and shared by its address', async () => {
    const page = await openPage('/search', withoutScripts)
    expect(await textOf(page, 'h2 >> text=/statements/')).toBe('3 statements')
    await page.locator('nav a', { hasText: 'The Mirab flood' }).click()
    expect(page.url()).toContain(`event=${event}`)
    expect(await page.locator('article').count()).toBe(1)
    await page.getByText('Remove all filters').click()
    expect(await page.locator('article').count()).toBe(3)
    await page.getByRole('link', { name: 'Date added' }).click()
    expect(page.url()).toContain('sort=added')
  })

  test('says what was tried when there is nothing', async () => {
    const page = await openPage('/search?q=zebra%20ledger&type=letter', withoutScripts)
    expect(await page.getByText('Nothing was found').isVisible()).toBe(true)
    expect(await page.getByText('Search without the filter').isVisible()).toBe(true)
  })

  test('in Persian, and back to the same search in English', async () => {
    const page = await openPage('/fa/search?q=%D9%85%D8%AF%D8%B1%D8%B3%D9%87', withoutScripts)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await page.locator('article mark').allInnerTexts()).toEqual(['مدرسه'])
    const href = await page.locator('a[hreflang="en"]').first().getAttribute('href')
    expect(href).toBe(`/search?q=${encodeURIComponent('مدرسه')}`)
  })
})

describe('a statement', () => {
  test('shows a translation beside the original, as the address says', async () => {
    const page = await openPage(`/statements/${references.open}?show=both&in=fa`, withoutScripts)
    const row = page.locator('#p2')
    expect(await row.locator('[lang="en"]').textContent()).toContain('ledger')
    expect(await row.locator('[lang="fa"]').textContent()).toContain('دفتر')
    expect(await page.locator('#p1').getByText('Not translated').isVisible()).toBe(true)
  })

  test('is told of before it is shown, and opens for a link to a passage', async () => {
    const shut = await openPage(`/statements/${references.hard}`, withoutScripts)
    expect(await shut.getByText('Torture').first().isVisible()).toBe(true)
    expect(await shut.getByText('Words behind a warning.').isVisible()).toBe(false)
    await shut.getByText('Show the text').click()
    await shut.getByText('Words behind a warning.').waitFor({ state: 'visible' })

    const open = await openPage(`/statements/${references.hard}#p1`)
    await open.getByText('Words behind a warning.').waitFor({ state: 'visible' })
  })

  test('keeps its old words at the old address, and says that there are newer ones', async () => {
    const page = await openPage(`/statements/${references.revised}/r1#p1`, withoutScripts)
    expect(await textOf(page, '#p1')).toContain('The water came before the bells were rung.')
    expect(await page.getByText('This is revision 1').isVisible()).toBe(true)
    await page.getByText('what the archive shows now').click()
    expect(await textOf(page, '#p1')).toContain('There had been a warning.')
    expect(await page.locator('#p2 a').first().getAttribute('href')).toBe(
      `/statements/${references.revised}/r2#p2`,
    )
  })

  test('is cited by the passage that is being read', async () => {
    const page = await openPage(`/statements/${references.open}#p3`)
    await page.getByText(`${references.open} §3 (r1)`, { exact: true }).waitFor()
  })

  test('is answered by the API as its reader may see it', async () => {
    const answer = await fetch(`${product.url}/api/v1/statements/${references.open}`)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const body = await answer.json()
    expect(body.kind).toBe('statement')
    expect(body.statement.text.passages).toHaveLength(3)
    expect(JSON.stringify(body)).not.toContain('Narges')
  })
})

describe('what is not open to the reader', () => {
  test('is the same 404 as what never was, also without JavaScript', async () => {
    const { restricted, draft, withdrawn, open } = references
    const paths = [
      `/statements/${restricted}`,
      `/statements/${draft}`,
      `/statements/${withdrawn}`,
      '/statements/GV-1999-000001',
      `/statements/${open}/r9`,
      `/statements/${restricted}/r1`,
      '/people/0000000000000000',
      `/people/${event}`,
      '/no/such.page',
    ]
    const bodies = new Set<string>()
    for (const path of paths) {
      const answer = await fetch(`${product.url}${path}`)
      expect(answer.status, path).toBe(404)
      expect(answer.headers.get('cache-control'), path).toMatch(/no-store/)
      const html = await answer.text()
      bodies.add(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? path)
    }
    expect(bodies.size).toBe(1)
    const page = await openPage(`/fa/statements/${restricted}`, withoutScripts)
    expect(await textOf(page, 'h1')).toBe('اینجا چیزی برای نمایش نیست')
  })

  test('is not found through the API either: /api/v1/statements', async () => {
    for (const reference of [references.restricted, references.draft, 'GV-1999-000001']) {
      const answer = await fetch(`${product.url}/api/v1/statements/${reference}`)
      expect(answer.status).toBe(404)
      expect((await answer.json()).error.code).toBe('not_found')
    }
  })
})

describe('every page', () => {
  test('keeps other sites, frames and caches out, and runs its own scripts alone', async () => {
    const answer = await fetch(`${product.url}/`)
    const policy = answer.headers.get('content-security-policy') ?? ''
    for (const part of ["default-src 'self'", "frame-ancestors 'none'", "'strict-dynamic'"]) {
      expect(policy).toContain(part)
    }
    expect(policy).not.toContain("script-src 'self' 'unsafe")
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('stays within its limits: nothing from elsewhere, nothing refused, no violations', async () => {
    const { open } = references
    const paths = [
      '/',
      '/search?q=ledger',
      `/statements/${open}`,
      '/events',
      `/events/${event}`,
      '/help',
    ]
    for (const path of paths.flatMap((each) => [each, `/fa${each}`])) {
      const page = await (
        await product.browser.newContext({ viewport: { width: 360, height: 800 } })
      ).newPage()
      const noise: string[] = []
      page.on('console', (message) => message.type() === 'error' && noise.push(message.text()))
      page.on('request', (request) => {
        if (!request.url().startsWith(product.url)) noise.push(request.url())
      })
      await page.goto(`${product.url}${path}`)
      expect(await auditAccessibility(page), path).toEqual([])
      const isTooWide = await page.evaluate(() => document.body.scrollWidth > window.innerWidth)
      expect(isTooWide, path).toBe(false)
      expect(noise, path).toEqual([])
      await page.context().close()
    }
  })

  test('has its title from the first on, and at no moment none while another is gone to', async () => {
    for (const [locale, name] of [
      ['', 'Govah demo archive'],
      ['/fa', 'آرشیو نمایشی گواه'],
    ] as const) {
      const plain = await openPage(`${locale}/events/${event}`, withoutScripts)
      const ofTheEvent = locale === '' ? 'The Mirab flood' : 'سیل میراب'
      expect(await plain.locator('head > title').allTextContents()).toEqual([
        `${ofTheEvent} · ${name}`,
      ])

      const page = await openPage(locale || '/')
      expect(await page.title()).toBe(name)
      await page.evaluate(() => {
        const look = () => {
          const { dataset } = document.documentElement
          if (document.title === '') dataset.untitled = 'true'
        }
        new MutationObserver(look).observe(document.head, { childList: true, subtree: true })
      })
      for (const path of ['/help', '/about']) {
        await page.locator(`a[href="${locale}${path}"]`).first().click()
        await page.waitForURL(`**${locale}${path}`)
        const named = (end: string) =>
          document.title === `${document.querySelector('h1')?.textContent} · ${end}`
        await page.waitForFunction(named, name)
      }
      expect(await page.locator('html').getAttribute('data-untitled')).toBeNull()
    }
  })

  test('begins with a way to its content, for the keyboard', async () => {
    const page = await openPage('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the content',
    )
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  })

  test('is dark or light as the reader chooses, without JavaScript too', async () => {
    const page = await openPage('/help', withoutScripts)
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(new URL(page.url()).pathname).toBe('/help')
  })
})
