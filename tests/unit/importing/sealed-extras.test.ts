import { describe, expect, it } from 'vitest'
import type { PlannedDraft } from '#lib/importing/planned.ts'
import type { Mapping } from '#lib/importing/tables/mapping.ts'
import { fileOf, jsonLines, openFile } from '#tests/support/importing.ts'

async function read(file: ReturnType<typeof fileOf>, mapping?: Mapping) {
  const { records, view } = await openFile(file, mapping === undefined ? {} : { mapping })
  const drafts: PlannedDraft[] = []
  for await (const record of records) if (record.outcome === 'draft') drafts.push(record)
  return { drafts, view }
}

const many = (count: number) => Array.from({ length: count }, (_, at) => ({ text: `Line ${at}.` }))

describe('a key of JSON lines that no field holds', () => {
  it.each([
    ['informant', 'N.', 'informant: N.'],
    ['نام_مادر', 'نورا', 'نام_مادر: نورا'],
    ['remark', 'Nora Veld', 'remark: Nora Veld'],
    ['others', ['Nora Veld', 'Tomas van Brandt'], 'others: Nora Veld; Tomas van Brandt'],
    [
      'family',
      { mother: 'Nora', home: 'by the mill' },
      'family.mother: Nora\nfamily.home: by the mill',
    ],
    [
      'seen',
      [{ who: 'Nora Veld', how: 'by lamp' }, { who: 'Leo Marn' }],
      'seen.who: Nora Veld; Leo Marn\nseen.how: by lamp',
    ],
  ])('%s that looks like names of people is sealed with the witness', async (key, value, notes) => {
    const { drafts, view } = await read(jsonLines({ text: 'We ran.', box: 'B 12', [key]: value }))
    expect(view.sealed).toEqual([key])
    expect(drafts[0]!.extras).toEqual({ box: 'B 12' })
    expect(drafts[0]!.identityOfWitness.securityNotes).toBe(notes)
  })

  it('stays in clear where it holds none, or tells where the record comes from', async () => {
    const record = {
      text: 'We ran.',
      witness: 'Nora Veld',
      collection: 'Ostra Flood Papers',
      source_repo: 'Ostra Museum',
      age: 71,
      lang_name: 'English',
      remark: 'recorded in the rain',
    }
    const { drafts, view } = await read(jsonLines(record))
    const { text: _, witness: __, ...extras } = record
    expect(view.sealed).toEqual([])
    expect(drafts[0]).toMatchObject({ extras, identityOfWitness: { legalName: 'Nora Veld' } })
    expect(drafts[0]!.identityOfWitness).not.toHaveProperty('securityNotes')
  })

  it('is judged by the record that brings it where it comes late, and bad lines stay as they were', async () => {
    const file = jsonLines(...many(60), { text: 7 }, { text: 'Last.', mother: 'N.', shelf: 'B 12' })
    const { drafts, view } = await read(file)
    expect(view.sealed).toEqual(['mother'])
    expect(drafts).toHaveLength(61)
    expect(drafts.at(-1)).toMatchObject({
      extras: { shelf: 'B 12' },
      identityOfWitness: { securityNotes: 'mother: N.' },
    })
  })

  it('is so too where the lines are read by a mapping', async () => {
    const mapping: Mapping = {
      version: 1,
      name: '',
      columns: [
        { column: 'text', field: 'text' },
        { column: 'who', field: 'identity.legalName' },
      ],
      defaults: [],
    }
    const late = { text: 'Last.', mother: 'N.', shelf: 'B 12', who: 'Nora Veld' }
    const { drafts, view } = await read(jsonLines(...many(210), late), mapping)
    expect(view.table).toMatchObject({ sealed: ['mother'], unmapped: [] })
    expect(drafts.at(-1)).toMatchObject({
      extras: { shelf: 'B 12' },
      identityOfWitness: { legalName: 'Nora Veld', securityNotes: 'mother: N.' },
    })
  })
})

describe('what an OHMS index tells beside the interview', () => {
  const index = (inner: string) =>
    fileOf(
      'ost12.xml',
      `<ROOT><record id="1"><title>The night</title><series_name>Ostra Flood Tapes</series_name>${inner}<index><point><time>0</time><title>Dam</title><keywords>Nora Veld;Leo Marn</keywords></point></index></record></ROOT>`,
    )

  it('is sealed where it looks like names of people', async () => {
    const { drafts, view } = await read(index('<subject>Floods</subject>'))
    expect(view.sealed).toEqual(['keywords'])
    expect(drafts[0]).toMatchObject({
      extras: { subject: 'Floods', series_name: 'Ostra Flood Tapes' },
      identityOfWitness: { securityNotes: 'keywords: Nora Veld; Leo Marn' },
    })
  })
})
