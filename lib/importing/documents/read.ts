import { AppError } from '#lib/errors.ts'
import { type DecodedText, decodeText } from '../decode.ts'
import type { Encoding } from '../encodings.ts'
import type { WebPage } from '../press/web/page.ts'
import { articleOf, declaredEncoding, looksLikePage } from '../press/web/tell.ts'
import { captionsFormat, readCaptions } from './captions.ts'
import type { ReadDocument } from './document.ts'
import { type FileForm, isEncryptedOffice, recogniseForm } from './recognise.ts'
import { readText } from './text.ts'

export const DOCUMENT_FORMATS = ['docx', 'odt', 'pdf', 'txt', 'vtt', 'srt', 'html'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

export interface DocumentFile {
  format: DocumentFormat
  document: ReadDocument
  /** Of texts: how they were decoded, and what came out. */
  encoding: Omit<DecodedText, 'text'> | null
  text: string | null
  /** Of pages: all that they show, and what of it is the article. */
  page?: WebPage
}

const REFUSED: Partial<Record<FileForm, string>> = {
  rtf: 'fileRtf',
  ods: 'fileOpenSheet',
  xlsx: 'fileIsTable',
  archive: 'fileArchive',
  compressed: 'fileArchive',
  picture: 'filePicture',
  recording: 'fileRecording',
  program: 'fileBinary',
}

/**
 * Reads a document of any format known here, told from its content. The libraries of the formats are loaded when one
 * of them is met.
 *
 * @throws AppError `invalid` with the reason that this file cannot be read
 */
export async function readDocument(
  bytes: Uint8Array,
  choices: { encoding?: Encoding | undefined } = {},
): Promise<DocumentFile> {
  if (bytes.byteLength === 0) throw new AppError('invalid', 'import.fileEmpty')
  const form = recogniseForm(bytes)
  if (form === 'pdf') {
    const { readPdf } = await import('./pdf/read.ts')
    return { format: form, document: await readPdf(bytes), encoding: null, text: null }
  }
  if (form === 'docx') {
    const { readDocx } = await import('./docx.ts')
    return { format: form, document: await readDocx(bytes), encoding: null, text: null }
  }
  if (form === 'odt') {
    const { readOdt } = await import('./odt.ts')
    return { format: form, document: await readOdt(bytes), encoding: null, text: null }
  }
  if (form === 'ole') {
    const reason = isEncryptedOffice(bytes) ? 'fileEncrypted' : 'fileOldOffice'
    throw new AppError('invalid', `import.${reason}`)
  }
  const refused = REFUSED[form]
  if (refused !== undefined) throw new AppError('invalid', `import.${refused}`)
  const { text, ...encoding } = decodeText(bytes, choices.encoding ?? declaredEncoding(bytes))
  if (looksLikePage(text)) {
    const { readWebPage } = await import('../press/web/page.ts')
    const page = readWebPage(text)
    return { format: 'html', document: articleOf(page), encoding, text: null, page }
  }
  const captions = captionsFormat(text)
  if (captions === null) return { format: 'txt', document: readText(text), encoding, text }
  return { format: captions, document: await readCaptions(text, captions), encoding, text }
}
