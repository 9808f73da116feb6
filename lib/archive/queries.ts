import { archive, referenceCounters } from '#db/schema/index.ts'
import { database, type Queryable } from '#lib/database.ts'
import type { Viewer } from '#lib/viewer.ts'

/** The archive's settings, which everybody may know: they stand at the head of every page. */
export interface ArchiveView {
  /** The demo archive says on every page that it is invented. */
  kind: 'demo' | 'real'
  name: { en: string; fa: string }
  contact: string
  referencePrefix: string
  /** True after the first statement: references are permanent. */
  prefixIsFixed: boolean
  openToAnonymous: boolean
}

/** The archive's settings, or null where there is no archive yet. */
export function getArchive(_viewer: Viewer): ArchiveView | null {
  const row = database().select().from(archive).get()
  if (!row) return null
  return {
    kind: row.kind,
    name: { en: row.nameEn, fa: row.nameFa },
    contact: row.contact,
    referencePrefix: row.referencePrefix,
    prefixIsFixed: isPrefixFixed(database()),
    openToAnonymous: row.openToAnonymous,
  }
}

/** Whether a reference was ever given; deleting the statement does not take it back. */
export function isPrefixFixed(queryable: Queryable): boolean {
  return (
    queryable.select({ year: referenceCounters.year }).from(referenceCounters).get() !== undefined
  )
}
