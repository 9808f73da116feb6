import { z } from 'zod'
import { type AuditFilter, SUBJECT_TYPES } from '#lib/audit/queries.ts'
import { AUDIT_ACTIONS } from '#lib/audit/record.ts'

const text = z.string().trim().min(1).max(300).optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/** What cannot be used is left out: an address that was mistyped shows more, never an error. */
const filterSchema = z.object({
  actor: text,
  action: z.enum(AUDIT_ACTIONS).optional().catch(undefined),
  subjectType: z.enum(SUBJECT_TYPES).optional().catch(undefined),
  subject: text,
  from: day,
  until: day,
  before: z.coerce.number().int().positive().optional().catch(undefined),
})

export function readAuditFilter(query: Record<string, string | string[] | undefined>): AuditFilter {
  return filterSchema.parse(query)
}

/** The query of an address, with its question mark; empty where nothing is filtered. */
export function writeAuditFilter(filter: AuditFilter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) query.set(name, String(value))
  }
  return query.size > 0 ? `?${query}` : ''
}
