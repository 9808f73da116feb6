'use server'

import { getLocale } from 'next-intl/server'
import { redirect } from '#app/_i18n/navigation.ts'
import { endSession } from './session.ts'

/** Signs out of this browser and goes to the first page. */
export async function signOutAction(): Promise<void> {
  await endSession()
  redirect({ href: '/', locale: await getLocale() })
}
