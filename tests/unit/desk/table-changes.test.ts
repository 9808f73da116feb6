import { describe, expect, it } from 'vitest'
import {
  cellKey,
  haveSameFields,
  mergeChanges,
  stillPending,
} from '#app/[locale]/(desk)/desk/import/[id]/_views/table/changes.ts'
import { readCsv } from '#tests/support/tables.ts'

const TABLE = 'id,type,date,text\n1,Intervew,soon,a\n2,Intervew,2023-05-04,b\n'

async function readMended(
  ...written: [row: number, column: string, value: string, everywhere?: true][]
) {
  const { view } = await readCsv(TABLE)
  const pending = new Map(
    written.map(([row, column, value, everywhere = false]) => [
      cellKey(row, column),
      { value, everywhere },
    ]),
  )
  const choices = { cells: [{ row: 2, column: 'date', value: 'later' }] }
  const { mapping } = view
  return mergeChanges({ choices, view, mapping, isMappingChanged: false, pending })
}

describe('what was written at a table', () => {
  it('replaces cells that were mended before, and leaves a proposal a proposal', async () => {
    const changed = await readMended([2, 'date', '2023-05-05'], [3, 'type', 'letter'])
    expect(changed).toEqual({
      cells: [
        { row: 2, column: 'date', value: '2023-05-05' },
        { row: 3, column: 'type', value: 'letter' },
      ],
    })
  })

  it('goes into the mapping where it is meant for every cell, and is read so', async () => {
    const changed = await readMended([2, 'type', 'Interview', true], [2, 'date', '2023-05-05'])
    expect(changed.cells).toEqual([{ row: 2, column: 'date', value: '2023-05-05' }])
    const { view } = await readCsv(TABLE, changed)
    expect(view).toMatchObject({ mistakes: 0, isProposed: false })
  })

  it('waits until it is among the choices by which the table was read', async () => {
    const { view } = await readCsv(TABLE)
    const pending = new Map([
      [cellKey(2, 'date'), { value: '2023-05-05', everywhere: false }],
      [cellKey(2, 'type'), { value: 'Interview', everywhere: true }],
      [cellKey(3, 'type'), { value: 'letter', everywhere: false }],
    ])
    const { mapping } = view
    expect(stillPending(pending, {}, mapping)).toEqual(pending)
    const written = { choices: {}, view, mapping, isMappingChanged: false, pending }
    const changed = mergeChanges(written)
    expect(stillPending(pending, changed, changed.mapping!).size).toBe(0)
    expect(haveSameFields(changed.mapping!, mapping)).toBe(true)
    const [first, ...rest] = mapping.columns
    const other = { ...mapping, columns: [{ ...first!, field: 'titles' as const }, ...rest] }
    expect(haveSameFields(other, mapping)).toBe(false)
  })
})
