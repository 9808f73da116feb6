import { decodeText } from './decode.ts'
import { attribute } from './press/attribution.ts'
import { isPersian, splitBlocks } from './press/blocks.ts'
import { gatherDrafts, remainder } from './press/drafts.ts'
import { type BodyBlock, type Layout, readDateline, readLayout } from './press/layout.ts'
import { findNames } from './press/naming.ts'
import { findOccasion } from './press/occasion.ts'
import { OFFICE_IN_TWO_WORDS } from './press/persian-offices.ts'
import { unmarkPseudonyms } from './press/pseudonyms.ts'
import { findMarked, type MarkedSpan } from './press/quotations.ts'
import { NarrationReader } from './press/reported.ts'
import { SpeakerRegister } from './press/speakers.ts'
import { type Ignored, type PressReport, type Span, TO_CONFIRM } from './press/types.ts'
import { readPageLayout } from './press/web/layout.ts'
import { readWebPage, type WebPage } from './press/web/page.ts'
import { declaredEncoding, looksLikePage } from './press/web/tell.ts'

export type { PressDraft, PressPassage, PressReport } from './press/types.ts'

/**
 * Reads a press report, in English or Persian, into attributed drafts: what each speaker is quoted or reported as
 * having said, the narration that stays with the source, and what was ignored and why. Every stretch names its place:
 * `text.slice(start, end)` in UTF-16 offsets. Where the text does not say who speaks, the speaker is null.
 */
export function parsePressReport(file: string): PressReport {
  return readReport(file, readLayout(splitBlocks(readable(file))))
}

/** Reads a report from a page that a browser saved. Offsets are those of `page.text`. */
export function parsePressPage(page: WebPage): PressReport {
  const report = readReport(page.text, readPageLayout(page))
  const { author, url } = page.facts
  return { ...report, source: { ...report.source, author, url } }
}

/** Letters as they are read; offsets are those of the text as written. */
function readable(file: string): string {
  // Arabic forms of Persian letters are read as Persian ones; each is one letter, so that offsets stay.
  // Marks of writing direction stand where a space could: they are no letters of the word beside them.
  const plain = file.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, ' ')
  // ”…“ as some keyboards have it.
  const turned = plain.replace(/(?<=^|[\s(،:])”(?=\S)([^“”\n]+)“/gmu, '“$1”')
  // “…’’ as some typesetters close it.
  const doubled = turned.replace(/’’|''/gu, '” ').replace(/‘‘|``/gu, ' “')
  const joined = doubled.replace(OFFICE_IN_TWO_WORDS, '\u200c')
  return unmarkPseudonyms(joined.replace(/[يى]/gu, 'ی').replace(/ك/gu, 'ک'))
}

function readReport(file: string, layout: Layout): PressReport {
  const text = readable(file)
  const { body, kept, repeated } = dropPullQuotes(text, layout.body)
  const register = new SpeakerRegister(findNames(body, kept))
  // In the order of the text, so that “he said” looks back on reported speakers as well.
  const narration = new NarrationReader(text, body, kept, register)
  const quotations = attribute(
    text,
    body,
    kept,
    register,
    (offset) => narration.readUntil(offset),
    narration.nested,
  )
  narration.readUntil(text.length + 1)
  const drafts = gatherDrafts(quotations, narration.reported, register)
  const taken = drafts.flatMap((draft) => draft.passages)
  return asWritten(file, {
    language: isPersian(text) ? 'fa' : 'en',
    source: {
      title: layout.title,
      publisher: layout.publisher,
      affiliation: TO_CONFIRM,
      date: layout.date?.day ?? null,
      dateStated: layout.date?.stated ?? null,
      author: null,
      url: null,
    },
    occasion: findOccasion(body, layout.date?.day ?? null),
    drafts,
    narration: body.flatMap((block) => remainder(text, block, taken)),
    ignored: [...layout.ignored, ...repeated].sort((a, b) => a.start - b.start),
    metadata: layout.metadata,
  })
}

/** The same with every stretch in the letters of the file. */
function asWritten(file: string, report: PressReport): PressReport {
  const written = <T extends Span>(span: T): T => ({
    ...span,
    text: file.slice(span.start, span.end),
  })
  return {
    ...report,
    drafts: report.drafts.map((draft) => ({ ...draft, passages: draft.passages.map(written) })),
    narration: report.narration.map(written),
    ignored: report.ignored.map(written),
    metadata: report.metadata.map(written),
  }
}

/** The text of a press report's file, to which all offsets refer, and what was read from it. @throws AppError as `decodeText` and `readWebPage` */
export function readPressFile(bytes: Uint8Array): { text: string; report: PressReport } {
  const { text } = decodeText(bytes, declaredEncoding(bytes))
  if (!looksLikePage(text)) return { text, report: parsePressReport(text) }
  const page = readWebPage(text)
  return { text: page.text, report: parsePressPage(page) }
}

/**
 * Whether a text gives somebody's words as a press report does: `furnished` where a dateline or a credit says that it
 * is one, `quoted` where only its quotations do.
 */
export function pressReportSigns(text: string): 'furnished' | 'quoted' | null {
  const report = parsePressReport(text)
  const named = report.drafts.filter(({ speaker }) => speaker !== null)
  if (named.length === 0) return null
  const dateline = splitBlocks(text)
    .slice(0, 12)
    .some((block) => readDateline(block.text)?.date != null)
  if (dateline || report.source.publisher !== null) return 'furnished'
  const quoted = named.filter(({ passages }) => passages.some(({ form }) => form === 'quoted'))
  return quoted.length >= 2 && report.narration.length >= 3 ? 'quoted' : null
}

/** Whether an article quotes somebody. */
export function looksLikePressPage(page: WebPage): boolean {
  return parsePressPage(page).drafts.some(
    (draft) =>
      draft.speaker !== null && draft.passages.some((passage) => passage.form === 'quoted'),
  )
}

/** A paragraph that only repeats what stands elsewhere in the body is a pull quote. */
function dropPullQuotes(text: string, blocks: readonly BodyBlock[]) {
  const marked = findMarked(text, blocks)
  const body: BodyBlock[] = []
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
