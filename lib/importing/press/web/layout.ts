import { type Layout, readLayout } from '../layout.ts'
import type { Ignored, Span } from '../types.ts'
import type { PageBlock, WebPage } from './page.ts'

const IGNORED = {
  heading: 'heading',
  caption: 'caption',
  teaser: 'teaser',
  furniture: 'furniture',
  // One that repeats nothing is no part of the article.
  pull: 'teaser',
} as const

/** The layout of a page: what its markup tells comes first, its words tell the rest as in a plain text. */
export function readPageLayout({ blocks, facts }: WebPage): Layout {
  const heading = blocks.find(({ kind }) => kind === 'title') ?? null
  const said = blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => lettersOf(text))
  const repeats = (text: string) => said.some((words) => words.includes(lettersOf(text)))
  const prose = blocks.filter(
    ({ kind, text }) =>
      kind === 'paragraph' || kind === 'quotation' || (kind === 'pull' && repeats(text)),
  )
  const layout = readLayout(prose.map(toBlock), { title: facts.title ?? heading?.text ?? null })
  const ignored = blocks.flatMap(({ kind, ...span }): Ignored[] =>
    kind in IGNORED && !(kind === 'pull' && repeats(span.text))
      ? [{ ...toSpan(span), reason: IGNORED[kind as keyof typeof IGNORED] }]
      : [],
  )
  return {
    ...layout,
    ignored: [...layout.ignored, ...ignored],
    metadata:
      heading === null
        ? layout.metadata
        : [{ ...toSpan(heading), field: 'title' }, ...layout.metadata],
    publisher: facts.publisher ?? layout.publisher,
    date: facts.date === null ? layout.date : { day: facts.date, stated: facts.date },
  }
}

function toBlock({ kind, ...span }: PageBlock): Span & { isQuotation: boolean } {
  return { ...span, isQuotation: kind === 'quotation' || kind === 'pull' }
}

function toSpan({ text, start, end }: Span): Span {
  return { text, start, end }
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
