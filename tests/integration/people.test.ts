import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditEvents, oneTimeLinks, statements } from '#db/schema/index.ts'
import { findBrokenEvent } from '#lib/audit/record.ts'
import { verifyPassword } from '#lib/auth/passwords.ts'
import { signIn } from '#lib/auth/sign-in.ts'
import { database } from '#lib/database.ts'
import type { AppError } from '#lib/errors.ts'
import {
  acceptInvitation,
  changeOwnPassword,
  changeRole,
  createPerson,
  handOverStatements,
  invitePerson,
  issueReset,
  resetPassword,
  restorePerson,
  signOutEverywhere,
  suspendPerson,
  voidInvitation,
} from '#lib/people/commands.ts'
import { inviteFirstAdmin } from '#lib/people/invitations.ts'
import {
  getOwnAccount,
  getPerson,
  listInvitations,
  listPeople,
  readInvitation,
  readReset,
} from '#lib/people/queries.ts'
import type { Viewer } from '#lib/viewer.ts'
import {
  ANONYMOUS,
  addPerson,
  SYSTEM,
  TEST_PASSWORD,
  useTestDatabase,
} from '#tests/support/database.ts'

useTestDatabase()

const NEW_PASSWORD = 'another long password'
const tokenOf = (url: string) => url.split('/').at(-1) ?? ''
const reasonOf = (error: unknown) => {
  const { code, reason } = error as AppError
  return `${code} ${reason}`
}
const refusal = async (work: () => unknown) => {
  try {
    await work()
    return 'done'
  } catch (error) {
    return reasonOf(error)
  }
}
const actions = () =>
  database()
    .select()
    .from(auditEvents)
    .all()
    .map(({ action }) => action)
const accept = (url: string, fields: { email?: string; password?: string } = {}, now?: Date) =>
  acceptInvitation(
    ANONYMOUS,
    { token: tokenOf(url), name: 'New Person', email: '', password: NEW_PASSWORD, ...fields },
    now,
  )

