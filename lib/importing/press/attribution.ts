import { isPersian } from './blocks.ts'
import { lastSentence, SHORT_WORDS } from './clauses.ts'
import { type Grammar, grammarOf } from './languages.ts'
import type { MarkedSpan } from './quotations.ts'
import { ownAttribution, type Reading, readBlock, shareTags } from './readings.ts'
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
  /** Stretches that are no quotations of their own. */
  nested: ReadonlySet<MarkedSpan> = new Set(),
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
      if (nested.has(reading.span)) continue
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

function resolveReading(
  reading: Reading,
  previous: Attributed | null,
  around: Surroundings,
): Attributed | null {
  const { span, words, before, after } = reading
  const { register, earlier, index } = around
  if (span.continues && earlier !== null) {
    return { span, block: index, resolution: earlier.resolution, toConfirm: earlier.toConfirm }
  }
  if (reading.heldUp) return null
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
  // “I did not,” came the reply: words of its own tell who spoke, though not to us.
  if (/,$/u.test(span.text) && before.trim() === '' && /^\s*\p{Ll}/u.test(after))
    return unknown(
      span,
      index,
      previous?.resolution.speaker ? [previous.resolution.speaker.name] : [],
    )
  return resolveWithout(reading, previous, around)
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
  const isLed = /:\s*$/u.test(before) && SENTENCE_END.test(span.text)
  const isClause = /,\s*$/u.test(before) && SENTENCE_END.test(span.text) && words > SHORT_WORDS
  if (before.trim() !== '' && words <= SHORT_WORDS * 2 && !isClause && !isLed) return null
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
  if (before.trim() !== '') return false
  // “I did not,” came the reply.
  const goesOn = /^\s*\p{Ll}/u.test(after)
  return goesOn ? /\S\s\S.*[,?!]$/su.test(span.text) : SENTENCE_END.test(span.text)
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
