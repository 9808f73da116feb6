import { findDate } from './dates.ts'
import type { Ignored, IgnoredReason, PressReport, Span } from './types.ts'

/** A paragraph of the report. */
export interface BodyBlock extends Span {
  /** Its page sets it apart as quoted, so that it may have no marks of its own. */
  isQuotation?: boolean
}

export interface Layout {
  body: BodyBlock[]
  ignored: Ignored[]
  metadata: PressReport['metadata']
  title: string | null
  publisher: string | null
  /** The day that the dateline or a line of its own gives. */
  date: { day: string; stated: string } | null
}

const CREDIT =
  /^(?:reporting by|report by|reported by|source|published by|publisher|منبع|به گزارش|گزارش از|ناشر)\s*[:：]?\s+(.+?)[.:]?$/iu
const AUTHOR = /^(?:by|written by|نویسنده|گزارشگر|خبرنگار)\s*:?\s+\S.{1,80}$/iu
const BANNER = /^\d{2,4}\s*[x×*]\s*\d{2,4}$/iu
const ADVERTISEMENT =
  /^(?:advertisements?|sponsored(?: content)?|ad|promoted|آگهی|تبلیغات|تبلیغ)$/iu
const CAPTION =
  /^(?:\(?(?:photo|image|picture|file photo|caption|photograph|video)(?:\s+by|\s+courtesy|\s+credit)?\s*[:(/]|\((?:photo|عکس)|photo by|image by|عکس\s*(?:از)?\s*[:：]|تصویر\s*:|فیلم\s*:)/iu
const FURNITURE =
  /^(?:share(?: this.*)?|print|e-?mail|tweet|facebook|twitter|whatsapp|telegram|subscribe.*|sign up.*|follow us.*|comments?(?: \(\d+\))?|leave a comment|menu|home|search|skip to .*|cookie.*|we use cookies.*|all rights reserved.*|©.*|copyright.*|tags?\s*:.*|\d+ (?:min|minutes?) read|اشتراک[‌ ]گذاری|چاپ|نظرات|برچسب[‌ ]?ها.*|عضویت.*|کپی لینک|ارسال)$/iu
const TEASER =
  /^(?:read more|read also|also read|related(?: (?:news|stories|articles))?|more on this|see also|you may also like|next article|previous article|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط)(?![\p{L}])\s*[:：]?/iu
const TERMINATED = /[.!?؟…:][”’»")\]]*$/u
const DATELINE =
  /^(?=.{1,110}?\s?[–—―]|.{1,110}?\s-{1,2}\s|[^.]{1,80}\d{4}\s*[-:])(?:\p{Lu}[\p{L}.’'()\s,-]{1,60}|[\p{Script=Arabic}‌\s،()/]{2,60})[\s\S]{0,60}?\s*(?:[–—―]|\s-{1,2}\s|\d\s*[:-])/u

/** Tells the report from what stands around it: title, credit and date become facts, furniture is ignored with a reason. */
export function readLayout(
  blocks: readonly BodyBlock[],
  known: { title: string | null } = { title: null },
): Layout {
  const layout: Layout = {
    body: [],
    ignored: [],
    metadata: [],
    title: known.title,
    publisher: null,
    date: null,
  }
  const first = blocks.findIndex(isProse)
  const start = first < 0 ? blocks.length : first
  readHead(blocks.slice(0, start), layout)
  readBody(blocks.slice(start), layout)
  return layout
}

/** A paragraph of running text, as opposed to a headline, a caption or a button. */
function isProse(block: Span): boolean {
  if (furnitureReason(block.text) !== null || isCredit(block.text)) return false
  const dateline = readDateline(block.text)
  if (dateline !== null && block.text.length > dateline.length + 15) return true
  const words = block.text.split(/\s+/u).length
  return (words >= 8 && TERMINATED.test(block.text)) || words >= 40
}

/** A line of its own, not a sentence that begins with «به گزارش …». */
function isCredit(text: string): boolean {
  return CREDIT.test(text) && text.length < 120 && !/[،؛].*\s\S+\s/u.test(text)
}

function furnitureReason(text: string): IgnoredReason | null {
  if (BANNER.test(text)) return 'banner'
  if (ADVERTISEMENT.test(text)) return 'advertisement'
  if (CAPTION.test(text)) return 'caption'
  if (TEASER.test(text)) return 'teaser'
  if (FURNITURE.test(text)) return 'furniture'
  return null
}

function readHead(blocks: readonly Span[], layout: Layout): void {
  const seen = new Map<string, number>()
  for (const block of blocks) seen.set(block.text, (seen.get(block.text) ?? 0) + 1)
  for (const block of blocks) {
    const reason = furnitureReason(block.text)
    if (reason !== null) layout.ignored.push({ ...block, reason })
    else if (readFact(block, layout)) continue
    else if (layout.title === null) {
      layout.title = block.text
      layout.metadata.push({ ...block, field: 'title' })
    } else {
      // A line that stands there twice is a picture's text and its caption.
      const repeated = (seen.get(block.text) ?? 0) > 1
      layout.ignored.push({ ...block, reason: repeated ? 'caption' : 'heading' })
    }
  }
}

/** Takes a credit, author or date line as a fact of the source. */
function readFact(block: Span, layout: Layout): boolean {
  const credit = isCredit(block.text) ? CREDIT.exec(block.text) : null
  if (credit !== null && layout.publisher === null) {
    layout.publisher = credit[1]!.trim()
    layout.metadata.push({ ...block, field: 'publisher' })
    return true
  }
  if (AUTHOR.test(block.text)) {
    layout.ignored.push({ ...block, reason: 'furniture' })
    return true
  }
  const date = findDate(block.text)
  if (date === null || block.text.length - date.stated.length > 30) return false
  layout.date ??= { day: date.day, stated: date.stated }
  layout.metadata.push({ ...block, field: 'date' })
  return true
}

function readBody(blocks: readonly BodyBlock[], layout: Layout): void {
  let teaser = false
  blocks.forEach((block, index) => {
    const reason = furnitureReason(block.text)
    if (reason !== null) {
      // “Read more:” alone announces the lines after it.
      if (reason === 'teaser') teaser = true
      layout.ignored.push({ ...block, reason })
      return
    }
    if (teaser && !isProse(block)) {
      layout.ignored.push({ ...block, reason: 'teaser' })
      return
    }
    if (isCredit(block.text) && layout.publisher === null) {
      readFact(block, layout)
      return
    }
    if (isHeading(block, blocks[index + 1])) {
      layout.ignored.push({ ...block, reason: 'heading' })
      return
    }
    teaser = false
    if (index === 0) readFirst(block, layout)
    layout.body.push(block)
  })
}

function isHeading(block: Span, next: Span | undefined): boolean {
  if (next === undefined && block.text.length > 40) return false
  return block.text.length < 90 && !TERMINATED.test(block.text) && !/[“”"«»„]/u.test(block.text)
}

function readFirst(block: Span, layout: Layout): void {
  layout.publisher ??= /^به گزارش\s+([^،:]{2,40})،/u.exec(block.text)?.[1]?.trim() ?? null
  const dateline = readDateline(block.text)
  if (dateline === null) return
  layout.date = dateline.date ?? layout.date
  layout.publisher ??= dateline.agency
}

/** “OSTRA, 4 May 2023 (NWA) —”: a place, mostly a date, sometimes an agency, then a dash. Null where there is none. */
export function readDateline(
  text: string,
): { date: { day: string; stated: string } | null; agency: string | null; length: number } | null {
  const match = DATELINE.exec(text.slice(0, 160))
  if (match === null) return null
  const head = match[0]
  const date = findDate(head)
  const agency = /\(([^)\d]{2,40})\)/u.exec(head)?.[1]?.trim() ?? null
  const place = head.replace(/[\s–—―:-]+$/u, '')
  const isPlace =
    date !== null ||
    agency !== null ||
    /^(?:\p{Lu}[\p{Lu}.’'-]+(?:[\s,]+\p{Lu}[\p{L}.’'-]*)*)$/u.test(place) ||
    (/^[\p{Script=Arabic}‌\s،]+$/u.test(place) && place.split(/\s+/u).length <= 3)
  if (!isPlace) return null
  return {
    date: date === null ? null : { day: date.day, stated: date.stated },
    agency,
    length: head.length,
  }
}
