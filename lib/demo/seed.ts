import { randomBytes } from 'node:crypto'
import { createArchive } from '#lib/archive/commands.ts'
import { insertAuthority } from '#lib/authorities/commands.ts'
import { database, write } from '#lib/database.ts'
import { insertOccasion } from '#lib/occasions/commands.ts'
import { createPerson, suspendPerson } from '#lib/people/commands.ts'
import { insertSource } from '#lib/sources/commands.ts'
import type { Role, Viewer } from '#lib/viewer.ts'
import { type Hands, type RecordIds, travel } from './journeys.ts'
import { demoStatements } from './statements.ts'
import { AUTHORITIES, OCCASIONS, SOURCES } from './world.ts'

/** How somebody signs in to the demo archive; the password is random at each seeding. */
export interface DemoSignIn {
  role: Role
  email: string
  password: string
}

type Person = Extract<Viewer, { kind: 'user' }>

const SYSTEM: Viewer = { kind: 'system', reason: 'demo archive' }

/** Invented people; the former ones are suspended in the end and nobody can sign in as them. */
const PEOPLE = {
  researcher: { role: 'researcher', name: 'Niyusha Abgiri', email: 'researcher@example.org' },
  archivist: { role: 'archivist', name: 'Arash Golmarzi', email: 'archivist@example.org' },
  admin: { role: 'admin', name: 'Simin Karizi', email: 'admin@example.org' },
  secondAdmin: { role: 'admin', name: 'Human Tarvandi', email: 'second-admin@example.org' },
  formerArchivist: {
    role: 'archivist',
    name: 'Jaleh Namakdust',
    email: 'former-archivist@example.org',
  },
  formerResearcher: {
    role: 'researcher',
    name: 'Kian Peshtari',
    email: 'former-researcher@example.org',
  },
} as const satisfies Record<string, { role: Role; name: string; email: string }>

/**
 * Fills an archive that holds nothing yet with the demo archive, which is invented throughout: its people, its
 * records, and every statement as far as its journey goes.
 *
 * @returns the sign-ins of a researcher, an archivist and two admins, in this order
 * @throws AppError `conflict` where there is an archive already
 */
export async function seedDemoArchive(): Promise<DemoSignIn[]> {
  createArchive(SYSTEM, 'demo')
  const entries = await Promise.all(
    Object.entries(PEOPLE).map(async ([key, person]) => {
      const password = randomBytes(15).toString('base64url')
      const { id } = await createPerson(SYSTEM, { ...person, password })
      const viewer: Person = { kind: 'user', userId: id, ...person }
      return [key, { viewer, password }] as const
    }),
  )
  const people = Object.fromEntries(entries) as Record<
    keyof typeof PEOPLE,
    { viewer: Person; password: string }
  >
  const admins = [people.admin.viewer, people.secondAdmin.viewer] as const
  syncOnce(() => {
    const records = makeRecords(people.archivist.viewer)
    demoStatements().forEach((statement, index) => {
      travel(statement, handsFor(statement.owner, index), records)
    })
  })
  for (const former of [people.formerArchivist, people.formerResearcher]) {
    suspendPerson(admins[0], former.viewer.userId)
  }
  return (['researcher', 'archivist', 'admin', 'secondAdmin'] as const).map((key) => {
    const { viewer, password } = people[key]
    return { role: viewer.role, email: viewer.email, password }
  })

  /** The two admins take turns as first reader; neither reads their own. */
  function handsFor(owner: 'archivist' | 'former_archivist' | 'admin', index: number): Hands {
    if (owner === 'admin') return { owner: admins[0], reviewers: [admins[1]] }
    const reviewers = index % 2 === 0 ? admins : [...admins].reverse()
    const person = owner === 'archivist' ? people.archivist : people.formerArchivist
    return { owner: person.viewer, reviewers }
  }
}

/**
 * Waits for the disk once, after the work, and not at every commit: seeding that was cut off is begun anew. The
 * database stays whole meanwhile, for write-ahead logging needs no more than NORMAL for that.
 */
function syncOnce(work: () => void): void {
  const { $client } = database()
  $client.pragma('synchronous = NORMAL')
  try {
    work()
  } finally {
    $client.pragma('synchronous = FULL')
    $client.pragma('wal_checkpoint(TRUNCATE)')
  }
}

/** Makes the records that statements name; returns their ids by key. */
function makeRecords(archivist: Viewer): RecordIds {
  return write((tx) => {
    const ids = new Map<string, string>()
    for (const [key, record] of Object.entries(AUTHORITIES)) {
      ids.set(key, insertAuthority(tx, archivist, record))
    }
    for (const [key, record] of Object.entries(SOURCES)) {
      ids.set(key, insertSource(tx, archivist, record))
    }
    for (const [key, record] of Object.entries(OCCASIONS)) {
      ids.set(key, insertOccasion(tx, archivist, record))
    }
    return ids
  })
}
