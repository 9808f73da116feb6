import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { suggestSearches } from '#lib/search/suggest.ts'

const querySchema = z.object({
  q: z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().default('')),
})

/** Ways to go on with a query, from what the viewer may read; see `docs/searching.md`. */
export const GET = defineRoute({
  query: querySchema,
  handle: async (viewer, { query }) => ({ suggestions: await suggestSearches(viewer, query.q) }),
})
