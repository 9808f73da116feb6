'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '#app/_server/action.ts'
import {
  changeRole,
  handOverStatements,
  invitePerson,
  issueReset,
  restorePerson,
  suspendPerson,
  voidInvitation,
} from '#lib/people/commands.ts'
import { ROLES } from '#lib/viewer.ts'

const person = z.object({ id: z.string().min(1).max(100) })
const role = z.enum(ROLES)

/** What an act changed is shown at once wherever it stands. */
const showChanges = () => revalidatePath('/', 'layout')

export const invitePersonAction = defineAction(
  z.object({ email: z.string().max(1000), role }),
  async (viewer, input) => invitePerson(viewer, input),
)

export const voidInvitationAction = defineAction(person, async (viewer, { id }) => {
  voidInvitation(viewer, id)
  showChanges()
  return null
})

export const changeRoleAction = defineAction(person.extend({ role }), async (viewer, input) => {
  changeRole(viewer, input.id, input.role)
  showChanges()
  return input.role
})

export const suspendPersonAction = defineAction(person, async (viewer, { id }) => {
  suspendPerson(viewer, id)
  showChanges()
  return null
})

export const restorePersonAction = defineAction(person, async (viewer, { id }) => {
  restorePerson(viewer, id)
  showChanges()
  return null
})

export const handOverAction = defineAction(
  person.extend({ recipient: z.string().min(1) }),
  async (viewer, { id, recipient }) => {
    const count = handOverStatements(viewer, id, recipient)
    showChanges()
    return count
  },
)

export const issueResetAction = defineAction(person, async (viewer, { id }) =>
  issueReset(viewer, { id }),
)
