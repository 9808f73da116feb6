import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { importChoicesSchema } from '#lib/importing/choices.ts'
import { changeChoices } from '#lib/importing/commands.ts'
import { readProgress } from '#lib/importing/queries.ts'
import { importSettled } from '#lib/importing/service.ts'

const params = z.object({ id: z.string().max(40) })
const PATIENCE_MS = 10_000

/** How far the import has come. */
export const GET = defineRoute({
  params,
  handle: (viewer, { params: { id } }) => readProgress(viewer, id),
})

/** Reads the file by other choices, which replace those before; answers when its new preview can be seen. */
export const PATCH = defineRoute({
  params,
  body: z.strictObject({ version: z.int().min(1), choices: importChoicesSchema }),
  async handle(viewer, { params: { id }, body: { version, choices } }) {
    changeChoices(viewer, id, version, choices)
    await importSettled(id, PATIENCE_MS)
    return readProgress(viewer, id)
  },
})