describe('managing people', () => {
  test('is for admins alone; everybody else is told that there is nothing', async () => {
    const admin = await addPerson('admin')
    const other = await addPerson('archivist')
    const viewers: Viewer[] = [
      ANONYMOUS,
      await addPerson('researcher'),
      await addPerson('archivist'),
    ]
    const { url } = invitePerson(admin, { email: 'x@example.org', role: 'researcher' })
    const invitation = listInvitations(admin)[0]?.id ?? ''
    const before = actions()
    for (const viewer of viewers) {
      for (const work of [
        () => listPeople(viewer),
        () => getPerson(viewer, other.userId),
        () => listInvitations(viewer),
        () => invitePerson(viewer, { email: 'y@example.org', role: 'admin' }),
        () => voidInvitation(viewer, invitation),
        () => changeRole(viewer, other.userId, 'admin'),
        () => suspendPerson(viewer, other.userId),
        () => restorePerson(viewer, other.userId),
        () => handOverStatements(viewer, other.userId, admin.userId),
        () => issueReset(viewer, { id: admin.userId }),
        () =>
          createPerson(viewer, {
            email: 'z@e.org',
            name: 'Z',
            role: 'admin',
            password: NEW_PASSWORD,
          }),
      ]) {
        expect(await refusal(work)).toBe('not_found notFound')
      }
    }
    expect(
      await refusal(() =>
        createPerson(admin, { email: 'z@e.org', name: 'Z', role: 'admin', password: NEW_PASSWORD }),
      ),
    ).toBe('not_found notFound')
    expect(actions()).toEqual(before)
    expect(readInvitation(ANONYMOUS, tokenOf(url)).email).toBe('x@example.org')
  })

  test('shows listed fields and no others', async () => {
    const admin = await addPerson('admin')
    invitePerson(admin, { email: 'x@example.org', role: 'researcher' })
    expect(Object.keys(listPeople(admin)[0] ?? {}).sort()).toEqual([
      'createdAt',
      'email',
      'id',
      'lastSignInAt',
      'name',
      'ownedStatements',
      'role',
      'status',
    ])
    expect(Object.keys(listInvitations(admin)[0] ?? {}).sort()).toEqual([
      'createdAt',
      'email',
      'expiresAt',
      'id',
      'isExpired',
      'role',
    ])
    expect(Object.keys(getOwnAccount(admin) ?? {})).not.toContain('passwordHash')
    expect(getOwnAccount(ANONYMOUS)).toBeNull()
  })

  test('never leaves the archive without an active admin', async () => {
    const admin = await addPerson('admin')
    expect(await refusal(() => suspendPerson(admin, admin.userId))).toBe('conflict lastAdmin')
    expect(await refusal(() => changeRole(admin, admin.userId, 'archivist'))).toBe(
      'conflict lastAdmin',
    )

    const second = await addPerson('admin')
    suspendPerson(admin, second.userId)
    expect(await refusal(() => changeRole(admin, admin.userId, 'archivist'))).toBe(
      'conflict lastAdmin',
    )
    restorePerson(admin, second.userId)
    changeRole(second, admin.userId, 'archivist')
    expect(await refusal(() => suspendPerson(second, second.userId))).toBe('conflict lastAdmin')
  })

  test('knows its states: twice suspended, never suspended, unknown', async () => {
    const admin = await addPerson('admin')
    const person = await addPerson('researcher')
    expect(await refusal(() => restorePerson(admin, person.userId))).toBe('conflict notSuspended')
    suspendPerson(admin, person.userId)
    expect(await refusal(() => suspendPerson(admin, person.userId))).toBe(
      'conflict alreadySuspended',
    )
    expect(await refusal(() => issueReset(admin, { id: person.userId }))).toBe(
      'conflict personSuspended',
    )
    expect(await refusal(() => suspendPerson(admin, 'nobody'))).toBe('not_found notFound')
    expect(actions().slice(-1)).toEqual(['user.suspended'])
    expect(findBrokenEvent(database())).toBeNull()
  })

  test('hands statements over with an event for each, to active staff alone', async () => {
    const admin = await addPerson('admin')
    const from = await addPerson('archivist')
    const to = await addPerson('archivist')
    const researcher = await addPerson('researcher')
    const suspended = await addPerson('archivist')
    suspendPerson(admin, suspended.userId)
    for (const reference of ['GV-2026-000001', 'GV-2026-000002']) {
      database()
        .insert(statements)
        .values({ reference, ownerId: from.userId, createdAt: new Date().toISOString() })
        .run()
    }
    for (const [recipient, reason] of [
      [researcher.userId, 'invalid recipientNotStaff'],
      [suspended.userId, 'invalid recipientNotStaff'],
      ['nobody', 'invalid recipientNotStaff'],
      [from.userId, 'invalid recipientSame'],
    ] as const) {
      expect(await refusal(() => handOverStatements(admin, from.userId, recipient))).toBe(reason)
    }
    expect(getPerson(admin, from.userId)).toMatchObject({
      person: { ownedStatements: 2 },
      recipients: expect.not.arrayContaining([expect.objectContaining({ id: suspended.userId })]),
    })
    expect(handOverStatements(admin, from.userId, to.userId)).toBe(2)
    expect(getPerson(admin, to.userId).person.ownedStatements).toBe(2)
    const events = database().select().from(auditEvents).all().slice(-2)
    expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['statement.handed_over', 'GV-2026-000001'],
      ['statement.handed_over', 'GV-2026-000002'],
    ])
  })
})

