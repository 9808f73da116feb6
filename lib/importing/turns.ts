import { z } from 'zod'
import { cutPassages, type PassageCut } from '#lib/text/passages.ts'
import { TURN_ROLES } from './turn-roles.ts'

/** Which labels of a file are speakers and what each is called, as a person confirmed it. */
export const turnChoicesSchema = z
  .array(
    z.strictObject({
      label: z.string().min(1).max(200),
      as: z.enum(TURN_ROLES),
      /** How the speaker is called in the passages; the witness's own turns carry no name. */
      name: z.string().trim().max(200),
    }),
  )
  .max(300)
export type TurnChoice = z.infer<typeof turnChoicesSchema>[number]

export interface TurnLabel extends TurnChoice {
  /** How many turns it opens. */
  count: number
  /** Of these, how many end with a question mark. */
  questions: number
  /** The words of its first turn. */
  sample: string
}

/** A paragraph of a text; offsets are those of the text. */
export interface Piece extends PassageCut {
  kind?: 'prose' | 'question' | 'answer' | 'heading'
  /** Who speaks, where the format itself says so. */
  speaker?: string
}

/** A paragraph with the turn to which it belongs. */
export interface Turn extends PassageCut {
  kind: 'prose' | 'question' | 'answer' | 'heading'
  /** As written before the colon; empty for the witness's own turns and for prose without a label. */
  speaker: string
}

export interface TurnNames {
  /** Who testifies: their turns are answers, and their name is left to the vault. */
  witness?: string | null
  interviewers?: readonly string[]
}

