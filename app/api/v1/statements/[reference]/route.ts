import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { readStatement } from '#lib/statements/queries.ts'

/** What this viewer may read of a statement, or of one published revision of it (`?revision=3`). */
export const GET = defineRoute({
  params: z.object({ reference: z.string().max(60) }),
  query: z.object({ revision: z.coerce.number().int().min(1).max(999_999).optional() }),
  handle: (viewer, { params, query }) => readStatement(viewer, params.reference, query.revision),
})