describe('an invitation', () => {
  test('makes an account with its role, once', async () => {
    const admin = await addPerson('admin')
    const { url } = invitePerson(admin, { email: ' New@Example.org ', role: 'archivist' })
    expect(readInvitation(ANONYMOUS, tokenOf(url))).toEqual({
      email: 'new@example.org',
      role: 'archivist',
      expiresAt: expect.any(String),
    })
    const { id } = await accept(url, { email: 'chosen@example.org' })
    expect(getPerson(admin, id).person).toMatchObject({
      email: 'new@example.org',
      role: 'archivist',
    })
    expect(await refusal(() => accept(url))).toBe('invalid linkUsed')
    await signIn({ email: 'new@example.org', password: NEW_PASSWORD, address: '192.0.2.1' })
    expect(actions().slice(-3)).toEqual(['user.invited', 'user.joined', 'user.signed_in'])
  })

  test('is used once even by two at the same time', async () => {
    const admin = await addPerson('admin')
    const { url } = invitePerson(admin, { email: 'new@example.org', role: 'archivist' })
    const answers = await Promise.all([refusal(() => accept(url)), refusal(() => accept(url))])
    expect(answers.sort()).toEqual(['done', 'invalid linkUsed'])
  })

  test('expires after a week, and can be void', async () => {
    const admin = await addPerson('admin')
    const start = new Date('2026-05-01T10:00:00Z')
    const { url } = invitePerson(admin, { email: 'a@example.org', role: 'researcher' }, start)
    const later = new Date('2026-05-08T10:00:01Z')
    expect(await refusal(() => accept(url, {}, later))).toBe('invalid linkExpired')
    expect(await refusal(() => readInvitation(ANONYMOUS, tokenOf(url), later))).toBe(
      'invalid linkExpired',
    )

    const second = invitePerson(admin, { email: 'b@example.org', role: 'researcher' })
    const id = listInvitations(admin).find(({ email }) => email === 'b@example.org')?.id ?? ''
    voidInvitation(admin, id)
    expect(await refusal(() => accept(second.url))).toBe('invalid linkVoid')
    expect(await refusal(() => voidInvitation(admin, id))).toBe('not_found notFound')
    expect(await refusal(() => readInvitation(ANONYMOUS, 'no such token'))).toBe(
      'not_found notFound',
    )
  })

  test('is kept as a digest, and replaced by a newer one to the same address', async () => {
    const admin = await addPerson('admin')
    const first = invitePerson(admin, { email: 'a@example.org', role: 'researcher' })
    const second = invitePerson(admin, { email: 'A@example.org', role: 'archivist' })
    const stored = JSON.stringify([
      database().select().from(oneTimeLinks).all(),
      database().select().from(auditEvents).all(),
    ])
    expect(stored).not.toContain(tokenOf(second.url))
    expect(await refusal(() => accept(first.url))).toBe('invalid linkVoid')
    expect(await refusal(() => accept(second.url))).toBe('done')
    const again = () => invitePerson(admin, { email: 'a@example.org', role: 'researcher' })
    expect(await refusal(again)).toBe('conflict emailTaken')
  })

  test('of an admin is void once they are suspended or demoted', async () => {
    const admin = await addPerson('admin')
    const second = await addPerson('admin')
    const third = await addPerson('admin')
    const one = invitePerson(second, { email: 'a@example.org', role: 'admin' })
    const two = invitePerson(third, { email: 'b@example.org', role: 'admin' })
    suspendPerson(admin, second.userId)
    changeRole(admin, third.userId, 'archivist')
    expect(await refusal(() => accept(one.url))).toBe('invalid linkVoid')
    expect(await refusal(() => accept(two.url))).toBe('invalid linkVoid')
  })

  test('names each field that is wrong, and stays open', async () => {
    const admin = await addPerson('admin')
    const { url } = invitePerson(admin, { email: 'a@example.org', role: 'researcher' })
    expect(await refusal(() => accept(url, { password: 'short' }))).toBe('invalid passwordTooShort')
    expect(await refusal(() => accept(url, { password: 'a@example.org' }))).toBe(
      'invalid passwordIsEmail',
    )
    const bad = () => invitePerson(admin, { email: 'not an address', role: 'researcher' })
    expect(await refusal(bad)).toBe('invalid emailInvalid')
    expect(await refusal(() => accept(url))).toBe('done')
  })

  test('of the first admin is made while there is none, and the earlier one is void', async () => {
    const first = inviteFirstAdmin()
    const second = inviteFirstAdmin()
    if (!first || !second) throw new Error('no invitation')
    expect(readInvitation(ANONYMOUS, tokenOf(second))).toMatchObject({ email: null, role: 'admin' })
    expect(await refusal(() => accept(first, { email: 'me@example.org' }))).toBe('invalid linkVoid')
    expect(await refusal(() => accept(second, { email: 'nonsense' }))).toBe('invalid emailInvalid')
    const { id } = await accept(second, { email: 'Me@example.org' })
    expect(inviteFirstAdmin()).toBeNull()
    const people = listPeople(SYSTEM)
    expect(people).toEqual([
      expect.objectContaining({ id, email: 'me@example.org', role: 'admin' }),
    ])
  })
})

