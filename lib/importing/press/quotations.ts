import { countWords } from './blocks.ts'
import type { BodyBlock } from './layout.ts'
import type { Span } from './types.ts'

/** A marked stretch inside one paragraph; `outerStart` and `outerEnd` include the marks. */
export interface MarkedSpan extends Span {
  outerStart: number
  outerEnd: number
  /** How the closing mark was found: missing ones reach to the end of their paragraph. */
  closing: 'present' | 'reopened' | 'missing'
  /** Goes on from the paragraph before, which left its quotation open. */
  continues: boolean
}

const OPENING = new Set(['“', '„', '«', '"', '‘', '‟', '〝', '‹'])
const SPACE_BEFORE = /[\s([{—–:،,]/u

/**
 * Finds what stands between quotation marks in each paragraph: curly, straight, «گیومه» and „low“ marks, nested ones
 * inside their outer pair. A quotation left open goes on where the next paragraph opens again; otherwise it reaches
 * to the end of its paragraph.
 */
export function findMarked(text: string, blocks: readonly BodyBlock[]): MarkedSpan[][] {
  const found: MarkedSpan[][] = []
  let open = false
  let runsUntil: { index: number; close: number } | null = null
  blocks.forEach((block, index) => {
    if (block.isQuotation && runsUntil === null && !hasMarks(block.text)) {
      open = false
      found.push([wholeBlock(block, blocks[index - 1])])
      return
    }
    const spans: MarkedSpan[] = []
    let at = block.start
    // A quotation that runs on without being opened again: this paragraph is part of it, up to its close.
    if (runsUntil !== null) {
      const isLast = runsUntil.index === index
      const end = isLast ? runsUntil.close : block.end
      spans.push(marked(text, block.start - 1, end, isLast ? 'present' : 'reopened', true))
      at = isLast ? end + 1 : block.end
      if (isLast) runsUntil = null
    }
    let continues = open
    open = false
    while (at < block.end) {
      const mark = text[at]!
      if (!opens(text, at, block)) {
        at += 1
        continue
      }
      const close = findClose(text, at, block, mark)
      if (close !== null) {
        spans.push(marked(text, at, close, 'present', continues && at === block.start))
        continues = false
        at = close + 1
        continue
      }
      if (mark === '‘' || mark === '‹') {
        at += 1
        continue
      }
      const closedIn = findLaterClose(text, blocks, index, mark)
      if (closedIn !== null) {
        spans.push(marked(text, at, block.end, 'reopened', continues && at === block.start))
        runsUntil = closedIn
        at = block.end
        continue
      }
      const next = blocks[index + 1]
      const reopened = next !== undefined && OPENING.has(text[next.start]!)
      if (
        mark === '"' &&
        !reopened &&
        at !== block.start &&
        countWords(text.slice(at, block.end)) < 3
      ) {
        at += 1
        continue
      }
      spans.push(
        marked(
          text,
          at,
          block.end,
          reopened ? 'reopened' : 'missing',
          continues && at === block.start,
        ),
      )
      open = reopened
      at = block.end
    }
    found.push(spans)
  })
  return found
}

function hasMarks(text: string): boolean {
  return [...text].some((letter) => OPENING.has(letter) && letter !== '‘')
}

/** A paragraph that its page sets apart as quoted; the next of the same kind goes on with it. */
function wholeBlock({ text, start, end }: BodyBlock, before: BodyBlock | undefined): MarkedSpan {
  const continues = before?.isQuotation === true && !hasMarks(before.text)
  return { text, start, end, outerStart: start, outerEnd: end, closing: 'present', continues }
}

const RUNS_OVER_PARAGRAPHS = 4

/** Where one of the next few paragraphs closes what it never opened, the quotation ran on until there. */
function findLaterClose(
  text: string,
  blocks: readonly Span[],
  index: number,
  mark: string,
): { index: number; close: number } | null {
  const close = mark === '«' ? '»' : mark === '"' ? '"' : '”'
  for (let later = index + 1; later <= index + RUNS_OVER_PARAGRAPHS; later += 1) {
    const block = blocks[later]
    if (block === undefined) return null
    for (let at = block.start; at < block.end; at += 1) {
      if (text[at] === close && closes(text, at, block) && at > block.start)
        return { index: later, close: at }
      if (opens(text, at, block) && text[at] !== '‘') return null
    }
  }
  return null
}

function marked(
  text: string,
  open: number,
  close: number,
  closing: MarkedSpan['closing'],
  continues: boolean,
): MarkedSpan {
  let start = open + 1
  let end = close
  while (start < end && /\s/.test(text[start]!)) start += 1
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1
  return {
    text: text.slice(start, end),
    start,
    end,
    outerStart: open,
    outerEnd: closing === 'present' ? close + 1 : close,
    closing,
    continues,
  }
}

function opens(text: string, at: number, block: Span): boolean {
  const mark = text[at]!
  if (!OPENING.has(mark)) return false
  if (mark === '„' || mark === '«') return true
  const before = at === block.start ? ' ' : text[at - 1]!
  const after = text[at + 1] ?? ' '
  if (mark === '“' || mark === '‟' || mark === '〝') return true
  if (!SPACE_BEFORE.test(before)) return false
  // “she wrote. " The road is closed."”: a slip, since a mark that closes stands at its last word.
  const slipped = mark === '"' && /^ \p{Lu}/u.test(text.slice(at + 1, at + 3))
  return slipped || !/[\s.,;:!?)]/u.test(after)
}

/** The offset of the mark that closes the one at `at`, or null where its paragraph has none. */
function findClose(text: string, at: number, block: Span, mark: string): number | null {
  if (mark === '‘' || mark === '‹') return findSingleClose(text, at, block)
  let depth = 0
  for (let index = at + 1; index < block.end; index += 1) {
    const char = text[index]!
    if (mark === '«') {
      if (char === '«') depth += 1
      else if (char === '»') {
        if (depth === 0) return index
        depth -= 1
      }
    } else if (mark === '"') {
      if ((char === '"' || char === '”') && closes(text, index, block)) return index
    } else if (mark === '„') {
      if (char === '“' || char === '”' || char === '"') return index
    } else if (char === '“') {
      // “ again: nested where both are closed, a slip for the closing mark otherwise.
      if (closes(text, index, block) && !/[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ')) return index
      depth += 1
    } else if (char === '”' || (char === '"' && closes(text, index, block))) {
      if (depth === 0 || !text.slice(index + 1, block.end).includes('”')) return index
      depth -= 1
    }
  }
  return null
}

function closes(text: string, index: number, block: Span): boolean {
  const before = text[index - 1] ?? ' '
  const after = index + 1 >= block.end ? ' ' : text[index + 1]!
  return !/\s/u.test(before) && !/[\p{L}\p{N}]/u.test(after)
}

/** Single marks are also apostrophes: a close after punctuation is sure, one after a letter only in a short stretch. */
function findSingleClose(text: string, at: number, block: Span): number | null {
  for (let index = at + 1; index < block.end; index += 1) {
    const char = text[index]!
    if (char === '“' || char === '«') return null
    if (char !== '’' && char !== '›' && char !== '”') continue
    if (!closes(text, index, block)) continue
    if (char === '”' || /[.,!?…;]/u.test(text[index - 1]!)) return index
    if (countWords(text.slice(at, index)) <= 6) return index
  }
  return null
}
