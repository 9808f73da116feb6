import { AppError } from '#lib/errors.ts'
import type { OccasionInput } from '#lib/occasions/model.ts'
import type { SourceInput } from '#lib/sources/model.ts'
import type { ConsentInput, StatementContentInput, WitnessIdentity } from '#lib/statements/model.ts'
import { decodeFile, sha256 } from './decode.ts'
import { planJsonl } from './jsonl.ts'
import type { NamedRecord } from './named-records.ts'
import { planPlainText } from './plain-text.ts'
import { planPressReport } from './press-drafts.ts'
import { looksLikePressReport, type PressReport } from './press-report.ts'

export const IMPORT_KINDS = ['press-report', 'text', 'jsonl'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** One record of a file on its way to a draft. */
export interface PlannedDraft {
  outcome: 'draft'
  /** What the record is called in its file. */
  record: string
  /** 1-based line in the file, where a record is a line. */
  line: number | null
  /** Source and record id, else the SHA-256 of the text. */
  identity: string
  /** SHA-256 of all that was read of the record: tells a changed record from the same one again. */
  fingerprint: string
  content: StatementContentInput
  identityOfWitness: Partial<WitnessIdentity>
  consents: ConsentInput[]
  /** Records to find or make; their ids are put into the content. */
  source: SourceInput | null
  occasion: OccasionInput | null
  /** Events, places, people and organisations that it names: found or made by name when the draft is made. */
  named?: NamedRecord[]
  /** Facts of the record that no field of a statement holds. */
  extras: Record<string, unknown>
}

/** One record that cannot become a draft; `reason` is a message key under `import.reasons`. */
export interface PlannedFailure {
  outcome: 'failed'
  record: string
  line: number | null
  reason: string
  field: string
}

export type PlannedRecord = PlannedDraft | PlannedFailure

/** What a press report holds beside its drafts; kept with the import. */
export type ImportedDocument = Pick<
  PressReport,
  'source' | 'occasion' | 'narration' | 'ignored' | 'metadata' | 'language'
>

export interface ImportPlan {
  kind: ImportKind
  /** Whether the kind was told from the file rather than named by the person. */
  detected: boolean
  fileName: string
  /** SHA-256 of the file. */
  sha256: string
  records: (PlannedDraft | PlannedFailure)[]
  /** Of press reports: the file's text and everything read from it. */
  text: string | null
  report: PressReport | null
}

/**
 * Reads a file into the drafts that it would make; nothing is written. The kind is told from name and content unless
 * it is given.
 * @throws AppError `invalid` for files that cannot be read at all (see `decodeFile`) or hold no text
 */
export function planImport(
  fileName: string,
  bytes: Uint8Array,
  kind: ImportKind | null = null,
): ImportPlan {
  const text = decodeFile(bytes)
  const name = cleanFileName(fileName)
  const plan = {
    detected: kind === null,
    fileName: name,
    sha256: sha256(bytes),
    text: null,
    report: null,
  }
  const known = kind ?? detectKind(name, text)
  if (known === 'jsonl') return { ...plan, kind: known, records: planJsonl(text, name) }
  if (known === 'text') return { ...plan, kind: known, records: planPlainText(text, name) }
  const { report, records } = planPressReport(text, name)
  if (records.length === 0) throw new AppError('invalid', 'import.nobodySpeaks')
  return { ...plan, kind: known, records, text, report }
}

/** Tells the kind of a file: JSONL by name or first line, a press report by dateline, credit and quotations. */
export function detectKind(fileName: string, text: string): ImportKind {
  if (/\.(?:jsonl|ndjson)$/iu.test(fileName)) return 'jsonl'
  if (/^\uFEFF?\s*\{"/u.test(text) && !/\.txt$/iu.test(fileName)) return 'jsonl'
  return looksLikePressReport(text) ? 'press-report' : 'text'
}

/** The last part of a path, without characters that nobody can see; Persian joiners belong to the words. */
function cleanFileName(fileName: string): string {
  const last = fileName.split(/[\\/]/u).at(-1) ?? ''
  const visible = last
    .replace(/\p{Cc}|(?![\u200c\u200d])\p{Cf}/gu, '')
    .trim()
    .slice(0, 200)
  return visible === '' ? 'unnamed' : visible
}