const LETTERED = /^(Q|A|س|ج|سؤال|سوال|پرسش|پاسخ|جواب)\s*[.:：]\s*/u
const LABEL = /^([\p{Lu}\p{Script=Arabic}][^:：\n“”"«»?!]{0,59}?)\s*[:：]\s+/u
const QUESTION_LABEL = /^(?:q|question|interviewer|counsel|س|سؤال|سوال|پرسش|پرسشگر|مصاحبه‌گر)$/iu
const ANSWER_LABEL = /^(?:a|answer|witness|the witness|interviewee|narrator|ج|پاسخ|جواب|شاهد)$/iu
/** A remark of the reporter's or a note belongs to nobody's turn. */
const ASIDE = /^(?:[[(（].*[\])）]\.?|\[\p{Nd}+\]\s.*)$/su
/** What ends with one of these is a sentence that leads to spoken words, not the name of a speaker. */
const SAYS =
  /(?:^|\s)(?:گفت|گفتم|گفتند|گفته|پرسید|پرسیدم|افزود|نوشت|می‌گفت|می‌گوید|گوید|داد|است|بود|شد|کرد|که)$/u
const PASSAGE_MAX_CHARACTERS = 20_000

/**
 * Cuts a text into paragraphs and recognises speaker turns: "Q." and "A.", «س:» and «ج:», and names before a colon
 * that come again or are known. A paragraph without a label goes on with the turn before it.
 */
export function cutTurns(
  source: string,
  names: TurnNames = {},
): { turns: Turn[]; hasTurns: boolean } {
  const pieces = cutPassages(source).flatMap(splitLong)
  return labelTurns(pieces, findLabels(pieces, names))
}

/**
 * The labels that open turns, as written, the most frequent first: lettered ones, those of known names, in capitals
 * throughout, or met at least three times. Names met less often are listed as text, for a person to judge.
 */
export function findLabels(pieces: readonly Piece[], names: TurnNames = {}): TurnLabel[] {
  const found = new Map<string, TurnLabel>()
  for (const { text, kind, speaker = '' } of pieces) {
    const label = speaker === '' && kind !== 'heading' ? readLabel(text) : null
    const name = label?.name ?? speaker
    if (name === '') continue
    const words = text.slice(label?.length ?? 0).trim()
    const one = found.get(fold(name)) ?? {
      label: name,
      ...roleOf(name, names),
      count: 0,
      questions: 0,
      sample: words.slice(0, 200),
    }
    one.count += 1
    if (/[?؟]["”»)]*$/u.test(words)) one.questions += 1
    // A format that names its speakers leaves nothing to guess.
    const isKnown = speaker !== '' || LETTERED.test(text) || (one.count >= 3 && isNameLike(name))
    if (one.as === 'text' && isKnown) one.as = 'speaker'
    if (one.as !== 'text' || isNameLike(name)) found.set(fold(name), one)
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

/** Gives each paragraph to its turn, by the labels that are speakers; their words are taken off the text. */
export function labelTurns<T extends Piece>(
  pieces: readonly T[],
  labels: readonly TurnChoice[],
): { turns: (T & Turn)[]; hasTurns: boolean } {
  const known = new Map(labels.map((label) => [fold(label.label), label]))
  let current: Pick<Turn, 'kind' | 'speaker'> = { kind: 'prose', speaker: '' }
  let hasTurns = false
  const turns = pieces.map((piece): T & Turn => {
    if (piece.kind === 'heading' || (piece.speaker === undefined && ASIDE.test(piece.text))) {
      if (piece.kind === 'heading') current = { kind: 'prose', speaker: '' }
      return { ...piece, kind: piece.kind ?? 'prose', speaker: '' }
    }
    const label = readLabel(piece.text)
    const named = known.get(fold(piece.speaker ?? label?.name ?? ''))
    const length = piece.speaker === undefined ? (label?.length ?? 0) : 0
    const words = piece.text.slice(length)
    if (named !== undefined && named.as !== 'text' && words.trim() !== '') {
      current = turnAs(named)
      hasTurns = true
      return { ...piece, text: words, start: piece.start + length, ...current }
    }
    if (piece.kind === 'question' || piece.kind === 'answer') {
      current = { kind: piece.kind, speaker: '' }
      hasTurns = true
    }
    return { ...piece, ...current }
  })
  return { turns, hasTurns }
}

function turnAs({ as, name }: TurnChoice): Pick<Turn, 'kind' | 'speaker'> {
  if (as === 'answer') return { kind: 'answer', speaker: '' }
  return { kind: as === 'question' ? 'question' : 'prose', speaker: name }
}

function roleOf(name: string, names: TurnNames): Pick<TurnChoice, 'as' | 'name'> {
  if (ANSWER_LABEL.test(name) || (names.witness && isSame(name, names.witness)))
    return { as: 'answer', name: '' }
  if (QUESTION_LABEL.test(name)) return { as: 'question', name: '' }
  const asks = names.interviewers?.some((interviewer) => isSame(name, interviewer)) ?? false
  const isCapitals = /^[^\p{Ll}]+$/u.test(name) && /\p{Lu}{2}/u.test(name)
  return { as: asks ? 'question' : isCapitals ? 'speaker' : 'text', name }
}

function readLabel(text: string): { name: string; length: number } | null {
  const lettered = LETTERED.exec(text)
  if (lettered !== null) return { name: lettered[1]!, length: lettered[0].length }
  const label = LABEL.exec(text)
  if (label === null || label[1]!.split(/\s+/u).length > 5) return null
  return { name: label[1]!, length: label[0].length }
}

/** Every word begins with a capital, or the script has none: “It says:” is no name. */
export function isNameLike(name: string): boolean {
  if (SAYS.test(foldPersian(name))) return false
  return name
    .split(/\s+/u)
    .every((word) => /^[\p{Lu}\p{Script=Arabic}(\p{Nd}]|^(?:de|van|von|al|bin|the)$/u.test(word))
}

/** Old files write Persian with the Arabic forms of two letters; each stays one letter. */
export function foldPersian(text: string): string {
  return text.replace(/[يى]/gu, 'ی').replace(/ك/gu, 'ک')
}

function isSame(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

function fold(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().toLowerCase()
}

/**
 * Cuts paragraphs at lines that open a turn, in texts that set turns line by line without a blank line between:
 * lettered labels, names in capitals, names that open at least three lines of the text, and what `opensPart` says.
 */
export function splitAtLabels(
  cuts: readonly PassageCut[],
  opensPart: (line: string, next: string) => boolean = () => false,
): PassageCut[] {
  const counts = new Map<string, number>()
  for (const { text } of cuts) {
    for (const line of text.split('\n')) {
      const name = readLabel(line.trimStart())?.name
      if (name !== undefined) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1)
    }
  }
  const opens = (line: string) => {
    const name = readLabel(line)?.name
    if (name === undefined) return false
    return LETTERED.test(line) || roleOf(name, {}).as !== 'text' || counts.get(fold(name))! >= 3
  }
  return cuts.flatMap((cut) => {
    const pieces: PassageCut[] = []
    let from = 0
    let at = 0
    const push = (to: number) => {
      const raw = cut.text.slice(from, to)
      const text = raw.trim()
      const start = cut.start + from + (raw.length - raw.trimStart().length)
      if (text !== '') pieces.push({ text, start, end: start + text.length })
      from = to
    }
    const lines = cut.text.split('\n')
    for (const [index, line] of lines.entries()) {
      const isOpening =
        opens(line.trimStart()) || opensPart(line.trim(), lines[index + 1]?.trim() ?? '')
      if (at > from && isOpening) push(at)
      at += line.length + 1
    }
    push(cut.text.length)
    return pieces
  })
}

/** No passage grows beyond what one holds: a longer paragraph is cut at white space. */
export function splitLong<T extends PassageCut>(cut: T): T[] {
  if (cut.text.length <= PASSAGE_MAX_CHARACTERS) return [cut]
  const pieces: T[] = []
  for (let from = 0; from < cut.text.length; ) {
    const limit = Math.min(from + PASSAGE_MAX_CHARACTERS, cut.text.length)
    const space = limit === cut.text.length ? limit : cut.text.lastIndexOf(' ', limit)
    const to = space > from ? space : limit
    const raw = cut.text.slice(from, to)
    const start = cut.start + from + (raw.length - raw.trimStart().length)
    const text = raw.trim()
    if (text !== '') pieces.push({ ...cut, text, start, end: start + text.length })
    from = to
  }
  return pieces
}
