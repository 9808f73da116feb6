import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { changeOccasion } from '#lib/occasions/commands.ts'
import { occasionSchema } from '#lib/occasions/model.ts'
import { readOccasion } from '#lib/occasions/queries.ts'

/** Changes a record that was read at `version`; answers with the record. */
export const PUT = defineRoute({
  params: z.object({ id: z.string().max(40) }),
  body: z.strictObject({ version: z.int(), record: occasionSchema }),
  handle: (viewer, { params, body }) => {
    changeOccasion(viewer, params.id, body.version, body.record)
    return readOccasion(viewer, params.id)
  },
})
