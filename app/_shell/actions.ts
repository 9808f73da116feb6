'use server'

import { cookies } from 'next/headers'
import { defineAction } from '#app/_server/action.ts'
import { THEME_COOKIE, themeChoiceSchema } from './theme.ts'

const oneYearInSeconds = 365 * 24 * 60 * 60

/** Remembers in this browser which theme it wants. Anyone may; nothing of the archive is touched. */
export const chooseTheme = defineAction(themeChoiceSchema, async (_viewer, { theme }) => {
  const jar = await cookies()
  if (theme === 'system') jar.delete(THEME_COOKIE)
  else {
    jar.set(THEME_COOKIE, theme, {
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      maxAge: oneYearInSeconds,
    })
  }
  return null
})
