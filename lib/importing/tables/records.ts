import canonicalize from 'canonicalize'
import type { OccasionInput } from '#lib/occasions/model.ts'
import type { SourceInput } from '#lib/sources/model.ts'
import {
  type ConsentInput,
  consentSchema,
  statementContentSchema,
  witnessIdentitySchema,
} from '#lib/statements/model.ts'
import { sha256 } from '../decode.ts'
import { neutralTitle } from '../jsonl.ts'
import type { PlannedDraft, PlannedFailure } from '../planned.ts'
import { withSecurityNotes } from '../sealed-extras.ts'
import { contentOf } from './content.ts'
import { FilledRow } from './filled.ts'
import type { Mapping } from './mapping.ts'
import type { CellProblem, TableRow } from './rows.ts'

/** One row with the record that it becomes and everything that is to be said about its cells. */
export interface PlannedRow {
  row: TableRow
  record: PlannedDraft | PlannedFailure
  problems: CellProblem[]
}

/** Columns of a row for which the mapping has no field. */
type Extras = Record<string, string | string[]>

/** Turns the rows of one table into records; it remembers the ids that it met. */
export class RowPlanner {
  private readonly mapping: Mapping
  private readonly fileName: string
  /** Columns without a field that look like names of people. */
  private readonly people: ReadonlySet<string>
  private readonly ids = new Map<string, { row: number; fingerprint: string }>()

  constructor(mapping: Mapping, fileName: string, people: ReadonlySet<string>) {
    this.mapping = mapping
    this.people = people
    this.fileName = fileName
  }

  plan(row: TableRow): PlannedRow {
    const filled = new FilledRow(row, this.mapping)
    const draft = this.draftOf(filled)
    const { problems } = filled
    const columns = problems.flatMap(({ weight, column }) => (weight === 'error' ? [column] : []))
    if (columns.length === 0) return { row, record: draft, problems }
    const field = [...new Set(columns)].filter((column) => column !== '').join(', ')
    const { record, line } = draft
    return { row, record: { outcome: 'failed', record, line, reason: 'cells', field }, problems }
  }

  private draftOf(filled: FilledRow): PlannedDraft {
    const { row } = filled
    const id = filled.text('id')
    const text = filled.text('text')
    const cells = Object.fromEntries([...row.cells].sort(([a], [b]) => (a < b ? -1 : 1)))
    const fingerprint = sha256(canonicalize(cells) ?? '')
    const source = sourceOf(filled)
    this.meetId(filled, id, fingerprint)
    nameNoWitness(filled)
    const { content, named } = contentOf(filled)
    const draft: PlannedDraft = {
      outcome: 'draft',
      record: id ?? `row ${row.row}`,
      line: row.line ?? row.row,
      identity:
        id !== null
          ? `record:${source?.title ?? this.fileName}:${id}`
          : text !== null
            ? `text:${sha256(text.replace(/\r\n?/g, '\n').trim())}`
            : `row:${fingerprint}`,
      fingerprint,
      content,
      identityOfWitness: this.identityOf(filled),
      consents: consentsOf(filled),
      source,
      occasion: occasionOf(filled),
      named,
      extras: this.extrasOf(row),
    }
    checkWhole(filled, draft)
    return draft
  }

  /** Two rows of one id are a mistake, unless they are the same row twice. */
  private meetId(filled: FilledRow, id: string | null, fingerprint: string): void {
    if (id === null) return
    const before = this.ids.get(id)
    if (before === undefined) this.ids.set(id, { row: filled.row.row, fingerprint })
    else if (before.row !== filled.row.row && before.fingerprint !== fingerprint) {
      filled.refuse(filled.columnOf('id'), 'idTwice', id, { about: before.row })
    }
  }

  private extrasOf({ cells }: TableRow): Extras {
    const mapped = new Set(this.mapping.columns.map(({ column }) => column))
    return Object.fromEntries(
      [...cells].filter(([column]) => !mapped.has(column) && !this.people.has(column)),
    )
  }

  /** What looks like names and has no field is kept where the witness's own name is: sealed, each under its head. */
  private identityOf(filled: FilledRow): PlannedDraft['identityOfWitness'] {
    const sealed = [...filled.row.cells].filter(([column]) => this.people.has(column))
    return withSecurityNotes(identityOf(filled), sealed)
  }
}

/** Says where a title or a shown name gives away whom the vault is to keep. */
function nameNoWitness(filled: FilledRow): void {
  const legal = filled.text('identity.legalName')
  if (legal === null) return
  for (const { values, column } of filled.all('titles')) {
    const title = String(values[0])
    const neutral = neutralTitle(title, legal, filled.text('id'))
    if (neutral === title) continue
    filled.notice(column, 'titleNamesWitness', title)
    values.splice(0, 1, ...(neutral === null ? [] : [neutral]))
  }
  const mode = filled.text('witness.displayMode')
  for (const { values, column } of filled.all('witness.displayName')) {
    if (mode !== 'real_name' && values[0] === legal) filled.notice(column, 'showsLegalName')
  }
}

