import type { Authority } from '#lib/authorities/model.ts'
import type { Occasion } from '#lib/occasions/model.ts'
import type { Source } from '#lib/sources/model.ts'
import type { RevisionRow, StatementRow } from './authorize.ts'
import {
  type Consent,
  isMissing,
  type Localized,
  type Mention,
  type Passage,
  type StatementContent,
} from './model.ts'
import { authorityIdsOf } from './projection.ts'

/** A record as a statement names it. */
export interface NamedRecord {
  id: string
  kind: Authority['kind']
  names: { name: string; language: string; preferred: boolean }[]
}

export interface PresentedPassage {
  /** From 1, its place in this revision. */
  number: number
  key: string
  text: string
  kind: Passage['kind']
  speaker: string
  form: Passage['form']
  directness: Passage['directness']
  mentions: Mention[]
}

/** A published revision as its readers may see it: listed fields, nothing else leaves. */
export interface PresentedStatement {
  reference: string
  revision: number
  /** The revision that is published now, and whether this is it. */
  currentRevision: number
  isCurrent: boolean
  publishedAt: string
  firstPublishedAt: string
  contentHash: string
  titles: Localized
  abstracts: Localized
  otherIdentifiers: StatementContent['otherIdentifiers']
  testimonyType: StatementContent['testimonyType']
  solemnity: StatementContent['solemnity']
  narrativeForm: StatementContent['narrativeForm']
  generation: StatementContent['generation']
  originalLocation: StatementContent['originalLocation']
  witness: { displayMode: StatementContent['witness']['displayMode']; displayName: Localized }
  knowledge: StatementContent['knowledge']
  taking: Omit<StatementContent['taking'], 'occasionId'>
  occasion: Omit<Occasion, 'id' | 'version' | 'note'> | null
  source: (Omit<Source, 'id' | 'version' | 'note'> & { locator: string }) | null
  about: { date: StatementContent['about']['date']; events: NamedRecord[]; places: NamedRecord[] }
  people: NamedRecord[]
  text: {
    kind: StatementContent['text']['kind']
    language: string | null
    passages: PresentedPassage[]
  }
  translations: StatementContent['translations']
  sensitivity: StatementContent['sensitivity']
  /** On which ground it may be read: consent, or that it was public already. */
  consentBasis: Consent['basis'] | null
  extent: { passages: number; words: number }
  /** Published revisions that may still be read, newest first. */
  revisions: { number: number; publishedAt: string }[]
}

/** One line of a list of published statements. */
export interface StatementListing {
  id: number
  reference: string
  revision: number
  titles: Localized
  abstracts: Localized
  testimonyType: string | null
  relation: string | null
  directness: string | null
  language: string | null
  languages: string[]
  witness: { displayMode: StatementContent['witness']['displayMode']; displayName: Localized }
  dateGiven: StatementContent['taking']['dateGiven']
  publishedAt: string
  contentNotes: string[]
  passages: number
  words: number
}

interface Parts {
  statement: StatementRow
  revision: RevisionRow
  content: StatementContent
  consents: readonly Consent[]
  records: ReadonlyMap<string, Authority>
  published: readonly { number: number; publishedAt: string | null; readable: boolean }[]
  currentRevision: number
}

/** What readers see of a published revision. */
export function presentStatement(parts: Parts): PresentedStatement {
  const { statement, revision, content } = parts
  const { occasionId: _occasion, ...taking } = content.taking
  const { occasion, source } = readContext(revision)
  const readable = parts.published.filter((row) => row.readable && row.publishedAt !== null)
  return {
    reference: statement.reference,
    revision: revision.number,
    currentRevision: parts.currentRevision,
    isCurrent: revision.number === parts.currentRevision,
    publishedAt: revision.publishedAt ?? '',
    firstPublishedAt: parts.published.at(-1)?.publishedAt ?? revision.publishedAt ?? '',
    contentHash: revision.contentHash ?? '',
    titles: content.titles,
    abstracts: content.abstracts,
    otherIdentifiers: content.otherIdentifiers,
    testimonyType: content.testimonyType,
    solemnity: content.solemnity,
    narrativeForm: content.narrativeForm,
    generation: content.generation,
    originalLocation: content.originalLocation,
    witness: presentWitness(content),
    knowledge: content.knowledge,
    taking,
    occasion: occasion ? presentOccasion(occasion) : null,
    source: source ? { ...presentSource(source), locator: content.source.locator } : null,
    about: {
      date: content.about.date,
      events: nameRecords(content.about.eventIds, parts.records),
      places: nameRecords(content.about.placeIds, parts.records),
    },
    people: nameRecords(authorityIdsOf(content), parts.records).filter(
      (record) => record.kind === 'person' || record.kind === 'organisation',
    ),
    text: {
      kind: content.text.kind,
      language: content.text.language,
      passages: content.text.passages.map(presentPassage),
    },
    translations: content.translations,
    sensitivity: content.sensitivity,
    consentBasis: basisOf(content, parts.consents),
    extent: { passages: revision.passages, words: revision.words },
    revisions: readable.map((row) => ({ number: row.number, publishedAt: row.publishedAt ?? '' })),
  }
}

