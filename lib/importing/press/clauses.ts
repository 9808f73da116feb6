import { countWords, splitSentences } from './blocks.ts'
import type { MarkedSpan } from './quotations.ts'
import type { Span } from './types.ts'

/** Up to as many words a stretch between marks may be words of the narrator's own sentence. */
export const SHORT_WORDS = 6

/**
 * The sentence up to a quotation that others stand before, as one clause: its subject stands before the first of them.
 * Short ones stay as words of the narrator's, longer ones are left out.
 */
export function wholeClause(
  text: string,
  block: Span,
  spans: readonly MarkedSpan[],
  index: number,
): string {
  let from = block.start
  let clause = ''
  for (const span of spans.slice(0, index)) {
    const gap = text.slice(from, span.outerStart)
    const isOver = /[.!?؟…:]/u.test(gap)
    clause = isOver ? lastSentence(gap) : clause + gap
    if (/[.!?؟]$/u.test(span.text)) clause = ''
    else if (countWords(span.text) <= SHORT_WORDS) clause += span.text
    from = span.outerEnd
  }
  return lastSentence(clause + text.slice(from, spans[index]!.outerStart))
}

/** “…”, “…” and “…”: the words after the last of a series are about each of them. */
export function lastOfSeries(text: string, spans: readonly MarkedSpan[], index: number): number {
  let last = index
  for (let next = spans[last + 1]; next !== undefined; next = spans[last + 1]) {
    const between = text.slice(spans[last]!.outerEnd, next.outerStart)
    if (!/^\s*(?:[,،]\s*)?(?:(?:and|or|و|یا)\s+|(?<=[,،]\s*))$/u.test(between)) break
    last += 1
  }
  return last
}

/** Whether a stretch between marks comes next in a row after another: “…”, “…” and “…”. */
export function isListing(earlier: MarkedSpan, gap: string): boolean {
  const isRow = /^\s*[,،]?\s*(?:(?:and|or|و|یا)\s+)?$/u.test(gap)
  return isRow && (/\S/u.test(gap) || /,$/u.test(earlier.text))
}

export function lastSentence(text: string): string {
  const last = splitSentences(text).at(-1)
  return last === undefined ? '' : text.slice(last.start)
}

export function firstSentence(text: string): string {
  const first = splitSentences(text)[0]
  return first === undefined ? '' : text.slice(0, first.end)
}
