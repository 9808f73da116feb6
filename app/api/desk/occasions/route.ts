import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { createOccasion } from '#lib/occasions/commands.ts'
import { occasionSchema } from '#lib/occasions/model.ts'
import { findOccasions, readOccasion } from '#lib/occasions/queries.ts'

/** Occasions to choose from: `?q=`. */
export const GET = defineRoute({
  query: z.object({ q: z.string().max(200).default('') }),
  handle: (viewer, { query }) => ({ items: findOccasions(viewer, { query: query.q, limit: 40 }) }),
})

/** Records a new occasion; answers with the record. */
export const POST = defineRoute({
  body: occasionSchema,
  status: 201,
  handle: (viewer, { body }) => readOccasion(viewer, createOccasion(viewer, body)),
})
