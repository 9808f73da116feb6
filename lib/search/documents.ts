import { unsafeAuthoritiesById } from '#lib/authorities/queries.ts'
import type { Queryable } from '#lib/database.ts'
import { known, type StatementContent } from '#lib/statements/model.ts'
import { languagesOf, readContext } from '#lib/statements/present.ts'
import { authorityIdsOf } from '#lib/statements/projection.ts'
import {
  type PublishedRow,
  unsafePublishedByIds,
  unsafePublishedStates,
} from '#lib/statements/published.ts'
import { parseContent } from '#lib/statements/queries.ts'
import { AUTHORITY_KINDS } from '#lib/statements/vocabularies.ts'
import { yearsCovered } from '#lib/text/dates.ts'
import type { PassageDocument, StatementDocument } from './contract.ts'
import { type RecordedKind, type RecordedText, recordedTexts } from './recorded.ts'

type Authorities = ReturnType<typeof unsafeAuthoritiesById>

/** Statements read in one go while the index is built. */
const READ_BATCH = 50
/** BCP 47 for a language that nobody has recorded. */
const UNDETERMINED = 'und'

/**
 * What the index holds of these statements: of each its published revision, as its readers may see it. Those that are
 * not published are left out. The vault, drafts and the work on a statement are never read here.
 */
export function readDocuments(queryable: Queryable, ids: readonly number[]): StatementDocument[] {
  const rows = unsafePublishedByIds(queryable, ids)
  const states = unsafePublishedStates(queryable, ids)
  return rows.map((row) => makeDocument(queryable, row, states.get(row.statement.id) ?? ''))
}

/** What is recorded of these statements beside their texts, by id, under the same bounds as `readDocuments`. */
export function readRecordedTexts(
  queryable: Queryable,
  ids: readonly number[],
): Map<number, RecordedText[]> {
  return new Map(
    unsafePublishedByIds(queryable, ids).map(({ statement, revision }) => {
      const content = parseContent(revision)
      const authorities = unsafeAuthoritiesById(queryable, authorityIdsOf(content))
      const context = readContext(revision)
      return [statement.id, recordedTexts(statement.reference, content, authorities, context)]
    }),
  )
}

/** The documents of all published statements, read a few at a time. */
export function* readAllDocuments(queryable: Queryable): Generator<StatementDocument> {
  const ids = [...unsafePublishedStates(queryable).keys()].sort((a, b) => a - b)
  for (let from = 0; from < ids.length; from += READ_BATCH) {
    yield* readDocuments(queryable, ids.slice(from, from + READ_BATCH))
  }
}

function makeDocument(queryable: Queryable, row: PublishedRow, state: string): StatementDocument {
  const { statement, revision } = row
  const content = parseContent(revision)
  const authorities = unsafeAuthoritiesById(queryable, authorityIdsOf(content))
  const about = known(content.about.date)
  const recorded = recordedTexts(statement.reference, content, authorities, readContext(revision))
  const textsOf = (...kinds: RecordedKind[]) => [
    ...new Set(recorded.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : []))),
  ]
  return {
    id: statement.id,
    reference: statement.reference,
    revision: revision.number,
    state,
    titles: content.titles,
    languages: languagesOf(content),
    type: known(content.testimonyType),
    knows: [
      ...new Set(
        [
          known(content.knowledge.directness),
          ...content.text.passages.map((p) => p.directness),
        ].filter((code) => code !== null),
      ),
    ],
    ...recordIds(content, authorities),
    names: textsOf(...AUTHORITY_KINDS, 'speaker'),
    extra: textsOf('identifier', 'abstract', 'occasion', 'source'),
    speakers: textsOf('speaker'),
    placeNames: textsOf('place'),
    years: about?.edtf ? yearsCovered(about.edtf).map(String) : [],
    dateGiven: revision.dateGiven,
    dateAdded: row.firstPublishedAt,
    audience: statement.audience,
    visibleFrom: statement.visibleFrom,
    visibleUntil: statement.visibleUntil,
    passages: passagesOf(content),
  }
}

function recordIds(content: StatementContent, authorities: Authorities) {
  const ofKind = (...kinds: string[]) =>
    [...authorities.values()].filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  return {
    events: [...new Set([...content.about.eventIds, ...ofKind('event')])],
    places: [...new Set([...content.about.placeIds, ...ofKind('place')])],
    people: ofKind('person', 'organisation'),
  }
}

/** The text first, then each translation; a translated passage has its original's number. */
function passagesOf(content: StatementContent): PassageDocument[] {
  const { passages, language } = content.text
  const numbers = new Map(passages.map(({ key }, index) => [key, index + 1]))
  const speakers = new Map(passages.map(({ key, speaker }) => [key, speaker]))
  const originals = passages.map(({ key, text, speaker }, index) => ({
    key,
    number: index + 1,
    language: language ?? UNDETERMINED,
    speaker,
    text,
  }))
  const translated = content.translations.flatMap((translation) =>
    translation.passages.flatMap(({ key, text }) => {
      const number = numbers.get(key)
      if (number === undefined || text.trim() === '') return []
      return [
        { key, number, language: translation.language, speaker: speakers.get(key) ?? '', text },
      ]
    }),
  )
  return [...originals, ...translated]
}
