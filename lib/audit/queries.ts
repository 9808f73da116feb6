import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL } from 'drizzle-orm'
import { auditEvents, users } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { notFound } from '#lib/errors.ts'
import { isAdmin, type Viewer } from '#lib/viewer.ts'
import { AUDIT_ACTIONS, type AuditAction, type AuditSubject } from './record.ts'

export const SUBJECT_TYPES = [
  'statement',
  'user',
  'archive',
  'authority',
  'source',
  'occasion',
  'import',
] as const satisfies AuditSubject['type'][]

export interface AuditFilter {
  /** A person's id; `machine` for the product itself and for visitors who had not signed in. */
  actor?: string | undefined
  action?: AuditAction | undefined
  subjectType?: AuditSubject['type'] | undefined
  /** The subject's id: the reference of a statement; a person's id or e-mail address. */
  subject?: string | undefined
  /** First and last day, ISO dates in UTC, both included. */
  from?: string | undefined
  until?: string | undefined
  /** Events before this id: the `next` of the page before. */
  before?: number | undefined
}

export interface AuditEventView {
  id: number
  /** UTC, ISO 8601. */
  at: string
  actorId: string | null
  actorName: string
  action: string
  subject: { type: string; id: string; label: string }
  details: Record<string, unknown>
}

const PAGE_SIZE = 50

/**
 * Events of the audit log, newest first, 50 to a page; `next` leads to the page after.
 * @throws AppError `not_found` for all but admins.
 */
export function listEvents(
  viewer: Viewer,
  filter: AuditFilter = {},
): { events: AuditEventView[]; next: number | null } {
  if (!isAdmin(viewer)) throw notFound('the audit log is for admins')
  const rows = database()
    .select()
    .from(auditEvents)
    .where(and(...conditions(filter)))
    .orderBy(desc(auditEvents.id))
    .limit(PAGE_SIZE + 1)
    .all()
  const page = rows.slice(0, PAGE_SIZE)
  const labels = readLabels(page)
  return {
    events: page.map(({ id, at, actorId, actorName, action, subjectType, subjectId, details }) => ({
      id,
      at,
      actorId,
      actorName,
      action,
      subject: {
        type: subjectType,
        id: subjectId,
        label: labels.get(`${subjectType} ${subjectId}`) ?? subjectId,
      },
      details,
    })),
    next: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  }
}

/**
 * What the audit log can be filtered by: everybody who ever acted, by name, and the actions that occur.
 * @throws AppError `not_found` for all but admins.
 */
export function listAuditChoices(viewer: Viewer): {
  actors: { id: string; name: string }[]
  actions: AuditAction[]
} {
  if (!isAdmin(viewer)) throw notFound('the audit log is for admins')
  const acted = database()
    .selectDistinct({ id: auditEvents.actorId })
    .from(auditEvents)
    .all()
    .flatMap(({ id }) => (id ? [id] : []))
  const actors = database()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, acted))
    .orderBy(asc(users.name))
    .all()
  const occurring = new Set(
    database()
      .selectDistinct({ action: auditEvents.action })
      .from(auditEvents)
      .all()
      .map(({ action }) => action),
  )
  return { actors, actions: AUDIT_ACTIONS.filter((action) => occurring.has(action)) }
}

function conditions(filter: AuditFilter): SQL[] {
  const found: SQL[] = []
  if (filter.actor === 'machine') found.push(isNull(auditEvents.actorId))
  else if (filter.actor) found.push(eq(auditEvents.actorId, filter.actor))
  if (filter.action) found.push(eq(auditEvents.action, filter.action))
  if (filter.subjectType) found.push(eq(auditEvents.subjectType, filter.subjectType))
  if (filter.subject) found.push(inArray(auditEvents.subjectId, subjectIds(filter.subject)))
  if (filter.from) found.push(gte(auditEvents.at, filter.from))
  if (filter.until) found.push(lt(auditEvents.at, dayAfter(filter.until)))
  if (filter.before) found.push(lt(auditEvents.id, filter.before))
  return found
}

/** People know each other by e-mail address; events know them by id. References are written in capitals. */
function subjectIds(subject: string): string[] {
  const text = subject.trim()
  const user = database()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, text.toLowerCase()))
    .get()
  return [text, text.toUpperCase(), ...(user ? [user.id] : [])]
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString()
}

/** Names of the people whom events are about; other subjects are known by their id. */
function readLabels(events: { subjectType: string; subjectId: string }[]): Map<string, string> {
  const ids = new Set(events.filter((e) => e.subjectType === 'user').map((e) => e.subjectId))
  const people = database()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]))
    .all()
  return new Map(people.map(({ id, name }) => [`user ${id}`, name]))
}
