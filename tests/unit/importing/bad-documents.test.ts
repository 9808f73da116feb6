import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import en from '#app/_i18n/messages/en/errors.json' with { type: 'json' }
import fa from '#app/_i18n/messages/fa/errors.json' with { type: 'json' }
import { nestingOf } from '#lib/importing/documents/archive.ts'
import { readDocument } from '#lib/importing/documents/read.ts'
import { makeZip } from '#tests/support/zip.ts'

const file = (name: string) => readFileSync(`tests/fixtures/documents/${name}`)
interface Entry {
  name: string
  content: string | Buffer
  flags?: number
  said?: number
}
const zipped = (entries: readonly Entry[]) =>
  makeZip(
    entries.map(({ content, ...entry }) => ({ ...entry, bytes: Buffer.from(content as string) })),
  )
const word = (body: string, ...more: Entry[]) =>
  zipped([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ])
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))
const nested = (depth: number) => `${'<w:smartTag>'.repeat(depth)}${'</w:smartTag>'.repeat(depth)}`

const BAD: [string, string, () => Uint8Array][] = [
  ['nothing at all', 'fileEmpty', () => new Uint8Array()],
  ['white space', 'fileEmpty', () => Buffer.from(' \r\n\t\n')],
  ['a document without a word', 'fileEmpty', () => word(paragraph(''))],
  ['Word under a password', 'fileEncrypted', () => file('locked.docx')],
  ['OpenDocument under a password', 'fileEncrypted', () => file('locked.odt')],
  ['a PDF under a password', 'fileEncrypted', () => file('locked.pdf')],
  [
    'an archive under a password',
    'fileEncrypted',
    () => word(paragraph('a'), { name: 'x', content: 'x', flags: 1 }),
  ],
  [
    'a page nested without end',
    'pageTooComplex',
    () => Buffer.from(`<html><body>${'<div>'.repeat(5_000)}`),
  ],
  [
    'a page that shows nothing',
    'fileEmpty',
    () => Buffer.from('<!doctype html><script>alert(1)</script>'),
  ],
  ['half of a Word document', 'fileBroken', () => half(file('interview-en.docx'))],
  ['half of an OpenDocument text', 'fileBroken', () => half(file('interview-fa.odt'))],
  ['half of a PDF', 'fileBroken', () => file('interview-en.pdf').subarray(0, 400)],
  ['Word with broken XML', 'fileBroken', () => word('<w:p><w:r>')],
  ['a PDF that is a picture', 'pdfScan', () => file('scan.pdf')],
  ['Word of before 2007', 'fileOldOffice', () => file('old.doc')],
  ['rich text', 'fileRtf', () => file('old.rtf')],
  ['an OpenDocument spreadsheet', 'fileOpenSheet', () => file('sheet.ods')],
  ['a picture', 'filePicture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['a recording', 'fileRecording', () => Buffer.from('49443304000000000000', 'hex')],
  ['a packed file', 'fileArchive', () => Buffer.from('1f8b0800000000000003', 'hex')],
  ['another archive', 'fileArchive', () => zipped([{ name: 'a.txt', content: 'a' }])],
  ['a program', 'fileBinary', () => Buffer.from('7f454c460201010000', 'hex')],
  ['bytes of no kind', 'fileBinary', () => Buffer.from('a\u0001\u0002\u0003\0b\u0004', 'latin1')],
  ['captions without a cue', 'noCues', () => Buffer.from('WEBVTT\n\nNOTE nothing here\n')],
  [
    'a bomb',
    'zipBomb',
    () => word(paragraph('a'), { name: 'word/media/a.bin', content: Buffer.alloc(40_000_000) }),
  ],
  [
    'a document that is larger than it claims',
    'fileBroken',
    () => word(paragraph('a'), { name: 'a.xml', content: Buffer.alloc(5_000_000), said: 900 }),
  ],
  [
    'entities that grow',
    'xmlEntities',
    () =>
      word(paragraph('a'), {
        name: 'word/styles.xml',
        content: '<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>',
      }),
  ],
  [
    'more entries than a document has',
    'zipBomb',
    () =>
      word(
        paragraph('a'),
        ...Array.from({ length: 10_001 }, (_, index) => ({ name: `x/${index}`, content: '' })),
      ),
  ],
  ['tags without end', 'tooNested', () => word(nested(5_000))],
  [
    'a name that leads out of the archive',
    'zipPath',
    () => word(paragraph('a'), { name: '../../etc/cron.d/a', content: 'a' }),
  ],
  [
    'a name from the root',
    'zipPath',
    () => word(paragraph('a'), { name: '/etc/passwd', content: 'a' }),
  ],
]

describe('a bad file', () => {
  it.each(BAD)('%s is refused as %s, in both languages', async (_, reason, bytes) => {
    await expect(readDocument(bytes())).rejects.toMatchObject({
      code: 'invalid',
      reason: `import.${reason}`,
    })
    const messages = [en.import, fa.import] as Record<string, string>[]
    const [english, persian] = messages.map((all) => all[reason])
    expect(english).toMatch(/^[A-Z].{15,}/u)
    expect(persian).toMatch(/\p{Script=Arabic}/u)
  })
})

describe('a file whose content is fine', () => {
  it('is what its content says, whatever it holds', async () => {
    const script = '&lt;script&gt;alert(1)&lt;/script&gt; =HYPERLINK("x")'
    const { document } = await readDocument(word(paragraph(script)))
    expect(document.blocks.map(({ text }) => text)).toEqual([
      '<script>alert(1)</script> =HYPERLINK("x")',
    ])
  })

  it('may nest as deep as documents do', async () => {
    const { document } = await readDocument(word(`${nested(100)}${paragraph('Still here.')}`))
    expect(document.blocks).toHaveLength(1)
    expect(nestingOf(Buffer.from('<a b=">"><c/><d x=\'</a>\'></d><!-- <e> --></a>'))).toBe(2)
  })
})
