import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { AppError } from '#lib/errors.ts'
import { saveDraft } from '#lib/statements/drafting.ts'
import {
  consentSchema,
  statementContentSchema,
  witnessIdentitySchema,
} from '#lib/statements/model.ts'

/** Saves a draft. A stale version is answered 409 with the other version as `error.data`. */
export const PUT = defineRoute({
  params: z.object({ reference: z.string().max(40) }),
  body: z.strictObject({
    version: z.int().min(1),
    content: statementContentSchema,
    identity: witnessIdentitySchema,
    consents: consentSchema.array().max(20),
  }),
  handle: (viewer, { params, body }) => {
    // Said before the draft is looked for, so that an editor whose session is over knows to ask for it.
    if (viewer.kind === 'anonymous') throw new AppError('unauthenticated', 'signInFirst')
    return saveDraft(viewer, { reference: params.reference, ...body })
  },
})
