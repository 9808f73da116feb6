'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '#app/_i18n/navigation.ts'
import { defineAction } from '#app/_server/action.ts'
import { startSession } from '#app/_server/session.ts'
import { resetPassword } from '#lib/people/commands.ts'

const newPassword = z.object({ token: z.string().max(200), password: z.string() })

export const resetPasswordAction = defineAction(newPassword, async (viewer, input) => {
  await startSession(await resetPassword(viewer, input))
  redirect({ href: '/account?changed=1', locale: await getLocale() })
})
