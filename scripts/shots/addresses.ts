import { Readable } from 'node:stream'
import { and, eq, inArray, ne } from 'drizzle-orm'
import {
  authorities,
  imports,
  revisionAuthorities,
  revisions,
  statements,
  users,
} from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import { startImport, uploadImport } from '#lib/importing/commands.ts'
import { followImport } from '#lib/importing/service.ts'
import { invitePerson } from '#lib/people/invitations.ts'
import { issueReset } from '#lib/people/passwords.ts'
import type { Viewer } from '#lib/viewer.ts'

export type Visitor = Extract<Viewer, { kind: 'user' }> | null

/** What stands in a page's address for this visitor; null where the archive has nothing of the kind for them. */
type Fill = (visitor: Visitor) => string | null | Promise<string | null>

const FILLS: Record<string, Fill> = {
  '/[...rest]': () => '/nothing-here',
  '/search': () => '/search?q=water',
  '/statements/[reference]': () => prefixed('/statements/', publishedReference(), '?q=water'),
  '/statements/[reference]/[revision]': () => prefixed('/statements/', publishedReference(), '/r1'),
  '/people/[id]': () => prefixed('/people/', mentionedAuthority('person')),
  '/places/[id]': () => prefixed('/places/', mentionedAuthority('place')),
  '/events/[id]': () => prefixed('/events/', mentionedAuthority('event')),
  '/desk/statements/[reference]': (visitor) => prefixed('/desk/statements/', ownDraft(visitor)),
  '/desk/statements/[reference]/preview': (visitor) =>
    prefixed('/desk/statements/', ownDraft(visitor), '/preview'),
  '/desk/import/[id]': async (visitor) => prefixed('/desk/import/', await ownImport(visitor)),
  '/desk/import/[id]/changes/[position]': async (visitor) =>
    prefixed('/desk/import/', await ownChangedImport(visitor), '/changes/0'),
  '/review/[reference]': (visitor) => prefixed('/review/', waitingReference(visitor)),
  '/review/[reference]/preview': (visitor) =>
    prefixed('/review/', waitingReference(visitor), '/preview'),
  '/admin/users/[id]': (visitor) => prefixed('/admin/users/', anotherPerson(visitor)),
  '/invitation/[token]': (visitor) => (visitor === null ? invitationPath() : null),
  '/reset/[token]': (visitor) => (visitor === null ? resetPath() : null),
}

/**
 * The path to visit for a route; null where there is nothing for this visitor.
 * @throws Error for a route with parameters that nobody has told how to fill.
 */
export async function addressFor(route: string, visitor: Visitor): Promise<string | null> {
  const fill = FILLS[route]
  if (fill !== undefined) return fill(visitor)
  if (route.includes('[')) throw new Error(`scripts/shots/addresses.ts does not know ${route}`)
  return route
}

function prefixed(before: string, value: string | null, after = ''): string | null {
  return value === null ? null : `${before}${value}${after}`
}

function publishedReference(): string | null {
  const row = database()
    .select({ reference: statements.reference })
    .from(statements)
    .where(and(eq(statements.publication, 'published'), eq(statements.audience, 'public')))
    .orderBy(statements.id)
    .get()
  return row?.reference ?? null
}

function mentionedAuthority(kind: 'person' | 'place' | 'event'): string | null {
  const row = database()
    .select({ id: authorities.id })
    .from(authorities)
    .innerJoin(revisionAuthorities, eq(revisionAuthorities.authorityId, authorities.id))
    .innerJoin(statements, eq(statements.publishedRevisionId, revisionAuthorities.revisionId))
    .where(
      and(
        eq(authorities.kind, kind),
        eq(statements.publication, 'published'),
        eq(statements.audience, 'public'),
      ),
    )
    .orderBy(authorities.id)
    .get()
  return row?.id ?? null
}

function ownDraft(visitor: Visitor): string | null {
  if (visitor === null) return null
  const row = database()
    .select({ reference: statements.reference })
    .from(statements)
    .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
    .where(
      and(
        eq(statements.ownerId, visitor.userId),
        inArray(revisions.state, ['changes_requested', 'draft']),
      ),
    )
    .orderBy(revisions.state)
    .get()
  return row?.reference ?? null
}

function waitingReference(visitor: Visitor): string | null {
  if (visitor === null) return null
  const waiting = database()
    .select({ reference: statements.reference, claimedBy: revisions.claimedBy })
    .from(statements)
    .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
    .where(
      and(
        ne(statements.ownerId, visitor.userId),
        inArray(revisions.state, ['in_review', 'submitted']),
      ),
    )
    .orderBy(statements.id)
    .all()
  // One's own claim shows every form of the page.
  const own = waiting.find(({ claimedBy }) => claimedBy === visitor.userId)
  return (own ?? waiting[0])?.reference ?? null
}

function anotherPerson(visitor: Visitor): string | null {
  const row = database()
    .select({ id: users.id })
    .from(users)
    .where(and(ne(users.id, visitor?.userId ?? ''), eq(users.role, 'archivist')))
    .get()
  return row?.id ?? null
}

type Staff = Exclude<Visitor, null>

/** The demo archive holds no import: one of a single invented record is made for each who may have one. */
async function ownImport(visitor: Visitor): Promise<string | null> {
  if (visitor === null || visitor.role === 'researcher') return null
  const text = `The water came before the bells were rung, says the one who kept them (${visitor.role}).\n`
  return importOnce(visitor, 'bells.txt', text)
}

/** The same record twice, in other words the second time. */
async function ownChangedImport(visitor: Visitor): Promise<string | null> {
  if (visitor === null || visitor.role === 'researcher') return null
  const record = { id: visitor.role, source: 'The keepers of Mirab', place: 'Lower Mirab' }
  const text = 'I rang the bells myself.\n\nNobody had told me that the dam was open.'
  const changed = {
    ...record,
    place: 'Upper Mirab',
    text: text.replace('Nobody', 'Not one of them'),
  }
  await importOnce(visitor, 'keepers-1.jsonl', JSON.stringify({ ...record, text }))
  return importOnce(visitor, 'keepers-2.jsonl', JSON.stringify(changed))
}

async function importOnce(visitor: Staff, name: string, text: string): Promise<string> {
  const known = database()
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.createdBy, visitor.userId), eq(imports.fileName, name)))
    .get()
  if (known !== undefined) return known.id
  const importId = await uploadImport(visitor, { name, bytes: Readable.from([Buffer.from(text)]) })
  await followImport(importId)
  startImport(visitor, importId, 1)
  await followImport(importId)
  return importId
}

function someAdmin(): Extract<Viewer, { kind: 'user' }> {
  const row = database().select().from(users).where(eq(users.role, 'admin')).get()
  if (row === undefined) throw new Error('the archive has no admin')
  return { kind: 'user', userId: row.id, name: row.name, email: row.email, role: row.role }
}

const paths: Record<string, string> = {}

function invitationPath(): string {
  paths.invitation ??= new URL(
    invitePerson(someAdmin(), { email: 'invited@example.org', role: 'researcher' }).url,
  ).pathname
  return paths.invitation
}

function resetPath(): string {
  paths.reset ??= new URL(issueReset(someAdmin(), { email: 'researcher@example.org' }).url).pathname
  return paths.reset
}
