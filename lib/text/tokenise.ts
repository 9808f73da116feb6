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

/** Longer "words" are not words (a key, a run of letters); they are found by their beginning. */
const FORM_MAX_LENGTH = 64

const NO_OTHERS: readonly string[] = []
/** Words repeat: most are normalised once. Cleared when full, so that memory stays bounded. */
const CACHE_SIZE = 200_000
const cache = new Map<string, Pick<Word, 'parts' | 'others'>>()

/** Cuts a text into words with their normalised forms. */
export function tokenise(text: string): Word[] {
  const words: Word[] = []
  WORD.lastIndex = 0
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const raw = match[0]
    const { parts, others } = formsOf(raw)
    if (parts.length > 0) {
      words.push({ start: match.index, end: match.index + raw.length, parts, others })
    }
  }
  return words
}

/** The form of two neighbouring words that others write as one (می رفتند, کتاب ها), or null. */
export function spacedForm(first: Word, second: Word): string | null {
  const left = first.parts.at(-1)!
  const right = second.parts[0]!
  const joined =
    (first.parts.length === 1 && SPACED_PREFIXES.has(left)) || SPACED_SUFFIXES.has(right)
  if (!joined || !ARABIC_SCRIPT.test(left) || !ARABIC_SCRIPT.test(right)) return null
  return first.parts.join('') + second.parts.join('')
}

/** All forms of the words, as they are indexed. */
export function indexedForms(words: readonly Word[]): IndexedForms {
  const ordered: string[] = []
  const others: string[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!
    for (const part of word.parts) ordered.push(part)
    for (const other of word.others) others.push(other)
    const next = words[index + 1]
    const spaced = next === undefined ? null : spacedForm(word, next)
    if (spaced !== null) others.push(spaced)
  }
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
