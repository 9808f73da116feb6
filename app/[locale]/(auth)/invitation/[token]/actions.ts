'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '#app/_i18n/navigation.ts'
import { defineAction } from '#app/_server/action.ts'
import { startSession } from '#app/_server/session.ts'
import { acceptInvitation } from '#lib/people/commands.ts'

const acceptance = z.object({
  token: z.string().max(200),
  name: z.string(),
  email: z.string().default(''),
  password: z.string(),
})

export const acceptInvitationAction = defineAction(acceptance, async (viewer, input) => {
  await startSession(await acceptInvitation(viewer, input))
  redirect({ href: '/account?welcome=1', locale: await getLocale() })
})
