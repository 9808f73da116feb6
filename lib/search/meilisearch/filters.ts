import { FACET_NAMES, type FacetName, type SearchQuery, type SearchScope } from '../contract.ts'
import type { Clause, FieldClause, ParsedQuery, Sequence } from '../query.ts'
import type { NameField, YearRange } from '../query-fields.ts'
import { BEGINNING_LENGTH, beginningOf } from './records.ts'

/** Statements and passages in which a phrase stands. */
export interface PhrasePlaces {
  statements: number[]
  passages: number[]
  /** There may be more of them. */
  cut: boolean
}

/** Attributes that hold the names of a field. */
export const NAME_ATTRIBUTES: Record<NameField, string> = {
  speaker: 'speaker_names',
  place: 'place_names',
}

export type Phrases = ReadonlyMap<string, PhrasePlaces>
/** Which index a filter is for: a clause is met by a whole statement or within one passage. */
export type Level = 'statements' | 'passages'

/** A value in a filter, whatever it holds. */
export function quote(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

export function all(filters: readonly (string | null)[]): string {
  return filters
    .filter((filter) => filter !== null && filter !== '')
    .map((filter) => `(${filter})`)
    .join(' AND ')
}

export function anyOf(filters: readonly string[]): string {
  return filters.map((filter) => `(${filter})`).join(' OR ')
}

export function idsIn(attribute: string, ids: readonly number[]): string {
  return `${attribute} IN [${ids.map((id) => quote(String(id))).join(', ')}]`
}

export function idsNotIn(attribute: string, ids: readonly number[]): string | null {
  return ids.length === 0
    ? null
    : `${attribute} NOT IN [${ids.map((id) => quote(String(id))).join(', ')}]`
}

/** The attribute that holds the statement's id. */
export function idAttribute(level: Level): string {
  return level === 'statements' ? 'id' : 'statement'
}

/** Sequences of several forms, to be looked for before the filter is made. */
export function phrasesOf(clauses: readonly Clause[]): string[] {
  const phrases = clauses.flatMap(({ any }) => any.flat().map(phraseOf))
  return [...new Set(phrases.filter((phrase) => phrase !== null))]
}

export function clauseFilter({ any }: Clause, level: Level, phrases: Phrases): string {
  const forms = any.map(oneForm)
  const single = forms.filter((form) => form !== null)
  const others = any.filter((_, index) => forms[index] === null)
  return anyOf([
    ...(single.length === 0 ? [] : [wordIn(single)]),
    ...others.map((way) => all(way.map((sequence) => sequenceFilter(sequence, level, phrases)))),
  ])
}

/** One of these words, each of them one of the values of its statement or passage. */
export function wordIn(forms: readonly string[]): string {
  return forms.length === 1
    ? `words = ${quote(forms[0]!)}`
    : `words IN [${forms.map(quote).join(', ')}]`
}

/** The names in fields and the years that a statement must have and must not have; empty when nothing is asked for. */
export function fieldsFilter({ fields, years }: Pick<ParsedQuery, 'fields' | 'years'>): string {
  return all([
    ...fields.include.map(fieldFilter),
    ...fields.exclude.map((clause) => `NOT (${fieldFilter(clause)})`),
    ...years.include.map(yearsFilter),
    ...years.exclude.map((range) => `NOT (${yearsFilter(range)})`),
  ])
}

/** Names are stored by all their runs of words: a run is equal to one of them or begins one. */
function fieldFilter({ field, any }: FieldClause): string {
  const attribute = NAME_ATTRIBUTES[field]
  return anyOf(
    any.map((way) =>
      all(
        way.map(({ forms, prefix }) => {
          const run = quote(forms.join(' '))
          return prefix ? `${attribute} STARTS WITH ${run}` : `${attribute} = ${run}`
        }),
      ),
    ),
  )
}

function yearsFilter({ from, to }: YearRange): string {
  return `years ${from} TO ${to}`
}

/** Where one of the words of these clauses stands. */
export function anyWordFilter(clauses: readonly Clause[], phrases: Phrases): string {
  const sequences = clauses.flatMap(({ any }) => any.flat())
  return clauseFilter({ any: sequences.map((one) => [one]), quoted: false }, 'passages', phrases)
}

/** What this viewer may see: part of every query. */
export function scopeFilter(scope: SearchScope, level: Level): string {
  const now = Date.parse(scope.now)
  return all([
    `audience IN [${scope.audiences.map(quote).join(', ')}]`,
    `from IS NULL OR from <= ${now}`,
    `until IS NULL OR until > ${now}`,
    idsNotIn(idAttribute(level), scope.exclude),
  ])
}

/** The choices made in the facets, but those of `except`. */
export function choiceFilter(query: SearchQuery, except?: FacetName): string {
  const chosen = FACET_NAMES.map((facet) => {
    const values = query.facets[facet]
    if (facet === except || values === undefined || values.length === 0) return null
    return `${facet} IN [${values.map(quote).join(', ')}]`
  })
  const person = query.person === undefined ? null : `person = ${quote(query.person)}`
  return all([...chosen, person])
}

/** The one word that this way asks for, or null. */
function oneForm(way: readonly Sequence[]): string | null {
  const [only, ...more] = way
  if (only === undefined || more.length > 0 || only.prefix || only.forms.length > 1) return null
  return only.forms[0]!
}

function phraseOf({ forms, prefix }: Sequence): string | null {
  const whole = prefix ? forms.slice(0, -1) : forms
  return whole.length > 1 ? whole.join(' ') : null
}

/** The letters that are kept of a word are the same for all words that begin with them; fewer begin several of those. */
function beginsWith(beginning: string): string {
  const { length } = beginning
  if (length > BEGINNING_LENGTH) return `words STARTS WITH ${quote(beginning)}`
  return length === BEGINNING_LENGTH && beginning === beginningOf(beginning)
    ? `beginnings = ${quote(beginning)}`
    : `beginnings STARTS WITH ${quote(beginning)}`
}

function sequenceFilter(sequence: Sequence, level: Level, phrases: Phrases): string {
  const { forms, prefix } = sequence
  const phrase = phraseOf(sequence)
  const places = phrase === null ? undefined : phrases.get(phrase)
  const whole =
    phrase !== null
      ? idsIn('id', places?.[level] ?? [])
      : prefix && forms.length === 1
        ? null
        : wordIn([forms[0]!])
  return all([whole, prefix ? beginsWith(forms.at(-1)!) : null])
}
