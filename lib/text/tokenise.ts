import { normaliseWord } from './normalise.ts'

/**
 * A word of a text, as far as a reader sees one: with its joiners (ZWNJ, hyphen, apostrophe) and marks, at UTF-16
 * offsets [start, end) of the original.
 */
export interface Word {
  start: number
  end: number
  /** Normalised forms in the order of the text: one, or several where ZWNJ or hyphens join them. Never empty. */
  parts: readonly string[]
  /** Forms that the same word is also found by: its parts written as one, a possessive in full. */
  others: readonly string[]
}

/** The forms of a text as an index holds them: in text order, and beside them the other forms. */
export interface IndexedForms {
  ordered: string[]
  others: string[]
}

const INSIDE = String.raw`[\p{L}\p{M}\p{N}\u200d\u00ad\u200e\u200f\u061c\u2060]`
const JOINER = String.raw`(?:\u200c+|['’‘‛´\u0060\-\u2010\u2011]|(?<=\p{Nd})[,\u066c](?=\p{Nd}{3}(?!\p{Nd})))`
const WORD = new RegExp(
  String.raw`[\p{L}\p{N}]${INSIDE}*(?:${JOINER}[\p{L}\p{N}]${INSIDE}*)*`,
  'gu',
)
const PLAIN = /^[a-z0-9]+$/
const ARABIC_SCRIPT = /^\p{Script=Arabic}/u

/** Written with ZWNJ, with a space or as one word, as writers please. */
const SPACED_PREFIXES = new Set(['می', 'نمی', 'همی'])
const SPACED_SUFFIXES = new Set([
  ...['ها', 'های', 'هایی', 'هایم', 'هایت', 'هایش', 'هایمان', 'هایتان', 'هایشان', 'هاشان'],
  ...['تر', 'تری', 'ترین', 'ام', 'ات', 'اش', 'ای', 'ایم', 'اید', 'اند', 'مان', 'تان', 'شان'],
])
const SPACED_MAX_LENGTH = Math.max(
  ...[...SPACED_PREFIXES, ...SPACED_SUFFIXES].map(({ length }) => length),
)

/** Longer "words" are not words (a key, a run of letters); they are found by their beginning. */
const FORM_MAX_LENGTH = 64

const NO_OTHERS: readonly string[] = []
/** Words repeat: most are normalised once. Cleared when full, so that memory stays bounded. */
const CACHE_SIZE = 200_000
const cache = new Map<string, Pick<Word, 'parts' | 'others'>>()

/** What most letters of most texts are, by their numbers, to find words faster; 0 for all that the expression decides. */
const LETTER = 1
const CAPITAL = 2
const ARABIC_LETTER = 4
const STOP = 8
const KINDS = new Uint8Array(0x700)
for (const [kind, from, to] of [
  [LETTER, 'a', 'z'],
  [LETTER, '0', '9'],
  [CAPITAL, 'A', 'Z'],
  [ARABIC_LETTER, '\u0620', '\u064a'],
  [ARABIC_LETTER, '\u0671', '\u06d3'],
] as const) {
  KINDS.fill(kind, from.charCodeAt(0), to.charCodeAt(0) + 1)
}
for (const sign of '\n\t .,:;!?()[]"«»،؛؟') KINDS[sign.charCodeAt(0)] = STOP

/** Cuts a text into words with their normalised forms. */
export function tokenise(text: string): Word[] {
  const words: Word[] = []
  eachWord(text, (start, raw) => {
    const { parts, others } = formsOf(raw)
    if (parts.length > 0) words.push({ start, end: start + raw.length, parts, others })
  })
  return words
}

/** Calls with every word of a text; `isForm` where it is of small letters and digits alone, and so its own form. */
function eachWord(
  text: string,
  visit: (start: number, raw: string, isForm: boolean) => void,
): void {
  for (let at = 0; at < text.length; ) {
    let end = at
    let kinds = 0
    let kind = kindAt(text, at)
    while (kind !== 0 && kind !== STOP) {
      kinds |= kind
      kind = kindAt(text, ++end)
    }
    // A comma may stand between the digits of a number.
    const isDecided = kind === STOP && !(text[end] === ',' && isDigit(text.charCodeAt(end - 1)))
    if (isDecided) {
      if (end > at) visit(at, text.slice(at, end), kinds === LETTER && end - at <= FORM_MAX_LENGTH)
      at = end + 1
      continue
    }
    WORD.lastIndex = at
    const match = WORD.exec(text)
    if (match === null) return
    visit(match.index, match[0], false)
    at = WORD.lastIndex
  }
}

/** The kind of a sign; the end of the text is as plain as a space. */
function kindAt(text: string, at: number): number {
  return at < text.length ? (KINDS[text.charCodeAt(at)] ?? 0) : STOP
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The form of two neighbouring words that others write as one (می رفتند, کتاب ها), or null. */
export function spacedForm(first: Pick<Word, 'parts'>, second: Pick<Word, 'parts'>): string | null {
  const left = first.parts.at(-1)!
  const right = second.parts[0]!
  // Nearly all pairs of nearly all texts.
  if (right.length > SPACED_MAX_LENGTH && left.length > SPACED_MAX_LENGTH) return null
  const joined =
    (first.parts.length === 1 && SPACED_PREFIXES.has(left)) || SPACED_SUFFIXES.has(right)
  if (!joined || !ARABIC_SCRIPT.test(left) || !ARABIC_SCRIPT.test(right)) return null
  return first.parts.join('') + second.parts.join('')
}

/** All forms of a text, as they are indexed. */
export function indexedForms(text: string): IndexedForms {
  const ordered: string[] = []
  const others: string[] = []
  let before: Pick<Word, 'parts'> | null = null
  eachWord(text, (_, raw, isForm) => {
    if (isForm) {
      ordered.push(raw)
      before = null
      return
    }
    const forms = formsOf(raw)
    if (forms.parts.length === 0) return
    const spaced = before === null ? null : spacedForm(before, forms)
    if (spaced !== null) others.push(spaced)
    ordered.push(...forms.parts)
    others.push(...forms.others)
    before = forms
  })
  return { ordered, others }
}

function formsOf(raw: string): Pick<Word, 'parts' | 'others'> {
  // Most words of most texts: looking them up would take longer.
  if (raw.length <= FORM_MAX_LENGTH && PLAIN.test(raw)) return { parts: [raw], others: NO_OTHERS }
  const known = cache.get(raw)
  if (known !== undefined) return known
  const forms = makeForms(raw)
  if (raw.length > FORM_MAX_LENGTH) return forms
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(raw, forms)
  return forms
}

function makeForms(raw: string): Pick<Word, 'parts' | 'others'> {
  const others = new Set<string>()
  const parts: string[] = []
  for (const piece of raw.split(/[\u200c\-\u2010\u2011]+/)) {
    // An apostrophe inside a name is written or left out at will; a possessive is not part of the name.
    const pieces = piece.replace(/[,\u066c]/g, '').split(/['’‘‛´\u0060]/)
    const bare = pieces.map(normaliseWord).filter((form) => form !== '')
    if (bare.length === 0) continue
    if (bare.length > 1 && bare.at(-1) === 's') {
      parts.push(bare.slice(0, -1).join(''))
      others.add(bare.join(''))
    } else {
      parts.push(bare.join(''))
      if (bare.length > 1) for (const form of bare) if (form.length > 2) others.add(form)
    }
  }
  if (parts.length > 1) others.add(parts.join(''))
  const clip = (form: string) => form.slice(0, FORM_MAX_LENGTH)
  return { parts: parts.map(clip), others: [...others].map(clip) }
}
