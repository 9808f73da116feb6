import { countWords, isPersian } from './blocks.ts'
import { firstSentence, lastOfSeries, lastSentence, SHORT_WORDS, wholeClause } from './clauses.ts'
import type { Saying } from './english.ts'
import { type Grammar, grammarOf } from './languages.ts'
import { readDateline } from './layout.ts'
import type { MarkedSpan } from './quotations.ts'
import type { Place } from './speaker.ts'
import type { Resolution, SpeakerRegister } from './speakers.ts'
import type { Span } from './types.ts'

export interface Attributed {
  span: MarkedSpan
  block: number
  resolution: Resolution
  toConfirm: boolean
}

const SENTENCE_END = /[.!?؟…][”’»")\]]*\s*$/u

/** A quotation and what the words around it say of its speaker. */
interface Reading {
  span: MarkedSpan
  words: number
  lead: (Saying & { unsure?: boolean }) | null
  tag: (Saying & { rest: string }) | null
  before: string
  after: string
  /** It stands in the same sentence as the quotation before it. */
  goesOn: boolean
}

interface Surroundings {
  register: SpeakerRegister
  grammar: Grammar
  block: Span
  index: number
  announced: string | null
  earlier: Attributed | null
  adjacent: boolean
}

/**
 * Gives each marked stretch of the body its speaker: from the words before it, after it or between two parts of it;
 * else from who was speaking, or from a quotation left open or announced in the paragraph before; else it stays to
 * confirm. Short stretches that nobody is said to have spoken are scare quotes or titles, and left out.
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
  const grammars = body.map((block) => grammarOf(isPersian(block.text), register))
  const blocks = body.map((block, index) =>
    readBlock(text, block, marked[index]!, grammars[index]!),
  )
  shareTags(blocks.flat())
  body.forEach((block, index) => {
    const readings = blocks[index]!
    const grammar = grammars[index]!
    let previous: Attributed | null = null
    for (const reading of readings) {
      before(reading.span.outerStart)
      const here: Attributed | null = resolveReading(reading, previous, {
        register,
        grammar,
        block,
        index,
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

/** A quotation that runs over paragraphs is often attributed at its end alone: that tag is its beginning's as well. */
function shareTags(readings: readonly Reading[]): void {
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

function readBlock(
  text: string,
  block: Span,
  spans: readonly MarkedSpan[],
  grammar: Grammar,
): Reading[] {
  return spans.map((span, index) => {
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
    const whole = goesOn ? wholeClause(text, block, spans, index) : before
    const lead = before.trim() === '' ? null : grammar.lead(before, words, whole)
    const tag = readTag(spans[last]!, after, { before, whole }, behind, grammar)
    return { span, words, lead, before, after, tag, goesOn }
  })
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
  const tag = grammar.tag(after, before, whole)
  if (tag === null) return null
  const leadsOn = after.length >= gap.trimEnd().length && /[:：]\s*$/u.test(gap)
  if (leadsOn) return null
  const isOver = /[.…]$/u.test(span.text) && !/^\s*[,،؛–—]/u.test(after)
  if (
    isOver &&
    countWords(tag.rest) > 3 &&
    !/^\s+(?:as|while|in|at|on|during|after|before)\b/u.test(tag.rest)
  )
    return null
  return tag
}

function resolveReading(
  reading: Reading,
  previous: Attributed | null,
  around: Surroundings,
): Attributed | null {
  const { span, words, before, after } = reading
  const { register, earlier, grammar, index } = around
  if (span.continues && earlier !== null) {
    return { span, block: index, resolution: earlier.resolution, toConfirm: earlier.toConfirm }
  }
  if (grammar.isTitle(before, span.text) && words <= 12) return null
  if (words <= SHORT_WORDS && grammar.isHeldUp(before, after)) return null
  const own = ownAttribution(reading)
  if (own !== null) {
    const isTag = own === reading.tag
    const place = { at: isTag ? span.outerEnd : span.start, block: index }
    const resolution = register.resolve(own.mention, place, `${before} ${after}`, own.verb)
    const unsure = 'unsure' in own && own.unsure === true
    const toConfirm = span.closing === 'missing' || unsure || isUnsure(resolution)
    return { span, block: index, resolution, toConfirm }
  }
  if (reading.goesOn && previous !== null) {
    return { span, block: index, resolution: previous.resolution, toConfirm: previous.toConfirm }
  }
  if (words <= SHORT_WORDS && !isWholeSentence(span, around.block, before, after)) return null
  return resolveWithout(reading, previous, around)
}

function ownAttribution({ span, words, lead, tag, before, after }: Reading): Saying | null {
  const endsWithComma = /[,،]$/u.test(span.text) || /^[,،؛]/u.test(after)
  const inSentence = before.trim() !== '' && words <= SHORT_WORDS
  // A short stretch in a narrator's sentence is quoted where its lead says so; the tag may belong to the sentence.
  if (inSentence) {
    const isFronted = /^\s*\p{Lu}\p{Ll}+ing\b/u.test(before)
    // “…,” said Ada Lorne, a guard: the comma closes the narrator's sentence, and the verb begins the tag.
    const isInverted =
      endsWithComma && tag !== null && tag.verb !== '' && beginsWith(after, tag.verb)
    // It was “…” for commuters, she said, and …
    const isAside = tag !== null && tag.verb !== '' && /^,/u.test(tag.rest) && /,/u.test(after)
    const isWhole =
      tag !== null && (/^[\s.]*$/u.test(tag.rest) || isFronted || isInverted || isAside)
    return lead ?? (isWhole ? tag : null)
  }
  // “They called it “…,” according to an agency”: the agency only passes it on.
  if (lead !== null && tag?.verb === '') return lead
  return endsWithComma ? (tag ?? lead) : (lead ?? tag)
}

function beginsWith(after: string, verb: string): boolean {
  return after.replace(/^[\s,،–—]+/u, '').startsWith(verb)
}

/** A quotation that no words of its own attribute. */
function resolveWithout(
  reading: Reading,
  previous: Attributed | null,
  around: Surroundings,
): Attributed | null {
  const { span, words, before } = reading
  const { register, earlier, grammar, index } = around
  const place: Place = { at: span.start, block: index }
  if (around.announced !== null && previous === null) {
    const saying = grammar.lead(around.announced, words, around.announced)
    if (saying !== null) {
      const resolution = register.resolve(saying.mention, place, around.announced, saying.verb)
      return { span, block: index, resolution, toConfirm: isUnsure(resolution) }
    }
  }
  // Inside a narrator's sentence without a verb of saying: words held up, not words given.
  if (before.trim() !== '' && words <= SHORT_WORDS * 2) return null
  const from = previous?.span.outerStart ?? around.block.start
  const actors = register.discourse
    .actorsBetween(from, span.outerStart)
    .filter((one) => one.kind !== 'organisation')
  const speaking = previous?.resolution.speaker ?? null
  if (speaking !== null && actors.every((one) => one === speaking)) {
    return give(span, index, speaking, previous!.toConfirm)
  }
  const last = register.discourse.lastSpoken(span.outerStart)
  if (actors.length === 1 && speaking === null) {
    // The narrator speaks of one person alone and lets them go on.
    register.discourse.note(actors[0]!, place, 'spoke')
    return give(
      span,
      index,
      actors[0]!,
      last === null || last.speaker !== actors[0] || last.block !== index,
    )
  }
  const beat = actors.length === 0 && previous === null ? actorAfter(reading, around) : null
  if (beat !== null) return give(span, index, beat, true)
  if (actors.length > 0)
    return unknown(
      span,
      index,
      actors.map(({ name }) => name),
    )
  if (previous !== null) return unknown(span, index, speaking === null ? [] : [speaking.name])
  if (around.adjacent && earlier?.resolution.speaker != null) {
    return give(span, index, earlier.resolution.speaker, true)
  }
  // A paragraph of somebody's words alone, after one that tells of nobody else speaking.
  const whole = span.outerStart === around.block.start
  const alone = whole ? register.discourse.onlySpeakerOf(index - 1) : null
  if (alone !== null) return give(span, index, alone, true)
  return unknown(span, index, last === null ? [] : [last.speaker.name])
}

/** “…” Father Emmer paused. “…,” he went on: who acts right after the words spoke them. */
function actorAfter({ span, after }: Reading, { grammar, register, index }: Surroundings) {
  if (!/^\s+[^\s,]/u.test(after) || !SENTENCE_END.test(span.text)) return null
  const acting = grammar.actors(after).find(({ strength }) => strength !== 'mentioned')
  if (acting === undefined || acting.mention.kind !== 'name') return null
  const { speaker } = register.resolve(acting.mention, { at: span.outerEnd, block: index }, after)
  return speaker
}

function give(
  span: MarkedSpan,
  block: number,
  speaker: NonNullable<Resolution['speaker']>,
  toConfirm: boolean,
): Attributed {
  return { span, block, resolution: { speaker, sure: !toConfirm }, toConfirm }
}

function unknown(span: MarkedSpan, block: number, candidates: string[]): Attributed {
  return { span, block, resolution: { speaker: null, candidates }, toConfirm: true }
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
