import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { changeAuthority } from '#lib/authorities/commands.ts'
import { authoritySchema } from '#lib/authorities/model.ts'
import { readAuthoritiesForStaff } from '#lib/authorities/queries.ts'

/** Changes a record that was read at `version`; answers with the record. */
export const PUT = defineRoute({
  params: z.object({ id: z.string().max(40) }),
  body: z.strictObject({ version: z.int(), record: authoritySchema }),
  handle: (viewer, { params, body }) => {
    changeAuthority(viewer, params.id, body.version, body.record)
    return readAuthoritiesForStaff(viewer, [params.id])[0]
  },
})
