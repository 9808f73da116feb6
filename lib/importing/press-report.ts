import { type Attributed, attribute } from './press/attribution.ts'
import { isPersian, spanOf, splitBlocks, splitSentences } from './press/blocks.ts'
import { readEnglishReport } from './press/english.ts'
import { findEnglishNames } from './press/english-names.ts'
import { readDateline, readLayout } from './press/layout.ts'
import { findOccasion } from './press/occasion.ts'
import { findPersianNames, readPersianReport } from './press/persian.ts'
import { findMarked, type MarkedSpan } from './press/quotations.ts'
import { type NamedPlace, type Speaker, SpeakerRegister, suggestType } from './press/speakers.ts'
import {
  type Ignored,
  type Mention,
  type PressDraft,
  type PressPassage,
  type PressReport,
  type Span,
  TO_CONFIRM,
} from './press/types.ts'

export type { PressDraft, PressPassage, PressReport } from './press/types.ts'

/**
 * Reads a press report, in English or Persian, into attributed drafts: what each speaker is quoted or reported as
 * having said, the narration that stays with the source, and what was ignored and why. Every stretch names its place:
 * `text.slice(start, end)` in UTF-16 offsets. Where the text does not say who speaks, the speaker is null.
 */
export function parsePressReport(text: string): PressReport {
  const layout = readLayout(splitBlocks(text))
  const { body, kept, repeated } = dropPullQuotes(text, layout.body)
  const register = new SpeakerRegister(findNames(text, body, kept))
  // In the order of the text, so that “he said” looks back on reported speakers as well.
  const sentences = findReportSentences(text, body, kept)
  const reported: Reported[] = []
  const resolveUntil = (offset: number) => {
    while ((sentences[0]?.start ?? Number.POSITIVE_INFINITY) < offset) {
      const found = resolveReported(register, sentences.shift()!)
      if (found !== null) reported.push(found)
    }
  }
  const quotations = attribute(text, body, kept, register, resolveUntil)
  resolveUntil(text.length)
  const drafts = gatherDrafts(quotations, reported, register)
  const taken = drafts.flatMap((draft) => draft.passages)
  return {
    language: isPersian(text) ? 'fa' : 'en',
    source: {
      title: layout.title,
      publisher: layout.publisher,
      affiliation: TO_CONFIRM,
      date: layout.date?.day ?? null,
      dateStated: layout.date?.stated ?? null,
    },
    occasion: findOccasion(body, layout.date?.day ?? null),
    drafts,
    narration: body.flatMap((block) => remainder(text, block, taken)),
    ignored: [...layout.ignored, ...repeated].sort((a, b) => a.start - b.start),
    metadata: layout.metadata,
  }
}

/** Whether a text reads like a press report: a dateline or credit, or quotations that somebody is said to have spoken. */
export function looksLikePressReport(text: string): boolean {
  const report = parsePressReport(text)
  const quoted = report.drafts.filter(
    (draft) =>
      draft.speaker !== null && draft.passages.some((passage) => passage.form === 'quoted'),
  )
  if (quoted.length === 0) return false
  const dateline = splitBlocks(text)
    .slice(0, 12)
    .some((block) => readDateline(block.text)?.date != null)
  return (
    dateline ||
    report.source.publisher !== null ||
    (quoted.length >= 2 && report.narration.length >= 3)
  )
}

/** A paragraph that only repeats what stands elsewhere in the body is a pull quote. */
function dropPullQuotes(text: string, blocks: readonly Span[]) {
  const marked = findMarked(text, blocks)
  const body: Span[] = []
  const kept: MarkedSpan[][] = []
  const repeated: Ignored[] = []
  blocks.forEach((block, index) => {
    const words = squeeze(block.text)
    const elsewhere =
      words.length > 15 &&
      blocks.some(
        (other, at) =>
          at !== index &&
          squeeze(other.text).includes(words) &&
          (other.text.length > block.text.length || at < index),
      )
    if (elsewhere) repeated.push({ ...block, reason: 'repeated' })
    else {
      body.push(block)
      kept.push(marked[index]!)
    }
  })
  return { body, kept, repeated }
}

