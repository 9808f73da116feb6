import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { AppError } from '#lib/errors.ts'
import type { Span } from '../types.ts'
import { cutPage, type PageBlockKind, type PageDocument } from './cut.ts'
import { type PageFacts, readPageFacts } from './facts.ts'

export interface PageBlock extends Span {
  kind: PageBlockKind
}

/** A page as a browser saved it, read as text. */
export interface WebPage {
  /** All that the page shows, block by block with a blank line between; offsets of everything read refer to it. */
  text: string
  blocks: PageBlock[]
  facts: PageFacts
}

/** Marks each block of the page, so that the article that Readability finds is known by its marks. */
const MARK = 'data-govah-block'
/** Pages nested or cut up beyond this are made to break readers. */
const DEPTH_MAX = 400
const ELEMENTS_MAX = 60_000
/** Bylines and dates above an article are no longer than this, in UTF-16 units. */
const HEAD_LINE_MAX = 120

/**
 * Reads a saved page: what it shows, which of it is the article, and what it tells of itself. Nothing of it is run and
 * nothing fetched.
 * @throws AppError `invalid`: import.pageTooComplex, import.fileEmpty
 */
export function readWebPage(html: string): WebPage {
  const document = parsePage(html)
  const facts = readPageFacts(document)
  const cuts = cutPage(document, MARK)
  if (cuts.length === 0) throw new AppError('invalid', 'import.fileEmpty')
  const article = findArticle(document)
  let text = ''
  const blocks = cuts.map(({ text: words, mark, kind }) => {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += words
    return { text: words, start, end: text.length, kind, isArticle: article.has(mark) }
  })
  return { text, blocks: tellFurniture(blocks), facts }
}

/**
 * What stands outside the article is furniture, but for the first large heading, which is the title, the short lines
 * between it and the article, and what only looks like furniture inside it: captions, headings, pull quotes.
 */
function tellFurniture(blocks: readonly (PageBlock & { isArticle: boolean })[]): PageBlock[] {
  const title = blocks.findIndex(({ kind }) => kind === 'title')
  const first = blocks.findIndex(({ isArticle }) => isArticle)
  const last = blocks.findLastIndex(({ isArticle }) => isArticle)
  return blocks.map(({ isArticle, ...block }, index): PageBlock => {
    if (block.kind === 'title') return index === title ? block : { ...block, kind: 'heading' }
    if (isArticle) return block
    const isHead =
      title >= 0 && index > title && index < first && block.text.length <= HEAD_LINE_MAX
    const isInside = index > first && index < last && block.kind !== 'paragraph'
    if (isHead) return block
    if (!isInside) return { ...block, kind: 'furniture' }
    // Words that are set apart and dropped as no part of the article stay out of it.
    const isSetApart = block.kind === 'pull' || block.kind === 'quotation'
    return isSetApart ? { ...block, kind: 'pull' } : block
  })
}

function parsePage(html: string): PageDocument {
  let depth = 0
  let elements = 0
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/giu)) {
    if (tag.startsWith('</')) depth = Math.max(0, depth - 1)
    else if (!isVoid(tag)) depth += 1
    elements += 1
    if (depth > DEPTH_MAX || elements > ELEMENTS_MAX * 2) throw tooComplex()
  }
  // A page may leave out its outermost tags; the parser does not supply them.
  const whole = /<html[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`
  return parseHTML(whole).document as unknown as PageDocument
}

function isVoid(tag: string): boolean {
  return (
    tag.endsWith('/>') ||
    /^<(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|li|p|td|tr|th|dd|dt|option)\b/iu.test(
      tag,
    )
  )
}

function tooComplex(): AppError {
  return new AppError('invalid', 'import.pageTooComplex')
}

/** The marks of all blocks of the article. Readability takes the document apart, so that it is asked last. */
function findArticle(document: PageDocument): Set<string> {
  const reader = new Readability<PageDocument>(document as never, {
    serializer: (node) => node as unknown as PageDocument,
    maxElemsToParse: ELEMENTS_MAX,
    charThreshold: 200,
    disableJSONLD: true,
  })
  const content = reader.parse()?.content
  const found = new Set<string>()
  for (const element of content?.querySelectorAll(`[${MARK}]`) ?? []) {
    found.add(element.getAttribute(MARK) ?? '')
  }
  return found
}
