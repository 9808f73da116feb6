import { describe, expect, it } from 'vitest'
import type { MappedColumn, Mapping } from '#lib/importing/tables/mapping.ts'
import { readCsv } from '#tests/support/tables.ts'

const MAPPING: Mapping = {
  version: 1,
  name: '',
  columns: [{ column: 'text', field: 'text' }],
  defaults: [],
}

const mappingWith = (...columns: MappedColumn[]): Mapping => ({
  ...MAPPING,
  columns: [...MAPPING.columns, ...columns],
})

/** A table of one column beside its text, which the mapping does not name. */
const readColumn = (head: string, cells: readonly string[]) =>
  readCsv([`text,${head}`, ...cells.map((cell, at) => `We ran ${at}.,${cell}`)].join('\n'), {
    mapping: MAPPING,
  })

describe('a column without a field', () => {
  it.each([
    ['Informant', ['N.', 'T.']],
    ['realName', ['nora']],
    ['نام واقعی', ['نورا']],
    ['مصاحبه‌شونده', ['نورا']],
    ['Col 7', ['Nora Veld', 'Tomas van Brandt', 'unknown']],
    ['ستون ۷', ['نورا ولدیان', 'طاها برندیان']],
  ])('%s that looks like names of people is sealed with the witness', async (head, cells) => {
    const { drafts, view } = await readColumn(head, cells)
    expect(view).toMatchObject({ sealed: [head], unmapped: [] })
    expect(drafts.map(({ extras }) => extras)).toEqual(cells.map(() => ({})))
    expect(drafts.map(({ identityOfWitness }) => identityOfWitness.securityNotes)).toEqual(
      cells.map((cell) => `${head}: ${cell}`),
    )
  })

  it.each([
    ['Shelf', ['B 12']],
    ['File name', ['tape-3.wav']],
    ['Witness number', ['12']],
    ['نام روستا', ['چشمه']],
    ['Remarks', ['Recorded in the rain, twice.', 'Nora Veld']],
  ])('%s that does not is kept beside the draft', async (head, cells) => {
    const { drafts, view } = await readColumn(head, [...cells, 'and a longer remark on the tape'])
    expect(view).toMatchObject({ sealed: [], unmapped: [head] })
    expect(drafts[0]!.extras).toEqual({ [head]: expect.any(String) })
    expect(drafts[0]!.identityOfWitness.securityNotes).toBe('')
  })

  it('stays as chosen where it is given a field, and stands below the notes that a column tells', async () => {
    const table = 'text,risk,Informant\nWe ran.,Lives near the mill,Nora Veld\n'
    const risk = { column: 'risk', field: 'identity.securityNotes' } as const
    const sealed = await readCsv(table, { mapping: mappingWith(risk) })
    expect(sealed.drafts[0]!.identityOfWitness.securityNotes).toBe(
      'Lives near the mill\nInformant: Nora Veld',
    )
    const named = { column: 'Informant', field: 'identity.legalName' } as const
    const chosen = await readCsv(table, { mapping: mappingWith(risk, named) })
    expect(chosen.view.sealed).toEqual([])
    expect(chosen.drafts[0]!.identityOfWitness).toMatchObject({
      legalName: 'Nora Veld',
      securityNotes: 'Lives near the mill',
    })
  })
})
