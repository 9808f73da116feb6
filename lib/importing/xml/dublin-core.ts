import { AppError } from '#lib/errors.ts'
import type { MappedColumn, Mapping } from '../tables/mapping.ts'
import type { TableRow } from '../tables/rows.ts'
import type { OpenTable } from '../tables/table.ts'
import { attributeOf, childrenOf, childText, textOf, type XmlNode } from './parse.ts'

/** Dublin Core Metadata Element Set 1.1, and the terms that archives add to it. */
const ELEMENTS = [
  ...['title', 'creator', 'subject', 'description', 'publisher', 'contributor', 'date', 'type'],
  ...['format', 'identifier', 'source', 'language', 'relation', 'coverage', 'rights'],
  ...['abstract', 'alternative', 'created', 'issued', 'spatial', 'temporal', 'extent', 'license'],
]

/**
 * What the elements are proposed to be. A creator may be the witness: the name goes to the vault until somebody says
 * otherwise; contributors, subjects and coverage say too little to be more than extras.
 */
const PROPOSED: Record<string, Omit<MappedColumn, 'column'>> = {
  'record identifier': { field: 'id' },
  identifier: { field: 'id' },
  'identifier (other)': { field: 'otherIdentifiers' },
  title: { field: 'titles' },
  description: { field: 'abstracts' },
  abstract: { field: 'abstracts' },
  creator: { field: 'identity.legalName' },
  publisher: { field: 'source.publisher' },
  source: { field: 'source.title' },
  date: { field: 'taking.dateGiven' },
  created: { field: 'taking.dateGiven' },
  language: { field: 'text.language' },
  rights: { field: 'source.note' },
}

/** Records of simple Dublin Core in a document: one, or many as OAI-PMH lists them. */
export function hasDublinCore(document: Record<string, XmlNode | XmlNode[]>): boolean {
  return findRecords(document).length > 0
}

/**
 * Opens the Dublin Core records of a document as a table: an element is a column, one in another language
 * “title (fa)”, a repeated one several values.
 * @throws AppError `invalid` (import.noRecords)
 */
export function openDublinCore(document: Record<string, XmlNode | XmlNode[]>): {
  table: OpenTable
  proposed: Mapping
} {
  const rows = findRecords(document).map(({ record, header }, index): TableRow => {
    return { row: index + 1, line: null, cells: cellsOf(record, header), problems: [] }
  })
  if (rows.length === 0) throw new AppError('invalid', 'import.noRecords')
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
  return { table: { facts: { format: 'xml' }, columns, rows }, proposed: propose(columns) }
}

function propose(columns: readonly string[]): Mapping {
  const hasRecordId = columns.includes('record identifier')
  const taken = new Set<string>()
  const mapped = columns.flatMap((column): MappedColumn[] => {
    const [, name = column, language] = /^(\w+) \(([\w-]+)\)$/u.exec(column) ?? []
    const found = PROPOSED[column] ?? PROPOSED[name]
    if (found === undefined) return []
    const field = column === 'identifier' && hasRecordId ? 'otherIdentifiers' : found.field
    const isLocalized = (field === 'titles' || field === 'abstracts') && language !== undefined
    const key = `${field} ${isLocalized ? language : ''}`
    if (taken.has(key) && field !== 'otherIdentifiers') return []
    taken.add(key)
    return [{ column, field, ...(isLocalized ? { language } : {}) }]
  })
  return { version: 1, name: '', columns: mapped, defaults: [] }
}

interface Found {
  record: XmlNode
  header: XmlNode | undefined
}

/** Elements that hold Dublin Core elements themselves, in the order of the document. */
function findRecords(node: XmlNode | XmlNode[], header?: XmlNode): Found[] {
  if (typeof node === 'string') return []
  if (Array.isArray(node)) return node.flatMap((each) => findRecords(each, header))
  const names = Object.keys(node)
  if (names.filter((name) => ELEMENTS.includes(name)).length >= 2) return [{ record: node, header }]
  const inner = childrenOf(node, 'header')[0] ?? header
  return names
    .filter((name) => name !== 'header' && !name.startsWith('@'))
    .flatMap((name) => findRecords(node[name]!, inner))
}

function cellsOf(record: XmlNode, header: XmlNode | undefined): TableRow['cells'] {
  const cells = new Map<string, string[]>()
  const add = (column: string, text: string) => {
    if (text !== '') cells.set(column, [...(cells.get(column) ?? []), text])
  }
  add('record identifier', childText(header, 'identifier'))
  for (const name of ELEMENTS) {
    for (const [index, element] of childrenOf(record, name).entries()) {
      const language = attributeOf(element, 'lang')
      const isFurther = name === 'identifier' && index > 0
      add(
        isFurther ? `${name} (other)` : language ? `${name} (${language})` : name,
        textOf(element),
      )
    }
  }
  return new Map(
    [...cells].map(([column, texts]) => [column, texts.length === 1 ? texts[0]! : texts]),
  )
}
