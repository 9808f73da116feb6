import { unsafeAuthoritiesById } from '#lib/authorities/queries.ts'
import type { Queryable } from '#lib/database.ts'
import { known, type StatementContent } from '#lib/statements/model.ts'
import { languagesOf, presentWitness, readContext } from '#lib/statements/present.ts'
import { authorityIdsOf } from '#lib/statements/projection.ts'
import {
  type PublishedRow,
  unsafePublishedByIds,
  unsafePublishedStates,
} from '#lib/statements/published.ts'
import { parseContent } from '#lib/statements/queries.ts'
import { yearsCovered } from '#lib/text/dates.ts'
import type { PassageDocument, StatementDocument } from './contract.ts'

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
    names: namesOf(content, authorities),
    extra: extraOf(statement.reference, content, readContext(revision)),
    speakers: speakersOf(content),
    placeNames: [...authorities.values()]
      .filter(({ kind }) => kind === 'place')
      .flatMap(({ names }) => names.map(({ name }) => name)),
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

/** Every form of every record's name, the witness as readers know them, and who speaks. */
function namesOf(content: StatementContent, authorities: Authorities): string[] {
  const records = [...authorities.values()].flatMap(({ names }) => names.map(({ name }) => name))
  return [...new Set([...records, ...speakersOf(content)])].filter((name) => name !== '')
}

function speakersOf(content: StatementContent): string[] {
  const witness = Object.values(presentWitness(content).displayName)
  const speakers = content.text.passages.map(({ speaker }) => speaker)
  return [...new Set([...witness, ...speakers])].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  )
}

/** What else stands on the statement's page and should lead to it. */
function extraOf(
  reference: string,
  content: StatementContent,
  { occasion, source }: ReturnType<typeof readContext>,
): string[] {
  return [
    reference,
    ...Object.values(content.abstracts),
    ...content.otherIdentifiers.map(({ value }) => value),
    ...(occasion === null ? [] : [occasion.title, occasion.place, occasion.organisation]),
    ...(source === null ? [] : [source.title, source.publisher, source.author]),
  ].filter((text): text is string => typeof text === 'string' && text !== '')
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
