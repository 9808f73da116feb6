import { countWords, isPersian, spanOf, splitSentences } from './blocks.ts'
import { SHORT_WORDS } from './clauses.ts'
import { type Grammar, grammarOf } from './languages.ts'
import { readDateline } from './layout.ts'
import type { MarkedSpan } from './quotations.ts'
import { PUT_OUT } from './roles.ts'
import type { Place, Speaker } from './speaker.ts'
import type { Resolution, SpeakerRegister } from './speakers.ts'
import type { Mention, PressPassage, Span } from './types.ts'

export interface Reported {
  resolution: Resolution
  passage: PressPassage
}

interface ReportSentence extends Place {
  mention: Mention
  text: string
  passage: PressPassage
}

/** A stretch of narration, and what its sentences say of who speaks, acts or is named. */
interface Piece extends Place {
  text: string
  grammar: Grammar
}

/** Words without marks, or a stretch that may go on with them. */
interface Told {
  start: number
  end: number
  runsOn: boolean
}

/** Reads the narration of a report in the order of its text, as far as it is asked to. */
export class NarrationReader {
  readonly reported: Reported[] = []
  /** Stretches between marks that stand inside words given without marks: names and titles, no quotations of their own. */
  readonly nested: ReadonlySet<MarkedSpan>
  readonly #register: SpeakerRegister
  readonly #sentences: ReportSentence[]
  readonly #pieces: Piece[]
  readonly #told: readonly Told[]

  constructor(
    text: string,
    body: readonly Span[],
    marked: readonly MarkedSpan[][],
    register: SpeakerRegister,
  ) {
    this.#register = register
    this.#sentences = findReportSentences(text, body, marked, register)
    const unmarked = this.#sentences.filter(({ passage }) => passage.toConfirm)
    this.nested = new Set(
      marked
        .flat()
        .filter((span) =>
          unmarked.some(({ passage }) => span.start >= passage.start && span.end <= passage.end),
        ),
    )
    this.#told = findTold(body, marked, this.#sentences)
    this.#pieces = findPieces(text, body, marked, register)
  }

  /** Takes in everything before an offset, so that “he said” after it looks back on all who spoke and acted. */
  readUntil(offset: number): void {
    for (;;) {
      const sentence = this.#sentences[0]
      const piece = this.#pieces[0]
      const at = Math.min(
        sentence?.at ?? Number.POSITIVE_INFINITY,
        piece?.at ?? Number.POSITIVE_INFINITY,
      )
      if (at >= offset) return
      // A sentence that reports is resolved before its own words are noted: its pronoun means somebody earlier.
      if (sentence?.at === at) this.#resolve(this.#sentences.shift()!)
      else this.#note(this.#pieces.shift()!)
    }
  }

  /**
   * What a sentence of the reporter's relays is only taken where its speaker is a person and certain; else it stays
   * narration. Words that a colon introduces are somebody's, whoever that is.
   */
  #resolve(sentence: ReportSentence): void {
    const { mention, text, passage } = sentence
    const resolution = this.#register.resolve(mention, sentence, text)
    const isPerson = resolution.speaker !== null && resolution.speaker.kind !== 'organisation'
    const isSomebody = resolution.speaker !== null || resolution.candidates.length > 0
    if (isPerson || (passage.toConfirm && isSomebody)) this.reported.push({ resolution, passage })
  }

  #note({ text, at, block, grammar }: Piece): void {
    let author: Speaker | null = null
    const told = this.#told.find(({ start, end }) => at >= start && at < end)
    for (const { mention, strength: here, index } of grammar.actors(text)) {
      const isInFull = mention.kind === 'name' && /\s/u.test(mention.text)
      const strength = told === undefined || (told.runsOn && isInFull) ? here : 'mentioned'
      const speaker = this.#register.note(mention, { at: at + index, block }, strength)
      if (strength !== 'mentioned') author ??= speaker
    }
    const noun = PUT_OUT.exec(text)?.[1]
    if (noun !== undefined) this.#register.discourse.noteText(noun, author, { at, block })
  }
}

