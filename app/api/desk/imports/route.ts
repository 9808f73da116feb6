import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { AppError } from '#lib/errors.ts'
import { uploadImport } from '#lib/importing/commands.ts'
import { IMPORT_KINDS } from '#lib/importing/kinds.ts'
import { requireImporter } from '#lib/importing/policy.ts'
import { importSettled } from '#lib/importing/service.ts'
import { fileTooLarge, UPLOAD_MAX_BYTES } from '#lib/importing/sizes.ts'

const query = z.object({
  /** Name of the file. */
  name: z.string().max(1_000).default(''),
  kind: z.enum(IMPORT_KINDS).optional(),
})

/** Most files are read by then; the others while their page is looked at. */
const PATIENCE_MS = 2_000

/** Takes one file as the body, which goes to the disk as it comes, and answers with the import that it became. */
export const POST = defineRoute({
  query,
  status: 201,
  async handle(viewer, { request, query: { name, kind } }) {
    requireImporter(viewer)
    const { body } = request
    if (body === null) throw new AppError('invalid', 'import.fileMissing')
    // Said before the first byte is written; what a request says of its size is not believed otherwise.
    if (Number(request.headers.get('content-length') ?? 0) > UPLOAD_MAX_BYTES) {
      throw fileTooLarge(UPLOAD_MAX_BYTES)
    }
    const choices = kind === undefined ? {} : { kind }
    const importId = await uploadImport(viewer, { name, bytes: body }, choices)
    await importSettled(importId, PATIENCE_MS)
    return { importId }
  },
})
