import { describe, expect, it } from 'vitest'
import { auditEvents, importChanges } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { leaveChange, readChange, takeChange } from '#lib/importing/changes.ts'
import { undoImport } from '#lib/importing/commands.ts'
import { TEXT_PART } from '#lib/importing/merge-record.ts'
import { readImport } from '#lib/importing/queries.ts'
import { followImport } from '#lib/importing/service.ts'
import { recallSubmission } from '#lib/statements/submission.ts'
import { readIdentity, readWork } from '#lib/statements/work.ts'
import { addPerson, useTestDatabase } from '#tests/support/database.ts'
import {
  editDraft,
  readyConsents,
  readyContent,
  submit,
  submitAndPublish,
} from '#tests/support/factories.ts'
import { importFile, jsonLines } from '#tests/support/importing.ts'

useTestDatabase()

const RECORD = {
  id: '7',
  source: 'Ostra Accounts',
  title: 'The flood',
  witness: 'Nora Invented Veld',
  place: 'Ostra',
  text: 'The water came before the bells were rung.\n\nI carried the ledger up the hill.',
}
const CHANGED = {
  ...RECORD,
  place: 'Lindholm',
  text: 'The water came before the bells were rung.\n\nI carried the heavy ledger up the hill.',
}

async function importChanged() {
  const archivist = await addPerson('archivist')
  const first = await importFile(archivist, jsonLines(RECORD))
  const second = await importFile(archivist, jsonLines(CHANGED))
  const reference = first.items[0]!.reference!
  return { archivist, importId: second.id, reference, item: second.items[0]! }
}
const ALL = ['taking.placeGiven', TEXT_PART]
const openChanges = () => database().select().from(importChanges).all().length

