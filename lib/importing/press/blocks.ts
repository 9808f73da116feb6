import type { Span } from './types.ts'

/** The trimmed stretch between two offsets of a text. */
export function spanOf(text: string, from: number, to: number): Span {
  const raw = text.slice(from, to)
  const start = from + (raw.length - raw.trimStart().length)
  const trimmed = raw.trim()
  return { text: trimmed, start, end: start + trimmed.length }
}

/**
 * Cuts a text into its paragraphs. Blank lines part them; lines that stand together are one paragraph where they look
 * wrapped (long lines, or a line that goes on in lower case), else one each.
 */
export function splitBlocks(text: string): Span[] {
  const groups: Span[][] = [[]]
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const line = spanOf(text, match.index, match.index + match[0].length)
    if (line.text === '') groups.push([])
    else groups.at(-1)!.push(line)
  }
  const width = wrapWidth(groups)
  return groups.flatMap((lines) =>
    isWrapped(lines, width) ? [spanOf(text, lines[0]!.start, lines.at(-1)!.end)] : lines,
  )
}

/** The width at which a text is wrapped, in characters, or null: paragraphs of three lines and more that stay under it. */
function wrapWidth(groups: readonly Span[][]): number | null {
  const wrapped = groups.filter(
    (lines) =>
      lines.length >= 3 &&
      lines.every((line) => line.text.length <= 100) &&
      lines.slice(0, -1).every((line) => line.text.length >= 45) &&
      lines.slice(0, -1).some((line) => !/[.!?؟:”»"]$/u.test(line.text)),
  )
  return wrapped.length === 0 ? null : Math.max(...wrapped.flat().map((line) => line.text.length))
}

function isWrapped(lines: readonly Span[], width: number | null): boolean {
  if (lines.length < 2 || new Set(lines.map((line) => line.text)).size < lines.length) return false
  const inner = lines.slice(0, -1)
  if (
    width !== null &&
    inner.every((line) => line.text.length >= width - 25 && line.text.length <= width)
  ) {
    return true
  }
  return lines.slice(1).every((line) => /^\p{Ll}/u.test(line.text))
}

const ABBREVIATION =
  /(?:^|[\s(“"«])(?:Mr|Mrs|Ms|Dr|Prof|St|Amb|Cllr|Fr|Maj|Cpl|Pte|Msgr|Supt|Insp|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Sen|Rep|Del|Adm|Det|Gov|No|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u

/** Cuts a stretch of text into sentences; abbreviations and initials do not end one. Offsets are those of `text`. */
export function splitSentences(text: string, from = 0, to = text.length): Span[] {
  const sentences: Span[] = []
  let start = from
  const ends = /[.!?؟…]+[”’»")\]]*(?=\s|$)/gu
  ends.lastIndex = from
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    const end = match.index + match[0].length
    if (end > to) break
    const next = text.slice(end, to).trimStart()
    if (match[0] === '.' && ABBREVIATION.test(text.slice(start, end))) continue
    // An ellipsis, or a full stop before a small letter, goes on.
    if (/^\p{Ll}/u.test(next)) continue
    sentences.push(spanOf(text, start, end))
    start = end
  }
  const rest = spanOf(text, start, to)
  if (rest.text !== '') sentences.push(rest)
  return sentences
}

/** Counts words: runs of letters and digits, joined by apostrophes, hyphens or zero-width non-joiners. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'‌-]*/gu)?.length ?? 0
}

/** Whether most letters of a text are of the Arabic script. */
export function isPersian(text: string): boolean {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return arabic > latin
}
