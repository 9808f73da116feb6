/** What a file can be read as. */
export const IMPORT_KINDS = ['press-report', 'text', 'jsonl'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** Kinds whose records are read one after another, so that a file of them may be larger than memory. */
export const RECORD_KINDS = ['jsonl'] as const satisfies readonly ImportKind[]
export type RecordKind = (typeof RECORD_KINDS)[number]
export type DocumentKind = Exclude<ImportKind, RecordKind>

export function isRecordKind(kind: ImportKind): kind is RecordKind {
  return (RECORD_KINDS as readonly ImportKind[]).includes(kind)
}
