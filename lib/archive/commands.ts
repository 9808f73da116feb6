import { eq } from 'drizzle-orm'
import { archive } from '#db/schema/index.ts'
import { recordEvent } from '#lib/audit/record.ts'
import { write } from '#lib/database.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { isAdmin, type Viewer } from '#lib/viewer.ts'
import { isPrefixFixed } from './queries.ts'

export interface ArchiveSettings {
  nameEn: string
  nameFa: string
  contact: string
  /** Two to six Latin letters; kept in capitals. */
  referencePrefix: string
  openToAnonymous: boolean
}

const FIRST_SETTINGS: Record<'demo' | 'real', ArchiveSettings> = {
  demo: {
    nameEn: 'Govah demo archive',
    nameFa: 'آرشیو نمایشی گواه',
    contact: 'archive@example.org',
    referencePrefix: 'GV',
    openToAnonymous: true,
  },
  real: {
    nameEn: 'Govah archive',
    nameFa: 'آرشیو گواه',
    contact: '',
    referencePrefix: 'GV',
    openToAnonymous: false,
  },
}

const SUBJECT = { type: 'archive', id: '1' } as const
const NAME_MAX_LENGTH = 200
const CONTACT_MAX_LENGTH = 2000

/**
 * Makes the archive, once. A real one begins closed to anonymous visitors until its admin opens it.
 * @throws AppError `not_found` for everybody but the system; `conflict` where there is an archive.
 */
export function createArchive(viewer: Viewer, kind: 'demo' | 'real', now: Date = new Date()): void {
  if (viewer.kind !== 'system') throw notFound('archives are made at the start')
  write((tx) => {
    if (tx.select().from(archive).get()) throw new AppError('conflict', 'archiveExists')
    tx.insert(archive)
      .values({ id: 1, kind, ...FIRST_SETTINGS[kind], createdAt: now.toISOString() })
      .run()
    recordEvent(tx, viewer, 'archive.created', SUBJECT, { kind })
  })
}

/**
 * Changes the archive's settings.
 * @throws AppError `not_found` for all but admins; `invalid` with each bad field (`nameEn`, `nameFa`, `contact`,
 * `referencePrefix`), among them a new prefix after the first statement.
 */
export function changeSettings(viewer: Viewer, input: ArchiveSettings): void {
  if (!isAdmin(viewer)) throw notFound('settings are for admins')
  const next: ArchiveSettings = {
    nameEn: input.nameEn.trim(),
    nameFa: input.nameFa.trim(),
    contact: input.contact.trim(),
    referencePrefix: input.referencePrefix.trim().toUpperCase(),
    openToAnonymous: input.openToAnonymous,
  }
  write((tx) => {
    const present = tx.select().from(archive).get()
    if (!present) throw notFound('no archive yet')
    const fields = findBadSettings(next, {
      prefix: present.referencePrefix,
      prefixIsFixed: isPrefixFixed(tx),
    })
    if (Object.keys(fields).length > 0) {
      throw new AppError('invalid', 'settingsInvalid', {
        fields,
        values: { nameMaximum: NAME_MAX_LENGTH, contactMaximum: CONTACT_MAX_LENGTH },
      })
    }
    const changed = (Object.keys(next) as (keyof ArchiveSettings)[]).filter(
      (key) => next[key] !== present[key],
    )
    if (changed.length === 0) return
    tx.update(archive).set(next).where(eq(archive.id, present.id)).run()
    const details = Object.fromEntries(
      changed.map((key) => [key, { from: present[key], to: next[key] }]),
    )
    recordEvent(tx, viewer, 'archive.settings_changed', SUBJECT, details)
  })
}

function findBadSettings(
  next: ArchiveSettings,
  rule: { prefix: string; prefixIsFixed: boolean },
): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const name of ['nameEn', 'nameFa'] as const) {
    if (next[name] === '') fields[name] = 'archiveNameMissing'
    else if (next[name].length > NAME_MAX_LENGTH) fields[name] = 'archiveNameTooLong'
  }
  if (next.contact.length > CONTACT_MAX_LENGTH) fields.contact = 'contactTooLong'
  if (!/^[A-Z]{2,6}$/.test(next.referencePrefix)) fields.referencePrefix = 'prefixInvalid'
  else if (rule.prefixIsFixed && next.referencePrefix !== rule.prefix) {
    fields.referencePrefix = 'prefixFixed'
  }
  return fields
}