describe('a password', () => {
  test('is reset by a link, once, which ends all sessions', async () => {
    const admin = await addPerson('admin')
    const person = await addPerson('researcher')
    const { url } = issueReset(admin, { id: person.userId })
    expect(readReset(ANONYMOUS, tokenOf(url)).email).toBe(person.email)
    const use = () => resetPassword(ANONYMOUS, { token: tokenOf(url), password: NEW_PASSWORD })
    expect(await use()).toEqual({ id: person.userId, sessionVersion: 2 })
    expect(await refusal(use)).toBe('invalid linkUsed')
    expect(actions().slice(-2)).toEqual(['user.reset_issued', 'user.password_changed'])
    await signIn({ email: person.email, password: NEW_PASSWORD, address: '192.0.2.1' })
  })

  test('reset links expire in a day, follow one another, and end with suspension', async () => {
    const admin = await addPerson('admin')
    const person = await addPerson('researcher')
    const use = (url: string, now?: Date) => () =>
      resetPassword(ANONYMOUS, { token: tokenOf(url), password: NEW_PASSWORD }, now)
    const first = issueReset(SYSTEM, { email: person.email.toUpperCase() })
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    expect(await refusal(use(first.url, tomorrow))).toBe('invalid linkExpired')
    const second = issueReset(admin, { id: person.userId })
    expect(await refusal(use(first.url))).toBe('invalid linkVoid')
    suspendPerson(admin, person.userId)
    expect(await refusal(use(second.url))).toBe('invalid linkVoid')
    expect(await refusal(use('x/no-such-token'))).toBe('not_found notFound')
    const invitation = invitePerson(admin, { email: 'b@example.org', role: 'admin' })
    expect(await refusal(use(invitation.url)), 'one kind for another').toBe('not_found notFound')
  })

  test('of one’s own changes with the present one, and ends other sessions', async () => {
    const person = await addPerson('researcher')
    const change = (viewer: Viewer, currentPassword: string, password = NEW_PASSWORD) =>
      changeOwnPassword(viewer, { currentPassword, password, address: '192.0.2.1' })
    expect(await refusal(() => change(ANONYMOUS, TEST_PASSWORD))).toBe(
      'unauthenticated signInNeeded',
    )
    expect(await refusal(() => change(person, 'wrong password'))).toBe(
      'invalid currentPasswordWrong',
    )
    expect(await refusal(() => change(person, TEST_PASSWORD, 'short'))).toBe(
      'invalid passwordTooShort',
    )
    expect(await change(person, TEST_PASSWORD)).toEqual({ id: person.userId, sessionVersion: 2 })
    expect(actions().slice(-1)).toEqual(['user.password_changed'])
    const answers = []
    for (let i = 0; i < 8; i++) answers.push(await refusal(() => change(person, 'wrong password')))
    expect(answers.at(-1)).toBe('rate_limited rateLimited')
  })

  test('and sessions are one’s own: nobody signs out nobody', async () => {
    expect(await refusal(() => signOutEverywhere(ANONYMOUS))).toBe('unauthenticated signInNeeded')
  })
})

test('seeding makes accounts, each address once', async () => {
  const input = {
    email: 'a@example.org',
    name: '  A \n B ',
    role: 'archivist',
    password: NEW_PASSWORD,
  } as const
  const { id } = await createPerson(SYSTEM, input)
  expect(await refusal(() => createPerson(SYSTEM, input))).toBe('conflict emailTaken')
  expect(
    await refusal(() => createPerson(SYSTEM, { ...input, email: 'b@example.org', name: ' ' })),
  ).toBe('invalid nameMissing')
  const row = database()
    .query.users.findFirst({ where: (user) => eq(user.id, id) })
    .sync()
  expect(row?.name).toBe('A B')
  expect(await verifyPassword(NEW_PASSWORD, row?.passwordHash ?? null)).toBe(true)
})
