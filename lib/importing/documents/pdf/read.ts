import { getDocumentProxy } from 'unpdf'
import { AppError } from '#lib/errors.ts'
import type { LeftOut, ReadDocument } from '../document.ts'
import { takeHeads, takeLineNumbers } from './furniture.ts'
import { readGlyphs } from './glyphs.ts'
import { type PageGlyphs, readLines } from './lines.ts'
import { joinParagraphs } from './paragraphs.ts'

/**
 * Reads the text of a PDF with the page of each passage: running heads and line numbers taken off, divided words made
 * whole, right-to-left text in the order in which it is read.
 *
 * @throws AppError `invalid`: fileEncrypted, fileBroken, pdfScan, pdfLetters
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const pdf = await open(bytes)
  const hasPictures = holdsPictures(bytes)
  const pages: PageGlyphs[] = []
  const leftOut: LeftOut[] = []
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const glyphs = await readGlyphs(page)
      pages.push({ glyphs, number, height: page.getViewport({ scale: 1 }).height })
      const isEmpty = !glyphs.some(({ text }) => text.trim() !== '')
      if (isEmpty && hasPictures)
        leftOut.push({ reason: 'pageWithoutText', text: '', page: number })
      page.cleanup()
    }
  } catch (cause) {
    throw new AppError('invalid', 'import.fileBroken', { cause })
  }
  const lines = readLines(pages)
  if (lines.length === 0) {
    throw new AppError('invalid', leftOut.length > 0 ? 'import.pdfScan' : 'import.fileEmpty')
  }
  refuseUnreadable(lines.map(({ text }) => text).join(''))
  const { body, leftOut: heads } = takeHeads(lines)
  const blocks = joinParagraphs(takeLineNumbers(body))
  if (blocks.length === 0) throw new AppError('invalid', 'import.fileEmpty')
  const { info } = await pdf.getMetadata()
  const title = (info as { Title?: unknown }).Title
  return {
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : null,
    blocks,
    leftOut: [...leftOut, ...heads],
  }
}

async function open(bytes: Uint8Array) {
  try {
    // pdf.js takes the buffer over, and may detach it. Pictures are not unpacked: scans with a text layer hold many.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: 1 })
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    throw new AppError('invalid', isLocked ? 'import.fileEncrypted' : 'import.fileBroken', {
      cause,
    })
  }
}

/** The dictionary of a picture always stands in clear in the file (ISO 32000-2, 7.5.7: streams are in no stream). */
function holdsPictures(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return /\/Subtype\s*\/Image\b/u.test(file)
}

/** A font without a table of its letters gives shapes that nobody can read back: better no text than a wrong one. */
function refuseUnreadable(text: string): void {
  const unknown = text.match(/[\p{Co}\ufffd\p{Cc}]/gu)?.length ?? 0
  if (unknown > text.length * 0.2) throw new AppError('invalid', 'import.pdfLetters')
}
