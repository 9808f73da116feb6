import { XMLParser } from 'fast-xml-parser'
import { AppError } from '#lib/errors.ts'
import { openArchive } from './archive.ts'
import { type Block, type LeftOut, type ReadDocument, tidy } from './document.ts'
import { kindOfStyle } from './styles.ts'

/** An element as fast-xml-parser gives it with its order kept: one key, its name, beside its attributes. */
type Node = Record<string, unknown> & { ':@'?: Record<string, string> }

/** Tracked deletions, forms and the document's own lists of contents are no part of its text. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'text:table-of-content',
  'text:sequence-decls',
  'office:forms',
  'text:soft-page-break',
  'text:bibliography',
])

/**
 * Reads an OpenDocument text: paragraphs with their numbers, headings, questions and answers by the names of their
 * styles, the rows of tables, and notes after the paragraph that refers to them.
 *
 * @see OpenDocument 1.3, part 3
 * @throws AppError `invalid`: fileBroken, fileEncrypted, fileEmpty, and those of `openArchive`
 */
export async function readOdt(bytes: Uint8Array): Promise<ReadDocument> {
  const archive = await openArchive(bytes)
  const textOf = async (name: string) => (archive.names.includes(name) ? archive.text(name) : '')
  const manifest = await textOf('META-INF/manifest.xml')
  if (manifest.includes('encryption-data')) throw new AppError('invalid', 'import.fileEncrypted')
  const content = await textOf('content.xml')
  if (content === '') throw new AppError('invalid', 'import.fileBroken')
  const meta = await textOf('meta.xml')
  const tree = parse(content)
  const body = find(find(find(tree, 'office:document-content'), 'office:body'), 'office:text')
  const reading = new Reading(body, styleNames(tree))
  if (reading.blocks.length === 0) throw new AppError('invalid', 'import.fileEmpty')
  const title = find(find(find(parse(meta), 'office:document-meta'), 'office:meta'), 'dc:title')
  const named = tidy(title.map(plainText).join(''))
  return { title: named === '' ? null : named, blocks: reading.blocks, leftOut: reading.leftOut }
}

function parse(xml: string): Node[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    maxNestedTags: 250,
  })
  try {
    return parser.parse(xml) as Node[]
  } catch (cause) {
    throw new AppError('invalid', 'import.fileBroken', { cause })
  }
}

/** The display names of automatic styles are those of the styles that they were made from. */
function styleNames(tree: Node[]): Map<string, string> {
  const automatic = find(find(tree, 'office:document-content'), 'office:automatic-styles')
  return new Map(
    automatic.flatMap((style) => {
      const { 'style:name': name, 'style:parent-style-name': parent } = style[':@'] ?? {}
      return name !== undefined && parent !== undefined ? [[name, parent]] : []
    }),
  )
}

class Reading {
  readonly blocks: Block[] = []
  readonly leftOut: LeftOut[] = []
  readonly #styles: Map<string, string>
  #paragraph = 0
  #noteNumber = 0
  #notes: { number: number; body: Node[] }[] = []

  constructor(body: Node[], styles: Map<string, string>) {
    this.#styles = styles
    for (const node of body) this.#readBlock(node)
  }

  #readBlock(node: Node): void {
    const name = nameOf(node)
    if (SKIPPED.has(name) || name === '#text') return
    if (name === 'text:p' || name === 'text:h') {
      this.#paragraph += 1
      const style = this.#styleOf(node)
      const kind = name === 'text:h' ? 'heading' : kindOfStyle(style)
      this.#push(this.#textOf(childrenOf(node)), kind, this.#paragraph)
    } else if (name === 'table:table-row') this.#readRow(node)
    else for (const child of childrenOf(node)) this.#readBlock(child)
  }

  #readRow(row: Node): void {
    const first = this.#paragraph + 1
    const cells = childrenOf(row)
      .filter((cell) => nameOf(cell) === 'table:table-cell')
      .map((cell) => this.#cellText(cell))
    this.#push(cells.join(' | '), 'prose', first)
  }

  #cellText(cell: Node): string {
    const parts = childrenOf(cell).map((child): string => {
      const name = nameOf(child)
      if (name !== 'text:p' && name !== 'text:h')
        return name === '#text' ? '' : this.#cellText(child)
      this.#paragraph += 1
      return this.#textOf(childrenOf(child))
    })
    return tidy(parts.filter((part) => part.trim() !== '').join(' '))
  }

  #push(raw: string, kind: Block['kind'], paragraph: number): void {
    const text = tidy(raw)
    if (/[^\s|]/u.test(text)) this.blocks.push({ text, kind, paragraph })
    const notes = this.#notes
    this.#notes = []
    for (const { number, body } of notes) {
      const note = tidy(body.map((child) => this.#textOf(childrenOf(child))).join('\n'))
      if (note !== '') this.blocks.push({ text: `[${number}] ${note}`, kind: 'prose', paragraph })
    }
  }

  #textOf(nodes: Node[]): string {
    return nodes.map((node) => this.#inlineText(node)).join('')
  }

  #inlineText(node: Node): string {
    switch (nameOf(node)) {
      case '#text':
        return String(node['#text']).replace(/\s+/gu, ' ')
      case 'text:s':
      case 'text:tab':
        return ' '
      case 'text:line-break':
        return '\n'
      case 'text:note': {
        this.#noteNumber += 1
        this.#notes.push({
          number: this.#noteNumber,
          body: find(childrenOf(node), 'text:note-body'),
        })
        return `[${this.#noteNumber}]`
      }
      case 'draw:image':
        this.leftOut.push({ reason: 'picture', text: '' })
        return ''
      case 'office:annotation':
        this.leftOut.push({ reason: 'comment', text: '' })
        return ''
      default:
        return SKIPPED.has(nameOf(node)) ? '' : this.#textOf(childrenOf(node))
    }
  }

  #styleOf(node: Node): string {
    const name = node[':@']?.['text:style-name'] ?? ''
    return decodeStyle(this.#styles.get(name) ?? name)
  }
}

/** Style names write a space as _20_. */
function decodeStyle(name: string): string {
  return name.replace(/_([0-9a-f]{2})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? ''
}

function childrenOf(node: Node): Node[] {
  const children = node[nameOf(node)]
  return Array.isArray(children) ? (children as Node[]) : []
}

function find(nodes: Node[], name: string): Node[] {
  const found = nodes.find((node) => nameOf(node) === name)
  return found === undefined ? [] : childrenOf(found)
}

function plainText(node: Node): string {
  return nameOf(node) === '#text' ? String(node['#text']) : childrenOf(node).map(plainText).join('')
}
