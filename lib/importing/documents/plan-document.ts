import { unwrapLines } from '#lib/text/passages.ts'
import { type CutChoice, isSameWitness, proposeCuts, witnessAt } from '../cuts.ts'
import { sha256 } from '../decode.ts'
import { neutralTitle } from '../jsonl.ts'
import { detectLanguage } from '../languages.ts'
import type { PlannedDraft, PlannedFailure } from '../planned.ts'
import { type SourcePlace, toPassage } from '../to-passage.ts'
import {
  findLabels,
  labelTurns,
  splitLong,
  type Turn,
  type TurnChoice,
  type TurnLabel,
} from '../turns.ts'
import type { Block, LeftOut, ReadDocument } from './document.ts'

type PlacedBlock = Block & { start: number; end: number }

/** More labels than this are not speakers of one file. */
const LABELS_MAX = 100
const SAMPLE_CHARACTERS = 400
const OUTLINE_MAX = 5_000
const OUTLINE_CHARACTERS = 80
const BEGINNING_PASSAGES = 8

/** What a person sees of a document before confirming it, and may correct. */
export interface DocumentReading {
  /** The title that the file's own properties name. */
  title: string | null
  labels: TurnLabel[]
  cuts: (CutChoice & { passages: number })[]
  /** How each paragraph begins, at which a cut may stand; of very long files, the first of them. */
  outline: string[]
  paragraphs: number
  /** The first passages, as they would become. */
  beginning: {
    kind: Turn['kind']
    speaker: string
    text: string
    origin: SourcePlace
  }[]
  leftOut: LeftOut[]
}

export interface DocumentChoices {
  turns?: readonly TurnChoice[] | undefined
  cuts?: readonly CutChoice[] | undefined
}

/**
 * A document becomes one draft, or one for each testimony that it is cut into. Turns and cuts are those that were
 * confirmed, else proposed. Each passage keeps its place: offsets in the text as it was read, page, paragraph, line
 * and time codes, as far as the format has them.
 */
export function planDocument(
  document: ReadDocument,
  fileName: string,
  choices: DocumentChoices = {},
): { records: (PlannedDraft | PlannedFailure)[]; reading: DocumentReading } {
  const pieces = place(document.blocks).flatMap(splitLong)
  const cuts = validCuts(choices.cuts, pieces.length) ?? proposeCuts(pieces)
  const blocks = pieces.map((piece, index): PlacedBlock => {
    return witnessAt(pieces, index) === null ? piece : { ...piece, kind: 'heading' }
  })
  const title = blocks[0]?.kind === 'heading' && blocks[0] === pieces[0] ? blocks[0].text : null
  const witnesses = cuts.map(({ witness }) => witness).filter((witness) => witness !== '')
  const labels = confirmed(
    proposeRoles(findLabels(blocks), witnesses, examinersIn(blocks)),
    choices.turns,
  )
  const parts = cuts.map((cut, index) => {
    const from = cut.paragraph - 1
    return { cut, blocks: blocks.slice(from, (cuts[index + 1]?.paragraph ?? Infinity) - 1) }
  })
  const isWhole = parts.length === 1
  const drafts = parts.flatMap((part, index) => {
    if (part.cut.skip || part.blocks.length === 0) return []
    const number = isWhole ? null : index + 1
    return [planPart({ ...part, number, title }, fileName, labels, document)]
  })
  return {
    records: drafts,
    reading: {
      title: document.title,
      labels: labels.slice(0, LABELS_MAX),
      cuts: parts.map((part) => ({
        ...part.cut,
        passages: part.blocks.length,
      })),
      outline: blocks.slice(0, OUTLINE_MAX).map(({ text }) => text.slice(0, OUTLINE_CHARACTERS)),
      paragraphs: blocks.length,
      beginning: labelTurns(blocks.slice(0, BEGINNING_PASSAGES), labels).turns.map(
        ({ kind, speaker, text, page, paragraph, line, time }) => ({
          kind,
          speaker,
          text: text.slice(0, SAMPLE_CHARACTERS),
          origin: { page, paragraph, line, time },
        }),
      ),
      leftOut: document.leftOut,
    },
  }
}

/**
 * Whether a document is a transcript by its form: `questions` where somebody asks and answers, again and again,
 * `opening` where a witness is called. A report may begin with a heading that calls one (“Testimony of …”).
 */
export function transcriptSigns({ blocks }: ReadDocument): 'questions' | 'opening' | null {
  const pieces = place(blocks)
  const labels = findLabels(pieces)
  const comesAgain = (role: 'question' | 'answer') =>
    pieces.filter(({ kind }) => kind === role).length >= 2 ||
    labels.some(({ as, count }) => as === role && count >= 2)
  if (comesAgain('question') && comesAgain('answer')) return 'questions'
  const opens = pieces.slice(0, 12).some((_, index) => witnessAt(pieces, index) !== null)
  return opens ? 'opening' : null
}

/** Blocks without offsets of their own stand in the text that they make together, a blank line apart. */
function place(blocks: readonly (Block | PlacedBlock)[]): PlacedBlock[] {
  let at = 0
  return blocks.map((block) => {
    if ('start' in block) return block
    const start = at
    at += block.text.length + 2
    return { ...block, start, end: start + block.text.length }
  })
}

