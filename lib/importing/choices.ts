import { z } from 'zod'
import { IMPORT_KINDS } from './kinds.ts'

/**
 * How a person wants a file to be read, kept with its import. Each format defines its own part in the module that reads
 * it; here they are only put together.
 */
export const importChoicesSchema = z.strictObject({
  /** What the file is, instead of telling it from name and content. */
  kind: z.enum(IMPORT_KINDS).optional(),
})

export type ImportChoices = z.infer<typeof importChoicesSchema>
