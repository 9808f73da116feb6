import type { Authority } from '#lib/authorities/model.ts'
import type { StatementContent } from '#lib/statements/model.ts'
import { presentWitness, type readContext } from '#lib/statements/present.ts'
import type { AuthorityKind } from '#lib/statements/vocabularies.ts'
import { tokenise } from '#lib/text/tokenise.ts'
import type { PassageHit, SearchResult } from './contract.ts'
import { cutStretch, findHighlights, type Stretch } from './highlight.ts'
import { type Clause, type ParsedQuery, type Sequence, sequence, singleForm } from './query.ts'

/** What a statement can be found by beside its text. */
export type RecordedKind =
  | 'title'
  | AuthorityKind
  | 'speaker'
  | 'abstract'
  | 'occasion'
  | 'source'
  | 'identifier'

export interface RecordedText {
  kind: RecordedKind
  text: string
}

/** A recorded text, or a stretch of it, in which words of the query stand. */
export interface RecordedMatch extends Stretch {
  kind: RecordedKind
}

/** Sequences of demands: as they were typed, and with their other spellings. */
export interface SoughtWords {
  typed: readonly Sequence[]
  all: readonly Sequence[]
}

/** More would hide the passages. */
const MATCHES_MAX = 3
/** A word as it was typed speaks before any number of other spellings. */
const WORTH_OF_TYPED = 1_000

/**
 * What is recorded of a statement and shown on its page: every form of every record's name, the witness as readers know
 * them, who speaks, and what describes the statement. The index holds these texts, and a hit is explained by them.
 */
export function recordedTexts(
  reference: string,
  content: StatementContent,
  authorities: ReadonlyMap<string, Authority>,
  { occasion, source }: ReturnType<typeof readContext>,
): RecordedText[] {
  const texts: { kind: RecordedKind; text: string | null | undefined }[] = []
  const add = (kind: RecordedKind, ...all: (string | null | undefined)[]) =>
    texts.push(...all.map((text) => ({ kind, text })))
  add('title', ...Object.values(content.titles))
  for (const { kind, names } of authorities.values()) add(kind, ...names.map(({ name }) => name))
  add('speaker', ...Object.values(presentWitness(content).displayName))
  add('speaker', ...content.text.passages.map(({ speaker }) => speaker))
  add('identifier', reference, ...content.otherIdentifiers.map(({ value }) => value))
  add('abstract', ...Object.values(content.abstracts))
  if (occasion !== null) add('occasion', occasion.title, occasion.place, occasion.organisation)
  if (source !== null) add('source', source.title, source.publisher, source.author)
  const seen = new Set<string>()
  return texts.filter((one): one is RecordedText => {
    if (!one.text || seen.has(`${one.kind} ${one.text}`)) return false
    seen.add(`${one.kind} ${one.text}`)
    return true
  })
}

/** The words of a query in all the spellings that were found, to tell where they stand. */
export class QueryWords {
  readonly #demands: readonly SoughtWords[]

  constructor(
    { include, fields }: ParsedQuery,
    { alsoSearched, nearWords }: Pick<SearchResult, 'alsoSearched' | 'nearWords'>,
  ) {
    const near = new Map(nearWords.map(({ typed, found }) => [formsOf(typed).join(' '), found]))
    const others = alsoSearched.map((name) => sequence(...formsOf(name)))
    this.#demands = [...include, ...fields.include].map((clause) => {
      const typed = clause.any.flat()
      // Of which word a name is another spelling the engines do not say.
      return { typed, all: clause.quoted ? typed : [...typed, ...nearOf(clause, near), ...others] }
    })
  }

  /** The demands that none of these passages meets. */
  missingIn(passages: readonly PassageHit[]): SoughtWords {
    const missing = this.#demands.filter(({ all }) =>
      passages.every(({ text }) => findHighlights(text, all).length === 0),
    )
    return {
      typed: missing.flatMap(({ typed }) => typed),
      all: missing.flatMap(({ all }) => all),
    }
  }
}

/**
 * The recorded texts in which these words stand: of each kind the one with the most marks of what was typed, then of
 * any, the first of equals; at most three, in the order of the texts.
 */
export function matchRecorded(
  texts: readonly RecordedText[],
  { typed, all }: SoughtWords,
): RecordedMatch[] {
  if (all.length === 0) return []
  const best = new Map<RecordedKind, { match: RecordedMatch; worth: number }>()
  for (const { kind, text } of texts) {
    const match = { kind, ...cutStretch(text, all) }
    if (match.highlights.length === 0) continue
    const worth = findHighlights(text, typed).length * WORTH_OF_TYPED + match.highlights.length
    if (worth > (best.get(kind)?.worth ?? 0)) best.set(kind, { match, worth })
  }
  return [...best.values()].map(({ match }) => match).slice(0, MATCHES_MAX)
}

function nearOf(clause: Clause, near: ReadonlyMap<string, readonly string[]>): Sequence[] {
  const form = singleForm(clause)
  const found = form === null ? [] : (near.get(form) ?? [])
  return found.map((word) => sequence(...formsOf(word)))
}

function formsOf(text: string): string[] {
  return tokenise(text).flatMap(({ parts }) => parts)
}
