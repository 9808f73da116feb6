import { cutPassages } from '#lib/text/passages.ts'

/** A paragraph of a text with the turn to which it belongs; offsets are those of the text. */
export interface Turn {
  text: string
  start: number
  end: number
  kind: 'prose' | 'question' | 'answer'
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
const PASSAGE_MAX_CHARACTERS = 20_000

/**
 * Cuts a text into paragraphs and recognises speaker turns: "Q." and "A.", «س:» and «ج:», and names before a colon
 * that come again or are known. A paragraph without a label goes on with the turn before it.
 */
export function cutTurns(
  source: string,
  names: TurnNames = {},
): { turns: Turn[]; hasTurns: boolean } {
  const cuts = cutPassages(source).flatMap(splitLong)
  const labels = knownLabels(
    cuts.map(({ text }) => text),
    names,
  )
  let current: Pick<Turn, 'kind' | 'speaker'> = { kind: 'prose', speaker: '' }
  let hasTurns = false
  const turns = cuts.map((cut): Turn => {
    const label = readLabel(cut.text)
    const known = label !== null && (LETTERED.test(cut.text) || labels.has(fold(label.name)))
    if (!known) return { ...cut, ...current }
    const text = cut.text.slice(label.length)
    if (text.trim() === '') return { ...cut, ...current }
    hasTurns = true
    current = turnOf(label.name, names)
    return { text, start: cut.end - text.length, end: cut.end, ...current }
  })
  return { turns, hasTurns }
}

function turnOf(name: string, names: TurnNames): Pick<Turn, 'kind' | 'speaker'> {
  if (ANSWER_LABEL.test(name) || (names.witness && isSame(name, names.witness))) {
    return { kind: 'answer', speaker: '' }
  }
  if (QUESTION_LABEL.test(name)) return { kind: 'question', speaker: '' }
  const asks = names.interviewers?.some((interviewer) => isSame(name, interviewer)) ?? false
  return { kind: asks ? 'question' : 'prose', speaker: name }
}

function readLabel(text: string): { name: string; length: number } | null {
  const lettered = LETTERED.exec(text)
  if (lettered !== null) return { name: lettered[1]!, length: lettered[0].length }
  const label = LABEL.exec(text)
  if (label === null || label[1]!.split(/\s+/u).length > 5) return null
  return { name: label[1]!, length: label[0].length }
}

/** Labels that are speakers: those of known names, in capitals throughout, or met at least three times. */
function knownLabels(texts: readonly string[], names: TurnNames): Set<string> {
  const counts = new Map<string, number>()
  const found = new Set<string>()
  for (const text of texts) {
    const name = readLabel(text)?.name
    if (name === undefined) continue
    const count = (counts.get(fold(name)) ?? 0) + 1
    counts.set(fold(name), count)
    const isKnown = [names.witness ?? '', ...(names.interviewers ?? [])].some(
      (other) => other !== '' && isSame(name, other),
    )
    const isCapitals = /^[^\p{Ll}]+$/u.test(name) && /\p{Lu}{2}/u.test(name)
    const looksNamed = /^(?:\S+\s+)?[\p{Lu}\p{Script=Arabic}]/u.test(name) && isNameLike(name)
    if (isKnown || isCapitals || QUESTION_LABEL.test(name) || ANSWER_LABEL.test(name))
      found.add(fold(name))
    else if (count >= 3 && looksNamed) found.add(fold(name))
  }
  return found
}

/** Every word begins with a capital, or the script has none: “It says:” is no name. */
function isNameLike(name: string): boolean {
  return name
    .split(/\s+/u)
    .every((word) => /^[\p{Lu}\p{Script=Arabic}(]|^(?:de|van|von|al|bin)$/u.test(word))
}

function isSame(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

function fold(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** No passage grows beyond what one holds: a longer paragraph is cut at white space. */
function splitLong(cut: { text: string; start: number; end: number }) {
  if (cut.text.length <= PASSAGE_MAX_CHARACTERS) return [cut]
  const pieces: (typeof cut)[] = []
  for (let from = 0; from < cut.text.length; ) {
    const limit = Math.min(from + PASSAGE_MAX_CHARACTERS, cut.text.length)
    const space = limit === cut.text.length ? limit : cut.text.lastIndexOf(' ', limit)
    const to = space > from ? space : limit
    const raw = cut.text.slice(from, to)
    const start = cut.start + from + (raw.length - raw.trimStart().length)
    const text = raw.trim()
    if (text !== '') pieces.push({ text, start, end: start + text.length })
    from = to
  }
  return pieces
}
