import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { changeSource } from '#lib/sources/commands.ts'
import { sourceSchema } from '#lib/sources/model.ts'
import { readSource } from '#lib/sources/queries.ts'

/** Changes a record that was read at `version`; answers with the record. */
export const PUT = defineRoute({
  params: z.object({ id: z.string().max(40) }),
  body: z.strictObject({ version: z.int(), record: sourceSchema }),
  handle: (viewer, { params, body }) => {
    changeSource(viewer, params.id, body.version, body.record)
    return readSource(viewer, params.id)
  },
})