describe('a changed record', () => {
  it('is shown beside the draft word by word, and taken where it is chosen', async () => {
    const { archivist, importId, reference, item } = await importChanged()
    expect(item).toMatchObject({ status: 'changed', isOpenChange: true, reference })
    expect(JSON.stringify(database().select().from(importChanges).all())).not.toContain('ledger')

    const change = readChange(archivist, importId, 0)
    expect(change).toMatchObject({ reference, revision: 1, version: 1, denial: null, identity: [] })
    expect(change.fields).toMatchObject([
      { path: 'taking.placeGiven', before: { text: 'Ostra' }, after: { text: 'Lindholm' } },
    ])
    expect(change.passages.map(({ kind }) => kind)).toEqual(['same', 'changed'])
    expect(change.passages[1]!.parts.filter(({ kind }) => kind === 'added')).toMatchObject([
      { text: expect.stringContaining('heavy') },
    ])

    const before = readWork(archivist, reference)
    expect(takeChange(archivist, importId, 0, { revision: 1, version: 1 }, ALL)).toBe(reference)
    const after = readWork(archivist, reference)
    expect(after).toMatchObject({
      revision: 1,
      version: 2,
      content: { taking: { placeGiven: 'Lindholm' } },
    })
    expect(after.content.text.passages[1]!.text).toContain('heavy ledger')
    expect(after.content.text.passages.map(({ key }) => key)).toEqual(
      before.content.text.passages.map(({ key }) => key),
    )
    expect(readIdentity(archivist, reference).legalName).toBe('Nora Invented Veld')
    expect(readImport(archivist, importId).items[0]).toMatchObject({
      reason: 'changeTaken',
      isOpenChange: false,
    })
    expect(openChanges()).toBe(0)
    // The archive now has this form: it is neither new nor changed.
    expect((await importFile(archivist, jsonLines(CHANGED))).counts).toMatchObject({ skipped: 1 })
  })

  it('takes only what is chosen, and nothing when it is left', async () => {
    const { archivist, importId, reference } = await importChanged()
    takeChange(archivist, importId, 0, { revision: 1, version: 1 }, ['taking.placeGiven'])
    const { content } = readWork(archivist, reference)
    expect(content.taking.placeGiven).toBe('Lindholm')
    expect(JSON.stringify(content.text)).not.toContain('heavy')

    const other = await importChangedAgain(archivist, { ...CHANGED, text: 'Other words.' })
    leaveChange(archivist, other, 0)
    expect(readWork(archivist, reference)).toMatchObject({ version: 2 })
    expect(readImport(archivist, other).items[0]).toMatchObject({ reason: 'changeLeft' })
    const again = await importFile(archivist, jsonLines({ ...CHANGED, text: 'Other words.' }))
    expect(again.counts).toMatchObject({ skipped: 1, changed: 0 })
    const told = database()
      .select()
      .from(auditEvents)
      .all()
      .map(({ action }) => action)
    expect(told).toContain('import.change_taken')
    expect(told).toContain('import.change_left')
  })

  it('is not taken over a draft that somebody worked on since it was compared', async () => {
    const { archivist, importId, reference } = await importChanged()
    editDraft(archivist, reference, (content) => ({ ...content, titles: { en: 'Mine' } }))
    expect(() => takeChange(archivist, importId, 0, { revision: 1, version: 1 }, ALL)).toThrow(
      expect.objectContaining({ code: 'conflict', reason: 'import.changeStale' }),
    )
    expect(() => takeChange(archivist, importId, 0, { revision: 1, version: 2 }, [])).toThrow(
      expect.objectContaining({ reason: 'import.nothingChosen' }),
    )
    takeChange(archivist, importId, 0, { revision: 1, version: 2 }, ALL)
    expect(readWork(archivist, reference)).toMatchObject({
      version: 3,
      content: { titles: { en: 'Mine' }, taking: { placeGiven: 'Lindholm' } },
    })
  })

  it('waits while the statement is with the reviewers, and opens a new revision of a published one', async () => {
    const archivist = await addPerson('archivist')
    const admins = [await addPerson('admin'), await addPerson('admin')] as const
    const { items } = await importFile(archivist, jsonLines(RECORD))
    const reference = items[0]!.reference!
    editDraft(
      archivist,
      reference,
      ({ text, taking, source }) => {
        const ready = readyContent()
        return {
          ...ready,
          text,
          source,
          taking: { ...ready.taking, placeGiven: taking.placeGiven },
        }
      },
      readyConsents(),
    )
    const waiting = await importFile(archivist, jsonLines(CHANGED))
    submit(archivist, reference)
    expect(readChange(archivist, waiting.id, 0).denial).toBe('wrongState')
    expect(() => takeChange(archivist, waiting.id, 0, { revision: 1, version: 2 }, ALL)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
    recallSubmission(archivist, reference)
    submitAndPublish(archivist, admins, reference)

    const change = readChange(archivist, waiting.id, 0)
    expect(change).toMatchObject({ denial: null, opensRevision: true, revision: 1 })
    takeChange(archivist, waiting.id, 0, change, ALL)
    expect(readWork(archivist, reference)).toMatchObject({
      revision: 2,
      state: 'draft',
      publication: 'published',
      publishedRevision: 1,
      content: { taking: { placeGiven: 'Lindholm' } },
    })
  })

  it('is forgotten with its import', async () => {
    const archivist = await addPerson('archivist')
    await importFile(archivist, jsonLines(RECORD))
    const second = await importFile(archivist, jsonLines(CHANGED, { id: '8', text: 'New.' }))
    expect(openChanges()).toBe(1)
    undoImport(archivist, second.id)
    await followImport(second.id)
    expect(openChanges()).toBe(0)
  })
})

describe('who may not', () => {
  it("nobody compares, takes or leaves what is somebody else's", async () => {
    const { importId, reference } = await importChanged()
    const seen = { revision: 1, version: 1 }
    for (const [viewer, code] of [
      [await addPerson('archivist'), 'not_found'],
      [await addPerson('admin'), 'not_found'],
      [await addPerson('researcher'), 'forbidden'],
    ] as const) {
      const refused = expect.objectContaining({ code })
      expect(() => readChange(viewer, importId, 0)).toThrow(refused)
      expect(() => takeChange(viewer, importId, 0, seen, ALL)).toThrow(refused)
      expect(() => leaveChange(viewer, importId, 0)).toThrow(refused)
    }
    expect(openChanges()).toBe(1)

    const other = await addPerson('archivist')
    const elsewhere = await importFile(other, jsonLines(CHANGED))
    expect(elsewhere.items[0]).toMatchObject({
      reason: 'changedElsewhere',
      reference: null,
      isOpenChange: false,
    })
    expect(JSON.stringify(elsewhere)).not.toContain(reference)
  })
})

async function importChangedAgain(
  viewer: Awaited<ReturnType<typeof addPerson>>,
  record: object,
): Promise<string> {
  const report = await importFile(viewer, jsonLines(record))
  expect(report.counts.changed).toBe(1)
  return report.id
}
