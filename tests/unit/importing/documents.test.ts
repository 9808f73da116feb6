import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planDocument } from '#lib/importing/documents/plan-document.ts'
import { readDocument } from '#lib/importing/documents/read.ts'
import type { PlannedDraft } from '#lib/importing/planned.ts'

const FIXTURES = 'tests/fixtures/documents'
const file = (name: string) => readFileSync(`${FIXTURES}/${name}`)
const truth = (language: string): { text: string; kind: string }[] =>
  JSON.parse(file(`interview-${language}.json`).toString('utf8'))

describe.each(['en', 'fa'])('an interview in %s, as LibreOffice writes it', (language) => {
  it.each(['docx', 'odt'])('comes out of .%s as it was written', async (format) => {
    const read = await readDocument(file(`interview-${language}.${format}`))
    expect(read.format).toBe(format)
    const { blocks, title, leftOut } = read.document
    expect(blocks.map(({ text, kind }) => ({ text, kind }))).toEqual(truth(language))
    expect(title).toBe(truth(language)[0]!.text)
    expect(leftOut).toEqual([])
    // Paragraphs are counted as a reader of the document counts them, those in table cells too.
    expect(blocks.map(({ paragraph }) => paragraph).slice(0, 7)).toEqual([1, 2, 3, 4, 5, 5, 6])
    expect(blocks.at(-1)!.paragraph).toBe(30)
  })

  it('comes out of .pdf word for word, with the page of each passage', async () => {
    const { document } = await readDocument(file(`interview-${language}.pdf`))
    const written = truth(language).map(({ text }) => text.replaceAll(' | ', ' '))
    const isNote = (text: string) => text.startsWith('[1] ')
    const texts = document.blocks.map(({ text }) => text)
    expect(texts.filter((text) => !isNote(text))).toEqual(written.filter((text) => !isNote(text)))
    expect(texts.filter(isNote)).toEqual(written.filter(isNote))
    const headings = document.blocks.filter(({ kind }) => kind === 'heading')
    expect(headings.map(({ text }) => text)).toEqual(
      truth(language).flatMap(({ text, kind }) => (kind === 'heading' ? [text] : [])),
    )
    expect(headings.map(({ page }) => page)).toEqual([1, 1, expect.any(Number), 3])
    expect(new Set(document.blocks.map(({ page }) => page))).toEqual(new Set([1, 2, 3]))
  })

  it('loses its running head and its numbers of pages, and says so', async () => {
    const { document } = await readDocument(file(`interview-${language}.pdf`))
    expect(document.leftOut.map(({ reason, page }) => [reason, page])).toEqual(
      [1, 2, 3].flatMap((page) => [
        ['head', page],
        ['pageNumber', page],
      ]),
    )
  })

  it.each(['docx', 'odt', 'pdf'])(
    'makes turns of .%s and traces each to its place',
    async (format) => {
      const name = `interview-${language}.${format}`
      const { document } = await readDocument(file(name))
      const { records, reading } = planDocument(document, name)
      expect(records).toHaveLength(1)
      const { content } = records[0] as PlannedDraft
      expect(content).toMatchObject({
        titles: { [language]: truth(language)[0]!.text },
        narrativeForm: 'question_and_answer',
        text: { kind: 'transcript', language },
      })
      const [asks, answers] = language === 'en' ? ['Q', 'A'] : ['س', 'ج']
      expect(reading.labels).toMatchObject([
        { label: asks, as: 'question', count: 2 },
        { label: answers, as: 'answer', count: 2 },
      ])
      const passages = content.text!.passages!
      const kinds = passages.map(({ kind }) => kind)
      // By labels throughout, by styles where the format keeps them.
      expect(kinds.filter((kind) => kind === 'question')).toHaveLength(format === 'pdf' ? 2 : 7)
      expect(passages.find(({ kind }) => kind === 'question')!.text).not.toMatch(/^(?:Q|س)/u)
      const place = format === 'pdf' ? 'page' : 'paragraph'
      for (const { origin } of passages) expect(origin![place]).toBeGreaterThan(0)
    },
  )
})

it('a Persian page printed by a browser comes out word for word', async () => {
  const { document } = await readDocument(file('printed-fa.pdf'))
  expect(document.blocks.map(({ text }) => text)).toEqual(truth('fa').map(({ text }) => text))
})
