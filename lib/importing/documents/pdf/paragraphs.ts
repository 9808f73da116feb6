import { type Block, tidy } from '../document.ts'
import type { NumberedLine } from './furniture.ts'

const SENTENCE_END = /[.!?؟…:؛][”»"’)\]]*$/u
/** What opens a turn: “Q.”, «ج:», or a name in capitals before a colon. */
const TURN = /^(?:(?:Q|A|س|ج|سؤال|پرسش|پاسخ|جواب)\s*[.:]|[\p{Lu}][\p{Lu}\s.’'-]{2,50}:)(?=\s|$)/u
const HYPHEN = /[-\u2010\u00ad]$/u

interface Measures {
  /** Size of most letters. */
  size: number
  left: number
  right: number
  /** From baseline to baseline, inside a paragraph. */
  leading: number
}

/** Joins lines into the paragraphs that they were set from; notes at the foot of a page follow the paragraph above them. */
export function joinParagraphs(lines: readonly NumberedLine[]): Block[] {
  if (lines.length === 0) return []
  const measures = measure(lines)
  const notes = findNotes(lines, measures)
  const whole = lines.map(({ text }) => text).join('\n')
  const blocks: Block[] = []
  let pending: NumberedLine[] = []
  let pendingNotes: NumberedLine[][] = []
  const flush = () => {
    if (pending.length > 0) blocks.push(toBlock(pending, measures, whole))
    for (const note of pendingNotes) blocks.push(toNote(note, measures, whole))
    pending = []
    pendingNotes = []
  }
  const body = lines.filter((line) => !notes.has(line))
  const noteBlocks = gatherNotes(lines.filter((line) => notes.has(line)))
  for (const [index, line] of body.entries()) {
    const previous = pending.at(-1)
    if (previous && startsAnew(previous, line, body[index + 1], measures)) flush()
    pending.push(line)
    const isLastOfPage = body[index + 1]?.page !== line.page
    if (isLastOfPage) pendingNotes.push(...noteBlocks.filter((note) => note[0]!.page === line.page))
  }
  flush()
  return blocks.filter(({ text }) => text !== '')
}

function measure(lines: readonly NumberedLine[]): Measures {
  const sizes = new Map<number, number>()
  for (const { size, text } of lines) sizes.set(size, (sizes.get(size) ?? 0) + text.length)
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]![0]
  const body = lines.filter((line) => isAbout(line.size, size))
  const steps = body
    .slice(1)
    .map((line, index) => (line.page === body[index]!.page ? line.y - body[index]!.y : 0))
    .filter((step) => step > 0.5 * size && step < 3 * size)
    .sort((a, b) => a - b)
  return {
    size,
    left: Math.min(...body.map(({ left }) => left)),
    right: Math.max(...body.map(({ right }) => right)),
    // The closest lines belong together, whatever stands between paragraphs.
    leading: steps[Math.floor(steps.length * 0.25)] ?? size * 1.2,
  }
}

function isAbout(size: number, other: number): boolean {
  return Math.abs(size - other) <= 0.08 * other
}

/** Small lines below everything else on their page. */
function findNotes(lines: readonly NumberedLine[], { size }: Measures): Set<NumberedLine> {
  const notes = new Set<NumberedLine>()
  for (const page of Map.groupBy(lines, (line) => line.page).values()) {
    const last = page.findLastIndex((line) => line.size > 0.9 * size)
    if (last >= 0) for (const line of page.slice(last + 1)) notes.add(line)
  }
  return notes
}

function gatherNotes(lines: readonly NumberedLine[]): NumberedLine[][] {
  const notes: NumberedLine[][] = []
  for (const line of lines) {
    const current = notes.at(-1)
    if (current && current[0]!.page === line.page && !/^\p{Nd}/u.test(line.text)) current.push(line)
    else notes.push([line])
  }
  return notes
}

function startsAnew(
  previous: NumberedLine,
  line: NumberedLine,
  next: NumberedLine | undefined,
  { size, left, right, leading }: Measures,
): boolean {
  if (!isAbout(line.size, previous.size)) return true
  if (TURN.test(line.text)) return true
  const endsSentence = SENTENCE_END.test(previous.text)
  const room = previous.isRtl ? previous.left - left : right - previous.right
  const firstWord = line.text.split(' ', 1)[0]!.length + 1
  const wordWidth = (firstWord * (line.right - line.left)) / Math.max(line.text.length, 1)
  const isShort = room > wordWidth + line.size
  const step = line.y - previous.y
  const isNextBelow = line.page === previous.page && step > 0
  if (!isNextBelow) return endsSentence || isShort
  if (step > 1.25 * leading * (line.size / size)) return true
  if (isShort && (endsSentence || room > 0.3 * (right - left))) return true
  return endsSentence && isIndented(line, previous, next)
}

/** Set in from the line before it, and from the one after it where there is one in its paragraph. */
function isIndented(
  line: NumberedLine,
  previous: NumberedLine,
  next: NumberedLine | undefined,
): boolean {
  const start = (one: NumberedLine) => (line.isRtl ? -one.right : one.left)
  if (start(line) < start(previous) + 0.8 * line.size) return false
  return next === undefined || start(next) < start(line) - 0.5 * line.size
}

function toBlock(lines: readonly NumberedLine[], { size }: Measures, whole: string): Block {
  const [first] = lines
  const isHeading = first!.size > 1.1 * size && lines.length <= 3
  return {
    text: joinLines(lines, whole),
    kind: isHeading ? 'heading' : 'prose',
    page: first!.page,
    ...(first!.number === undefined ? {} : { line: first!.number }),
  }
}

function toNote(lines: readonly NumberedLine[], measures: Measures, whole: string): Block {
  const block = toBlock(lines, measures, whole)
  return { ...block, text: block.text.replace(/^(\p{Nd}{1,3})[.)]?\s*(?=\p{L}|[«“"])/u, '[$1] ') }
}

/** Lines as one text: words divided at a line end are made whole, where the hyphen is not the word's own. */
function joinLines(lines: readonly NumberedLine[], whole: string): string {
  let text = ''
  for (const { text: line } of lines) {
    if (text === '') text = line
    else if (!HYPHEN.test(text) || !/\p{L}[-\u2010\u00ad]$/u.test(text)) text = `${text} ${line}`
    else if (/^\p{Ll}/u.test(line) && !isCompound(text, line, whole))
      text = `${text.slice(0, -1)}${line}`
    else text = `${text}${line}`
  }
  return tidy(text)
}

/** Whether the word stands with its hyphen, undivided, elsewhere in the document. */
function isCompound(before: string, after: string, whole: string): boolean {
  if (before.endsWith('\u00ad')) return false
  const first = /[\p{L}\p{N}]+[-\u2010]$/u.exec(before)?.[0]
  const second = /^[\p{L}\p{N}]+/u.exec(after)?.[0]
  return first !== undefined && second !== undefined && whole.includes(`${first}${second}`)
}
