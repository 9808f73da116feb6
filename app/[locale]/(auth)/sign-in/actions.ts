'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '#app/_i18n/navigation.ts'
import { defineAction } from '#app/_server/action.ts'
import { readReturnPath } from '#app/_server/return-path.ts'
import { clientAddress, startSession } from '#app/_server/session.ts'
import { signIn } from '#lib/auth/sign-in.ts'

const credentials = z.object({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(1000),
  next: z.string().optional(),
})

export const signInAction = defineAction(credentials, async (_viewer, input) => {
  const { email, password } = input
  await startSession(await signIn({ email, password, address: await clientAddress() }))
  redirect({ href: readReturnPath(input.next), locale: await getLocale() })
})