function squeeze(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

function findNames(
  text: string,
  body: readonly Span[],
  marked: readonly MarkedSpan[][],
): NamedPlace[] {
  return body.flatMap((block, index) => {
    const outside = withoutQuotations(text, block, marked[index]!)
    const names = isPersian(block.text) ? findPersianNames(outside) : findEnglishNames(outside)
    return names.map((name) => ({
      mention: name.mention,
      at: block.start + name.index,
      afterPreposition: name.afterPreposition,
    }))
  })
}

/** The block with its quotations blanked out, so that offsets stay. */
function withoutQuotations(text: string, block: Span, spans: readonly MarkedSpan[]): string {
  let outside = block.text
  for (const span of spans) {
    // A quotation that began in an earlier paragraph has its opening mark there.
    const from = Math.max(0, span.outerStart - block.start)
    const to = span.outerEnd - block.start
    outside = outside.slice(0, from) + '|'.repeat(to - from) + outside.slice(to)
  }
  return text.length === 0 ? '' : outside
}

interface Reported {
  speaker: Speaker
  passage: PressPassage
}

interface ReportSentence {
  start: number
  mention: Mention
  text: string
  passage: PressPassage
}

/** Sentences without quoted words in which the reporter relays what someone stated, in the order of the text. */
function findReportSentences(
  text: string,
  body: readonly Span[],
  marked: readonly MarkedSpan[][],
): ReportSentence[] {
  return body.flatMap((block, index) => {
    const persian = isPersian(block.text)
    return splitSentences(text, block.start, block.end).flatMap((sentence) => {
      const isMarked = marked[index]!.some(
        (span) => span.outerStart < sentence.end && span.outerEnd > sentence.start,
      )
      const found = isMarked
        ? null
        : persian
          ? readPersianReport(sentence.text)
          : englishReport(sentence.text)
      if (found === null) return []
      const start = sentence.start + (found.fromColon ?? 0)
      // Verb and colon without marks: the words go on to the next verb of saying or the paragraph's end.
      const end =
        found.fromColon === null
          ? sentence.end
          : endOfUnmarked(text, sentence, block, marked[index]!)
      const toConfirm = found.fromColon !== null
      const passage: PressPassage = { ...spanOf(text, start, end), form: 'reported', toConfirm }
      return [{ start: sentence.start, mention: found.mention, text: sentence.text, passage }]
    })
  })
}

function englishReport(sentence: string): { mention: Mention; fromColon: number | null } | null {
  const mention = readEnglishReport(sentence)
  return mention === null ? null : { mention, fromColon: null }
}

/** Reported speech is only taken where its speaker is certain; else it stays narration. */
function resolveReported(register: SpeakerRegister, sentence: ReportSentence): Reported | null {
  const { mention, start, text, passage } = sentence
  if (mention.kind === 'pronoun' && register.speakers.length === 0) return null
  const { speaker } = register.resolve(mention, start, text)
  return speaker === null ? null : { speaker, passage }
}

function endOfUnmarked(
  text: string,
  sentence: Span,
  block: Span,
  marked: readonly MarkedSpan[],
): number {
  let end = sentence.end
  for (const next of splitSentences(text, sentence.end, block.end)) {
    if (readPersianReport(next.text) !== null) break
    if (marked.some((span) => span.outerStart < next.end && span.outerEnd > next.start)) break
    end = next.end
  }
  return end
}

function gatherDrafts(
  quotations: readonly Attributed[],
  reported: readonly Reported[],
  register: SpeakerRegister,
): PressDraft[] {
  const drafts = register.speakers.map((speaker): PressDraft => {
    const quoted = quotations.filter((quotation) => quotation.resolution.speaker === speaker)
    return {
      speaker: speaker.name,
      speakerKind: speaker.kind,
      titles: speaker.titles,
      role: speaker.kind === 'role' ? speaker.name : speaker.role,
      type: suggestType(speaker),
      candidates: [],
      passages: inOrder([
        ...quoted.map(toPassage),
        ...reported.filter((one) => one.speaker === speaker).map((one) => one.passage),
      ]),
    }
  })
  const unknown = quotations.filter((quotation) => quotation.resolution.speaker === null)
  if (unknown.length > 0) {
    drafts.push({
      speaker: null,
      speakerKind: 'unknown',
      titles: [],
      role: null,
      type: suggestType(null),
      candidates: [
        ...new Set(
          unknown.flatMap(({ resolution }) =>
            resolution.speaker === null ? resolution.candidates : [],
          ),
        ),
      ],
      passages: inOrder(unknown.map(toPassage)),
    })
  }
  return drafts
    .filter((draft) => draft.passages.length > 0)
    .sort((a, b) => a.passages[0]!.start - b.passages[0]!.start)
}

function toPassage({ span, toConfirm }: Attributed): PressPassage {
  return { text: span.text, start: span.start, end: span.end, form: 'quoted', toConfirm }
}

function inOrder(passages: PressPassage[]): PressPassage[] {
  const sorted = passages.sort((a, b) => a.start - b.start)
  return sorted.filter((passage, index) => index === 0 || passage.start >= sorted[index - 1]!.end)
}

/** What a block holds beside the passages taken from it; lone marks are left out. */
function remainder(text: string, block: Span, taken: readonly PressPassage[]): Span[] {
  const rest: Span[] = []
  let at = block.start
  const inside = taken
    .filter((passage) => passage.start < block.end && passage.end > block.start)
    .sort((a, b) => a.start - b.start)
  for (const passage of inside) {
    rest.push(spanOf(text, at, passage.start))
    at = Math.max(at, passage.end)
  }
  rest.push(spanOf(text, at, block.end))
  return rest
    .map((span) => withoutMarks(text, span))
    .filter((span) => /[\p{L}\p{N}]/u.test(span.text))
}

function withoutMarks(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[”’»"\s]/u.test(text[start]!)) start += 1
  while (end > start && /[“„«"\s]/u.test(text[end - 1]!)) end -= 1
  return { text: text.slice(start, end), start, end }
}
