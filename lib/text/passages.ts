/** A passage cut out of a longer text: `text === source.slice(start, end)`, in UTF-16 offsets. */
export interface PassageCut {
  text: string
  start: number
  end: number
}

const BLANK_LINES = /\r?\n[^\S\r\n]*(?:\r?\n[^\S\r\n]*)+|\u2029+|\f+/g
const LINE_BREAK = /\r?\n/g
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?:\u200c|\u200d|['’\-\u2010\u2011])[\p{L}\p{M}\p{N}]+)*/gu

/** Lines of a text that is wrapped by hand are seldom longer. */
const WRAP_WIDTH_MAX = 100

/**
 * Cuts a text into passages: at blank lines and, in a text that has none, at every line, unless its lines are
 * wrapped by hand. Surrounding white space is left out; offsets are those of the source.
 */
export function cutPassages(source: string): PassageCut[] {
  const byParagraph = cutAt(source, BLANK_LINES)
  if (byParagraph.length !== 1) return byParagraph
  const byLine = cutAt(source, LINE_BREAK)
  return byLine.length > 1 && isWrapped(byLine) ? byParagraph : byLine
}

/** Joins the lines of a passage that was wrapped by hand; the words stay as they are. */
export function unwrapLines(text: string): string {
  return text.replace(/[^\S\r\n]*\r?\n[^\S\r\n]*/g, ' ')
}

/** Number of words, in any script; parts joined by ZWNJ, apostrophe or hyphen are one word. */
export function countWords(text: string): number {
  let count = 0
  WORD.lastIndex = 0
  while (WORD.test(text)) count++
  return count
}

function cutAt(source: string, separator: RegExp): PassageCut[] {
  const cuts: PassageCut[] = []
  let from = 0
  const push = (to: number) => {
    const piece = source.slice(from, to)
    const start = from + (piece.length - piece.trimStart().length)
    const text = piece.trim().replace(/^\ufeff/, '')
    if (text !== '') cuts.push({ text, start, end: start + text.length })
  }
  for (const match of source.matchAll(separator)) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(source.length)
  return cuts
}

/** All lines but the last of about the same length, none long: wrapped by hand, so one paragraph. */
function isWrapped(lines: PassageCut[]): boolean {
  const body = lines.slice(0, -1)
  const widest = Math.max(...lines.map(({ text }) => text.length))
  if (widest > WRAP_WIDTH_MAX || widest < 40) return false
  const full = body.filter(({ text }) => text.length >= widest * 0.6)
  return full.length >= body.length * 0.8
}
