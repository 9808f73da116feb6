import { countWords } from './blocks.ts'
import {
  firstSentence,
  isListing,
  lastOfSeries,
  lastSentence,
  SHORT_WORDS,
  wholeClause,
} from './clauses.ts'
import type { Saying } from './english.ts'
import type { Tag } from './english-tags.ts'
import type { Grammar } from './languages.ts'
import { readDateline } from './layout.ts'
import type { MarkedSpan } from './quotations.ts'
import type { Span } from './types.ts'

/** A quotation and what the words around it say of its speaker. */
export interface Reading {
  span: MarkedSpan
  words: number
  lead: (Saying & { unsure?: boolean }) | null
  tag: Tag | null
  before: string
  after: string
  /** It stands in the same sentence as the quotation before it. */
  goesOn: boolean
  /** A title of a work or a word that the narrator only holds up. */
  heldUp: boolean
}

/** A quotation that runs over paragraphs is often attributed at its end alone: that tag is its beginning's as well. */
export function shareTags(readings: readonly Reading[]): void {
  readings.forEach((first, at) => {
    if (first.span.continues || first.lead !== null || first.tag !== null) return
    for (let next = at + 1; readings[next]?.span.continues === true; next += 1) {
      const { tag, lead } = readings[next]!
      if (tag === null && lead === null) continue
      first.tag = tag ?? { ...lead!, rest: '' }
      return
    }
    // It brings “…” and a chance to “…,” he said: the tag of the sentence is that of all its quotations.
    const second = readings[at + 1]
    if (second?.goesOn !== true || second.lead !== null || second.tag === null) return
    if (/[,،]$/u.test(second.span.text) && second.tag.verb !== '')
      first.tag = { ...second.tag, rest: '' }
  })
}

/** What stands before and after each quotation of a paragraph, and what that says of its speaker. */
export function readBlock(
  text: string,
  block: Span,
  spans: readonly MarkedSpan[],
  grammar: Grammar,
): Reading[] {
  const readings: Reading[] = []
  spans.forEach((span, index) => {
    const earlier = spans[index - 1]
    const from = earlier?.outerEnd ?? block.start + (readDateline(block.text)?.length ?? 0)
    const last = lastOfSeries(text, spans, index)
    const to = spans[last + 1]?.outerStart ?? block.end
    const gap = text.slice(from, span.outerStart)
    const before = /[.!?؟]\s*$/u.test(gap) ? '' : lastSentence(gap)
    const behind = text.slice(spans[last]!.outerEnd, to)
    const after = firstSentence(behind)
    const words = countWords(span.text)
    const goesOn = earlier !== undefined && !/[.!?؟…:]/u.test(gap) && !/[.!?؟]$/u.test(earlier.text)
    // «… در نشریهٔ «بندر» نوشت: «…»»: the subject stands before what the narrator holds up.
    const isSame =
      earlier !== undefined &&
      countWords(earlier.text) <= SHORT_WORDS &&
      !/[.!?؟…]|:\s*\S/u.test(gap)
    const whole = goesOn || isSame ? wholeClause(text, block, spans, index) : before
    const lead = before.trim() === '' ? null : grammar.lead(before, words, whole)
    const tag = readTag(spans[last]!, after, { before, whole }, behind, grammar)
    // “Gulls”, “Tides” and “Nets”: what stands in a row with a title is one as well.
    const isListed = readings.at(-1)?.heldUp === true && isListing(earlier!, gap)
    const heldUp =
      (words <= SHORT_WORDS * 2 && grammar.isTitle(before, span.text)) ||
      (words <= SHORT_WORDS && (isListed || grammar.isHeldUp(before, after, span.text)))
    readings.push({ span, words, lead, before, after, tag, goesOn, heldUp })
  })
  return readings
}

/** The tag after a quotation; after a full stop only a short one, because a new sentence begins there. */
function readTag(
  span: MarkedSpan,
  after: string,
  { before, whole }: { before: string; whole: string },
  gap: string,
  grammar: Grammar,
) {
  if (after.trim() === '') return null
  const afterComma =
    before.trim() === '' &&
    (/,$/u.test(span.text) || (/[!?]$/u.test(span.text) && /^\s*\p{Ll}/u.test(after)))
  const tag = grammar.tag(after, before, whole, afterComma)
  if (tag === null) return null
  const leadsOn = after.length >= gap.trimEnd().length && /[:：]\s*$/u.test(gap)
  // «این خبر را «نادرست» خواند و افزود:»: the first verb is about what stands before it.
  const closesClause = before.trim() !== '' && after.trimStart().startsWith(tag.verb)
  if (leadsOn && (!closesClause || tag.verb === '')) return null
  const isOver = /[.…]$/u.test(span.text) && !/^\s*[,،؛–—]/u.test(after)
  if (
    isOver &&
    countWords(tag.rest) > 3 &&
    !/^\s+(?:as|while|in|at|on|during|after|before)\b/u.test(tag.rest)
  )
    return null
  return tag
}

/** Who is said to have spoken by the words of a quotation's own sentence: before it or after it. */
export function ownAttribution({ span, words, lead, tag, before, after }: Reading): Saying | null {
  const endsWithComma = /[,،]$/u.test(span.text) || /^[,،؛]/u.test(after)
  const inSentence = before.trim() !== '' && words <= SHORT_WORDS
  // A short stretch in a narrator's sentence is quoted where its lead says so; the tag may belong to the sentence.
  if (inSentence) {
    const isFronted = /^\s*\p{Lu}\p{Ll}+ing\b/u.test(before)
    // The lake is “…,” Ada Lorne said in May: the comma closes the narrator's sentence, and the tag is about the whole.
    const isClosed = endsWithComma && tag !== null && tag.verb !== '' && tag.unsure !== true
    // It was “…” for commuters, she said, and …
    const isAside = tag !== null && tag.verb !== '' && /^,/u.test(tag.rest) && /,/u.test(after)
    const isWhole = tag !== null && (/^[\s.]*$/u.test(tag.rest) || isFronted || isClosed || isAside)
    return lead ?? (isWhole ? tag : null)
  }
  // “They called it “…,” according to an agency”: the agency only passes it on.
  if (lead !== null && tag?.verb === '') return lead
  return endsWithComma ? (tag ?? lead) : (lead ?? tag)
}
