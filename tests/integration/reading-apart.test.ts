import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { PlannedRecord } from '#lib/importing/planned.ts'
import { type ReadingRequest, readApart } from '#lib/importing/reading/apart.ts'
import type { ReadingLimits } from '#lib/importing/reading/protocol.ts'

const LIMITS = { seconds: 60, memoryMegabytes: 512, documentMegabytes: 25 }
const bytes = (text: string) => new TextEncoder().encode(text)
const TEXT = 'Q. What did you hear?\n\nA. The bell of the lock at Ostra.\n'
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => JSON.stringify({ id: index, text: 'I saw it.' }))

async function* inPieces(text: string, size: number) {
  const all = bytes(text)
  for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size)
}

/** The reading with its records. */
async function readAll(request: Omit<ReadingRequest, 'onRecords'>, limits?: ReadingLimits) {
  const records: PlannedRecord[] = []
  const onRecords = (some: PlannedRecord[]) => void records.push(...some)
  return { ...(await readApart({ ...request, onRecords }, limits)), records }
}

describe('a reader of its own', () => {
  it('gives the same plan, whether the file comes whole or in pieces', async () => {
    const whole = await readAll({ fileName: 'ostra.txt', bytes: bytes(TEXT) })
    expect(whole).toMatchObject({ kind: 'text', detected: true, view: {} })
    expect(whole.records).toMatchObject([{ outcome: 'draft', record: 'ostra.txt' }])
    const pieces = await readAll({ fileName: 'ostra.txt', bytes: inPieces(TEXT, 7) })
    const told = ({ records }: typeof whole) =>
      records.map((record) => record.outcome === 'draft' && record.fingerprint)
    expect(told(pieces)).toEqual(told(whole))
  })

  it('reads a saved page, running and fetching nothing of it', async () => {
    const page = readFileSync(new URL('../fixtures/press/en-page.html', import.meta.url))
    const { kind, records, view } = await readAll({ fileName: 'page.html', bytes: page })
    expect(kind).toBe('press-report')
    expect(records.map(({ record }) => record)).toEqual([
      'Nora Veld',
      'Tomas Brandt',
      'Water Board',
    ])
    expect(view.report?.text).not.toContain('<')
  })

  it('hands on records in order and waits until they are taken', async () => {
    const taken: PlannedRecord[] = []
    let busy = false
    await readApart({
      fileName: 'ostra.jsonl',
      bytes: bytes(lines(1_000).join('\n')),
      async onRecords(records) {
        expect(busy).toBe(false)
        busy = true
        await new Promise((resolve) => setImmediate(resolve))
        taken.push(...records)
        busy = false
      },
    })
    expect(taken.map(({ record }) => record)).toEqual(lines(1_000).map((_, index) => `${index}`))
  })

  it('tells why a file is refused, with its values', async () => {
    await expect(
      readAll({
        fileName: 'a.txt',
        bytes: new Uint8Array([97, 0xff, 98]),
        choices: { encoding: 'utf-8' },
      }),
    ).rejects.toMatchObject({ code: 'invalid', reason: 'import.fileNotUtf8', values: { byte: 1 } })
  })

  it('is stopped when the file is larger than a document may be', async () => {
    const limits = { ...LIMITS, documentMegabytes: 1 }
    await expect(
      readAll({ fileName: 'a.txt', bytes: inPieces('a'.repeat(3_000_000), 65_536) }, limits),
    ).rejects.toMatchObject({ reason: 'import.fileTooLarge', values: { megabytes: 1 } })
  })

  it('is stopped when its time is over', async () => {
    const limits = { ...LIMITS, seconds: 1 }
    const endless = (async function* () {
      yield bytes('a')
      await new Promise(() => {})
    })()
    await expect(readAll({ fileName: 'a.txt', bytes: endless }, limits)).rejects.toMatchObject({
      reason: 'import.readingTooLong',
      values: { seconds: 1 },
    })
  })

  it('is stopped when it takes more memory than it may, and the next file is read', async () => {
    const limits = { ...LIMITS, memoryMegabytes: 128 }
    const large = inPieces('I saw it.\n\n'.repeat(2_000_000), 1_000_000)
    await expect(readAll({ fileName: 'a.txt', bytes: large }, limits)).rejects.toMatchObject({
      reason: 'import.readingTooLarge',
      values: { megabytes: 128 },
    })
    const next = await readAll({ fileName: 'ostra.txt', bytes: bytes(TEXT) }, LIMITS)
    expect(next.records).toHaveLength(1)
  })

  it('reads a file of records that is larger than the memory it may take', async () => {
    const record = { text: `I saw it. ${'And then. '.repeat(20_000)}` }
    async function* many() {
      for (let id = 0; id < 3_000; id += 1) yield bytes(`${JSON.stringify({ id, ...record })}\n`)
    }
    let read = 0
    await readApart(
      {
        fileName: 'a.jsonl',
        bytes: many(),
        onRecords: (records) => {
          read += records.length
        },
      },
      LIMITS,
    )
    expect(read).toBe(3_000)
  })

  it('is stopped when nobody waits any more, and passes on why its file cannot be had', async () => {
    const stop = new AbortController()
    const stopped = readApart({
      fileName: 'a.jsonl',
      bytes: bytes(lines(1_000).join('\n')),
      onRecords: () => stop.abort(new Error('paused')),
      signal: stop.signal,
    })
    await expect(stopped).rejects.toThrow('paused')
    const broken = (async function* () {
      yield bytes('a')
      throw new Error('the file is gone')
    })()
    await expect(readAll({ fileName: 'a.txt', bytes: broken })).rejects.toThrow('is gone')
  })
})

/** A page whose content unpacks to so many megabytes of blanks. */
function pdfBomb(megabytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 32))
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj
4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ])
}

describe('documents, read apart', () => {
  it.each(['docx', 'odt', 'pdf'])(
    'opens .%s with nothing but the code of its reader',
    async (format) => {
      const bytes = readFileSync(`tests/fixtures/documents/interview-fa.${format}`)
      // The name says something else: the content decides.
      const { kind, view, records } = await readAll({ fileName: 'a.txt', bytes })
      expect(kind).toBe('text')
      expect(view.document).toMatchObject({ format, cuts: [{ paragraph: 1 }] })
      expect(records).toMatchObject([{ outcome: 'draft', content: { text: { language: 'fa' } } }])
    },
  )

  it('is stopped where a PDF unpacks to more than memory', async () => {
    const limits = { ...LIMITS, memoryMegabytes: 200 }
    await expect(readAll({ fileName: 'a.pdf', bytes: pdfBomb(600) }, limits)).rejects.toMatchObject(
      {
        reason: 'import.readingTooLarge',
      },
    )
  })
})