/** One line of a list. */
export function presentListing(
  statement: StatementRow,
  revision: RevisionRow,
  content: StatementContent,
): StatementListing {
  const code = (fact: unknown) => (typeof fact === 'string' && !isMissing(fact) ? fact : null)
  return {
    id: statement.id,
    reference: statement.reference,
    revision: revision.number,
    titles: content.titles,
    abstracts: content.abstracts,
    testimonyType: revision.testimonyType,
    relation: code(content.knowledge.relation),
    directness: code(content.knowledge.directness),
    language: content.text.language,
    languages: languagesOf(content),
    witness: presentWitness(content),
    dateGiven: content.taking.dateGiven,
    publishedAt: statement.publishedAt ?? '',
    contentNotes: content.sensitivity.contentNotes,
    passages: revision.passages,
    words: revision.words,
  }
}

/** The languages in which a statement can be read: its text's first, then its translations'. */
export function languagesOf(content: StatementContent): string[] {
  const all = [content.text.language, ...content.translations.map((other) => other.language)]
  return [...new Set(all.filter((language): language is string => language !== null))]
}

/** The witness as readers may see them; a withheld name stays here even if one was typed. */
export function presentWitness(content: StatementContent): PresentedStatement['witness'] {
  const { displayMode, displayName } = content.witness
  const shown = displayMode !== null && displayMode !== 'withheld'
  return { displayMode, displayName: shown ? displayName : {} }
}

function presentPassage(passage: Passage, index: number): PresentedPassage {
  const { key, text, kind, speaker, form, directness, mentions } = passage
  return { number: index + 1, key, text, kind, speaker, form, directness, mentions }
}

/** The source and the occasion as they stood when the revision was sealed. */
export function readContext(revision: RevisionRow): {
  source: Source | null
  occasion: Occasion | null
} {
  if (revision.sealedContext === null) return { source: null, occasion: null }
  return JSON.parse(revision.sealedContext)
}

function presentOccasion(occasion: Occasion): PresentedStatement['occasion'] {
  const { title, kind, place, date, organisation } = occasion
  return { title, kind, place, date, organisation }
}

function presentSource(source: Source): Omit<Source, 'id' | 'version' | 'note'> {
  const { title, kind, publisher, affiliation, affiliationToConfirm, author, date } = source
  const { url, retrievedOn, archivedCopy } = source
  return {
    title,
    kind,
    publisher,
    affiliation,
    affiliationToConfirm,
    author,
    date,
    url,
    retrievedOn,
    archivedCopy,
  }
}

function nameRecords(
  ids: readonly string[],
  records: ReadonlyMap<string, Authority>,
): NamedRecord[] {
  return ids.flatMap((id) => {
    const record = records.get(id)
    return record ? [{ id, kind: record.kind, names: record.names }] : []
  })
}

function basisOf(content: StatementContent, consents: readonly Consent[]): Consent['basis'] | null {
  const purposes =
    content.witness.displayMode === 'real_name'
      ? ['publish_named']
      : ['publish_anonymised', 'publish_named']
  const given = consents.find(
    (row) =>
      purposes.includes(row.purpose) &&
      (row.decision === 'granted' || row.decision === 'conditional'),
  )
  return given?.basis ?? null
}
