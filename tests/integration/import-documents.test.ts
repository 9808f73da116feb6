import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { importItems, imports } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { changeChoices, startImport } from '#lib/importing/commands.ts'
import { readImport, readPreview } from '#lib/importing/queries.ts'
import { followImport } from '#lib/importing/service.ts'
import { findStatement } from '#lib/statements/authorize.ts'
import { unsafeReadIdentity } from '#lib/witnesses/vault.ts'
import { addPerson, useTestDatabase } from '#tests/support/database.ts'
import { fileOf, prepareImport } from '#tests/support/importing.ts'

useTestDatabase()

const HEARING = `Inquiry into the flood of Ostra

NORA VELD (sworn).

Ms Page: Where were you?

Nora Veld: At the lock.

TOMAS BRANDT (affirmed).

Ms Page: And you?

Tomas Brandt: Below it.
`

describe('a hearing of two witnesses', () => {
  it('becomes a draft of each, whose name is in the vault and nowhere else', async () => {
    const archivist = await addPerson('archivist')
    const admin = await addPerson('admin')
    const id = await prepareImport(archivist, fileOf('day-3.txt', HEARING))
    const preview = await readPreview(archivist, id)
    expect(preview!.view.document!.cuts).toMatchObject([
      { paragraph: 1, witness: 'NORA VELD' },
      { paragraph: 5, witness: 'TOMAS BRANDT' },
    ])
    const version = changeChoices(archivist, id, 1, {
      cuts: [
        { paragraph: 1, witness: 'Nora Veld', skip: false },
        { paragraph: 5, witness: 'Tomas Brandt', skip: false },
      ],
      turns: [{ label: 'Ms Page', as: 'question', name: 'Counsel' }],
    })
    await followImport(id)
    const row = () =>
      JSON.stringify(database().select().from(imports).where(eq(imports.id, id)).get())
    expect(row()).not.toMatch(/Veld|Brandt|Counsel/u)
    expect(readImport(archivist, id).choices.cuts).toHaveLength(2)
    expect(readImport(admin, id).choices).toEqual({})

    startImport(archivist, id, version)
    await followImport(id)
    const { items } = readImport(archivist, id)
    expect(items.map(({ status, record }) => [status, record])).toEqual([
      ['created', 'day-3.txt #1'],
      ['created', 'day-3.txt #2'],
    ])
    const kept = JSON.stringify(database().select().from(importItems).all())
    expect(`${kept}${row()}`).not.toMatch(/Veld|Brandt/u)
    const found = items.map(({ reference }) => findStatement(database(), reference!)!)
    expect(
      found.map(({ statement }) => unsafeReadIdentity(database(), statement.id).legalName),
    ).toEqual(['Nora Veld', 'Tomas Brandt'])
    const [first] = found.map(({ revision }) => JSON.parse(revision.content))
    expect(first).toMatchObject({
      titles: { en: 'Inquiry into the flood of Ostra (1)' },
      solemnity: 'sworn',
    })
    expect(
      first.text.passages.map(({ kind, speaker, origin }: Record<string, unknown>) => [
        kind,
        speaker,
        (origin as { line: number }).line,
      ]),
    ).toEqual([
      ['heading', '', 1],
      ['heading', '', 3],
      ['question', 'Counsel', 5],
      ['answer', '', 7],
    ])
  })

  it('is refused where a choice is none, and nothing changes', async () => {
    const archivist = await addPerson('archivist')
    const id = await prepareImport(archivist, fileOf('day-4.txt', HEARING))
    const wrong = [
      { cuts: [{ paragraph: 0, witness: '', skip: false }] },
      { turns: [{ label: '', as: 'answer' as const, name: '' }] },
      { encoding: 'latin' as never },
    ]
    for (const choices of wrong) expect(() => changeChoices(archivist, id, 1, choices)).toThrow()
    expect(readImport(archivist, id)).toMatchObject({ state: 'ready', version: 1 })
  })
})
