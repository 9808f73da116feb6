import mammoth from 'mammoth'
import { AppError } from '#lib/errors.ts'
import { openArchive } from './archive.ts'
import { type Block, type LeftOut, type ReadDocument, tidy } from './document.ts'
import { kindOfStyle } from './styles.ts'

/** What mammoth reads of a document, as far as it is used here. */
interface Node {
  type: string
  children?: Node[]
  value?: string
  styleName?: string | null
  styleId?: string | null
  breakType?: string
  noteType?: string
  noteId?: string
  isHeader?: boolean
  altText?: string | null
  body?: Node[]
}
type Root = Node & { notes: { resolve: (reference: Node) => Node | null } }

/**
 * Reads a Word document: paragraphs with their numbers, headings, questions and answers by the names of their styles,
 * the rows of tables, and notes after the paragraph that refers to them.
 *
 * @throws AppError `invalid`: fileBroken, fileEmpty, and those of `openArchive`
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const archive = await openArchive(bytes)
  let root: Root | null = null
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        externalFileAccess: false,
        // The document itself is wanted, not the page that mammoth would make of it.
        transformDocument(document: Root) {
          root = document
          return { ...document, children: [] }
        },
      },
    )
  } catch (cause) {
    throw new AppError('invalid', 'import.fileBroken', { cause })
  }
  const reading = new Reading(root as unknown as Root)
  if (reading.blocks.length === 0) throw new AppError('invalid', 'import.fileEmpty')
  const PROPERTIES = 'docProps/core.xml'
  const properties = archive.names.includes(PROPERTIES) ? await archive.text(PROPERTIES) : ''
  return {
    title: titleIn(properties),
    blocks: reading.blocks,
    leftOut: reading.leftOut,
  }
}

/** Paragraphs are counted as Word shows them, those in tables and empty ones too. */
class Reading {
  readonly blocks: Block[] = []
  readonly leftOut: LeftOut[] = []
  readonly #notes: Root['notes']
  #paragraph = 0
  #noteNumber = 0
  #open: { number: number; note: Node }[] = []

  constructor(root: Root) {
    this.#notes = root.notes
    for (const child of root.children ?? []) this.#readBlock(child)
  }

  #readBlock(node: Node): void {
    if (node.type === 'table') for (const row of node.children ?? []) this.#readRow(row)
    else if (node.type !== 'paragraph')
      for (const child of node.children ?? []) this.#readBlock(child)
    else {
      this.#paragraph += 1
      const kind = kindOfStyle(node.styleName ?? node.styleId ?? '')
      this.#push(this.#textOf(node), kind, this.#paragraph)
    }
  }

  #readRow(row: Node): void {
    const first = this.#paragraph + 1
    const cells = (row.children ?? []).map((cell) => this.#cellText(cell))
    this.#push(cells.join(' | '), 'prose', first)
  }

  #cellText(cell: Node): string {
    const parts = (cell.children ?? []).map((child) => {
      if (child.type === 'paragraph') this.#paragraph += 1
      if (child.type !== 'table') return this.#textOf(child)
      return (child.children ?? [])
        .map((row) => (row.children ?? []).map((inner) => this.#cellText(inner)).join(', '))
        .join('; ')
    })
    return tidy(parts.filter((part) => part.trim() !== '').join(' '))
  }

  #push(raw: string, kind: Block['kind'], paragraph: number): void {
    const text = tidy(raw)
    if (/[^\s|]/u.test(text)) this.blocks.push({ text, kind, paragraph })
    const notes = this.#open
    this.#open = []
    for (const { number, note } of notes) {
      const body = tidy((note.body ?? []).map((child) => this.#textOf(child)).join('\n'))
      if (body !== '') this.blocks.push({ text: `[${number}] ${body}`, kind: 'prose', paragraph })
    }
  }

  #textOf(node: Node): string {
    switch (node.type) {
      case 'text':
        return node.value ?? ''
      case 'tab':
        return ' '
      case 'break':
        return node.breakType === 'line' ? '\n' : ' '
      case 'noteReference':
        return this.#refer(node)
      case 'image':
        this.leftOut.push({ reason: 'picture', text: tidy(node.altText ?? '') })
        return ''
      case 'commentReference':
        this.leftOut.push({ reason: 'comment', text: '' })
        return ''
      default:
        return (node.children ?? []).map((child) => this.#textOf(child)).join('')
    }
  }

  #refer(reference: Node): string {
    const note = this.#notes.resolve(reference)
    if (note === null) return ''
    this.#noteNumber += 1
    this.#open.push({ number: this.#noteNumber, note })
    return `[${this.#noteNumber}]`
  }
}

function titleIn(properties: string): string | null {
  const title = /<dc:title>([^<]*)<\/dc:title>/u.exec(properties)?.[1]?.trim() ?? ''
  if (title === '') return null
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return title.replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => named[name]!)
}
