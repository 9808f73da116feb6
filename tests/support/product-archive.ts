import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, inject, vi } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { users } from '#db/schema/index.ts'
import { closeDatabase, database, useDatabase } from '#lib/database.ts'
import type { Viewer } from '#lib/viewer.ts'

type Person = Extract<Viewer, { kind: 'user' }>

/**
 * Lets a browser test work on the running product's own archive by the real commands, beside the product: to bring a
 * statement to the state in which the browser takes over, and to see what came of it.
 */
export function useProductArchive(): void {
  beforeAll(() => {
    const { dataPath } = inject('product')
    vi.stubEnv('GOVAH_DATA', dataPath)
    useDatabase(openDatabase(`${dataPath}/govah.db`))
  })
  afterAll(() => {
    closeDatabase()
    vi.unstubAllEnvs()
  })
}

/** One of the demo archive's people: the `nth` (from 0) of that role, as the viewer that they are. */
export function productPerson(role: string, nth = 0): Person {
  const signIn = inject('product').signIns.filter((each) => each.role === role)[nth]
  const row = database()
    .select()
    .from(users)
    .where(eq(users.email, signIn?.email ?? ''))
    .get()
  if (!row) throw new Error(`the demo archive has no ${role} number ${nth}`)
  return { kind: 'user', userId: row.id, name: row.name, email: row.email, role: row.role }
}
