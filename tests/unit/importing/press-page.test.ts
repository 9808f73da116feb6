import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#lib/errors.ts'
import { openReading } from '#lib/importing/plan.ts'
import { readWebPage } from '#lib/importing/press/web/page.ts'
import { declaredEncoding, looksLikePage } from '#lib/importing/press/web/tell.ts'
import { type PressReport, readPressFile } from '#lib/importing/press-report.ts'

const FOLDER = new URL('../../fixtures/press/', import.meta.url)

/** Reads a page, and proves that every stretch stands where it says in the page's text. */
function read(html: string | Uint8Array): { text: string; report: PressReport } {
  const { text, report } = readPressFile(typeof html === 'string' ? Buffer.from(html) : html)
  const spans = [
    ...report.drafts.flatMap((draft) => draft.passages),
    ...report.narration,
    ...report.ignored,
    ...report.metadata,
  ]
  expect(spans.length).toBeGreaterThan(0)
  for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
  return { text, report }
}

function refusalOf(html: string): string {
  try {
    readWebPage(html)
  } catch (error) {
    if (error instanceof AppError) return error.reason
    throw error
  }
  return 'was read'
}

afterEach(() => vi.unstubAllGlobals())

describe('pages saved from a browser', () => {
  it('reads the article and nothing around it, and what the page tells of itself', () => {
    const fetched = vi.fn()
    vi.stubGlobal('fetch', fetched)
    const { text, report } = read(readFileSync(new URL('en-page.html', FOLDER)))
    expect(report.source).toEqual({
      title: 'Ostra survivors give evidence at last',
      publisher: 'Merland Courier',
      affiliation: 'to confirm',
      date: '2023-05-04',
      dateStated: '2023-05-04',
      author: 'Signe Aalto, Piet Harrow',
      url: 'https://courier.example/2023/05/ostra-survivors',
    })
    expect(
      report.drafts.map((draft) => [draft.speaker, draft.passages.map((passage) => passage.text)]),
    ).toEqual([
      [
        'Nora Veld',
        [
          'We heard the dam before we saw it,',
          'It sounded like furniture being moved in the flat upstairs, and nobody had told us\u00a0anything.',
        ],
      ],
      [
        'Tomas Brandt',
        [
          'He said the gates had been rusted shut since 2011.',
          'I have the copies here,',
          'Nobody ever rang me. Nobody.',
        ],
      ],
      [
        'Water Board',
        [
          'All warning systems were operational on the night in question.',
          'The Board has nothing to add to its statement of 2019.',
        ],
      ],
    ])
    const ignored = new Map(report.ignored.map(({ reason, text }) => [text, reason]))
    expect(ignored.get('“Nobody ever rang me. Nobody.”')).toBe('repeated')
    expect(ignored.get('Three letters')).toBe('heading')
    expect([...ignored].find(([words]) => words.includes('H. Moe'))?.[1]).toBe('caption')
    expect([...ignored].find(([words]) => words.includes('cookies'))?.[1]).toBe('furniture')
    expect([...ignored].find(([words]) => words.includes('last cook'))?.[1]).toMatch(
      /^(?:teaser|furniture)$/u,
    )
    expect([...ignored].find(([words]) => words.includes('user48'))?.[1]).toBe('furniture')
    expect(text).not.toMatch(/tracker|alert|switch on scripts/u)
    expect(fetched).not.toHaveBeenCalled()
  })

  it('reads Persian pages without JSON-LD, and words in no block of their own', () => {
    const { report } = read(readFileSync(new URL('fa-page.html', FOLDER)))
    expect(report.source).toMatchObject({
      title: 'روایت شاهدان سیل رودآباد',
      publisher: 'هفته‌نامهٔ کران',
      author: 'سایه روشنک',
      url: 'https://karan.example/1402/2/14',
      date: '2023-05-04',
    })
    expect(
      report.drafts.map(({ speaker, passages }) => [speaker, passages.map(({ form }) => form)]),
    ).toEqual([
      ['بازماندگان سیل رودآباد', ['reported']],
      ['نسرین آبسالان', ['quoted']],
      ['بهمن کاوه‌نیا', ['quoted', 'reported']],
    ])
  })

  it('goes in by the same door as other files, and tells a report from a statement', async () => {
    const open = async (html: string) => {
      const bytes = (async function* () {
        yield Buffer.from(html)
      })()
      return openReading({ name: 'page.html', bytes }, {}, 25)
    }
    const report = await open(readFileSync(new URL('en-page.html', FOLDER), 'utf8'))
    expect([report.kind, report.view.report?.drafts.length]).toEqual(['press-report', 3])
    const [first] = [...(report.records as Iterable<{ source?: unknown }>)]
    expect(first?.source).toMatchObject({ author: 'Signe Aalto, Piet Harrow' })
    const words = 'I lived by the mill until the water came, and then I lived by the water. '
    const statement = await open(
      `<html><body><article><h1>What I saw</h1><p>${words.repeat(6)}</p></article></body></html>`,
    )
    expect(statement.kind).toBe('text')
  })
})

describe('pages that are not as they should be', () => {
  it('knows a page by its beginning, not by a word of it', () => {
    expect(looksLikePage('<!-- saved --><!DOCTYPE html><html></html>')).toBe(true)
    expect(looksLikePage('She typed <html> and waited.')).toBe(false)
  })

  it('reads the encoding that a page names for itself', () => {
    const page = '<html><head><meta charset="windows-1256"></head><body><p>x</p></body></html>'
    expect(declaredEncoding(Buffer.from(page))).toBe('windows-1256')
    expect(declaredEncoding(Buffer.from(page.replace('windows-1256', 'utf-8')))).toBeNull()
    expect(declaredEncoding(Buffer.from('charset=windows-1256'))).toBeNull()
  })

  it('refuses what is nested or cut up without end, and what shows nothing', () => {
    expect(refusalOf(`<html><body>${'<div>'.repeat(5_000)}x`)).toBe('import.pageTooComplex')
    expect(refusalOf(`<html><body>${'<b>x</b>'.repeat(200_000)}`)).toBe('import.pageTooComplex')
    expect(
      refusalOf('<html><body><script>alert("“I saw it,” said Jan")</script></body></html>'),
    ).toBe('import.fileEmpty')
  })

  it('believes no broken data and no address that is none', () => {
    const page = readWebPage(`<html><head><title>A day in Ostra</title>
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>
      <link rel="canonical" href="javascript:alert(1)">
      <meta name="date" content="2023-99-99"><meta name="author" content="<b>Jan</b> Brook">
      </head><body><p>${'The water rose in the night. '.repeat(20)}</p></body></html>`)
    expect(page.facts).toEqual({
      title: 'A day in Ostra',
      publisher: null,
      author: 'Jan Brook',
      date: null,
      language: null,
      url: null,
    })
  })
})
