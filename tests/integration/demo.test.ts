import { count, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { auditEvents, consents, revisions, statements, users } from '#db/schema/index.ts'
import { createArchive } from '#lib/archive/commands.ts'
import { findBrokenEvent } from '#lib/audit/record.ts'
import { verifyPassword } from '#lib/auth/passwords.ts'
import { database } from '#lib/database.ts'
import { DEMO, demoReference } from '#lib/demo/description.ts'
import { seedDemoArchive } from '#lib/demo/seed.ts'
import { demoStatements } from '#lib/demo/statements.ts'
import { AppError } from '#lib/errors.ts'
import { statementContentSchema } from '#lib/statements/model.ts'
import { TESTIMONY_TYPES, WORK_STATES } from '#lib/statements/vocabularies.ts'
import { readWork } from '#lib/statements/work.ts'
import { SYSTEM, useTestDatabase } from '#tests/support/database.ts'

useTestDatabase(null)

const SEEDING_TIMEOUT_MS = 60_000

describe('seeding the demo archive', () => {
  it(
    'fills an empty archive with every state, audience and type, by the real commands',
    async () => {
      const signIns = await seedDemoArchive()

      expect(signIns.map(({ role }) => role)).toEqual(['researcher', 'archivist', 'admin', 'admin'])
      for (const { email, password, role } of signIns) {
        const user = database().select().from(users).where(eq(users.email, email)).get()
        expect(user).toMatchObject({ role, status: 'active' })
        expect(await verifyPassword(password, user?.passwordHash ?? null)).toBe(true)
      }
      expect(new Set(signIns.map(({ password }) => password)).size).toBe(4)

      const rows = database()
        .select({ statement: statements, revision: revisions })
        .from(statements)
        .innerJoin(revisions, eq(revisions.id, statements.currentRevisionId))
        .all()
      expect(rows.length).toBe(demoStatements().length)
      expect(rows.length).toBeGreaterThanOrEqual(60)
      const states = new Set(rows.map(({ revision }) => revision.state))
      expect(WORK_STATES.filter((state) => !states.has(state))).toEqual([])
      const types = new Set(rows.map(({ revision }) => revision.testimonyType))
      expect(TESTIMONY_TYPES.filter((type) => !types.has(type))).toEqual([])

      const published = rows.filter(({ statement }) => statement.publication === 'published')
      expect(new Set(published.map(({ statement }) => statement.audience))).toEqual(
        new Set(['public', 'registered', 'staff']),
      )
      expect(rows.filter(({ statement }) => statement.publication === 'withdrawn')).toHaveLength(2)
      const now = new Date().toISOString()
      expect(published.filter(({ statement }) => (statement.visibleFrom ?? '') > now)).toHaveLength(
        1,
      )

      expect(findBrokenEvent(database())).toBeNull()
      const publications = database()
        .select({ count: count() })
        .from(auditEvents)
        .where(eq(auditEvents.action, 'statement.published'))
        .get()
      expect(publications?.count).toBe(published.length + 2 + 2)
      expect(database().select({ count: count() }).from(consents).get()?.count).toBeGreaterThan(300)

      const revised = revisionsOf('ledger')
      expect(revised.map(({ passages }) => passages)).toEqual(DEMO.revised.passages)
      expect(revised.every(({ publishedAt, readable }) => publishedAt && readable)).toBe(true)
      revised.forEach(({ content }, index) => {
        const seventeenth = statementContentSchema.parse(JSON.parse(content)).text.passages[16]
        expect(seventeenth?.text.startsWith(DEMO.revised.seventeenth[index] as string)).toBe(true)
      })

      const open = readWork(SYSTEM, demoReference('telephone'))
      expect(open).toMatchObject({ state: 'draft', publication: 'published', revision: 2 })
      expect(JSON.stringify(open.content)).toContain(DEMO.words.openRevision.telephone[0])
      expect(readWork(SYSTEM, demoReference('transcript')).content.titles.en).toBe(
        DEMO.transcriptTitle,
      )
      expect(readWork(SYSTEM, demoReference('weighingRoom')).approvals).toHaveLength(1)

      const whole = JSON.stringify(rows)
      for (const name of DEMO.withheldNames) expect(whole).not.toContain(name)
      // Waiting for the disk at every commit is back.
      expect(database().$client.pragma('synchronous', { simple: true })).toBe(2)
    },
    SEEDING_TIMEOUT_MS,
  )

  it('is refused where there is an archive already', async () => {
    createArchive(SYSTEM, 'real')
    await expect(seedDemoArchive()).rejects.toThrow(AppError)
    expect(database().select({ count: count() }).from(users).get()?.count).toBe(0)
  })
})

function revisionsOf(name: string) {
  return database()
    .select({
      passages: revisions.passages,
      content: revisions.content,
      publishedAt: revisions.publishedAt,
      readable: revisions.readable,
    })
    .from(revisions)
    .innerJoin(statements, eq(statements.id, revisions.statementId))
    .where(eq(statements.reference, demoReference(name)))
    .orderBy(revisions.number)
    .all()
}