/** In order, the first from the first paragraph; null where none was confirmed that this text has. */
function validCuts(
  chosen: readonly CutChoice[] | undefined,
  paragraphs: number,
): CutChoice[] | null {
  const cuts = (chosen ?? [])
    .filter(({ paragraph }) => paragraph <= paragraphs)
    .sort((a, b) => a.paragraph - b.paragraph)
    .filter((cut, index, all) => index === 0 || cut.paragraph > all[index - 1]!.paragraph)
  if (cuts.length === 0) return null
  return cuts[0]!.paragraph === 1 ? cuts : [{ paragraph: 1, witness: '', skip: false }, ...cuts]
}

const EXAMINERS =
  /^[[(]?\s*(?:further\s+)?(?:cross-|re-|direct\s+)?(?:examined|examination|questioned|questions)(?:-in-chief)?\s+(?:by|from)\s+([^\])\n]{3,60}?)[\]).]*$/gimu

/** Who asks, by the lines that say so: “[Questioned by Ms Page]”. */
function examinersIn(blocks: readonly PlacedBlock[]): string[] {
  return blocks.flatMap(({ text }) =>
    text.length > 300 ? [] : [...text.matchAll(EXAMINERS)].map(([, name]) => name!),
  )
}

/**
 * Witnesses answer; who is said to examine, or mostly asks, is a questioner; who alone is left beside a questioner
 * answers.
 */
function proposeRoles(
  labels: readonly TurnLabel[],
  witnesses: readonly string[],
  examiners: readonly string[],
): TurnLabel[] {
  const proposed = labels.map((label): TurnLabel => {
    if (witnesses.some((witness) => isSameWitness(witness, label.label)))
      return { ...label, as: 'answer', name: '' }
    if (examiners.some((examiner) => isSameWitness(examiner, label.label)))
      return { ...label, as: 'question', name: label.label }
    const asks = label.questions >= 2 && label.questions > label.count * 0.4
    return label.as === 'speaker' && asks ? { ...label, as: 'question' } : label
  })
  const speakers = proposed.filter(({ as }) => as !== 'text')
  const others = speakers.filter(({ as }) => as === 'speaker')
  const isInterview =
    others.length === 1 &&
    speakers.some(({ as }) => as === 'question') &&
    !speakers.some(({ as }) => as === 'answer')
  if (!isInterview) return proposed
  return proposed.map((label) =>
    label === others[0] ? { ...label, as: 'answer', name: '' } : label,
  )
}

function confirmed(
  labels: readonly TurnLabel[],
  chosen: readonly TurnChoice[] | undefined,
): TurnLabel[] {
  const choices = new Map((chosen ?? []).map((choice) => [choice.label, choice]))
  return labels.map((label) => ({ ...label, ...choices.get(label.label) }))
}

interface Part {
  blocks: readonly PlacedBlock[]
  cut: CutChoice
  /** Null where the file is one testimony. */
  number: number | null
  /** Of the whole file, as its first line says. */
  title: string | null
}

function planPart(
  { blocks, cut, number, title }: Part,
  fileName: string,
  labels: readonly TurnLabel[],
  document: ReadDocument,
): PlannedDraft {
  const { turns, hasTurns } = labelTurns(blocks, labels)
  const text = blocks.map((block) => block.text).join('\n\n')
  const language = detectLanguage(text)
  const witness = cut.witness || witnessAmong(blocks, labels)
  const neutral = title === null ? null : neutralTitle(unwrapLines(title), witness || null, null)
  const suffix = number === null ? '' : ` (${number.toLocaleString(language ?? 'en')})`
  const oath = cut.witness === '' ? null : oathIn(blocks)
  const isTimed = blocks.some(({ time }) => time !== undefined)
  const fingerprint = sha256(number === null ? (document.text ?? text) : text)
  return {
    outcome: 'draft',
    record: number === null ? fileName : `${fileName} #${number}`,
    line: number === null ? null : (blocks[0]!.line ?? null),
    identity: `text:${fingerprint}`,
    fingerprint,
    content: {
      titles:
        neutral === null || language === null
          ? {}
          : { [language]: `${neutral.slice(0, 1_900)}${suffix}` },
      narrativeForm: hasTurns ? 'question_and_answer' : null,
      solemnity: oath,
      testimonyType: oath === null ? null : 'oral_testimony_at_hearing',
      text: {
        kind: hasTurns || isTimed ? 'transcript' : 'original',
        language,
        passages: turns.map((turn) => toPassage(turn)),
      },
    },
    // Who the witness is lies in the vault alone until somebody decides how they are shown.
    identityOfWitness: witness === '' ? {} : { legalName: witness },
    consents: [],
    source: null,
    occasion: null,
    extras: document.title === null || document.title === title ? {} : { title: document.title },
  }
}

/** The one name under which the answers of a part are given, where they are given under a name. */
function witnessAmong(blocks: readonly PlacedBlock[], labels: readonly TurnLabel[]): string {
  const answering = labels.filter(
    ({ as, label }) =>
      as === 'answer' &&
      /\s/u.test(label) &&
      !/^(?:the\s+)?(?:witness|interviewee|narrator)$/iu.test(label) &&
      blocks.some(({ text, speaker }) => speaker === label || text.startsWith(label)),
  )
  return answering.length === 1 ? answering[0]!.label : ''
}

/** Whether the first lines say that the witness took an oath. */
function oathIn(blocks: readonly PlacedBlock[]): 'sworn' | 'affirmed' | null {
  for (const { text } of blocks.slice(0, 3)) {
    if (text.length > 260) continue
    if (/\b(?:re-?)?affirmed\b/iu.test(text)) return 'affirmed'
    if (/\b(?:re-?)?sworn\b|سوگند/iu.test(text)) return 'sworn'
  }
  return null
}
