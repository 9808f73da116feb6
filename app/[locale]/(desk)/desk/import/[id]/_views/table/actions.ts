'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '#app/_server/action.ts'
import { deleteMapping, saveMapping } from '#lib/importing/mappings.ts'
import { mappingSchema } from '#lib/importing/tables/mapping.ts'

export const saveMappingAction = defineAction(mappingSchema, (viewer, mapping) => {
  saveMapping(viewer, mapping)
  refresh()
  return { name: mapping.name }
})

export const deleteMappingAction = defineAction(
  z.object({ id: z.string().max(40) }),
  (viewer, { id }) => {
    deleteMapping(viewer, id)
    refresh()
  },
)
