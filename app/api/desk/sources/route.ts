import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { createSource } from '#lib/sources/commands.ts'
import { sourceSchema } from '#lib/sources/model.ts'
import { findSources, readSource } from '#lib/sources/queries.ts'

/** Sources to choose from: `?q=`. */
export const GET = defineRoute({
  query: z.object({ q: z.string().max(200).default('') }),
  handle: (viewer, { query }) => ({ items: findSources(viewer, { query: query.q, limit: 40 }) }),
})

/** Records a new source; answers with the record. */
export const POST = defineRoute({
  body: sourceSchema,
  status: 201,
  handle: (viewer, { body }) => readSource(viewer, createSource(viewer, body)),
})
