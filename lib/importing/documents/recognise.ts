import { looksLikeArchive } from './archive.ts'

/** What a file is by its first bytes and, in archives, the names in it; its own name is not believed. */
export type FileForm =
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'xlsx'
  | 'ods'
  | 'archive'
  | 'rtf'
  | 'ole'
  | 'picture'
  | 'recording'
  | 'compressed'
  | 'program'
  | 'text'

const SIGNATURES: readonly (readonly [FileForm, string])[] = [
  ['ole', 'd0cf11e0a1b11ae1'],
  ['rtf', '7b5c727466'],
  ['picture', '89504e470d0a1a0a'],
  ['picture', 'ffd8ff'],
  ['picture', '47494638'],
  ['picture', '49492a00'],
  ['picture', '4d4d002a'],
  ['recording', '494433'],
  ['recording', 'fffb'],
  ['recording', '4f676753'],
  ['recording', '664c6143'],
  ['recording', '1a45dfa3'],
  ['compressed', '1f8b'],
  ['compressed', '377abcaf271c'],
  ['compressed', '526172211a07'],
  ['compressed', 'fd377a585a00'],
  ['compressed', '425a68'],
  ['program', '7f454c46'],
  ['program', '4d5a9000'],
]

/** Tells what a file is; `archive` for zip files of another kind than those known. */
export function recogniseForm(bytes: Uint8Array): FileForm {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_024))
  if (head.includes('%PDF-')) return 'pdf'
  if (looksLikeArchive(bytes)) return formOfArchive(bytes)
  const start = head.toString('hex', 0, 16)
  const known = SIGNATURES.find(([, signature]) => start.startsWith(signature))
  if (known !== undefined) return known[0]
  if (start.startsWith('52494646') || start.slice(8, 16) === '66747970') return 'recording'
  return 'text'
}

/** The names stand in clear in an archive, so that nothing has to be unpacked to know it. */
function formOfArchive(bytes: Uint8Array): FileForm {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes('word/document.xml')) return 'docx'
  if (buffer.includes('xl/workbook.xml')) return 'xlsx'
  const start = buffer.subarray(0, 200)
  if (start.includes('application/vnd.oasis.opendocument.text')) return 'odt'
  if (start.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'ods'
  return 'archive'
}

/** Whether an OLE file is an Office document under a password, which stands in it as one encrypted stream. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
