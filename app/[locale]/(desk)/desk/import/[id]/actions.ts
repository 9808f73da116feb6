'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '#app/_server/action.ts'
import { deleteUntouchedDrafts } from '#lib/importing/commands.ts'

export const deleteUntouchedDraftsAction = defineAction(
  z.object({ importId: z.string().max(40) }),
  (viewer, { importId }) => {
    const { length } = deleteUntouchedDrafts(viewer, importId)
    refresh()
    return { deleted: length }
  },
)
