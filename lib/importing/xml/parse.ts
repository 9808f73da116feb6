import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { AppError } from '#lib/errors.ts'
import { decodeNamed } from '../tables/encoding.ts'

/** An element: its text, its attributes as `@name`, its children by name. */
export type XmlNode = string | { [name: string]: XmlNode | XmlNode[] }

const DEPTH_MAX = 64

/**
 * Parses a document. Names lose their prefixes; text and attributes stay text. Entities that a document declares are
 * refused, external ones and nested ones alike: no record of an archive needs them. Nothing is fetched.
 * @throws AppError `invalid`: import.xmlEntities, import.xmlBroken (with the line)
 */
export function parseXml(bytes: Uint8Array): Record<string, XmlNode | XmlNode[]> {
  const text = decodeXml(bytes)
  if (/<!ENTITY/iu.test(text)) throw new AppError('invalid', 'import.xmlEntities')
  const checked = XMLValidator.validate(text)
  if (checked !== true) {
    const { line, msg } = checked.err
    throw new AppError('invalid', 'import.xmlBroken', { values: { line }, detail: msg })
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    // Character references by number; by name only those of HTML.
    htmlEntities: true,
    maxNestedTags: DEPTH_MAX,
    ignoreDeclaration: true,
    ignorePiTags: true,
  })
  try {
    return parser.parse(text)
  } catch (cause) {
    throw new AppError('invalid', 'import.xmlBroken', { values: { line: 1 }, cause })
  }
}

/** By its mark, by what its declaration says, else as UTF-8 (XML 1.0, appendix F). */
function decodeXml(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /^\s*<\?xml[^>]*\bencoding=["']([\w.-]+)["']/u.exec(start)?.[1]
  return decodeNamed(bytes, declared?.toLowerCase())
}

/** The children of a name, however many. */
export function childrenOf(node: XmlNode | XmlNode[] | undefined, name: string): XmlNode[] {
  if (node === undefined || typeof node === 'string' || Array.isArray(node)) return []
  const found = Object.hasOwn(node, name) ? node[name] : undefined
  return found === undefined ? [] : Array.isArray(found) ? found : [found]
}

/** The text of an element without that of its children, trimmed. */
export function textOf(node: XmlNode | undefined): string {
  if (node === undefined) return ''
  const text = typeof node === 'string' ? node : node['#text']
  return typeof text === 'string' ? text.trim() : ''
}

/** The first text that is not empty among the children of a name. */
export function childText(node: XmlNode | undefined, name: string): string {
  return (
    childrenOf(node, name)
      .map(textOf)
      .find((text) => text !== '') ?? ''
  )
}

export function attributeOf(node: XmlNode | undefined, name: string): string {
  const value = node === undefined || typeof node === 'string' ? undefined : node[`@${name}`]
  return typeof value === 'string' ? value.trim() : ''
}
