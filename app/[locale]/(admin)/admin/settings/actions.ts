'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '#app/_server/action.ts'
import { changeSettings } from '#lib/archive/commands.ts'

const settings = z.object({
  nameEn: z.string(),
  nameFa: z.string(),
  contact: z.string(),
  referencePrefix: z.string(),
  readers: z.enum(['everyone', 'signed_in']),
})

export const changeSettingsAction = defineAction(settings, async (viewer, input) => {
  const { readers, ...rest } = input
  changeSettings(viewer, { ...rest, openToAnonymous: readers === 'everyone' })
  revalidatePath('/', 'layout')
  return null
})
