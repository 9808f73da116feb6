'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '#app/_server/action.ts'
import { startImports } from '#lib/importing/commands.ts'

export const startImportsAction = defineAction(
  z.object({
    seen: z
      .array(z.object({ importId: z.string().max(40), version: z.coerce.number().int() }))
      .max(1_000),
  }),
  (viewer, { seen }) => {
    const begun = startImports(viewer, seen)
    refresh()
    return { begun }
  },
)
