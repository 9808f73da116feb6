import { z } from 'zod'
import { defineRoute } from '#app/_server/route.ts'
import { AppError } from '#lib/errors.ts'
import { previewImport, runImportBetweenRequests } from '#lib/importing/commands.ts'
import { IMPORT_MAX_BYTES } from '#lib/importing/decode.ts'
import { IMPORT_KINDS, planImport } from '#lib/importing/plan.ts'
import { requireImporter } from '#lib/importing/policy.ts'
import { presentPreview } from '#lib/importing/present.ts'

const query = z.object({
  /** Name of the file. */
  name: z.string().max(1_000).default(''),
  kind: z.enum(IMPORT_KINDS).optional(),
  /** Only tell what would be created. */
  preview: z.literal('1').optional(),
})

/** Takes one file as the body, reads it, and tells what it would become or makes the drafts. */
export const POST = defineRoute({
  query,
  async handle(viewer, { request, query: { name, kind, preview } }) {
    requireImporter(viewer)
    const plan = planImport(name, await readBody(request), kind ?? null)
    if (preview) return presentPreview(plan, previewImport(viewer, plan))
    const { importId, created, skipped, failed, changed } = await runImportBetweenRequests(
      viewer,
      plan,
    )
    return { importId, created, skipped, failed, changed }
  },
})

/** Reads the body as it comes and stops where it grows too large, whatever it said of its size. */
async function readBody(request: Request): Promise<Uint8Array> {
  const tooLarge = () =>
    new AppError('invalid', 'import.fileTooLarge', {
      values: { megabytes: IMPORT_MAX_BYTES / 1024 / 1024 },
    })
  if (Number(request.headers.get('content-length') ?? 0) > IMPORT_MAX_BYTES) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > IMPORT_MAX_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  if (size === 0) throw new AppError('invalid', 'import.fileMissing')
  return Buffer.concat(chunks)
}