function identityOf(filled: FilledRow): PlannedDraft['identityOfWitness'] {
  const kind = filled.columnOf('identity.otherNames').slice(0, 60)
  return {
    legalName: filled.fact<string>('identity.legalName'),
    otherNames: filled.list('identity.otherNames').map((name) => ({ name, kind })),
    patronymic: filled.fact<string>('identity.patronymic'),
    nomDeGuerre: filled.fact<string>('identity.nomDeGuerre'),
    birthYear: filled.fact<string>('identity.birthYear'),
    birthPlace: filled.fact<string>('identity.birthPlace'),
    sex: filled.fact<'female' | 'male' | 'other'>('identity.sex'),
    occupation: filled.fact<string>('identity.occupation'),
    citizenship: filled.fact<string>('identity.citizenship'),
    contact: filled.text('identity.contact') ?? '',
    securityNotes: filled.text('identity.securityNotes') ?? '',
    vulnerabilities: [
      ...new Set(filled.list('identity.vulnerabilities')),
    ] as PlannedDraft['identityOfWitness']['vulnerabilities'],
    willingToTestify: filled.text('identity.willingToTestify') as 'yes' | null,
    priorAccounts: filled.text('identity.priorAccounts') ?? '',
    exposure: filled.text('identity.exposure') ?? '',
  }
}

/** One row for each purpose; how, when and by whom consent was given holds for all of them. */
function consentsOf(filled: FilledRow): ConsentInput[] {
  const decisions = new Map<string, string>()
  for (const purpose of filled.list('consents.granted')) decisions.set(purpose, 'granted')
  for (const { purpose, values, column } of filled.all('consent')) {
    if (purpose === undefined) filled.refuse(column, 'purposeMissing')
    else if (values[0] !== undefined) decisions.set(purpose, String(values[0]))
  }
  return [...decisions].map(([purpose, decision]) => ({
    purpose: purpose as ConsentInput['purpose'],
    decision: decision as ConsentInput['decision'],
    basis: (filled.text('consents.basis') ?? 'consent') as ConsentInput['basis'],
    conditions: filled.text('consents.conditions') ?? '',
    notBefore: filled.text('consents.notBefore'),
    givenBy: filled.text('consents.givenBy') ?? '',
    method: filled.text('consents.method') as ConsentInput['method'],
    givenOn: filled.text('consents.givenOn'),
    language: filled.text('consents.language'),
    evidence: filled.text('consents.evidence') ?? '',
    expiresOn: filled.text('consents.expiresOn'),
  }))
}

function sourceOf(filled: FilledRow): SourceInput | null {
  const [publisher, url] = [filled.text('source.publisher'), filled.text('source.url')]
  const title = filled.text('source.title') ?? publisher ?? url ?? filled.text('source.author')
  if (title === null) return null
  return {
    title: title.slice(0, 1_000),
    kind: (filled.text('source.kind') ?? 'other') as SourceInput['kind'],
    publisher: publisher ?? '',
    affiliation: filled.text('source.affiliation') ?? '',
    author: filled.text('source.author') ?? '',
    date: filled.text('source.date') ?? '',
    url: url ?? '',
    retrievedOn: filled.text('source.retrievedOn') ?? '',
    archivedCopy: filled.text('source.archivedCopy') ?? '',
    note: filled.text('source.note') ?? '',
  }
}

function occasionOf(filled: FilledRow): OccasionInput | null {
  const [place, date] = [filled.text('occasion.place'), filled.text('occasion.date')]
  const parts = [place, date].filter((part) => part !== null)
  const title = filled.text('occasion.title') ?? (parts.length > 0 ? parts.join(', ') : null)
  if (title === null) return null
  return {
    title: title.slice(0, 1_000),
    kind: (filled.text('occasion.kind') ?? 'other') as OccasionInput['kind'],
    place: place ?? '',
    date: date ?? '',
    organisation: filled.text('occasion.organisation') ?? '',
  }
}

/** What the single cells do not show, the model finds: the record is checked as it will be when it is made. */
function checkWhole(filled: FilledRow, draft: PlannedDraft): void {
  if (filled.problems.some(({ weight }) => weight === 'error')) return
  for (const checked of [
    statementContentSchema.safeParse(draft.content),
    witnessIdentitySchema.safeParse(draft.identityOfWitness),
    consentSchema.array().safeParse(draft.consents),
  ]) {
    if (!checked.success) {
      const [issue] = checked.error.issues
      filled.refuse('', 'doesNotFit', issue?.path.join('.') ?? '')
    }
  }
}
