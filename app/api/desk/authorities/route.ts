import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { createAuthority } from '#lib/authorities/commands.ts'
import { authoritySchema } from '#lib/authorities/model.ts'
import { findAuthorities, readAuthoritiesForStaff } from '#lib/authorities/queries.ts'
import { AUTHORITY_KINDS } from '#lib/statements/vocabularies.ts'

const kinds = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(AUTHORITY_KINDS)).min(1))

/** Records to choose from: `?kinds=person,organisation&q=`. */
export const GET = defineRoute({
  query: z.object({ kinds, q: z.string().max(200).default('') }),
  handle: (viewer, { query }) => ({
    items: findAuthorities(viewer, { kinds: query.kinds, query: query.q, limit: 40 }),
  }),
})

/** Records a person, place, event or organisation; answers with the record. */
export const POST = defineRoute({
  body: authoritySchema,
  status: 201,
  handle: (viewer, { body }) => readAuthoritiesForStaff(viewer, [createAuthority(viewer, body)])[0],
})