/** Sentences without quoted words in which the reporter relays what someone stated, in the order of the text. */
function findReportSentences(
  text: string,
  body: readonly Span[],
  marked: readonly MarkedSpan[][],
  register: SpeakerRegister,
): ReportSentence[] {
  return body.flatMap((block, index) => {
    const grammar = grammarOf(isPersian(block.text), register)
    const from = block.start + (readDateline(block.text)?.length ?? 0)
    return splitSentences(text, from, block.end).flatMap((sentence) => {
      const inside = spansIn(sentence, marked[index]!)
      const found = grammar.report(sentence.text)
      if (found === null) return []
      if (
        inside.length > 0 &&
        (found.fromColon === null || !areNested(sentence, found.fromColon, inside))
      )
        return []
      const start = sentence.start + (found.fromColon ?? 0)
      // Verb and colon without marks: the words go on to the next verb of saying or the paragraph's end.
      const end =
        found.fromColon === null
          ? sentence.end
          : endOfUnmarked(text, sentence, block, marked[index]!, grammar)
      const toConfirm = found.fromColon !== null
      const passage: PressPassage = { ...spanOf(text, start, end), form: 'reported', toConfirm }
      return [
        { at: sentence.start, block: index, mention: found.mention, text: sentence.text, passage },
      ]
    })
  })
}

function spansIn({ start, end }: Span, marked: readonly MarkedSpan[]): MarkedSpan[] {
  return marked.filter((span) => span.outerStart < end && span.outerEnd > start)
}

/** «گفت: تابلوی «بندر» را دیدم»: whether what stands between marks is part of the words from an offset on. */
function areNested({ text, start }: Span, from: number, spans: readonly MarkedSpan[]): boolean {
  return spans.every((span) => {
    const at = span.outerStart - start
    if (at < from) return span.outerEnd - start <= from
    const isLed = /(?:^|[:：])\s*$/u.test(text.slice(from, at))
    return !isLed && countWords(span.text) <= SHORT_WORDS
  })
}

function endOfUnmarked(
  text: string,
  sentence: Span,
  block: Span,
  marked: readonly MarkedSpan[],
  grammar: Grammar,
): number {
  let end = sentence.end
  for (const next of splitSentences(text, sentence.end, block.end)) {
    if (grammar.report(next.text) !== null) break
    if (!areNested(next, 0, spansIn(next, marked))) break
    end = next.end
  }
  return end
}

/**
 * Where somebody's words stand without marks: of whom they tell, nobody acts in the report. They may run on through the
 * paragraphs that follow, up to the next sentence that says who speaks, unless that names somebody in full.
 */
function findTold(
  body: readonly Span[],
  marked: readonly MarkedSpan[][],
  sentences: readonly ReportSentence[],
): Told[] {
  let isOpen = false
  return body.flatMap((block, index) => {
    const here = sentences.filter((one) => one.block === index)
    const told = here.filter(({ passage }) => passage.toConfirm).map(({ passage }) => passage)
    const first = here[0]?.at ?? marked[index]![0]?.outerStart ?? block.end
    const runsOn = isOpen ? [{ start: block.start, end: first, runsOn: true }] : []
    isOpen = told.some(({ end }) => end === block.end) || (isOpen && first === block.end)
    return [...runsOn, ...told.map(({ start, end }) => ({ start, end, runsOn: false }))]
  })
}

/** The sentences of narration, and the parts of others that stand outside quotation marks. */
function findPieces(
  text: string,
  body: readonly Span[],
  marked: readonly MarkedSpan[][],
  register: SpeakerRegister,
): Piece[] {
  return body.flatMap((block, index) => {
    const grammar = grammarOf(isPersian(block.text), register)
    const pieces: Piece[] = []
    // “Rut Salomon: On a Tuesday …”: the whole paragraph is hers.
    const label = /^([^:.,،«“"]{2,40})[:：]\s/u.exec(block.text)?.[1]
    if (label !== undefined && register.isPerson(label)) {
      return [{ text: `${label}: `, at: block.start, block: index, grammar }]
    }
    let from = block.start + (readDateline(block.text)?.length ?? 0)
    const cut = (to: number) => {
      if (to > from)
        for (const { text: words, start } of splitSentences(text, from, to))
          pieces.push({ text: words, at: start, block: index, grammar })
    }
    for (const span of marked[index]!) {
      cut(span.outerStart)
      from = Math.max(from, span.outerEnd)
    }
    cut(block.end)
    return pieces
  })
}
