import { z } from 'zod'
import { unwrapLines } from '#lib/text/passages.ts'
import { foldPersian, isNameLike, type Piece } from './turns.ts'

/** Where the testimonies of a file begin and whose each is, as a person confirmed it. */
export const cutChoicesSchema = z
  .array(
    z.strictObject({
      /** Number of the paragraph, from 1, with which it begins. */
      paragraph: z.int().min(1),
      /** Who testifies; goes to the identity vault. */
      witness: z.string().trim().max(300),
      /** Whether this part makes no draft. */
      skip: z.boolean().default(false),
    }),
  )
  .max(500)
export type CutChoice = z.infer<typeof cutChoicesSchema>[number]

const TITLES = '(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Rev|Prof|Professor)\\.?'
const OATH =
  '(?:re-?sworn|sworn|affirmed|recalled|continued|called as|(?:statement|summary|evidence)(?: of evidence)? (?:summarised|summarized|read|adduced|given))'
/** “JANE DOE (sworn).”, “Jane Doe, having been duly affirmed, …”, “JANE DOE, statement read” */
const SWORN = new RegExp(
  `^(?<name>[^,:()\\[\\]\\n]{3,80}?)\\s*[,(\\[–—-][\\s,(\\[–—-]*(?:(?:having|been|was|duly|first|previously|is)\\s+)*${OATH}\\b[^\\n]{0,160}$`,
  'iu',
)
/** “Witness: Jane Doe”, “Evidence of Jane Doe” */
const NAMED =
  /^(?:witness\s*(?:no\.?\s*\d+|\d+)?\s*:|(?:evidence|testimony|statement|examination|examination-in-chief|deposition)\s+of)\s*(?<name>[^:\n]{3,80}?)\s*[.]?$/iu
const EXAMINED =
  /^[[(]?\s*(?:(?:further\s+)?(?:cross-|re-|direct\s+)?(?:examined|examination|questioned|questions)(?:-in-chief)?\s+(?:by|from)\b|examination-in-chief|direct examination|sworn|affirmed)/iu
const NAMED_FA =
  /^(?:(?:شاهد|گواه)(?:\s+(?:شمارهٔ?|اول|دوم|سوم|چهارم|پنجم|بعدی|\p{Nd}+))*\s*[:：]|(?:شهادت|اظهارات|گواهی|استماع شهادت|استماع گواهی)(?:\s+(?:شاهد|گواه))?\s*[:：]?)\s+(?<name>[^:：\n.؟!]{3,60})$/u
const SWORN_FA =
  /^(?:(?:شاهد|گواه)\s*[،:]?\s+)?(?<name>[^،:()\n.؟!]{3,60}?)\s*(?:[،(]\s*|\s)(?:سوگند (?:یاد کرد|خورد)|با ادای سوگند|پس از ادای سوگند|ادای سوگند کرد)\s*[).]{0,2}$/u
const EXAMINED_FA = /^[[(]?\s*(?:پرسش|سؤال|سوال|بازپرسی|پرسش‌های)\s+(?:از سوی|توسط|از جانب)/u
/** A preamble this short is the opening of the first testimony, not a part of its own. */
const PREAMBLE_MAX_CHARACTERS = 1_500

/**
 * Proposes where the testimonies of a hearing begin, by the lines with which reporters open them, in English and
 * Persian; one part from the first paragraph where there is none.
 */
export function proposeCuts(pieces: readonly Piece[]): CutChoice[] {
  const cuts: CutChoice[] = []
  for (const index of pieces.keys()) {
    const witness = witnessAt(pieces, index)
    if (witness === null) continue
    // A testimony that goes on after a pause is the same; one taken up again after another is a part of its own.
    if (cuts.length > 0 && isSameWitness(cuts.at(-1)!.witness, witness)) continue
    cuts.push({ paragraph: index + 1, witness, skip: false })
  }
  const [first] = cuts
  if (first === undefined) return [{ paragraph: 1, witness: '', skip: false }]
  if (first.paragraph === 1) return cuts
  const before = pieces.slice(0, first.paragraph - 1)
  const length = before.reduce((sum, { text }) => sum + text.length, 0)
  if (length > PREAMBLE_MAX_CHARACTERS) return [{ paragraph: 1, witness: '', skip: false }, ...cuts]
  return [{ ...first, paragraph: 1 }, ...cuts.slice(1)]
}

/** Who begins to testify with a paragraph, or null. */
export function witnessAt(pieces: readonly Piece[], index: number): string | null {
  const { text, kind, speaker } = pieces[index]!
  if (text.length > 300 || speaker !== undefined) return null
  const line = unwrapLines(text).trim()
  const sworn = SWORN.exec(line)?.groups?.name ?? NAMED.exec(line)?.groups?.name
  if (sworn !== undefined && isName(sworn)) return cleanName(sworn)
  const folded = foldPersian(line)
  const persian = SWORN_FA.exec(folded)?.groups?.name ?? NAMED_FA.exec(folded)?.groups?.name
  if (persian !== undefined && isPersianName(persian)) {
    const at = folded.indexOf(persian)
    return cleanName(line.slice(at, at + persian.length))
  }
  // A name that stands alone opens a testimony where the next line says who asks.
  const [first = '', second = pieces[index + 1]?.text ?? ''] = text.split('\n')
  const name = first.trim().replace(/[.]$/u, '')
  const isBare = (kind === 'heading' || /^[^\p{Ll}]+$/u.test(name)) && !name.includes(':')
  if (!isBare) return null
  if (EXAMINED.test(second.trim()) && isName(name)) return cleanName(name)
  return EXAMINED_FA.test(foldPersian(second.trim())) && isPersianName(name)
    ? cleanName(name)
    : null
}

/** Whether a line of a paragraph opens a testimony, so that a text set without blank lines can be cut at it. */
export function opensTestimony(line: string, next: string): boolean {
  const pieces = [line, next].map((text) => ({ text, start: 0, end: text.length }))
  return witnessAt(pieces, 0) !== null
}

function isName(name: string): boolean {
  const words = name.trim().split(/\s+/u)
  return words.length >= 2 && words.length <= 7 && isNameLike(name.trim().replace(/[“”"]/gu, ''))
}

function isPersianName(name: string): boolean {
  const words = name.trim().split(/\s+/u)
  return words.length >= 2 && words.length <= 6 && /^\p{Script=Arabic}/u.test(name.trim())
}

function cleanName(name: string): string {
  return name
    .replace(/\s+/gu, ' ')
    .replace(/^(?:the witness|witness)\s*[,:]\s*/iu, '')
    .trim()
}

/** Whether two ways of naming a witness mean one: titles and letter case aside, one's words are among the other's. */
export function isSameWitness(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)]
  if (a.length === 0 || b.length === 0) return false
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  return fewer.every((word) => more.includes(word))
}

function nameWords(name: string): string[] {
  return name
    .replace(new RegExp(`^${TITLES}\\s+`, 'iu'), '')
    .replace(/^(?:آقای|خانم|دکتر|سید)\s+/u, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}\u200c’'-]+/u)
    .filter((word) => word !== '')
}
