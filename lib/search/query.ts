import { spacedForm, tokenise, type Word } from '#lib/text/tokenise.ts'

/** Forms that stand one after the other; several forms keep their order. */
export interface Sequence {
  forms: readonly string[]
  /** The last form is the beginning of a word. */
  prefix: boolean
}

/**
 * One demand of a query. It is met where one of `any` is met; each of those is met where all of its sequences stand.
 */
export interface Clause {
  any: readonly (readonly Sequence[])[]
  /** Quoted words are looked for as they stand: no near spellings. */
  quoted: boolean
}

export interface ParsedQuery {
  include: readonly Clause[]
  exclude: readonly Clause[]
  /** The query was longer than what is looked at. */
  cut: boolean
}

/** What is looked at of a query: more is no question any more. */
export const QUERY_MAX_LENGTH = 2_000
export const QUERY_MAX_CLAUSES = 32
/** A shorter beginning would stand for half the dictionary. */
const PREFIX_MIN_LENGTH = 2

const PIECE = /(-)?(?:"([^"]*)"|“([^”]*)”|«([^»]*)»)|(\S+)/gu

/**
 * Reads the query language: words, "phrases" (also “ ” and « »), `-exclusion` and `beginning*`. Nothing is an error:
 * what has no meaning is taken as words or left out.
 */
export function parseQuery(text: string): ParsedQuery {
  const looked = text.slice(0, QUERY_MAX_LENGTH)
  const include: Clause[] = []
  const exclude: Clause[] = []
  for (const match of looked.matchAll(PIECE)) {
    const [, minus, straight, curly, guillemets, bare] = match
    const phrase = straight ?? curly ?? guillemets
    if (phrase !== undefined) {
      const clause = phraseClause(tokenise(phrase))
      if (clause !== null) (minus === undefined ? include : exclude).push(clause)
      continue
    }
    const negated = /^-[\p{L}\p{N}]/u.test(bare!)
    const words = tokenise(bare!)
    const prefix = /[\p{L}\p{M}\p{N}]\*\W*$/u.test(bare!)
    words.forEach((word, index) => {
      const clause = wordClause(word, prefix && index === words.length - 1)
      ;(negated ? exclude : include).push(clause)
    })
  }
  const joined = joinSpaced(include, looked)
  return {
    include: dropRepeated(joined).slice(0, QUERY_MAX_CLAUSES),
    exclude: dropRepeated(exclude).slice(0, QUERY_MAX_CLAUSES),
    cut:
      looked.length < text.trimEnd().length ||
      joined.length > QUERY_MAX_CLAUSES ||
      exclude.length > QUERY_MAX_CLAUSES,
  }
}

/** The word of a clause that near spellings can be looked for: one bare word, or null. */
export function singleForm(clause: Clause): string | null {
  if (clause.quoted || clause.any.length === 0) return null
  const [first] = clause.any
  if (first!.length !== 1) return null
  const { forms, prefix } = first![0]!
  return prefix || forms.length !== 1 ? null : forms[0]!
}

/** Forms one after the other, as whole words. */
export function sequence(...forms: string[]): Sequence {
  return { forms, prefix: false }
}

function wordClause(word: Word, prefix: boolean): Clause {
  const last = word.parts.at(-1)!
  if (prefix && last.length >= PREFIX_MIN_LENGTH) {
    const any = [[{ forms: word.parts, prefix: true }]]
    if (word.parts.length > 1) any.push([{ forms: [word.parts.join('')], prefix: true }])
    return { any, quoted: false }
  }
  const any = [[sequence(...word.parts)]]
  if (word.parts.length > 1) any.push([sequence(word.parts.join(''))])
  return { any, quoted: false }
}

function phraseClause(words: readonly Word[]): Clause | null {
  if (words.length === 0) return null
  const apart = words.flatMap(({ parts }) => parts)
  const together = words.map(({ parts }) => parts.join(''))
  const any = [[sequence(...apart)]]
  if (together.length !== apart.length) any.push([sequence(...together)])
  return { any, quoted: true }
}

/** Two neighbouring words that others write as one (می رفتند) may also stand as one. */
function joinSpaced(clauses: readonly Clause[], text: string): Clause[] {
  if (!/\p{Script=Arabic}/u.test(text)) return [...clauses]
  const result: Clause[] = []
  for (const clause of clauses) {
    const before = result.at(-1)
    const left = before === undefined ? null : singleForm(before)
    const right = singleForm(clause)
    const spaced = left === null || right === null ? null : spacedForm(asWord(left), asWord(right))
    if (spaced === null) {
      result.push(clause)
      continue
    }
    result[result.length - 1] = {
      any: [[sequence(left!), sequence(right!)], [sequence(spaced)]],
      quoted: false,
    }
  }
  return result
}

function asWord(form: string): Word {
  return { start: 0, end: 0, parts: [form], others: [] }
}

function dropRepeated(clauses: readonly Clause[]): Clause[] {
  const seen = new Set<string>()
  return clauses.filter((clause) => {
    const key = JSON.stringify(clause.any)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
