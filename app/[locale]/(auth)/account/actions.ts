'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '#app/_i18n/navigation.ts'
import { defineAction } from '#app/_server/action.ts'
import { clientAddress, endSession, startSession } from '#app/_server/session.ts'
import { changeOwnPassword, signOutEverywhere } from '#lib/people/commands.ts'

const change = z.object({ currentPassword: z.string().min(1).max(1000), password: z.string() })

export const changePasswordAction = defineAction(change, async (viewer, input) => {
  const address = await clientAddress()
  await startSession(await changeOwnPassword(viewer, { ...input, address }))
  return null
})

export const signOutEverywhereAction = defineAction(z.object({}), async (viewer) => {
  signOutEverywhere(viewer)
  await endSession()
  redirect({ href: '/sign-in', locale: await getLocale() })
})
