'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '#app/_i18n/navigation.ts'
import { defineAction } from '#app/_server/action.ts'
import { leaveChange, takeChange } from '#lib/importing/changes.ts'

const which = z.object({
  importId: z.string().max(40),
  position: z.coerce.number().int().min(0),
})

export const takeChangeAction = defineAction(
  which.extend({
    seen: z.object({ revision: z.coerce.number().int(), version: z.coerce.number().int() }),
    parts: z.array(z.string().max(200)).max(500).default([]),
  }),
  async (viewer, { importId, position, seen, parts }) => {
    const reference = takeChange(viewer, importId, position, seen, parts)
    redirect({ href: `/desk/statements/${reference}`, locale: await getLocale() })
  },
)

export const leaveChangeAction = defineAction(which, async (viewer, { importId, position }) => {
  leaveChange(viewer, importId, position)
  redirect({ href: `/desk/import/${importId}`, locale: await getLocale() })
})
