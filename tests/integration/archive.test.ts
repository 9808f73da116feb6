import { describe, expect, test } from 'vitest'
import { auditEvents, referenceCounters } from '#db/schema/index.ts'
import { type ArchiveSettings, changeSettings, createArchive } from '#lib/archive/commands.ts'
import { getArchive } from '#lib/archive/queries.ts'
import { listAuditChoices, listEvents } from '#lib/audit/queries.ts'
import { database } from '#lib/database.ts'
import type { AppError } from '#lib/errors.ts'
import { changeRole, invitePerson } from '#lib/people/commands.ts'
import type { Viewer } from '#lib/viewer.ts'
import { ANONYMOUS, addPerson, SYSTEM, useTestDatabase } from '#tests/support/database.ts'

useTestDatabase(null)

const refusal = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return error as AppError
  }
}

const SETTINGS: ArchiveSettings = {
  nameEn: 'Archive of Tests',
  nameFa: 'آرشیو آزمون',
  contact: 'write@example.org',
  referencePrefix: 'at',
  openToAnonymous: true,
}

describe('the archive', () => {
  test('is made once, by the machine, closed when it is real', async () => {
    expect(getArchive(ANONYMOUS)).toBeNull()
    expect(refusal(() => createArchive(ANONYMOUS, 'real'))?.code).toBe('not_found')
    createArchive(SYSTEM, 'real')
    expect(refusal(() => createArchive(SYSTEM, 'demo'))?.reason).toBe('archiveExists')
    expect(getArchive(ANONYMOUS)).toMatchObject({
      kind: 'real',
      openToAnonymous: false,
      referencePrefix: 'GV',
    })
  })

  test('has settings that admins alone change, each change written down', async () => {
    createArchive(SYSTEM, 'real')
    const admin = await addPerson('admin')
    const others: Viewer[] = [
      ANONYMOUS,
      SYSTEM,
      await addPerson('archivist'),
      await addPerson('researcher'),
    ]
    for (const viewer of others) {
      expect(refusal(() => changeSettings(viewer, SETTINGS))?.code).toBe('not_found')
    }
    changeSettings(admin, SETTINGS)
    expect(getArchive(ANONYMOUS)).toEqual({
      kind: 'real',
      name: { en: 'Archive of Tests', fa: 'آرشیو آزمون' },
      contact: 'write@example.org',
      referencePrefix: 'AT',
      prefixIsFixed: false,
      openToAnonymous: true,
    })
    changeSettings(admin, SETTINGS)
    const events = database().select().from(auditEvents).all()
    const changes = events.filter(({ action }) => action === 'archive.settings_changed')
    expect(changes.map(({ details }) => details.referencePrefix)).toEqual([
      { from: 'GV', to: 'AT' },
    ])
  })

  test('names every bad setting, and keeps its prefix after the first statement', async () => {
    createArchive(SYSTEM, 'demo')
    const admin = await addPerson('admin')
    const bad = {
      ...SETTINGS,
      nameEn: ' ',
      nameFa: 'ن'.repeat(201),
      contact: 'x'.repeat(2001),
      referencePrefix: 'G1',
    }
    expect(refusal(() => changeSettings(admin, bad))?.fields).toEqual({
      nameEn: 'archiveNameMissing',
      nameFa: 'archiveNameTooLong',
      contact: 'contactTooLong',
      referencePrefix: 'prefixInvalid',
    })
    database().insert(referenceCounters).values({ year: 2026, lastNumber: 1 }).run()
    expect(refusal(() => changeSettings(admin, SETTINGS))?.fields).toEqual({
      referencePrefix: 'prefixFixed',
    })
    changeSettings(admin, { ...SETTINGS, referencePrefix: 'gv' })
    expect(getArchive(admin)).toMatchObject({ prefixIsFixed: true, referencePrefix: 'GV' })
  })
})

describe('the audit log', () => {
  test('is read by admins alone', async () => {
    const others: Viewer[] = [
      ANONYMOUS,
      SYSTEM,
      await addPerson('archivist'),
      await addPerson('researcher'),
    ]
    for (const viewer of others) {
      expect(refusal(() => listEvents(viewer))?.code).toBe('not_found')
      expect(refusal(() => listAuditChoices(viewer))?.code).toBe('not_found')
    }
  })

  test('is filtered by who, what, about whom and when, and read in pages without gaps', async () => {
    createArchive(SYSTEM, 'demo')
    const admin = await addPerson('admin')
    const person = await addPerson('researcher')
    for (let i = 0; i < 60; i++) {
      changeRole(admin, person.userId, i % 2 ? 'researcher' : 'archivist')
    }
    invitePerson(admin, { email: 'x@example.org', role: 'admin' })

    const all = listEvents(admin)
    expect(all.events).toHaveLength(50)
    expect(all.events[0]).toMatchObject({ action: 'user.invited', actorName: admin.name })
    const rest = listEvents(admin, { before: all.next ?? undefined })
    expect(rest.next).toBeNull()
    const ids = [...all.events, ...rest.events].map(({ id }) => id)
    expect(ids).toEqual(ids.map((_, index) => ids.length - index))

    expect(listEvents(admin, { action: 'user.role_changed' }).events[0]?.subject).toEqual({
      type: 'user',
      id: person.userId,
      label: person.name,
    })
    expect(listEvents(admin, { actor: 'machine' }).events.map(({ action }) => action)).toEqual([
      'user.joined',
      'user.joined',
      'archive.created',
    ])
    expect(listEvents(admin, { actor: admin.userId, action: 'user.invited' }).events).toHaveLength(
      1,
    )
    const joined = listEvents(admin, { subject: person.email, action: 'user.joined' })
    expect(joined.events).toHaveLength(1)
    const today = new Date().toISOString().slice(0, 10)
    expect(listEvents(admin, { from: today, until: today }).events).toHaveLength(50)
    expect(listEvents(admin, { until: '2020-01-01' }).events).toHaveLength(0)
    expect(listAuditChoices(admin)).toEqual({
      actors: [{ id: admin.userId, name: admin.name }],
      actions: ['archive.created', 'user.invited', 'user.joined', 'user.role_changed'],
    })
  })
})
