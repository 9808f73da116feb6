import { countWords, isPersian, splitSentences } from './blocks.ts'
import { isHeldUp, isTitleOfWork, readEnglishLead, readEnglishTag } from './english.ts'
import { readDateline } from './layout.ts'
import { isTitleOfPersianWork, readPersianLead, readPersianTag } from './persian.ts'
import type { MarkedSpan } from './quotations.ts'
import type { Resolution, SpeakerRegister } from './speakers.ts'
import type { Mention, Span } from './types.ts'

export interface Attributed {
  span: MarkedSpan
  resolution: Resolution
  toConfirm: boolean
}

const SHORT_WORDS = 6
const SENTENCE_END = /[.!?؟…][”’»")\]]*\s*$/u

/** A quotation and what the words around it say of its speaker; `quoted` false: scare quotes or the title of a work. */
interface Reading {
  span: MarkedSpan
  words: number
  lead: Mention | null
  tag: { mention: Mention; rest: string } | null
  before: string
  after: string
}

/**
 * Gives each marked stretch of the body its speaker: from the words before it, after it or between two parts of it;
 * else from a quotation left open or announced in the paragraph before; else it stays to confirm. Short stretches
 * that nobody is said to have spoken are scare quotes or titles, and left out.
 */
export function attribute(
  text: string,
  body: readonly Span[],
  marked: readonly MarkedSpan[][],
  register: SpeakerRegister,
  /** Called before each quotation is given its speaker, with its offset. */
  before: (offset: number) => void,
): Attributed[] {
  const found: Attributed[] = []
  body.forEach((block, index) => {
    const readings = readBlock(text, block, marked[index]!)
    let previous: Attributed | null = null
    for (const reading of readings) {
      before(reading.span.outerStart)
      const here: Attributed | null = resolveReading(reading, previous, {
        register,
        block,
        announced: announcedBefore(text, body, marked, index),
        earlier: found.at(-1) ?? null,
        adjacent: isAdjacent(body, marked, index, found.at(-1) ?? null),
      })
      if (here === null) continue
      found.push(here)
      previous = here
    }
  })
  return found
}

function readBlock(text: string, block: Span, spans: readonly MarkedSpan[]): Reading[] {
  const persian = isPersian(block.text)
  return spans.map((span, index) => {
    const from = spans[index - 1]?.outerEnd ?? block.start + (readDateline(block.text)?.length ?? 0)
    const to = spans[index + 1]?.outerStart ?? block.end
    const gap = text.slice(from, span.outerStart)
    const before = /[.!?؟]\s*$/u.test(gap) ? '' : lastSentence(gap)
    const after = firstSentence(text.slice(span.outerEnd, to))
    const words = countWords(span.text)
    const lead =
      before.trim() === ''
        ? null
        : persian
          ? readPersianLead(before)
          : readEnglishLead(before, words)
    return {
      span,
      words,
      lead,
      before,
      after,
      tag: readTag(span, after, text.slice(span.outerEnd, to), persian),
    }
  })
}

/** The tag after a quotation; after a full stop only a short one, because a new sentence begins there. */
function readTag(span: MarkedSpan, after: string, gap: string, persian: boolean) {
  if (after.trim() === '') return null
  const tag = persian ? readPersianTag(after) : readEnglishTag(after)
  if (tag === null) return null
  const leadsOn = after.length >= gap.trimEnd().length && /[:：]\s*$/u.test(gap)
  if (leadsOn) return null
  if (/[.…]$/u.test(span.text) && !/^[\s]*[,،]/u.test(after)) {
    if (
      countWords(tag.rest) > 3 &&
      !/^\s+(?:as|while|in|at|on|during|after|before)\b/u.test(tag.rest)
    )
      return null
  }
  return tag
}

interface Surroundings {
  register: SpeakerRegister
  block: Span
  announced: string | null
  earlier: Attributed | null
  adjacent: boolean
}

function resolveReading(
  reading: Reading,
  previous: Attributed | null,
  around: Surroundings,
): Attributed | null {
  const { span, words, before, after } = reading
  const { register, earlier } = around
  const persian = isPersian(around.block.text)
  if (span.continues && earlier !== null) {
    return { span, resolution: earlier.resolution, toConfirm: earlier.toConfirm }
  }
  const isTitle = persian ? isTitleOfPersianWork(before) : isTitleOfWork(before)
  if (isTitle && words <= 12) return null
  if (words <= SHORT_WORDS && !persian && isHeldUp(before, after)) return null
  const endsWithComma = /[,،]$/u.test(span.text) || /^[,،]/u.test(after)
  const tagged = reading.tag?.mention ?? null
  const inSentence = before.trim() !== '' && words <= SHORT_WORDS
  // A short stretch in a narrator's sentence is only quoted where its lead says so; the tag may belong to the sentence.
  const own = inSentence
    ? reading.lead
    : endsWithComma
      ? (tagged ?? reading.lead)
      : (reading.lead ?? tagged)
  if (own !== null) {
    const resolution = register.resolve(own, span.start, `${before} ${after}`)
    return { span, resolution, toConfirm: span.closing === 'missing' || isUnsure(resolution) }
  }
  if (words <= SHORT_WORDS && !isWholeSentence(span, around.block, before, after)) return null
  return resolveWithout(reading, previous, around)
}

/** A quotation that no words of its own attribute. */
function resolveWithout(
  reading: Reading,
  previous: Attributed | null,
  around: Surroundings,
): Attributed | null {
  const { span, words, before } = reading
  const { register, earlier } = around
  if (around.announced !== null && previous === null) {
    const persian = isPersian(around.announced)
    const mention = persian
      ? readPersianLead(around.announced)
      : readEnglishLead(around.announced, words)
    if (mention !== null) {
      const resolution = register.resolve(mention, span.start, around.announced)
      return { span, resolution, toConfirm: isUnsure(resolution) }
    }
  }
  if (previous?.resolution.speaker != null) {
    const others = register.othersBetween(
      previous.span.outerEnd,
      span.start,
      previous.resolution.speaker,
      null,
    )
    if (others.length === 0)
      return { span, resolution: previous.resolution, toConfirm: previous.toConfirm }
    return unknown(span, [previous.resolution.speaker.name, ...others])
  }
  // Inside a narrator's sentence without a verb of saying: words held up, not words given.
  if (before.trim() !== '' && words <= SHORT_WORDS * 2) return null
  if (around.adjacent && earlier?.resolution.speaker != null) {
    return { span, resolution: earlier.resolution, toConfirm: true }
  }
  const last = register.lastSpeaker(span.start)
  return unknown(span, last === null ? [] : [last.name])
}

function unknown(span: MarkedSpan, candidates: string[]): Attributed {
  return { span, resolution: { speaker: null, candidates }, toConfirm: true }
}

function isUnsure(resolution: Resolution): boolean {
  return resolution.speaker === null || !resolution.sure
}

function isWholeSentence(span: MarkedSpan, block: Span, before: string, after: string): boolean {
  if (span.outerStart === block.start && span.outerEnd === block.end) return true
  return before.trim() === '' && SENTENCE_END.test(span.text) && !/^\s*[\p{Ll}]/u.test(after)
}

/** The end of the paragraph before, where it announces what follows: “Ada Lorne said:”. */
function announcedBefore(
  text: string,
  body: readonly Span[],
  marked: readonly MarkedSpan[][],
  index: number,
): string | null {
  const block = body[index - 1]
  if (block === undefined || !/[:：]\s*$/u.test(block.text)) return null
  const from = marked[index - 1]!.at(-1)?.outerEnd ?? block.start
  return lastSentence(text.slice(from, block.end))
}

/** Whether the paragraph begins where a paragraph that ended in the same speaker's quotation left off. */
function isAdjacent(
  body: readonly Span[],
  marked: readonly MarkedSpan[][],
  index: number,
  earlier: Attributed | null,
): boolean {
  const block = body[index]!
  const first = marked[index]![0]
  return (
    earlier !== null &&
    first?.outerStart === block.start &&
    marked[index - 1]?.includes(earlier.span) === true
  )
}

function lastSentence(text: string): string {
  const sentences = splitSentences(text)
  const last = sentences.at(-1)
  return last === undefined ? '' : text.slice(last.start)
}

function firstSentence(text: string): string {
  return splitSentences(text)[0] === undefined ? '' : text.slice(0, splitSentences(text)[0]!.end)
}
