/** What a file can be read as. */
export const IMPORT_KINDS = [
  'press-report',
  'text',
  'jsonl',
  'csv',
  'xlsx',
  'ohms',
  'dublin-core',
  'bag',
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** Kinds whose records are read one after another, so that a file of them may be larger than memory. */
export const RECORD_KINDS = ['jsonl', 'csv'] as const satisfies readonly ImportKind[]
export type RecordKind = (typeof RECORD_KINDS)[number]
/** Kinds of files that hold tables or records of their own, read whole. */
export const TABLE_KINDS = [
  'xlsx',
  'ohms',
  'dublin-core',
  'bag',
] as const satisfies readonly ImportKind[]
export type TableKind = (typeof TABLE_KINDS)[number]
export type DocumentKind = Exclude<ImportKind, RecordKind | TableKind>

export function isTableKind(kind: ImportKind): kind is TableKind {
  return (TABLE_KINDS as readonly ImportKind[]).includes(kind)
}

export function isRecordKind(kind: ImportKind): kind is RecordKind {
  return (RECORD_KINDS as readonly ImportKind[]).includes(kind)
}
