import { indexedForms } from '#lib/text/tokenise.ts'
import type { StatementDocument } from '../contract.ts'
import { type Restriction, restrictionOf } from '../fts/restrictions.ts'
import { INDEX_VERSION } from './settings.ts'

/** Passage id = statement id × this + its position, from 1; position 0 holds titles and names. */
export const PASSAGE_STRIDE = 2 ** 19
/** Longer quotations of a name are not found by it. */
const RUN_WORDS_MAX = 8

/** Letters of every word that are kept as its beginning. */
export const BEGINNING_LENGTH = 4

interface Forms {
  /** One entry for each text: no phrase runs from one into the next. */
  body: string[]
  others: string[]
}

/** What Meilisearch holds of one statement, all of it in normalised forms but the passages' own text. */
export interface StatementRecords {
  statement: Record<string, unknown> & { id: number; state: string }
  passages: Record<string, unknown>[]
  /** Its words, each once, and who may not read them. */
  words: readonly string[]
  restriction: Restriction | null
}

/** The state as it is stored: what another version of this adapter wrote is never taken for current. */
export function storedState(state: string): string {
  return `${INDEX_VERSION}:${state}`
}

export function stateFromStored(stored: string): string {
  const mark = `${INDEX_VERSION}:`
  return stored.startsWith(mark) ? stored.slice(mark.length) : `other version ${stored}`
}

/** One record for the statement, which holds each of its words once, and one for each passage. */
export function makeRecords(document: StatementDocument): StatementRecords {
  const shared = {
    state: storedState(document.state),
    type: document.type,
    knows: [...new Set(document.knows)],
    event: [...new Set(document.events)],
    place: [...new Set(document.places)],
    language: [...new Set(document.languages)],
    year: [...new Set(document.years)],
    person: [...new Set(document.people)],
    years: [...new Set(document.years.map(Number))],
    speaker_names: runsOf(document.speakers),
    place_names: runsOf(document.placeNames),
    audience: document.audience,
    from: instantOf(document.visibleFrom),
    until: instantOf(document.visibleUntil),
  }
  const head = formsOf([
    ...Object.values(document.titles).map((title) => title ?? ''),
    ...document.names,
    ...document.extra,
  ])
  const all = new Set<string>()
  const passage = (position: number, forms: Forms, rest: Record<string, unknown>) => {
    const words = wordsOf(forms)
    for (const word of words) all.add(word)
    return {
      ...shared,
      id: document.id * PASSAGE_STRIDE + position,
      statement: document.id,
      position,
      [position === 0 ? 'head' : 'body']: forms.body,
      others: forms.others,
      words: [...words],
      beginnings: beginningsOf(words),
      ...rest,
    }
  }
  const passages = [
    passage(0, head, { number: 0, key: '', passage_language: '', text: '' }),
    ...document.passages.map(({ number, key, language, text }, index) =>
      passage(index + 1, formsOf([text]), { number, key, passage_language: language, text }),
    ),
  ]
  return {
    statement: {
      ...shared,
      id: document.id,
      reference: document.reference,
      words: [...all],
      beginnings: beginningsOf(all),
      added: document.dateAdded,
      ...(document.dateGiven === null ? {} : { given: document.dateGiven }),
    },
    passages,
    words: [...all],
    restriction: restrictionOf(
      document.audience,
      document.visibleFrom !== null || document.visibleUntil !== null,
    ),
  }
}

function instantOf(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso)
}

function formsOf(texts: readonly string[]): Forms {
  const forms = texts.map(indexedForms)
  return {
    body: forms.map(({ ordered }) => ordered.join(' ')).filter((line) => line !== ''),
    others: forms.flatMap(({ others }) => others),
  }
}

/** Every run of words of these names, so that a part of a name is found by equality. */
function runsOf(names: readonly string[]): string[] {
  const runs = new Set<string>()
  for (const name of names) {
    const { ordered, others } = indexedForms(name)
    for (const other of others) runs.add(other)
    for (let from = 0; from < ordered.length; from++) {
      for (let to = from + 1; to <= Math.min(ordered.length, from + RUN_WORDS_MAX); to++) {
        runs.add(ordered.slice(from, to).join(' '))
      }
    }
  }
  return [...runs]
}

/**
 * The first letters of words, shorter ones whole: what begins so is found by equality, where the server would have to
 * look through all words.
 */
function beginningsOf(words: ReadonlySet<string>): string[] {
  const beginnings = new Set<string>()
  for (const word of words) beginnings.add(beginningOf(word))
  return [...beginnings]
}

/** As many letters as are kept, and not half of one that is written as a pair. */
export function beginningOf(word: string): string {
  const isCut = /[\ud800-\udbff]/.test(word.charAt(BEGINNING_LENGTH - 1))
  return word.slice(0, BEGINNING_LENGTH + (isCut ? 1 : 0))
}

function wordsOf({ body, others }: Forms): Set<string> {
  return new Set([...body.flatMap((line) => line.split(' ')), ...others])
}
