import { and, desc, eq, isNotNull, lt } from 'drizzle-orm'
import { revisions } from '#db/schema/index.ts'
import { displayNameOf } from '#lib/authorities/model.ts'
import { unsafeAuthoritiesById } from '#lib/authorities/queries.ts'
import { computeVisibility } from '#lib/consent/visibility.ts'
import { database } from '#lib/database.ts'
import type { Occasion } from '#lib/occasions/model.ts'
import type { Source } from '#lib/sources/model.ts'
import { authorize, type RevisionRow } from '#lib/statements/authorize.ts'
import type { PresentedStatement } from '#lib/statements/present.ts'
import { readContext } from '#lib/statements/present.ts'
import { previewStatement } from '#lib/statements/preview.ts'
import { authorityIdsOf } from '#lib/statements/projection.ts'
import { parseContent } from '#lib/statements/queries.ts'
import { containsName, passagesWithName, protectedNames } from '#lib/statements/readiness.ts'
import { readWork, type StatementWork } from '#lib/statements/work.ts'
import type { Viewer } from '#lib/viewer.ts'
import { unsafeReadIdentity } from '#lib/witnesses/vault.ts'
import {
  comparePassages,
  compareTranslations,
  listPassages,
  type PassageChange,
  type TranslationChange,
} from './compare-texts.ts'
import { compareFields, type Field, type FieldChange, listFields } from './fields.ts'
import { closesEarlier } from './publishing.ts'

/** Everything that a reviewer reads before deciding, but the identity, which is read on request alone. */
export interface Review {
  work: StatementWork
  /** What readers would meet. */
  preview: PresentedStatement
  /** The revision it is set beside: the last approved one before it; null for a first one. */
  comparedWith: number | null
  passages: PassageChange[]
  translations: TranslationChange[]
  fields: Field[]
  fieldChanges: FieldChange[]
  /** Names of the records that fields point to, by id, in the reader's language. */
  recordNames: Record<string, string>
  source: Source | null
  occasion: Occasion | null
  nameCheck: NameCheck
  /** Whether earlier published revisions exist, and whether publishing closes them by itself. */
  earlier: { exist: boolean; closedByPublishing: boolean }
}

/** A search for the names in the vault through all that readers would see. The names themselves are not told. */
export interface NameCheck {
  /** How many names were looked for; 0 says nothing about the text. */
  names: number
  /** Numbers of the passages, in the text or a translation, in which one stands. */
  passages: number[]
  /** Other parts of the public page in which one stands, such as `titles` or `source`. */
  parts: string[]
}

/** Reads a statement for review. @throws AppError not_found for everyone but its owner and admins */
export function readReview(viewer: Viewer, reference: string, language: string): Review {
  const { statement, revision } = authorize(database(), viewer, 'read_work', reference)
  const work = readWork(viewer, reference)
  const { statement: preview } = previewStatement(viewer, reference)
  const baseRevision = lastApprovedBefore(revision)
  const base = baseRevision ? parseContent(baseRevision) : null
  const { content } = work
  const visibility = computeVisibility(content, work.consents)
  const { source, occasion } = readContext(revision)
  return {
    work,
    preview,
    comparedWith: baseRevision?.number ?? null,
    passages: base
      ? comparePassages(base.text.passages, content.text.passages)
      : listPassages(content.text.passages),
    translations: compareTranslations(base, content),
    fields: listFields(content),
    fieldChanges: base ? compareFields(base, content) : [],
    recordNames: nameRecords(
      [...authorityIdsOf(content), ...(base ? authorityIdsOf(base) : [])],
      [source, occasion, ...(baseRevision ? Object.values(readContext(baseRevision)) : [])],
      language,
    ),
    source,
    occasion,
    nameCheck: checkNames(statement.id, work, preview),
    earlier: {
      exist: hasPublishedBefore(revision),
      closedByPublishing: closesEarlier(
        database(),
        statement,
        content,
        visibility,
        new Date().toISOString(),
      ),
    },
  }
}

function lastApprovedBefore(revision: RevisionRow): RevisionRow | undefined {
  return database()
    .select()
    .from(revisions)
    .where(
      and(
        eq(revisions.statementId, revision.statementId),
        eq(revisions.state, 'approved'),
        lt(revisions.number, revision.number),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(1)
    .get()
}

function hasPublishedBefore(revision: RevisionRow): boolean {
  const earlier = database()
    .select({ id: revisions.id })
    .from(revisions)
    .where(
      and(
        eq(revisions.statementId, revision.statementId),
        isNotNull(revisions.publishedAt),
        eq(revisions.readable, true),
        lt(revisions.number, revision.number),
      ),
    )
    .limit(1)
    .get()
  return earlier !== undefined
}

function nameRecords(
  authorityIds: readonly string[],
  contexts: readonly unknown[],
  language: string,
): Record<string, string> {
  const names: Record<string, string> = {}
  for (const [id, record] of unsafeAuthoritiesById(database(), authorityIds)) {
    names[id] = displayNameOf(record, language)
  }
  for (const record of contexts) {
    if (isTitled(record)) names[record.id] = record.title
  }
  return names
}

function isTitled(record: unknown): record is { id: string; title: string } {
  return typeof record === 'object' && record !== null && 'id' in record && 'title' in record
}

function checkNames(
  statementId: number,
  work: StatementWork,
  preview: PresentedStatement,
): NameCheck {
  const names = protectedNames(unsafeReadIdentity(database(), statementId))
  const { text: _text, translations: _translations, ...rest } = preview
  const parts = Object.entries(rest)
    .filter(([, part]) =>
      textsIn(part).some((text) => names.some((name) => containsName(text, name))),
    )
    .map(([name]) => name)
  return { names: names.length, passages: passagesWithName(work.content, names), parts }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
